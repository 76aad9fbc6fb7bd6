"""Strokes: lines as a drawing has them, and the dots that subpaths of no length leave."""

import math
from itertools import pairwise

from app.engine.geometry import Matrix, Path, Point, Rect
from app.engine.vector.drawing import Area, Line, Shade
from app.engine.vector.pathdata import Segment
from app.engine.vector.style import Style

# A pen lifted more often than this holds up every renderer down to the print shop's.
MOST_DASHES = 20_000


def stroke_marks(
    path: Path, shade: Shade, style: Style, opacity: float, matrix: Matrix, line: int, id: str
) -> list[Line | Area]:
    """Return the marks of a stroked outline. path: in the space that `matrix` maps into the drawing's.

    Raises ValueError for a dash pattern of absurdly many dashes.
    """
    long, dots = _parted(path)
    marks: list[Line | Area] = []
    if long:
        _check_dashes(long, style)
        marks.append(
            Line(
                path=long,
                shade=shade,
                width=style.stroke_width,
                matrix=matrix,
                cap=style.cap,
                join=style.join,
                miter_limit=style.miter_limit,
                dashes=style.dashes,
                dash_offset=style.dash_offset,
                opacity=opacity,
                line=line,
                id=id,
            )
        )
    if style.cap != "butt":
        for dot in dots:
            outline = _dot(dot, style).transformed(matrix)
            marks.append(Area(path=outline, shade=shade, opacity=opacity, line=line, id=id))
    return marks


def _parted(path: Path) -> tuple[Path, list[Point]]:
    """Return the subpaths that have a length, and the places of those that have none."""
    subpaths: list[list[Segment]] = []
    for segment in path.segments:
        if segment[0] == "M":
            subpaths.append([])
        subpaths[-1].append(segment)
    long: list[Segment] = []
    dots: list[Point] = []
    for subpath in subpaths:
        start = subpath[0][1]
        if all(xy[i : i + 2] == start for _, xy in subpath for i in range(0, len(xy), 2)):
            dots.append(Point(*start))
        else:
            long.extend(subpath)
    return (path if not dots else Path(tuple(long))), dots


def _dot(at: Point, style: Style) -> Path:
    half = style.stroke_width / 2
    if style.cap == "round":
        return Path.ellipse(at, half, half)
    return Path.rect(Rect(at.x - half, at.y - half, 2 * half, 2 * half))


def _check_dashes(path: Path, style: Style) -> None:
    if not style.dashes:
        return
    length = sum(math.dist(a, b) for corners in path.polygons(1.0) for a, b in pairwise(corners))
    if length / sum(style.dashes) * len(style.dashes) > MOST_DASHES:
        raise ValueError("a stroke of too many dashes")
