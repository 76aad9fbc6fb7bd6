"""Findings as pages show them: what is still to do, what must change, what is good to know."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from app.engine.findings import Finding, Severity
from app.web.shell import say

# Not a mistake, only something that has not been filled in yet.
_STILL_TO_DO = {"required", "placeholder", "consent", "alt-missing", "imprint"}

_RANK = {"error": 0, "todo": 1, "warning": 2, "note": 3}

Changes = list[list[str | bool | float]]


class ShownFinding(NamedTuple):
    """A finding in the visitor's language.

    kind: "todo", "error", "warning" or "note". fix: the words on its button. anchor: of the place in the form that it
    is about, its field where it is about one; empty where it has none.
    """

    code: str
    kind: str
    slot: str
    message: str
    fix: str
    changes: Changes
    anchor: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the finding as scripts read it."""
        return self._asdict()

    @property
    def stops(self) -> bool:
        """Whether no artwork is made before it is mended."""
        return self.kind in ("error", "todo")


def shown(findings: Iterable[Finding], order: Sequence[str] = ()) -> tuple[ShownFinding, ...]:
    """Return findings as pages show them: what stops the artwork first, then advice, each sentence once.

    order: slots in the order of the form, for both halves; what belongs to none of them comes last. Within a slot,
    or without an order, the gravest comes first.
    """

    def place(found: ShownFinding) -> tuple[bool, int, int]:
        position = order.index(found.slot) if found.slot in order else len(order)
        return not found.stops, position, _RANK[found.kind]

    once: dict[tuple[str, str], ShownFinding] = {}
    for found in sorted(map(_shown, findings), key=place):
        once.setdefault((found.slot, found.message), found)
    return tuple(once.values())


def _shown(finding: Finding) -> ShownFinding:
    is_error = finding.severity is Severity.ERROR
    return ShownFinding(
        code=finding.code,
        kind="todo" if is_error and finding.code in _STILL_TO_DO else finding.severity.value,
        slot=finding.slot,
        message=say(finding.message),
        fix=say(finding.fix.label) if finding.fix else "",
        changes=[[key, value] for key, value in finding.fix.changes] if finding.fix else [],
        anchor=_anchor(finding),
    )


def _anchor(finding: Finding) -> str:
    """Return where a finding is mended. Fields are called as in a content file; a file is sent by a field beside it."""
    name, _, part = finding.field.rpartition(".")
    if part == "file":
        return f"{name}.upload"
    return finding.field or (f"slot-{finding.slot}" if finding.slot else "")
