"""Glyph outlines as paths."""

from app.engine.geometry import Path
from app.engine.geometry.path import Verb

Place = tuple[float, float]


class OutlinePen:
    """Takes a glyph's outline in font units, y upwards, and gives it in em, y downwards.

    The method names are those of the pen protocol of fontTools, which HarfBuzz calls.
    """

    def __init__(self, upem: int) -> None:
        self._scale = 1 / upem
        self._segments: list[tuple[Verb, tuple[float, ...]]] = []
        self._here: Place = (0, 0)

    def moveTo(self, to: Place) -> None:
        self._add("M", to)

    def lineTo(self, to: Place) -> None:
        self._add("L", to)

    def curveTo(self, first: Place, second: Place, to: Place) -> None:
        self._add("C", first, second, to)

    def qCurveTo(self, control: Place, to: Place) -> None:
        """Add a quadratic curve, raised to a cubic one that is the same."""
        (x0, y0), (x1, y1), (x2, y2) = self._here, control, to
        self._add(
            "C", (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3), (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3), to
        )

    def closePath(self) -> None:
        self._segments.append(("Z", ()))

    def endPath(self) -> None:
        """End a contour that is left open; a fill closes it all the same."""

    def path(self) -> Path:
        return Path(tuple(self._segments))

    def _add(self, verb: Verb, *places: Place) -> None:
        self._here = places[-1]
        scale = self._scale
        self._segments.append((verb, tuple(value for x, y in places for value in (x * scale, -y * scale))))
