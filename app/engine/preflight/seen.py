"""What is painted at one place of a scene. Asked for hundreds of places a poster, so shapes are prepared once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.engine.geometry import Path, Point, Rect
from app.engine.scene import ClipBegin, ClipEnd, Fill, GroupBegin, GroupEnd, Item, Picture, Stroke, TagBegin

Painted = Fill | Picture | Stroke

_PAINTED = (Fill, Picture, Stroke)
_OF_INTEREST = (*_PAINTED, ClipBegin, ClipEnd, GroupBegin, GroupEnd, TagBegin)


@dataclass(frozen=True)
class _Shape:
    """An outline that is asked what it holds. path: None for all that lies in its box."""

    box: Rect
    path: Path | None

    def holds(self, spot: Point) -> bool:
        if not self.box.holds(spot):
            return False
        return self.path is None or self._is_box or self.path.holds(spot)

    @cached_property
    def _is_box(self) -> bool:
        """Whether the outline is the box itself: most art is."""
        if self.path is None or len(self.path.segments) != 5:
            return False
        corners = {xy for verb, xy in self.path.segments if verb in "ML"}
        box = self.box
        return corners == {(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)}


class _Step(NamedTuple):
    """One item of the scene. number: its place. shape: of what it covers, or of a clip; None for ends and groups."""

    number: int
    item: Item
    shape: _Shape | None


class Surface:
    """A scene as something to put a finger on."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._steps = [
            _Step(number, item, _shape(item)) for number, item in enumerate(items) if isinstance(item, _OF_INTEREST)
        ]

    def at(self, spot: Point, *, before: int | None = None) -> Iterator[tuple[Painted, bool]]:
        """Yield what covers a place, lowest first, and whether it belongs to a group that is shown through.

        before: number of an item of the scene; what is painted from there on is left out. Of a stroke it is only known
        that it runs near: anything in its box may be crossed by it.
        """
        clips: list[bool] = []
        groups = 0
        for number, item, shape in self._steps:
            if number == before:
                return
            if isinstance(item, _PAINTED):
                if shape is not None and all(clips) and shape.holds(spot):
                    yield item, groups > 0
            elif isinstance(item, ClipBegin):
                clips.append(shape is not None and shape.holds(spot))
            elif isinstance(item, ClipEnd):
                clips.pop()
            elif isinstance(item, GroupBegin):
                groups += 1
            elif isinstance(item, GroupEnd):
                groups -= 1


def _shape(item: Item) -> _Shape | None:
    match item:
        case Fill() | ClipBegin() if item.path:
            return _Shape(item.path.bounds, item.path)
        case Picture():
            return _Shape(item.box, None)
        case Stroke() if item.path:
            return _Shape(_reach(item), None)
    return None


def _reach(stroke: Stroke) -> Rect:
    return stroke.path.transformed(stroke.matrix).bounds.grown(stroke.width * stroke.matrix.scale / 2)
