"""Attribute values: numbers, lengths, colours, transforms, view boxes. Each function raises ValueError for nonsense."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from tinycss2 import color4

from app.engine.color import Rgb
from app.engine.geometry import IDENTITY, Matrix, Rect
from app.engine.vector.pathdata import LARGEST

_NUM = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH = re.compile(rf"({_NUM})\s*([A-Za-z%]*)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_TRANSFORM = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)")
_ARGUMENT = re.compile(rf"({_NUM})(px|deg|rad|grad|turn)?")

# CSS Values 4, 6.2: px per unit.
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_DEGREES = {"": 1.0, "deg": 1.0, "rad": 180 / math.pi, "grad": 0.9, "turn": 360.0}

Axis = Literal["x", "y", "both"]


class Paint(NamedTuple):
    """A colour with its opacity, 0–1."""

    color: Rgb
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Lengths:
    """What relative lengths are relative to. viewport: in user units, None when unknown. font_size: in px."""

    viewport: tuple[float, float] | None
    font_size: float | None = 16.0

    def read(self, text: str, axis: Axis) -> float:
        """Return a length in user units."""
        found = _LENGTH.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is no length")
        value, unit = float(found[1]), found[2].lower()
        if abs(value) > LARGEST:
            raise ValueError(f"{text!r} is beyond all measure")
        if unit in _UNITS:
            return value * _UNITS[unit]
        if unit == "%":
            return value / 100 * self._whole(axis)
        if unit in ("em", "ex") and self.font_size is not None:
            return value * self.font_size * (1 if unit == "em" else 0.5)
        raise ValueError(f"{text!r} has a unit that depends on fonts or windows")

    def _whole(self, axis: Axis) -> float:
        if self.viewport is None:
            raise ValueError("a percentage, but the drawing has no size")
        width, height = self.viewport
        # SVG 2, 8.9: lengths along neither axis are relative to the diagonal ÷ √2.
        return {"x": width, "y": height, "both": math.hypot(width, height) / math.sqrt(2)}[axis]


def number(text: str) -> float:
    """Return a plain number."""
    if not re.fullmatch(_NUM, text.strip()):
        raise ValueError(f"{text!r} is no number")
    value = float(text)
    if abs(value) > LARGEST:
        raise ValueError(f"{text!r} is beyond all measure")
    return value


def share(text: str) -> float:
    """Return a number or percentage as a share, cut to 0–1."""
    text = text.strip()
    value = number(text[:-1]) / 100 if text.endswith("%") else number(text)
    return min(1.0, max(0.0, value))


@lru_cache(maxsize=4096)
def color(text: str) -> Paint:
    """Return a CSS colour of sRGB: hex, named, rgb(), hsl(), hwb() or transparent."""
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
        return Paint(Rgb.from_hex(f"#{digits}"))
    found = color4.parse_color(text)
    if found is None or isinstance(found, str) or found.space not in ("srgb", "hsl", "hwb"):
        raise ValueError(f"{text!r} is no colour of sRGB")
    *channels, alpha = found.to("srgb")
    red, green, blue = (round(255 * min(1.0, max(0.0, value))) for value in channels)
    return Paint(Rgb(red, green, blue), min(1.0, max(0.0, alpha)))


@lru_cache(maxsize=1024)
def transform(text: str) -> Matrix:
    """Return a list of transforms as one map. Units of CSS are taken where they mean the same as none."""
    text = text.strip()
    if not text or text == "none":
        return IDENTITY
    matrix, at = IDENTITY, 0
    while at < len(text):
        found = _TRANSFORM.match(text, at)
        if not found:
            if text[at:].strip(" \t\r\n,"):
                raise ValueError(f"{text[at:][:30]!r} is no transform")
            break
        matrix = _single(found[1], found[2]).then(matrix)
        at = found.end()
    if max(map(abs, matrix)) > LARGEST:
        raise ValueError("a transform beyond all measure")
    return matrix


def _single(name: str, text: str) -> Matrix:
    rest = _ARGUMENT.sub("", text)
    if rest.strip(" \t\r\n,"):
        raise ValueError(f"{name}({text}) is no transform")
    pairs = _ARGUMENT.findall(text)
    units = {unit for _, unit in pairs}
    values = [float(value) for value, _ in pairs]
    match name, len(values):
        case "matrix", 6 if units <= {""}:
            return Matrix(*values)
        case "translate", 1 | 2 if units <= {"", "px"}:
            return Matrix.translation(values[0], values[1] if len(values) == 2 else 0)
        case "translateX", 1 if units <= {"", "px"}:
            return Matrix.translation(values[0], 0)
        case "translateY", 1 if units <= {"", "px"}:
            return Matrix.translation(0, values[0])
        case "scale", 1 | 2 if units <= {""}:
            return Matrix.scaling(*values)
        case "scaleX", 1 if units <= {""}:
            return Matrix.scaling(values[0], 1)
        case "scaleY", 1 if units <= {""}:
            return Matrix.scaling(1, values[0])
    return _angular(name, values, pairs)


def _angular(name: str, values: list[float], pairs: list[tuple[str, str]]) -> Matrix:
    units = [unit for _, unit in pairs]
    if not units or units[0] not in _DEGREES or any(units[1:]):
        raise ValueError(f"{name} is no transform of the plane, or its numbers do not fit")
    degrees = values[0] * _DEGREES[units[0]]
    match name, len(values):
        case "rotate", 1:
            return Matrix.rotation(degrees)
        case "rotate", 3:
            cx, cy = values[1:]
            there = Matrix.translation(-cx, -cy).then(Matrix.rotation(degrees))
            return there.then(Matrix.translation(cx, cy))
        case "skewX", 1:
            return Matrix(1, 0, math.tan(math.radians(degrees)), 1, 0, 0)
        case "skewY", 1:
            return Matrix(1, math.tan(math.radians(degrees)), 0, 1, 0, 0)
    raise ValueError(f"{name} is no transform of the plane, or its numbers do not fit")


def view_box(text: str) -> Rect:
    """Return a viewBox; both sides above 0."""
    values = [number(part) for part in re.split(r"[\s,]+", text.strip())]
    if len(values) != 4 or min(values[2:]) <= 0:
        raise ValueError(f"{text!r} is no viewBox with a width and a height")
    return Rect(*values)


class Fit(NamedTuple):
    """How a view box is fitted into its place. align_x, align_y: 0, 0.5 or 1."""

    stretch: bool
    slice: bool
    align_x: float
    align_y: float


_ALIGN = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_FIT = re.compile(r"(?:defer\s+)?(?:(none)|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?")


def fit(text: str) -> Fit:
    """Return a preserveAspectRatio."""
    found = _FIT.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no preserveAspectRatio")
    if found[1]:
        return Fit(True, False, 0, 0)
    return Fit(False, found[4] == "slice", _ALIGN[found[2]], _ALIGN[found[3]])


def fitted(box: Rect, place: Rect, how: Fit) -> Matrix:
    """Return the map of a view box into its place. Source: SVG 2, 8.2."""
    sx, sy = place.width / box.width, place.height / box.height
    if not how.stretch:
        sx = sy = max(sx, sy) if how.slice else min(sx, sy)
    dx = place.x - box.x * sx + (place.width - box.width * sx) * how.align_x
    dy = place.y - box.y * sy + (place.height - box.height * sy) * how.align_y
    return Matrix(sx, 0, 0, sy, dx, dy)
