"""What a drawing covers: the tight box around its paint, strokes and clips considered."""

from collections.abc import Iterable
from itertools import pairwise

from app.engine.geometry import Matrix, Path, Rect
from app.engine.vector.drawing import Area, Group, Line, Mark


def visible_bounds(marks: Iterable[Mark], within: Rect | None = None) -> Rect | None:
    """Return the box around everything painted, None for nothing. Never too small; frames do not count.

    within: what lies outside of this is left out.
    """
    found: Rect | None = None
    for mark in marks:
        box = mark_bounds(mark)
        if box and within:
            box = box.intersection(within)
        if box:
            found = box if found is None else found.union(box)
    return found


def mark_bounds(mark: Mark) -> Rect | None:
    """Return the box around one mark, None where nothing is seen."""
    if isinstance(mark, Area):
        return mark.path.bounds if mark.path else None
    if isinstance(mark, Line):
        return _line_bounds(mark)
    if not isinstance(mark, Group):
        return None
    box = visible_bounds(mark.marks)
    for clip in mark.clips:
        if box is None or not clip.path:
            return None
        box = box.intersection(clip.path.bounds)
    return box


def _line_bounds(line: Line) -> Rect | None:
    """Return the box around a stroke: as far as its pen, its square caps and the miters it really has can reach."""
    if not line.path:
        return None
    half = line.width / 2
    reach = half * max(_miter_reach(line), 2**0.5 if line.cap == "square" else 1.0)
    box = line.path.transformed(line.matrix).bounds
    dx, dy = _pen_reach(line.matrix, reach)
    return Rect(box.x - dx, box.y - dy, box.width + 2 * dx, box.height + 2 * dy)


def _pen_reach(matrix: Matrix, radius: float) -> tuple[float, float]:
    """Return half the width and height of a circle's image under a map."""
    return radius * (matrix.a**2 + matrix.c**2) ** 0.5, radius * (matrix.b**2 + matrix.d**2) ** 0.5


def _miter_reach(line: Line) -> float:
    """Return how far the sharpest mitered corner reaches, in half widths; at least 1."""
    if line.join != "miter":
        return 1.0
    return max((_corner_reach(before, after, line.miter_limit) for before, after in _corners(line.path)), default=1.0)


def _corners(path: Path) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the directions in which a path reaches and leaves each of its corners."""
    first: tuple[float, float] | None = None
    arriving: tuple[float, float] | None = None
    x = y = start_x = start_y = 0.0
    for verb, xy in path.segments:
        if verb == "M":
            x, y = start_x, start_y = xy[0], xy[1]
            first = arriving = None
            continue
        points = [(x, y), *zip(xy[::2], xy[1::2], strict=True)] if verb != "Z" else [(x, y), (start_x, start_y)]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        steps = [step for step in steps if step != (0, 0)]
        if steps:
            if arriving:
                yield arriving, steps[0]
            first, arriving = first or steps[0], steps[-1]
        x, y = points[-1]
        if verb == "Z" and arriving and first:
            yield arriving, first
            arriving = first = None


def _corner_reach(before: tuple[float, float], after: tuple[float, float], limit: float) -> float:
    """Return 1 ÷ sin(half the angle between two strokes), 1 where that passes the limit. Source: SVG 2, 13.5.5."""
    lengths = ((before[0] ** 2 + before[1] ** 2) * (after[0] ** 2 + after[1] ** 2)) ** 0.5
    cos_turn = (before[0] * after[0] + before[1] * after[1]) / lengths
    # The angle between the strokes is 180° less the turn, so sin²(half of it) = (1 + cos turn) ÷ 2.
    sin_half = max(0.0, (1 + cos_turn) / 2) ** 0.5
    return 1 / sin_half if sin_half * limit >= 1 else 1.0
