"""A poster at true size over several sheets, which are cut and glued: how many, which way round, what is on each.

Of every sheet the left and the upper edge are cut off; the right and the lower edge stay and go under the next sheet.
So the part that shows begins at the same place on every sheet. What is glued under shows a little of the poster, lest
a crooked cut leaves a white sliver, and then bare paper, on which glue holds and words can stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import Literal, NamedTuple

from app.engine.geometry import Point, Rect, Size
from app.engine.imposition.paper import HOME_EDGE, PAPERS, SAFE_EDGE, SLIP, printable, turned
from app.engine.sheet import Format, Paper
from app.engine.units import MM

OVERLAP = 10 * MM
"""How much of a sheet lies under the next one."""

UNDER = OVERLAP - SLIP
"""How far the poster goes on under the next sheet; the rest of the overlap is bare."""

BEYOND = 2 * MM
"""How far the poster goes on past a cut, where there is room."""

MANY_SHEETS = 36
"""More than this few glue: larger paper comes first then, and a print shop is quicker and cheaper."""

MOST_SHEETS = 50
"""More than this nobody glues; 2 m² on A4 takes 49."""

# Room for marks before the poster, at least where there must be some, and at most.
_LEAST_LEAD, _MOST_LEAD = 4 * MM, 10 * MM

# In pt: 841 mm are three times 287 less two overlaps, to the last digit.
_SLACK = 1e-6

Slip = Literal["below", "beside"]
"""Where number and ruler stand: under the part, or turned, at its right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One sheet. row, column: from 1. part: of the poster's trim, what shows in the end. printed: what is printed of
    the poster, its bleed included."""

    row: int
    column: int
    number: int
    part: Rect
    printed: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class TilePlan:
    """All sheets of a poster, row by row. sheet: in pt, as it lies. edge: of it, in pt, that stays white all around.

    origin: of the part, on every sheet.
    """

    paper: Paper
    lying: bool
    sheet: Size
    edge: float
    columns: int
    rows: int
    origin: Point
    slip: Slip
    tiles: tuple[Tile, ...]

    def at(self, row: int, column: int) -> Tile | None:
        """Return the sheet at a place, None past the edge of the poster."""
        if not (1 <= row <= self.rows and 1 <= column <= self.columns):
            return None
        return self.tiles[(row - 1) * self.columns + column - 1]

    def shift(self, tile: Tile) -> Point:
        """Return how far the poster is moved on a sheet, from its own origin."""
        return Point(self.origin.x - tile.part.x, self.origin.y - tile.part.y)


def plan_tiles(format: Format, paper: Paper) -> TilePlan | None:
    """Return the plan with the fewest sheets; of several one with the wider edge, whose sheets lie as the poster does.

    None for a poster that is no larger than the paper, and for one that would take more than MOST_SHEETS.
    """
    if format.unit != "mm" or format.area_m2 * 1e6 * MM * MM <= 1.01 * PAPERS[paper].width * PAPERS[paper].height:
        return None
    ways = product((SAFE_EDGE, HOME_EDGE), (False, True))
    found = [plan for edge, lying in ways for plan in _plans(format, paper, edge, lying=lying)]
    lies = format.width > format.height
    best = min(found, key=lambda plan: (len(plan.tiles), -plan.edge, plan.lying != lies, plan.slip != "below"))
    return best if len(best.tiles) <= MOST_SHEETS else None


class _Axis(NamedTuple):
    """The parts along one side of the poster. lead: from the edge of what can be printed to the part. room: to print
    on, without what is kept for words."""

    parts: tuple[float, ...]
    lead: float
    room: float

    def printed(self, number: int) -> tuple[float, float]:
        """Return where the print of a part begins and ends along the poster."""
        start = sum(self.parts[:number])
        end = start + self.parts[number]
        is_last = number == len(self.parts) - 1
        after = min(BEYOND, self.room - self.lead - self.parts[number]) if is_last else UNDER
        return start - min(BEYOND, self.lead / 2), end + max(after, 0.0)


def _plans(format: Format, paper: Paper, edge: float, *, lying: bool) -> Iterator[TilePlan]:
    """Yield plans that keep room for marks and words along one side at least."""
    sheet = turned(PAPERS[paper], lying=lying)
    room = printable(sheet, edge)
    for spare_x, spare_y in ((True, True), (False, True), (True, False)):
        across = _axis(format.trim.width, room.width, spare=spare_x)
        down = _axis(format.trim.height, room.height, spare=spare_y)
        yield TilePlan(
            paper=paper,
            lying=lying,
            sheet=sheet,
            edge=edge,
            columns=len(across.parts),
            rows=len(down.parts),
            origin=Point(room.x + across.lead, room.y + down.lead),
            slip="below" if spare_y else "beside",
            tiles=tuple(_tiles(across, down)),
        )


def _axis(length: float, room: float, *, spare: bool) -> _Axis:
    """Return the parts of a side as even as they can be. spare: whether marks and words must find room."""
    lead, after = (_LEAST_LEAD, SLIP) if spare else (0.0, 0.0)
    most, most_last = room - lead - OVERLAP, room - lead - after
    count = 1
    while (count - 1) * most + most_last < length - _SLACK:
        count += 1
    part = min(length / count, most)
    parts = (*([part] * (count - 1)), length - (count - 1) * part)
    free = min(room - parts[-1] - after, room - part - OVERLAP if count > 1 else room)
    return _Axis(parts, min(_MOST_LEAD, max(lead, free / 2, 0.0)), room - after)


def _tiles(across: _Axis, down: _Axis) -> Iterator[Tile]:
    columns, rows = _starts(across.parts), _starts(down.parts)
    for row, (y, height) in enumerate(zip(rows, down.parts, strict=True)):
        top, bottom = down.printed(row)
        for column, (x, width) in enumerate(zip(columns, across.parts, strict=True)):
            left, right = across.printed(column)
            yield Tile(
                row=row + 1,
                column=column + 1,
                number=row * len(columns) + column + 1,
                part=Rect(x, y, width, height),
                printed=Rect.between(left, top, right, bottom),
            )


def _starts(parts: Sequence[float]) -> tuple[float, ...]:
    return (0.0, *accumulate(parts[:-1]))
