"""How high lines of type stand, in em."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.fonts import Face
from app.engine.layout.text.copy import Copy
from app.engine.layout.text.values import SetLine, TextRequest

# Accents of capitals may stand out of the block by so much; more would touch what is above.
_OVERHANG = 0.1

# Scripts without capitals keep at least so much air between the marks of two lines.
_AIR = 0.04

# Accents and tails that would stand out of their bar are covered, and by so much more.
_BAR_BEYOND = 0.03

# Letters whose tail is as deep as tails are.
_TAILED = "p"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Measures of a block of lines. rise, depth: the most it takes over its first and under its last base line.

    A text with bars reaches as far as its bars. Without, its capitals touch the top and its tails the bottom;
    scripts without capitals go by their ink.
    """

    rise: float
    depth: float
    pitch: float
    cap_height: float
    tail: float
    has_bar: bool

    def height(self, lines: int) -> float:
        """Return the height of so many lines, in em."""
        return self.rise + self.depth + self.pitch * (lines - 1)

    def size_for(self, lines: int, height: float) -> float:
        """Return the size at which so many lines are as high as a height."""
        return height / self.height(lines)

    def lines_within(self, height: float) -> int:
        """Return how many lines go into a height in em."""
        if height < self.height(1):
            return 0
        return 10**6 if height > 1e6 else 1 + int((height - self.height(1)) / self.pitch + 1e-6)

    def of(self, lines: Sequence[SetLine]) -> tuple[float, float]:
        """Return the rise and depth of a block of these lines."""
        if self.has_bar or not lines:
            return self.rise, self.depth
        return self._rise(lines[0]), self._depth(lines[-1])

    def _rise(self, line: SetLine) -> float:
        return _over(line.rise, self.cap_height, line.is_rtl)

    def _depth(self, line: SetLine) -> float:
        return _over(line.depth, self.tail, line.is_rtl)


def extent(request: TextRequest, copy: Copy) -> Extent:
    """Return the measures of a request's block, on the safe side until its lines are known."""
    face, bar = request.style.faces[0], request.style.bar if request.bar_ink else None
    cap_height, tail, leading = face.metrics.cap_height, tail_of(face), request.style.leading
    by_ink = any(paragraph.base for paragraph in copy.paragraphs)
    ink_rise = max((ruler.rise for ruler in copy.rulers), default=0.0)
    ink_depth = max((ruler.depth for ruler in copy.rulers), default=0.0)
    if bar:
        rise, depth = _covering(bar.above, ink_rise), _covering(bar.below, ink_depth)
        pitch = leading + (rise - bar.above) + (depth - bar.below)
    else:
        rise, depth = _over(ink_rise, cap_height, by_ink), _over(ink_depth, tail, by_ink)
        # Leading is set for Latin; marks over and tails under Arabic letters reach farther.
        pitch = max(leading, ink_rise + ink_depth + _AIR) if by_ink else leading
    return Extent(rise=rise, depth=depth, pitch=pitch, cap_height=cap_height, tail=tail, has_bar=bar is not None)


def _covering(bar: float, ink: float) -> float:
    """Return how far a bar goes: as its style says, or to just beyond ink that would stand out of it."""
    return bar if ink <= bar else ink + _BAR_BEYOND


def tail_of(face: Face) -> float:
    """Return how far tails of letters go under the base line."""
    ink = face.ink(face.glyph(_TAILED)) if face.has(_TAILED) else None
    return ink.bottom if ink else -face.metrics.descender


def _over(ink: float, usual: float, by_ink: bool) -> float:
    """Return the usual height, or the ink's where it stands out too far; of a script without capitals, its ink's."""
    if by_ink:
        return max(ink, usual)
    return max(usual, ink - _OVERHANG)
