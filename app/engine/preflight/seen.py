"""What is painted at one place of a scene. Asked for hundreds of places a poster, so shapes are prepared once."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from app.engine.geometry import Path, Point, Rect
from app.engine.scene import ClipBegin, ClipEnd, Fill, GroupBegin, GroupEnd, Item, Picture, Stroke, TagBegin

Painted = Fill | Picture | Stroke

_PAINTED = (Fill, Picture, Stroke)
_OF_INTEREST = (*_PAINTED, ClipBegin, ClipEnd, GroupBegin, GroupEnd, TagBegin)


class _Shape:
    """An outline that is asked what it holds. path: None for all that lies in its box."""

    def __init__(self, box: Rect, path: Path | None) -> None:
        self._left, self._top, self._right, self._bottom = box.x, box.y, box.right, box.bottom
        self._path = None if path is None or _is_box(path, box) else path

    def holds(self, spot: Point) -> bool:
        x, y = spot
        inside = self._left <= x <= self._right and self._top <= y <= self._bottom
        return inside and (self._path is None or self._path.holds(spot))

    def meets(self, box: Rect) -> bool:
        """Return whether some of it may lie in a box."""
        across = self._left < box.right and box.x < self._right
        return across and self._top < box.bottom and box.y < self._bottom

    def covers(self, box: Rect) -> bool:
        """Return whether a box certainly lies in it."""
        across = self._left <= box.x and box.right <= self._right
        return self._path is None and across and self._top <= box.y and box.bottom <= self._bottom


def _is_box(path: Path, box: Rect) -> bool:
    """Return whether an outline is its box itself: most art is."""
    if len(path.segments) != 5:
        return False
    corners = {xy for verb, xy in path.segments if verb in "ML"}
    return corners == {(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)}


class _Step(NamedTuple):
    """One item of the scene. number: its place. shape: of what it covers, or of a clip; None for ends and groups."""

    number: int
    item: Item
    shape: _Shape | None
    is_painted: bool


class Surface:
    """A scene as something to put a finger on."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._steps = [
            _Step(number, item, _shape(item), isinstance(item, _PAINTED))
            for number, item in enumerate(items)
            if isinstance(item, _OF_INTEREST)
        ]

    def near(self, box: Rect, *, before: int | None = None) -> "Surface":
        """Return what may be seen in a box: asked as this one is, and sooner to answer. before: as for `at`."""
        steps: list[_Step] = []
        clips: list[_Shape | None] = []
        groups = 0
        for step in self._steps:
            item, shape = step.item, step.shape
            if step.number == before:
                break
            if step.is_painted:
                if shape is None or not shape.meets(box) or not all(clip and clip.meets(box) for clip in clips):
                    continue
                if not (clips or groups) and shape.covers(box) and isinstance(item, Fill) and item.opacity == 1:
                    steps.clear()  # nothing below it shows
            elif isinstance(item, ClipBegin):
                clips.append(shape)
            elif isinstance(item, ClipEnd):
                clips.pop()
            else:
                groups += isinstance(item, GroupBegin) - isinstance(item, GroupEnd)
            steps.append(step)
        found = Surface(())
        found._steps = steps
        return found

    def is_mixed(self, box: Rect) -> bool:
        """Return whether something may end within a box, so that not all of it lies on the same."""
        return any(
            shape.meets(box) and (isinstance(item, Stroke) or not shape.covers(box))
            for _, item, shape, _ in self._steps
            if shape is not None
        )

    def has_line(self, box: Rect) -> bool:
        """Return whether a drawn line may run through a box."""
        return any(isinstance(item, Stroke) and shape and shape.meets(box) for _, item, shape, _ in self._steps)

    def at(self, spot: Point, *, before: int | None = None) -> Iterator[tuple[Painted, bool]]:
        """Yield what covers a place, lowest first, and whether it belongs to a group that is shown through.

        before: number of an item of the scene; what is painted from there on is left out. Of a stroke it is only known
        that it runs near: anything in its box may be crossed by it.
        """
        clips: list[bool] = []
        groups = 0
        for number, item, shape, is_painted in self._steps:
            if number == before:
                return
            if is_painted:
                if shape is not None and all(clips) and shape.holds(spot):
                    yield cast(Painted, item), groups > 0
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
