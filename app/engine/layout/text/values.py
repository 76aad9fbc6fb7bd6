"""Texts before and after they are set. Lengths in pt; measures of type in em."""

import math
from dataclasses import dataclass

from app.engine.brand import Align, TypeStyle, measure
from app.engine.color import Ink
from app.engine.fonts import ShapedRun
from app.engine.scene import Fill, GlyphRun, TextFit
from app.engine.sheet import Sheet

# A first or last letter that is blanker than this at its side (an indent, a lone sign) is left where it is.
_MOST_OPTICAL = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRequest:
    """A text and how it wants to look.

    lines: fewest and most. bar_ink: of the bar behind each line; without it, or without a bar in the style, there is
    none. marker_ink: of the marker at its start, in the same way. language: BCP 47, of the text itself.
    ceilings: sizes that it may not exceed, in pt, as far as it does not get smaller than its style allows: one for all
    its lines, or where lines fill their frame one for each; none for a text that may be as large as its style.
    """

    slot: str
    text: str
    language: str
    style: TypeStyle
    ink: Ink
    lines: tuple[int, int] = (1, 1)
    bar_ink: Ink | None = None
    marker_ink: Ink | None = None
    align: Align = "start"
    ceilings: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.lines[0] <= self.lines[1]:
            raise ValueError(f"{self.slot}: lines {self.lines} are not fewest and most")
        if not self.style.faces:
            raise ValueError(f"{self.slot}: style {self.style.key} has no face")

    @property
    def has_bar(self) -> bool:
        return self.style.bar is not None and self.bar_ink is not None

    @property
    def side(self) -> float:
        """How far the bar goes beyond a line at each end, in em."""
        return self.style.bar.side if self.style.bar and self.bar_ink else 0.0

    @property
    def indent(self) -> float:
        """How far lines begin from the edge to make room for the marker, in em."""
        return self.style.marker.indent if self.style.marker and self.marker_ink else 0.0

    @property
    def inset(self) -> float:
        """What bar and marker add to the width of a line, in em."""
        return 2 * self.side + self.indent

    def sizes(self, sheet: Sheet) -> tuple[float, float]:
        """Return the smallest and the largest size of this text on a sheet, in pt."""
        smallest = max(sheet.per_mille(self.style.smallest), measure(self.style.minimum, sheet.format))
        return smallest, max(smallest, min(max(self.ceilings, default=math.inf), sheet.per_mille(self.style.largest)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """One line, shaped. Lengths in em.

    text: as typed, with the white space at its end, and U+00AD where a hyphen was added; the lines of a block, one
    after the other, read as was typed. runs: from left to right, clusters counting in the typed text. shift: what the
    pen goes before the line's left edge (white space at the end of a right-to-left line). width: without that white
    space. rise, depth: of the ink over and under the base line. ink_left, ink_right: blank within the width before the
    first and after the last mark. stem_left, stem_right: the same, tails and accents left out; below 0 where a letter
    stands beyond the width. goes_on: its last word is divided and goes on in the next line.
    """

    text: str
    base: int
    runs: tuple[ShapedRun, ...]
    shift: float
    width: float
    rise: float
    depth: float
    ink_left: float
    ink_right: float
    stem_left: float
    stem_right: float
    goes_on: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.runs

    @property
    def is_rtl(self) -> bool:
        return self.base == 1


def optical_left(line: SetLine) -> float:
    """Return how far a line's left side may hang over an edge so that its letters stand on it, in em.

    Tails below the base line, as of j, may reach further.
    """
    return min(_MOST_OPTICAL, line.stem_left)


def optical_right(line: SetLine) -> float:
    """Return the same of its right side."""
    return min(_MOST_OPTICAL, line.stem_right)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A text that was set, not yet in its place.

    size, smallest: in pt. rise: from the block's top to the first base line; depth: from the last base line to its
    bottom; pitch: from base line to base line; all in em. overset: the text does not fit; it is set all the same.
    sizes, base_lines: where each line fills the width, its own size and its base line from the block's top, in pt; rise
    and depth are then those of the first and last line, and size is the smallest of all.
    """

    request: TextRequest
    size: float
    smallest: float
    lines: tuple[SetLine, ...]
    rise: float
    depth: float
    pitch: float
    overset: bool = False
    overset_chars: int = 0
    sizes: tuple[float, ...] = ()
    base_lines: tuple[float, ...] = ()

    def line_size(self, number: int) -> float:
        """Return the size of one line, in pt."""
        return self.sizes[number] if self.sizes else self.size

    def base_line(self, number: int) -> float:
        """Return how far a base line is from the block's top, in pt."""
        return self.base_lines[number] if self.base_lines else self.size * (self.rise + number * self.pitch)

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def height(self) -> float:
        """In pt, bars included; 0 for an empty text."""
        if not self.lines:
            return 0.0
        last = len(self.lines) - 1
        return self.base_line(last) + self.line_size(last) * self.depth

    @property
    def width(self) -> float:
        """Of the widest line, bars included, in pt."""
        widths = [self.line_size(number) * line.width for number, line in enumerate(self.lines)]
        return max(widths, default=0.0) + self.size * self.request.inset


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """A text in its place. Bars, and the marker, go under the glyphs of every line, so no bar cuts a descender.

    runs: line after line, within a line from left to right as they stand on paper, each with its text in logical order;
    but parts of a divided word follow each other.
    """

    bars: tuple[Fill, ...]
    runs: tuple[GlyphRun, ...]
    fit: TextFit

    @property
    def items(self) -> tuple[Fill | GlyphRun, ...]:
        """Everything in paint order."""
        return (*self.bars, *self.runs)
