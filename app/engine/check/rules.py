"""The book that the rules of content are entered in."""

from app.engine.findings import RuleBook
from app.engine.template.checked import CheckedContent

BOOK: RuleBook[[CheckedContent]] = RuleBook()
