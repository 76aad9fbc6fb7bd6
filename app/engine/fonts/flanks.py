"""Where letters stand, seen from the side: between base line and x-height, without tails and accents."""

from collections.abc import Iterator
from functools import lru_cache

from app.engine.fonts.face import Face
from app.engine.geometry import Point

# Tails bend away from a stem, and feet are rounded, within so much of the base line.
_FOOT = 0.02

# Curves are flattened to within so many em: a twentieth of a millimetre in type that is a metre high.
_FINE = 0.00005


@lru_cache(maxsize=8192)
def flanks(face: Face, gid: int, char: str, raised: float = 0.0) -> tuple[float, float] | None:
    """Return how far left and right a glyph stands beside its origin, in em, as an eye that reads sees it.

    That is between base line and x-height for a small letter, and up to the height of capitals for all others: tails
    that reach out below, as of j, do not count, nor do accents. char: what the glyph shows. raised: how far it stands
    above the base line, in em. None for a glyph that has no ink there.
    """
    height = face.metrics.x_height if char.islower() else face.metrics.cap_height
    top, bottom = raised - height, raised - _FOOT
    found = [x for start, end in _edges(face, gid) for x in _within(start, end, top, bottom)]
    return (min(found), max(found)) if found else None


def _edges(face: Face, gid: int) -> Iterator[tuple[Point, Point]]:
    for corners in face.outline(gid).polygons(_FINE):
        yield from zip((corners[-1], *corners), corners, strict=False)


def _within(start: Point, end: Point, top: float, bottom: float) -> Iterator[float]:
    """Yield how far left or right both ends of that part of an edge are that is between two heights, y downwards."""
    if max(start.y, end.y) < top or min(start.y, end.y) > bottom:
        return
    for point in (start, end):
        y = min(max(point.y, top), bottom)
        yield point.x if y == point.y else start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y)
