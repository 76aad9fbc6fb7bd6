"""What the page of a contact sheet shows, be it served or written into a folder."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from typing import Any

from app.engine.errors import Fault
from app.engine.findings import Finding
from app.engine.sheet import Format
from app.services.contact_sheet import Cell, State
from app.services.contact_sheet.sheet import is_first_look

# Who draws reads English here, as at the command line.
_LANGUAGE = "en"

# In px: the side of a square picture; others have as large an area.
_SIDE = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One picture with what is said below it. findings: None until they are asked for. first: see `is_first_look`."""

    cell: Cell
    address: str
    width: int
    height: int
    first: bool
    findings: tuple[Mapping[str, str], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """All pictures of one format. drawing: the file it is made from. mark: changes with what they show."""

    format: Format
    drawing: str
    mark: str
    figures: tuple[Figure, ...]


def rows_of(
    state: State,
    cells: Iterable[Cell],
    address: Callable[[Cell], str],
    findings: Mapping[str, tuple[Finding, ...]] | None = None,
) -> tuple[Row, ...]:
    """Return the pictures by format. cells: in the order of the state. findings: by cell, where they are known."""
    drawings = {format: board.file for board in _boards(state) for format in board.formats}
    return tuple(
        Row(
            format=format,
            drawing=drawings[format],
            mark=state.marks[format.key],
            figures=tuple(_figure(cell, address(cell), findings, state) for cell in found),
        )
        for format, found in groupby(cells, key=lambda cell: cell.format)
    )


def _boards(state: State) -> Iterable[Any]:
    return state.template.artboards if state.template else ()


def _figure(cell: Cell, address: str, findings: Mapping[str, tuple[Finding, ...]] | None, state: State) -> Figure:
    known = None if findings is None else told(findings.get(cell.key, ()))
    width = round(_SIDE * sqrt(cell.format.aspect))
    height = round(width / cell.format.aspect)
    first = is_first_look(cell, state)
    return Figure(cell=cell, address=address, width=width, height=height, first=first, findings=known)


def told(findings: Iterable[Finding]) -> tuple[Mapping[str, str], ...]:
    """Return findings in words, errors first."""
    order = ("error", "warning", "note")
    said = [
        {
            "severity": str(finding.severity),
            "slot": finding.slot,
            "code": finding.code,
            "message": finding.message.in_language(_LANGUAGE),
        }
        for finding in findings
    ]
    return tuple(sorted(said, key=lambda finding: order.index(finding["severity"])))


def faults_told(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Return faults in words. place: file and line, as an editor takes them."""
    return [
        {
            "place": f"{fault.file}:{max(1, fault.line)}",
            "element": fault.where,
            "problem": fault.problem,
            "cure": fault.cure,
        }
        for fault in faults
    ]
