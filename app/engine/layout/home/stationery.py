"""What stands on sheets for a printer at home beside the poster: words, lines, a ruler. Lengths in pt."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path as File

from app.engine.brand import Align
from app.engine.color import Cmyk, Ink, Rgb
from app.engine.findings import Sentence, Severity, Wording
from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.layout.proof.look import Look, Voice
from app.engine.layout.text import PlacedText, fit_text, place
from app.engine.scene import ArtifactBegin, ArtifactEnd, Fill, GlyphRun, Item, Stroke
from app.engine.sheet import Sheet
from app.engine.template import VAlign
from app.engine.units import MM

say = Wording(File(__file__).with_name("words.toml"))

RULER = 100 * MM
"""Long enough that a hundredth shows: on 97 % it ends three millimetres short."""

GRAY = Ink(cmyk=Cmyk(0, 0, 0, 0.6), srgb=Rgb(128, 128, 127))
"""Of lines that nobody is to take for a part of the poster."""

DARK = Ink(cmyk=Cmyk(0, 0, 0, 0.9), srgb=Rgb(52, 52, 51))
"""Of lines that somebody cuts along."""

_HAIRLINE = 0.5
_HATCH_PITCH = 2.4 * MM
_PALE = Ink(cmyk=Cmyk(0, 0, 0, 0.3), srgb=Rgb(192, 192, 191))

Drawn = Fill | Stroke | GlyphRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """The means of one page. language: of its words, nl, fr or en."""

    look: Look
    sheet: Sheet
    language: str

    def in_words(self, sentence: Sentence) -> str:
        return sentence.in_language(self.language)

    def text(
        self,
        words: str,
        box: Rect,
        *,
        voice: Voice = "small",
        size: float,
        bar: Ink | None = None,
        align: Align = "start",
        valign: VAlign = "top",
    ) -> PlacedText:
        """Return words in a box."""
        request = self.look.request(voice, words, self.language, size=size, bar=bar)
        return place(fit_text(request, box.size, self.sheet), box, align=align, valign=valign)

    def words(
        self, sentence: Sentence, box: Rect, *, size: float, align: Align = "start", valign: VAlign = "middle"
    ) -> tuple[Drawn, ...]:
        """Return small words in a box, as they are painted."""
        return self.text(self.in_words(sentence), box, size=size, align=align, valign=valign).runs

    def number(self, value: int, center: Point, across: float, *, ground: Ink | None = None) -> Iterator[Drawn]:
        """Yield a number on a disc. across: of the disc. ground: its colour, the brand's brightest if none is given."""
        disc = Path.ellipse(center, across / 2, across / 2)
        yield Fill(path=disc, paint=ground or self.look.signal(Severity.WARNING))
        # On a field of its own colour a disc is seen by its rim.
        yield Stroke(path=disc, paint=self.look.paper, width=0.06 * across, matrix=IDENTITY)
        box = Rect(center.x - across, center.y - across / 2, 2 * across, across)
        yield from self.text(str(value), box, voice="label", size=0.58 * across, align="center", valign="middle").runs

    def step(self, value: int, center: Point, across: float) -> Iterator[Drawn]:
        """Yield the number of a step, in paper on the brand's dark colour."""
        yield Fill(path=Path.ellipse(center, across / 2, across / 2), paint=self.look.strong)
        box = Rect(center.x - across, center.y - across / 2, 2 * across, across)
        found = self.text(str(value), box, voice="label", size=0.58 * across, align="center", valign="middle")
        yield from (replace(run, ink=self.look.paper) for run in found.runs)

    def knocked_out(self, sentence: Sentence, box: Rect, *, size: float) -> Iterator[Drawn]:
        """Yield words in the middle of a hatched strip, on bare paper."""
        found = self.text(self.in_words(sentence), box, size=size, align="center", valign="middle")
        around = found.fit.box
        bare = Rect(around.x - size, box.y, around.width + 2 * size, box.height)
        yield Fill(path=Path.rect(bare), paint=self.look.paper)
        yield from found.runs

    def ruler(self, start: Point) -> Iterator[Drawn]:
        """Yield ten centimetres to the right, with marks upwards and what to do with them above."""
        yield line(start, Point(start.x + RULER, start.y), self.look.ink)
        for step in range(21):
            x, height = start.x + step * 5 * MM, (1.0, 1.8)[step % 2 == 0] * MM
            yield line(Point(x, start.y), Point(x, start.y - height), self.look.ink)
        box = Rect(start.x + 0.8 * MM, start.y - 6 * MM, RULER - 1.6 * MM, 3.8 * MM)
        yield from self.words(say("ruler"), box, size=6.5, align="center", valign="bottom")


def line(start: Point, end: Point, ink: Ink, *, width: float = _HAIRLINE, dashes: tuple[float, ...] = ()) -> Stroke:
    """Return a straight line."""
    path = Path((("M", tuple(start)), ("L", tuple(end))))
    return Stroke(path=path, paint=ink, width=width, matrix=IDENTITY, dashes=dashes)


def cut_line(start: Point, end: Point, paper: Ink) -> tuple[Stroke, Stroke]:
    """Return a hairline that is seen on whatever lies below it: dark dashes on white."""
    return line(start, end, paper), line(start, end, DARK, dashes=(4.0, 3.0))


def glue_line(start: Point, end: Point, paper: Ink) -> tuple[Stroke, Stroke]:
    """Return the line up to which the next sheet comes: whole, so that nobody cuts along it."""
    return line(start, end, paper, width=3 * _HAIRLINE), line(start, end, GRAY)


def scissors(tip: Point, size: float) -> Iterator[Drawn]:
    """Yield scissors that cut to the right. tip: of the blades. size: from end to end."""
    unit = size / 5
    pen = 0.42 * unit
    for side in (-1, 1):
        ring = Point(tip.x - 4.1 * unit, tip.y + side * 1.15 * unit)
        yield Stroke(path=Path.ellipse(ring, 0.8 * unit, 0.8 * unit), paint=DARK, width=pen, matrix=IDENTITY)
        joint = Point(ring.x + 0.65 * unit, ring.y - side * 0.45 * unit)
        yield line(joint, Point(tip.x, tip.y - side * 0.5 * unit), DARK, width=pen)


def arrow(start: Point, end: Point, ink: Ink, *, width: float) -> Iterator[Drawn]:
    """Yield an arrow along an axis. width: of its line."""
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy)
    x, y, head = dx / length, dy / length, 3.2 * width
    neck = Point(end.x - x * head, end.y - y * head)
    yield line(start, neck, ink, width=width)
    left, right = (neck.x - y * head, neck.y + x * head), (neck.x + y * head, neck.y - x * head)
    yield Fill(path=Path((("M", tuple(end)), ("L", left), ("L", right), ("Z", ()))), paint=ink)


def hatched(box: Rect) -> Iterator[Stroke]:
    """Yield pale slanting lines that fill a box: here comes glue."""
    step, reach = _HATCH_PITCH, box.height
    count = int((box.width + reach) / step) + 1
    for number in range(1, count):
        x = number * step
        # From the upper edge down to the left, cut at both sides of the box.
        start, end = max(0.0, x - box.width), min(x, reach)
        if end > start:
            one, other = Point(box.x + x - start, box.y + start), Point(box.x + x - end, box.y + end)
            yield line(one, other, _PALE, width=0.4)


def turned(items: Iterable[Drawn], matrix: Matrix) -> Iterator[Drawn]:
    """Yield items that were set elsewhere, in their place. matrix: from there to here."""
    for item in items:
        match item:
            case Fill():
                yield replace(item, path=item.path.transformed(matrix))
            case Stroke():
                yield replace(item, matrix=item.matrix.then(matrix))
            case GlyphRun():
                yield replace(item, matrix=matrix)


def upwards(box: Rect) -> Matrix:
    """Return the map that reads from the bottom up: from a box as long as this one is high, at the origin, to it."""
    return Matrix(0, -1, 1, 0, box.x, box.bottom)


def decoration(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items as something that readers pass over."""
    yield ArtifactBegin(kind="Page")
    yield from items
    yield ArtifactEnd()
