"""The first judgement: what can be said of a content before it is laid out."""

from app.engine.check.book import BOOK, check

__all__ = ["BOOK", "check"]
