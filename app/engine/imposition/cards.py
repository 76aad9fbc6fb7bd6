"""Small posters beside each other on one sheet, to be cut apart.

Two A5 fill an A4 to its edge, which a printer at home leaves white. So the cards are a little smaller: nothing is
cut off, all are of one size, and neighbours share their edge, so that one straight cut parts them.
"""

import math
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from app.engine.geometry import Rect, Size
from app.engine.imposition.paper import PAPERS, SLIP, printable, turned
from app.engine.sheet import Format, Paper
from app.engine.units import MM

MARKS = 4.5 * MM
"""Room around the cards for what goes on past the cut, and for cut marks."""

CARD_BLEED = 1.5 * MM
"""How far the outer cards go on past the cut."""

# In pt: edges nearer than this are one.
_SAME = 0.01

# How many fit on a sheet, by their true size. Larger ones are posters, not cards.
_CARDS: dict[tuple[str, Paper], int] = {("a5", "a4"): 2, ("a6", "a4"): 4, ("a5", "a3"): 4, ("a6", "a3"): 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPlan:
    """One sheet of cards. sheet: in pt, as it lies. places: of the cards' trims, row by row. scale: of true size.

    slip: where words and ruler stand, turned if it is higher than wide.
    """

    paper: Paper
    lying: bool
    sheet: Size
    columns: int
    rows: int
    scale: float
    places: tuple[Rect, ...]
    slip: Rect

    @property
    def block(self) -> Rect:
        """The box around all cards."""
        return self.places[0].union(self.places[-1])

    def shown(self, place: Rect, trim: Size) -> Rect:
        """Return the part of a poster that a card shows, in the poster's own pt: at the outer edges past the cut."""
        block = self.block
        sides = ((place.x, block.x), (place.y, block.y), (place.right, block.right), (place.bottom, block.bottom))
        left, top, right, bottom = (CARD_BLEED / self.scale * math.isclose(*side, abs_tol=_SAME) for side in sides)
        return Rect.between(-left, -top, trim.width + right, trim.height + bottom)


def plan_cards(format: Format, paper: Paper) -> CardPlan | None:
    """Return the plan with the largest cards, None for a format that is no card on this paper."""
    count = _CARDS.get((format.key.removesuffix("-landscape"), paper))
    if count is None:
        return None
    grids = [(columns, count // columns) for columns in range(1, count + 1) if count % columns == 0]
    plans = [_plan(format, paper, grid, lying=lying) for grid in grids for lying in (False, True)]
    return max(plans, key=lambda plan: plan.scale)


def _plan(format: Format, paper: Paper, grid: tuple[int, int], *, lying: bool) -> CardPlan:
    columns, rows = grid
    sheet = turned(PAPERS[paper], lying=lying)
    room = printable(sheet)
    slip, free, scale = max(
        (_parted(room, format.trim, grid, beside=way) for way in (False, True)), key=attrgetter("scale")
    )
    width, height = scale * format.trim.width, scale * format.trim.height
    left, top = free.center.x - columns * width / 2, free.center.y - rows * height / 2
    return CardPlan(
        paper=paper,
        lying=lying,
        sheet=sheet,
        columns=columns,
        rows=rows,
        scale=scale,
        places=tuple(
            Rect(left + column * width, top + row * height, width, height)
            for row in range(rows)
            for column in range(columns)
        ),
        slip=slip,
    )


class _Parted(NamedTuple):
    """What can be printed on, parted: the strip for words, what is free for cards, and how large these become there."""

    slip: Rect
    free: Rect
    scale: float


def _parted(room: Rect, trim: Size, grid: tuple[int, int], *, beside: bool) -> _Parted:
    if beside:
        slip = Rect(room.right - SLIP, room.y, SLIP, room.height)
        free = Rect.between(room.x, room.y, slip.x, room.bottom)
    else:
        slip = Rect(room.x, room.bottom - SLIP, room.width, SLIP)
        free = Rect.between(room.x, room.y, room.right, slip.y)
    columns, rows = grid
    across, down = (free.width - 2 * MARKS) / (columns * trim.width), (free.height - 2 * MARKS) / (rows * trim.height)
    return _Parted(slip, free, min(across, down))
