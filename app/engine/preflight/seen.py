"""What is painted at one place of a scene."""

from collections.abc import Iterable, Iterator

from app.engine.geometry import Path, Point, Rect
from app.engine.scene import ClipBegin, ClipEnd, Fill, GroupBegin, GroupEnd, Item, Picture, Stroke


def painted_at(items: Iterable[Item], spot: Point) -> Iterator[tuple[Fill | Picture | Stroke, bool]]:
    """Yield what covers a place, lowest first, and whether it belongs to a group that is shown through.

    Of a stroke it is only known that it runs near: anything in its box may be crossed by it.
    """
    clips: list[bool] = []
    groups = 0
    for item in items:
        if isinstance(item, ClipBegin):
            clips.append(_holds(item.path, spot))
        elif isinstance(item, ClipEnd):
            clips.pop()
        elif isinstance(item, GroupBegin):
            groups += 1
        elif isinstance(item, GroupEnd):
            groups -= 1
        elif isinstance(item, Fill | Picture | Stroke) and all(clips) and _covers(item, spot):
            yield item, groups > 0


def _covers(item: Fill | Picture | Stroke, spot: Point) -> bool:
    if isinstance(item, Fill):
        return _holds(item.path, spot)
    if isinstance(item, Picture):
        return _is_in(item.box, spot)
    if not item.path:
        return False
    return _is_in(item.path.transformed(item.matrix).bounds.grown(item.width * item.matrix.scale / 2), spot)


def _holds(path: Path, spot: Point) -> bool:
    return bool(path) and _is_in(path.bounds, spot) and path.holds(spot)


def _is_in(box: Rect, spot: Point) -> bool:
    return box.x <= spot.x <= box.right and box.y <= spot.y <= box.bottom
