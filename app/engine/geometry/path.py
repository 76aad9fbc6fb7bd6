"""Outlines: lines and cubic curves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.engine.geometry.values import Matrix, Point, Rect

Verb = Literal["M", "L", "C", "Z"]
FillRule = Literal["nonzero", "evenodd"]

# Distance, as a share of the radius, of the handles of a quarter circle drawn as one cubic curve.
KAPPA = 0.5522847498


@dataclass(frozen=True)
class Path:
    """Segments (verb, coordinates): M x y, L x y, C x1 y1 x2 y2 x y, Z."""

    segments: tuple[tuple[Verb, tuple[float, ...]], ...]

    @classmethod
    def rect(cls, box: Rect) -> "Path":
        return cls(
            (
                ("M", (box.x, box.y)),
                ("L", (box.right, box.y)),
                ("L", (box.right, box.bottom)),
                ("L", (box.x, box.bottom)),
                ("Z", ()),
            )
        )

    @classmethod
    def rounded_rect(cls, box: Rect, rx: float, ry: float | None = None) -> "Path":
        """A rectangle with elliptic corners; radii are cut to half the sides."""
        rx = min(rx, box.width / 2)
        ry = min(rx if ry is None else ry, box.height / 2)
        if rx <= 0 or ry <= 0:
            return cls.rect(box)
        kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        return cls(
            (
                ("M", (left + rx, top)),
                ("L", (right - rx, top)),
                ("C", (right - kx, top, right, top + ky, right, top + ry)),
                ("L", (right, bottom - ry)),
                ("C", (right, bottom - ky, right - kx, bottom, right - rx, bottom)),
                ("L", (left + rx, bottom)),
                ("C", (left + kx, bottom, left, bottom - ky, left, bottom - ry)),
                ("L", (left, top + ry)),
                ("C", (left, top + ky, left + kx, top, left + rx, top)),
                ("Z", ()),
            )
        )

    @classmethod
    def ellipse(cls, center: Point, rx: float, ry: float) -> "Path":
        x, y, kx, ky = center.x, center.y, rx * KAPPA, ry * KAPPA
        return cls(
            (
                ("M", (x + rx, y)),
                ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
                ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
                ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
                ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
                ("Z", ()),
            )
        )

    def __bool__(self) -> bool:
        return bool(self.segments)

    @cached_property
    def written(self) -> dict[object, str]:
        """How painters have written this outline, by a key of theirs; art and logos are painted again and again."""
        return {}

    def __add__(self, other: "Path") -> "Path":
        return Path(self.segments + other.segments)

    def transformed(self, matrix: Matrix) -> "Path":
        a, b, c, d, e, f = matrix
        return Path(
            tuple(
                (
                    verb,
                    tuple(
                        value
                        for i in range(0, len(xy), 2)
                        for value in (a * xy[i] + c * xy[i + 1] + e, b * xy[i] + d * xy[i + 1] + f)
                    ),
                )
                for verb, xy in self.segments
            )
        )

    def polygons(self, tolerance: float = 0.1) -> Iterator[list[Point]]:
        """Yield each subpath as corner points, curves flattened to within about `tolerance` pt."""
        points: list[Point] = []
        for verb, xy in self.segments:
            if verb == "M":
                if len(points) > 1:
                    yield points
                points = [Point(*xy)]
            elif verb == "L":
                points.append(Point(*xy))
            elif verb == "C":
                points.extend(_flatten(points[-1], xy, tolerance))
            elif points:
                yield points
                points = [points[0]]
        if len(points) > 1:
            yield points

    def holds(self, spot: Point, tolerance: float = 0.5) -> bool:
        """Return whether a point lies inside, by the even-odd rule, curves flattened to within `tolerance` pt."""
        # Most places lie beside most outlines, and the box is at hand where flattening is work.
        if not self or not self.bounds.holds(spot):
            return False
        inside = False
        for corners in self.polygons(tolerance):
            before = corners[-1]
            for corner in corners:
                if (corner.y > spot.y) != (before.y > spot.y):
                    crossing = (before.x - corner.x) * (spot.y - corner.y) / (before.y - corner.y) + corner.x
                    inside ^= spot.x < crossing
                before = corner
        return inside

    @cached_property
    def bounds(self) -> Rect:
        """The tight box around the outline, curves included. Raises ValueError for an empty path."""
        xs: list[float] = []
        ys: list[float] = []
        here = Point(0, 0)
        for verb, xy in self.segments:
            if verb == "Z":
                continue
            if verb == "C":
                xs.extend(_cubic_extremes(here.x, xy[0], xy[2], xy[4]))
                ys.extend(_cubic_extremes(here.y, xy[1], xy[3], xy[5]))
            here = Point(xy[-2], xy[-1])
            xs.append(here.x)
            ys.append(here.y)
        if not xs:
            raise ValueError("an empty path has no bounds")
        return Rect.between(min(xs), min(ys), max(xs), max(ys))


def polygon_area(corners: Sequence[Point]) -> float:
    """Return the area of a polygon, in pt²; below 0 where its corners run anticlockwise."""
    neighbours = zip(corners, [*corners[1:], *corners[:1]], strict=True)
    return sum(one.x * other.y - other.x * one.y for one, other in neighbours) / 2


def _flatten(start: Point, xy: tuple[float, ...], tolerance: float) -> Iterator[Point]:
    x1, y1, x2, y2, x3, y3 = xy
    # The second differences bound the distance between curve and chord.
    bend = max(abs(start.x - 2 * x1 + x2), abs(x1 - 2 * x2 + x3), abs(start.y - 2 * y1 + y2), abs(y1 - 2 * y2 + y3))
    steps = max(1, min(64, round((bend / max(tolerance, 1e-9)) ** 0.5) + 1))
    for step in range(1, steps + 1):
        t = step / steps
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield Point(p * start.x + q * x1 + r * x2 + s * x3, p * start.y + q * y1 + r * y2 + s * y3)


def _cubic_extremes(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    """Yield the values of one coordinate of a cubic curve where it turns."""
    a = -p0 + 3 * p1 - 3 * p2 + p3
    b = 2 * (p0 - 2 * p1 + p2)
    c = p1 - p0
    for t in _quadratic_roots(a, b, c):
        if 0 < t < 1:
            u = 1 - t
            yield u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3


def _quadratic_roots(a: float, b: float, c: float) -> Iterator[float]:
    if abs(a) < 1e-12:
        if abs(b) > 1e-12:
            yield -c / b
        return
    under = b * b - 4 * a * c
    if under >= 0:
        root = under**0.5
        yield (-b + root) / (2 * a)
        yield (-b - root) / (2 * a)
