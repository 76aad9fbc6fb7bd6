"""Path data: the `d` attribute, in the full grammar of SVG 2, 9.3."""

import math
import re
from collections.abc import Callable, Iterator

from app.engine.geometry import Path
from app.engine.geometry.path import Verb

_NUM = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_NUMBER = re.compile(_NUM)
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_SEP = r"[\s,]*"
_ARC = re.compile(rf"{_SEP}({_NUM}){_SEP}({_NUM}){_SEP}({_NUM}){_SEP}([01]){_SEP}([01]){_SEP}({_NUM}){_SEP}({_NUM})")
_BLANKS = " \t\r\n\f,"
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}

# Beyond this no drawing program works, and differences vanish in rounding.
LARGEST = 1e9

Segment = tuple[Verb, tuple[float, ...]]


def read_path(data: str) -> tuple[Path, str]:
    """Return the outline, and what is wrong with the data, or "".

    As SVG asks, an outline with an error holds all that comes before it. Subpaths of one lone point are left out.
    """
    pen = _Pen()
    first = _COMMAND.search(data)
    if not first:
        return Path(()), f"{data.strip()[:20]!r} is no path data" if data.strip() and data.strip() != "none" else ""
    if data[: first.start()].strip(_BLANKS) or first[1] not in "Mm":
        return Path(()), f"path data must begin with a move, not {data.strip()[:10]!r}"
    for command in _COMMAND.finditer(data):
        wrong = _obey(pen, command[1], command[2])
        if wrong:
            return Path(tuple(pen.finished())), wrong
    return Path(tuple(pen.finished())), ""


def read_points(data: str) -> tuple[list[tuple[float, float]], str]:
    """Return the corners of a `points` attribute, and what is wrong with it, or ""."""
    numbers, wrong = _numbers(data)
    if not wrong and len(numbers) % 2:
        wrong = "an odd number of coordinates"
    pairs = iter(numbers)
    return list(zip(pairs, pairs, strict=False)), wrong


def _numbers(text: str) -> tuple[list[float], str]:
    """Return the numbers up to the first thing that is none, and what that is."""
    rest = _NUMBER.sub("", text)
    wrong = ""
    if rest.strip(_BLANKS):
        odd = next(sign for sign in rest if sign not in _BLANKS)
        text, wrong = text[: _first_garbage(text)], f"{odd!r} among the numbers"
    numbers = [float(number) for number in _NUMBER.findall(text)]
    if numbers and max(map(abs, numbers)) > LARGEST:
        return [], "a number beyond all measure"
    return numbers, wrong


def _first_garbage(text: str) -> int:
    at = 0
    while at < len(text):
        number = _NUMBER.match(text, at)
        if number:
            at = number.end()
        elif text[at] in _BLANKS:
            at += 1
        else:
            return at
    return at


def _obey(pen: "_Pen", letter: str, text: str) -> str:
    """Let the pen do one command with all its repeats; return what is wrong, or ""."""
    name, relative = letter.upper(), letter.islower()
    if name == "Z":
        pen.close()
        return f"{text.strip()[:10]!r} after a closing" if text.strip(_BLANKS) else ""
    if name == "A":
        return _arcs(pen, text, relative)
    numbers, wrong = _numbers(text)
    arity = _ARITY[name]
    whole = len(numbers) - len(numbers) % arity
    if not wrong and (whole != len(numbers) or not numbers):
        wrong = f"{letter} needs {arity} numbers each"
    act = pen.acts[name]
    for at in range(0, whole, arity):
        act(relative, numbers[at : at + arity])
        if name == "M":
            act = pen.acts["L"]
    return wrong


def _arcs(pen: "_Pen", text: str, relative: bool) -> str:
    """Flags may stand against each other and against the next number, so arcs are read one by one."""
    at = 0
    found = False
    while arc := _ARC.match(text, at):
        rx, ry, turn, large, sweep, x, y = arc.groups()
        numbers = (float(rx), float(ry), float(turn), float(x), float(y))
        if max(map(abs, numbers)) > LARGEST:
            return "a number beyond all measure"
        pen.arc(relative, numbers, large == "1", sweep == "1")
        at, found = arc.end(), True
    if text[at:].strip(_BLANKS) or not found:
        return f"{text[at:].strip()[:12]!r} is no whole arc"
    return ""


class _Pen:
    """Where the pen is, and the segments it has drawn."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        # The last handle, which S and T reflect, and the family of command it came from.
        self.handle = (0.0, 0.0)
        self.last = ""
        self.open = False
        self.acts: dict[str, Callable[[bool, list[float]], None]] = {
            "M": self.move,
            "L": self.line,
            "H": self.across,
            "V": self.down,
            "C": self.curve,
            "S": self.smooth,
            "Q": self.quadratic,
            "T": self.smooth_quadratic,
        }

    def finished(self) -> Iterator[Segment]:
        """Yield the segments without moves that nothing follows."""
        segments = self.segments
        last = len(segments) - 1
        for i, segment in enumerate(segments):
            if segment[0] != "M" or (i < last and segments[i + 1][0] != "M"):
                yield segment

    def move(self, relative: bool, xy: list[float]) -> None:
        x, y = xy
        if relative:
            x, y = self.x + x, self.y + y
        self.x, self.y, self.start_x, self.start_y = x, y, x, y
        self.segments.append(("M", (x, y)))
        self.open, self.last = True, ""

    def close(self) -> None:
        if self.open:
            self.segments.append(("Z", ()))
        self.x, self.y, self.open, self.last = self.start_x, self.start_y, False, ""

    def _begin(self) -> None:
        """Start a new subpath where a drawing command follows a closing."""
        if not self.open:
            self.segments.append(("M", (self.x, self.y)))
            self.start_x, self.start_y, self.open = self.x, self.y, True

    def _line_to(self, x: float, y: float) -> None:
        self._begin()
        self.segments.append(("L", (x, y)))
        self.x, self.y, self.last = x, y, ""

    def _curve_to(self, xy: tuple[float, float, float, float, float, float]) -> None:
        self._begin()
        self.segments.append(("C", xy))
        self.x, self.y = xy[4], xy[5]

    def line(self, relative: bool, xy: list[float]) -> None:
        if relative:
            self._line_to(self.x + xy[0], self.y + xy[1])
        else:
            self._line_to(xy[0], xy[1])

    def across(self, relative: bool, xy: list[float]) -> None:
        self._line_to(self.x + xy[0] if relative else xy[0], self.y)

    def down(self, relative: bool, xy: list[float]) -> None:
        self._line_to(self.x, self.y + xy[0] if relative else xy[0])

    def curve(self, relative: bool, xy: list[float]) -> None:
        x1, y1, x2, y2, x, y = xy
        if relative:
            px, py = self.x, self.y
            x1, y1, x2, y2, x, y = px + x1, py + y1, px + x2, py + y2, px + x, py + y
        self._curve_to((x1, y1, x2, y2, x, y))
        self.handle, self.last = (x2, y2), "C"

    def smooth(self, relative: bool, xy: list[float]) -> None:
        x1, y1 = self._reflected("C")
        x2, y2, x, y = xy
        if relative:
            x2, y2, x, y = self.x + x2, self.y + y2, self.x + x, self.y + y
        self._curve_to((x1, y1, x2, y2, x, y))
        self.handle, self.last = (x2, y2), "C"

    def quadratic(self, relative: bool, xy: list[float]) -> None:
        x1, y1, x, y = xy
        if relative:
            x1, y1, x, y = self.x + x1, self.y + y1, self.x + x, self.y + y
        self._quadratic_to(x1, y1, x, y)

    def smooth_quadratic(self, relative: bool, xy: list[float]) -> None:
        x1, y1 = self._reflected("Q")
        x, y = xy
        if relative:
            x, y = self.x + x, self.y + y
        self._quadratic_to(x1, y1, x, y)

    def _quadratic_to(self, x1: float, y1: float, x: float, y: float) -> None:
        px, py = self.x, self.y
        self._curve_to(
            (px + (x1 - px) * 2 / 3, py + (y1 - py) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)
        )
        self.handle, self.last = (x1, y1), "Q"

    def _reflected(self, family: str) -> tuple[float, float]:
        if self.last != family:
            return self.x, self.y
        return 2 * self.x - self.handle[0], 2 * self.y - self.handle[1]

    def arc(self, relative: bool, numbers: tuple[float, float, float, float, float], large: bool, sweep: bool) -> None:
        rx, ry, turn, x, y = numbers
        if relative:
            x, y = self.x + x, self.y + y
        if (x, y) == (self.x, self.y):
            # An arc that goes nowhere is left out, SVG 2, 9.5.1; it still counts as drawn for a round cap.
            self._line_to(x, y)
        elif rx == 0 or ry == 0:
            self._line_to(x, y)
        else:
            for curve in arc_curves((self.x, self.y), (abs(rx), abs(ry)), turn, large, sweep, (x, y)):
                self._curve_to(curve)
        self.last = ""


def arc_curves(
    start: tuple[float, float],
    radii: tuple[float, float],
    turn: float,
    large: bool,
    sweep: bool,
    end: tuple[float, float],
) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Yield cubic curves along an elliptical arc, each at most a quarter. turn: of the x axis, in degrees.

    Source: SVG 2, appendix B.2.4 (from end points to centre) and B.2.5 (radii that are too small).
    """
    (x1, y1), (x2, y2), (rx, ry) = start, end, radii
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    strain = (px / rx) ** 2 + (py / ry) ** 2
    if strain > 1:
        rx, ry = rx * math.sqrt(strain), ry * math.sqrt(strain)
        strain = 1.0
    root = math.sqrt(max(0.0, 1 / strain - 1)) * (-1 if large == sweep else 1)
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    cx, cy = cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2
    first = math.atan2((py - qy) / ry, (px - qx) / rx)
    span = math.atan2((-py - qy) / ry, (-px - qx) / rx) - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    pieces = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def place(u: float, v: float) -> tuple[float, float]:
        return cx + cos * rx * u - sin * ry * v, cy + sin * rx * u + cos * ry * v

    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        ca, sa, cb, sb = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        last = end if piece == pieces - 1 else place(cb, sb)
        yield (*place(ca - reach * sa, sa + reach * ca), *place(cb + reach * sb, sb - reach * cb), *last)
