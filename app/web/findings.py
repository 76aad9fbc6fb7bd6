"""Findings as pages show them: what is still to do, what must change, what is good to know."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from app.engine.findings import Finding, Severity
from app.web.shell import say

# Not a mistake, only something that has not been filled in yet.
_STILL_TO_DO = {"required", "placeholder", "consent", "alt-missing", "imprint"}

Changes = list[list[str | bool | float]]


class ShownFinding(NamedTuple):
    """A finding in the visitor's language. kind: "todo", "error", "warning" or "note". fix: the words on its button."""

    code: str
    kind: str
    slot: str
    message: str
    fix: str
    changes: Changes

    def as_json(self) -> dict[str, Any]:
        """Return the finding as scripts read it."""
        return self._asdict()


def shown(findings: Iterable[Finding]) -> tuple[ShownFinding, ...]:
    """Return findings as pages show them: errors first, each sentence once."""
    ranked = sorted((_shown(finding) for finding in findings), key=lambda found: _RANK[found.kind])
    return tuple({(found.slot, found.message): found for found in reversed(ranked)}.values())[::-1]


def beside(findings: Iterable[ShownFinding], slot: str) -> tuple[ShownFinding, ...]:
    """Return the findings that stand beside a slot's fields."""
    return tuple(found for found in findings if found.slot == slot)


_RANK = {"error": 0, "todo": 1, "warning": 2, "note": 3}


def _shown(finding: Finding) -> ShownFinding:
    is_error = finding.severity is Severity.ERROR
    return ShownFinding(
        code=finding.code,
        kind="todo" if is_error and finding.code in _STILL_TO_DO else finding.severity.value,
        slot=finding.slot,
        message=say(finding.message),
        fix=say(finding.fix.label) if finding.fix else "",
        changes=[[key, value] for key, value in finding.fix.changes] if finding.fix else [],
    )
