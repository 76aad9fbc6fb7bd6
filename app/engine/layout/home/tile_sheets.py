"""The sheets of a poster at true size: where to cut, where to glue, which sheet comes where."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.findings import Sentence
from app.engine.geometry import Point, Rect
from app.engine.imposition import OVERLAP, Tile, TilePlan
from app.engine.imposition.paper import SLIP
from app.engine.layout.home.slip import slip
from app.engine.layout.home.stationery import (
    GRAY,
    Drawn,
    Stationery,
    cut_line,
    decoration,
    glue_line,
    hatched,
    line,
    say,
    scissors,
    turned,
    upwards,
)
from app.engine.scene import Item, Scene, TagBegin
from app.engine.units import MM

# A line lies just outside what shows, so that nothing of it is left once the sheets are glued: half of the widest.
_ASIDE = 0.8

_TICK, _TICK_GAP = 3 * MM, 0.7 * MM
_LEAST_BAND = 5 * MM

# The length of a slip that lies in a strip beside what is said there.
_SHARED = 185 * MM
_WORDS = 7.5


def tile_scenes(plan: TilePlan, tools: Stationery, poster: Sentence, *, title: str) -> Iterator[tuple[Scene, TagBegin]]:
    """Yield what stands on each sheet beside the poster, and what its part of the poster is.

    poster: what the poster is called on its sheets. title: of the document.
    """
    for tile in plan.tiles:
        marks = _Marks(plan, tile, tools)
        items = tuple(decoration(marks.items(poster)))
        part = say("tile.part", row=tile.row, column=tile.column, number=tile.number, count=len(plan.tiles))
        alt = TagBegin(
            slot="",
            role="Figure",
            order=0,
            language=tools.language,
            alt=tools.in_words(part),
            box=tile.printed,
        )
        yield Scene(sheet=tools.sheet, language=tools.language, title=title, items=items), alt


@dataclass(frozen=True)
class _Marks:
    """The marks of one sheet."""

    plan: TilePlan
    tile: Tile
    tools: Stationery

    @property
    def _room(self) -> Rect:
        return Rect(0, 0, *self.plan.sheet).grown(-self.plan.edge)

    @property
    def _part(self) -> Rect:
        return self.tile.part.moved(*self.plan.shift(self.tile))

    @property
    def _printed(self) -> Rect:
        return self.tile.printed.moved(*self.plan.shift(self.tile))

    @property
    def _right(self) -> Tile | None:
        return self.plan.at(self.tile.row, self.tile.column + 1)

    @property
    def _below(self) -> Tile | None:
        return self.plan.at(self.tile.row + 1, self.tile.column)

    def items(self, poster: Sentence) -> Iterator[Item]:
        yield from self._strips()
        yield from self._edges()
        yield from self._ticks()
        yield from self._to_cut()
        tile = self.tile
        place = say("tile.slip", row=tile.row, column=tile.column, number=tile.number, count=len(self.plan.tiles))
        yield from slip(self.tools, self._slip, (place, poster), number=tile.number)

    @property
    def _slip(self) -> Rect:
        """Where number and ruler stand, clear of the words in a strip beside them."""
        room, part = self._room, self._part
        if self.plan.slip == "beside":
            return Rect(room.right - SLIP, room.y, SLIP, room.height)
        top = room.bottom - SLIP
        is_free = part.bottom + OVERLAP <= top
        return Rect.between(part.x, top, room.right if is_free else part.x + _SHARED, room.bottom)

    # What goes under the next sheet

    def _strips(self) -> Iterator[Item]:
        part, printed = self._part, self._printed
        right, below = self._right, self._below
        if right:
            box = Rect.between(printed.right, part.y, part.right + OVERLAP, part.bottom)
            yield from hatched(box)
            words = say("tile.glue", number=right.number)
            flat = Rect(0, 0, box.height, box.width)
            yield from turned(self.tools.knocked_out(words, flat, size=_WORDS), upwards(box))
        if below:
            end = part.right + (OVERLAP if right else 0.0)
            box = Rect.between(part.x, printed.bottom, end, part.bottom + OVERLAP)
            taken = self._slip.intersection(box)
            free = Rect.between(taken.right + SLIP, box.y, box.right, box.bottom) if taken else box
            yield from hatched(free)
            yield from self.tools.knocked_out(say("tile.glue", number=below.number), free, size=_WORDS)

    # Where what shows ends

    def _edges(self) -> Iterator[Item]:
        """Yield a line along every edge of the part that has the poster, or bare paper, on its other side."""
        part, room, paper = self._part.grown(_ASIDE), self._room, self.tools.look.paper
        top, bottom = max(part.y, room.y), min(part.bottom, room.bottom)
        left, right = max(part.x, room.x), min(part.right, room.right)
        if part.x >= room.x:
            yield from cut_line(Point(part.x, top), Point(part.x, bottom), paper)
        if part.y >= room.y:
            yield from cut_line(Point(left, part.y), Point(right, part.y), paper)
        if part.right <= room.right:
            drawn = glue_line if self._right else cut_line
            yield from drawn(Point(part.right, top), Point(part.right, bottom), paper)
        if part.bottom <= room.bottom:
            drawn = glue_line if self._below else cut_line
            yield from drawn(Point(left, part.bottom), Point(right, part.bottom), paper)

    def _ticks(self) -> Iterator[Item]:
        """Yield short lines that carry on the edges of the part, outside the print."""
        part, printed, room = self._part, self._printed, self._room
        for x in (part.x, part.right):
            for start, end in _outside(printed.y, printed.bottom, room.y, room.bottom):
                yield line(Point(x, start), Point(x, end), GRAY)
        for y in (part.y, part.bottom):
            for start, end in _outside(printed.x, printed.right, room.x, room.right):
                yield line(Point(start, y), Point(end, y), GRAY)

    def _to_cut(self) -> Iterator[Item]:
        """Yield what is said on the edges that are cut off, where they are wide enough."""
        printed, room, tile = self._printed, self._room, self.tile
        over = self.plan.at(tile.row - 1, tile.column)
        before = self.plan.at(tile.row, tile.column - 1)
        if printed.y - room.y >= _LEAST_BAND:
            yield from self._cut(over, Rect.between(printed.x, room.y, printed.right, printed.y))
        if printed.x - room.x >= _LEAST_BAND:
            box = Rect.between(room.x, printed.y, printed.x, printed.bottom)
            yield from turned(self._cut(before, Rect(0, 0, box.height, box.width)), upwards(box))

    def _cut(self, other: Tile | None, box: Rect) -> Iterator[Drawn]:
        """Yield scissors, and which sheet takes the edge that they make."""
        words = say("tile.cut.on", number=other.number) if other else say("tile.cut")
        found = self.tools.text(self.tools.in_words(words), box, size=_WORDS, align="center", valign="middle")
        yield from found.runs
        yield from scissors(Point(found.fit.box.x - 2 * MM, box.center.y), 4 * MM)


def _outside(first: float, last: float, least: float, most: float) -> Iterator[tuple[float, float]]:
    """Yield where a mark lies before and after what is printed, if there is room for one."""
    for start, end in (
        (first - _TICK_GAP, max(least, first - _TICK_GAP - _TICK)),
        (last + _TICK_GAP, min(most, last + _TICK_GAP + _TICK)),
    ):
        if abs(end - start) >= MM and (end < start) == (start < first):
            yield start, end
