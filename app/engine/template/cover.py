"""Whether a sheet is painted to the edge of its bleed: white paper may only show where it is painted white."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.engine.geometry import Path, Point, Rect
from app.engine.template.pieces import Piece, is_upright_box

# Samples along each axis, besides those between all edges of shapes: a gap between curves shows from here on.
_LATTICE = 120

Grid = NDArray[np.bool_]


def bare_spot(pieces: Iterable[Piece], box: Rect, choices: Iterable[tuple[str, ...]]) -> Point | None:
    """Return a place of the box that no opaque shape covers, or None when all of it is covered.

    choices: for each choice the ids of its groups. Their shapes count where those of every value cover.
    """
    shapes = [piece for piece in pieces if piece.solid]
    if any(
        not piece.branch and not piece.clips and is_upright_box(piece.path) and piece.bounds.contains(box)
        for piece in shapes
    ):
        return None
    xs = _samples([edge for piece in shapes for edge in (piece.bounds.x, piece.bounds.right)], box.x, box.right)
    ys = _samples([edge for piece in shapes for edge in (piece.bounds.y, piece.bounds.bottom)], box.y, box.bottom)
    bare = ~_covered(shapes, tuple(choices), xs, ys)
    if not bare.any():
        return None
    row, column = np.argwhere(bare)[0]
    return Point(float(xs[column]), float(ys[row]))


def _samples(edges: list[float], low: float, high: float) -> NDArray[np.float64]:
    """Return places between all neighbouring edges, so that no sliver slips through, and evenly in between."""
    inside = sorted({low, high, *(edge for edge in edges if low < edge < high)})
    between = [(one + other) / 2 for one, other in pairwise(inside) if other - one > 1e-3]
    even = np.linspace(low, high, _LATTICE + 2)[1:-1]
    return np.array(sorted({*between, *even.tolist()}))


def _covered(
    shapes: list[Piece], choices: tuple[tuple[str, ...], ...], xs: NDArray[np.float64], ys: NDArray[np.float64]
) -> Grid:
    """Return where shapes cover, whatever is chosen."""

    def by(branch: tuple[str, ...]) -> Grid:
        covered = np.zeros((len(ys), len(xs)), dtype=bool)
        for piece in shapes:
            if piece.branch == branch:
                covered |= _mask(piece, xs, ys)
        return covered

    always = by(())
    for groups in choices:
        always |= np.logical_and.reduce([by((group,)) for group in groups])
    return always


def _mask(piece: Piece, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Grid:
    shown = _inside(piece.path, piece.rule == "evenodd", xs, ys)
    for clip in piece.clips:
        shown &= _inside(clip.path, clip.rule == "evenodd", xs, ys)
    return shown


def _inside(path: Path, even_odd: bool, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Grid:
    """Return which samples lie inside an outline, by counting how often it winds around them."""
    winding = np.zeros((len(ys), len(xs) + 1), dtype=np.int32)
    for polygon in path.polygons(tolerance=0.2):
        corners = np.array([*polygon, polygon[0]], dtype=np.float64)
        for (x0, y0), (x1, y1) in pairwise(corners):
            if y0 == y1:
                continue
            turn = 1 if y1 > y0 else -1
            first, last = np.searchsorted(ys, (min(y0, y1), max(y0, y1)))
            rows = np.arange(first, last)
            crossings = x0 + (ys[rows] - y0) * (x1 - x0) / (y1 - y0)
            winding[rows, np.searchsorted(xs, crossings)] += turn
    counts = np.cumsum(winding, axis=1)[:, :-1]
    inside: Grid = counts % 2 == 1 if even_odd else counts != 0
    return inside
