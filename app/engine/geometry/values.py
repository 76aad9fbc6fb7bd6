"""Points, sizes, rectangles and affine maps, in pt, y downwards."""

import math
from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float

    @property
    def geometric_mean(self) -> float:
        """√(width × height): what sizes relative to a sheet are measured against."""
        return math.sqrt(self.width * self.height)


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def between(cls, left: float, top: float, right: float, bottom: float) -> "Rect":
        """Return the rectangle with these edges."""
        return cls(left, top, right - left, bottom - top)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> "Rect":
        """Return the rectangle with every edge moved outwards by a length (inwards when negative)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def holds(self, spot: Point) -> bool:
        """Return whether a point lies inside or on an edge."""
        return self.x <= spot.x <= self.x + self.width and self.y <= spot.y <= self.y + self.height

    def contains(self, other: "Rect", slack: float = 1e-6) -> bool:
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def intersection(self, other: "Rect") -> "Rect | None":
        """Return the common part, or None where there is none of any area."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect.between(left, top, right, bottom) if right > left and bottom > top else None

    def union(self, other: "Rect") -> "Rect":
        return Rect.between(
            min(self.x, other.x), min(self.y, other.y), max(self.right, other.right), max(self.bottom, other.bottom)
        )


class Matrix(NamedTuple):
    """An affine map (x, y) → (a·x + c·y + e, b·x + d·y + f), as in SVG and PDF."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @classmethod
    def translation(cls, dx: float, dy: float) -> "Matrix":
        return cls(1, 0, 0, 1, dx, dy)

    @classmethod
    def scaling(cls, sx: float, sy: float | None = None) -> "Matrix":
        return cls(sx, 0, 0, sx if sy is None else sy, 0, 0)

    @classmethod
    def rotation(cls, degrees: float) -> "Matrix":
        """Turn clockwise on the page (y points down)."""
        angle = math.radians(degrees)
        return cls(math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0, 0)

    def then(self, after: "Matrix") -> "Matrix":
        """Return the map that applies this one first and `after` second."""
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def apply(self, x: float, y: float) -> Point:
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    @property
    def determinant(self) -> float:
        return self.a * self.d - self.b * self.c

    @property
    def scale(self) -> float:
        """The factor by which lengths grow on average: √|determinant|."""
        return math.sqrt(abs(self.determinant))

    @property
    def is_upright(self) -> bool:
        """Whether upright rectangles stay upright rectangles."""
        tiny = 1e-9
        return (abs(self.b) < tiny and abs(self.c) < tiny) or (abs(self.a) < tiny and abs(self.d) < tiny)


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)
