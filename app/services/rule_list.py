"""Every rule that a poster is held to, as the page about the brand lists them."""

from collections.abc import Iterator

from app.engine.check import BOOK as CONTENT_RULES
from app.engine.findings import Rule
from app.engine.preflight import BOOK as POSTER_RULES

_HEAD = ("code", "weighs", "why", "source", "fix")


def rule_list() -> str:
    """Return two tables in Markdown: the rules of content, and those of posters that are laid out."""
    parts = (
        "What is judged before a poster is laid out:",
        _table(CONTENT_RULES.rules),
        "What is judged on the laid-out poster, at the size and for the destination that were chosen:",
        _table(POSTER_RULES.rules),
    )
    return "\n\n".join(parts) + "\n"


def _table(rules: "list[Rule[...]]") -> str:
    rows = [_HEAD, ("---",) * len(_HEAD), *(row for rule in rules for row in _rows(rule))]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _rows(rule: "Rule[...]") -> Iterator[tuple[str, ...]]:
    for code in rule.codes:
        yield f"`{code}`", rule.weighs, rule.why, rule.source, rule.fix or "–"
