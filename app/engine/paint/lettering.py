"""Glyph runs as text operators, so that what was typed can be read back."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter

from app.engine.fonts import grapheme_ends
from app.engine.geometry import IDENTITY, Matrix
from app.engine.paint.directional_runs import Letter, as_said, directional_letters
from app.engine.paint.numbers import matrix_row, short
from app.engine.paint.outlines import outline_operators
from app.engine.paint.reordering import Line, in_visual_order
from app.engine.paint.typeface import FontUse
from app.engine.scene import Glyph, GlyphRun

# Differences below this, in 1/1000 em, are rounding and not kerning.
_STILL = 0.02

# How far from its line, in em, a space between two directional runs stands: no reader takes it for the same line.
_AWAY = 2.0

# By how much, in pt, a repeated line is larger than its like: more than readers round, less than eyes and presses see.
_OTHER = 0.001

# By how much, in pt, a directional run stands above the one before it, for the same reasons. Where it knows of no line
# between them PDFium still begins one if their heights differ (CPDF_TextPage::GetTextByPredicate), as it must where the
# space that parts them is off the page.
_LIFT = 0.002


def text_operators(run: GlyphRun, font: FontUse, *, scale: float = 1.0, like_it: int = 0) -> Iterator[str]:
    """Yield the operators that show a run.

    scale: from the scene to the page. like_it: how many of the same text and size came before.
    Right-to-left runs stand in visual order, as extraction expects it: poppler and PDFium turn each such line round.
    """
    pen = _Pen(run, scale, like_it)
    yield from pen.begin()
    letters = list(_letters(run))
    for letter in letters:
        said = _said(run, letter.start, letter.end)
        yield from pen.show(letter.glyph, font.saying(letter.glyph.gid, said))
    yield from pen.finish()
    yield from outline_operators(run, [mark for letter in letters for mark in letter.marks])


def line_operators(line: Line, font: FontUse, *, scale: float = 1.0, like_it: int = 0) -> Iterator[str]:
    """Yield the operators that show a bidirectional line in directional runs that readers reorder one by one.

    scale: from the scene to the page. like_it: how many of the same text and size came before.
    """
    first = line.runs[0]
    pen = _Pen(first, scale, like_it)
    letters = _line_letters(line)
    marks: list[Glyph] = []
    yield from pen.begin()
    for number, (start, end) in enumerate(line.directional_runs):
        if number:
            yield from _parting(pen, font, _AWAY * first.size)
        pen.lift(lifted=number % 2 == 1)
        shown = directional_letters(letters, line.text, (start, end), first)
        marks += [glyph for letter, _ in shown for glyph in letter.marks]
        names = font.saying_all([each.pair for each in shown])
        for (letter, _), name in zip(shown, names, strict=True):
            yield from pen.show(letter.glyph, name)
    yield from pen.finish()
    yield from outline_operators(first, marks)


def parting_operators(run: GlyphRun, font: FontUse, away: float, *, scale: float = 1.0) -> Iterator[str]:
    """Yield the operators that end a run's line for readers.

    away: how far from it this is said, in pt. scale: from the scene to the page.
    """
    pen = _Pen(run, scale)
    yield from pen.begin()
    yield from _parting(pen, font, away)
    yield from pen.finish()


def _line_letters(line: Line) -> list[Letter]:
    """Return the letters of all runs of a line, placed from the first run's origin and found in the line's text."""
    found = []
    for number, run in enumerate(line.runs):
        away, start = run.origin.x - line.runs[0].origin.x, line.starts[number]
        for letter in _letters(run):
            glyph, *marks = (each._replace(x=each.x + away) for each in (letter.glyph, *letter.marks))
            found.append(Letter(glyph, start + letter.start, start + letter.end, tuple(marks)))
    return found


def _parting(pen: "_Pen", font: FontUse, away: float) -> Iterator[str]:
    """Yield a space away from its line, and twice: of one alone no reader knows the direction."""
    for _ in range(2):
        space = Glyph(pen.space, pen.place, -away, 0)
        yield from pen.show(space, font.saying(space.gid, " "))


def _letters(run: GlyphRun) -> Iterator[Letter]:
    """Yield the run's letters in visual order."""
    starts = _starts(run)
    ends = [*starts[1:], len(run.text)]
    for place, found in groupby(run.glyphs, lambda glyph: bisect_right(starts, glyph.cluster) - 1):
        glyphs = tuple(found)
        if len(glyphs) == 1:
            # Nearly every letter is, so nothing else is asked of it.
            yield Letter(glyphs[0], starts[place], ends[place])
        elif _are_read_alone(glyphs):
            yield from _parted(glyphs, starts[place], ends[place])
        else:
            anchor = min(glyphs, key=attrgetter("cluster"))
            marks = tuple(glyph for glyph in glyphs if glyph is not anchor)
            yield Letter(anchor, starts[place], ends[place], marks)


def _starts(run: GlyphRun) -> list[int]:
    """Return where in the text a letter with its marks, or a ligature of letters, begins."""
    letters = {0, *grapheme_ends(run.text)}
    return sorted({0} | {glyph.cluster for glyph in run.glyphs if glyph.cluster in letters})


def _are_read_alone(glyphs: tuple[Glyph, ...]) -> bool:
    """Return whether each of several glyphs of a letter can be shown as text of its own.

    Readers take the place of a raised mark for a line of its own, so its letter speaks for it.
    """
    clusters = {glyph.cluster for glyph in glyphs}
    return len(clusters) == len(glyphs) and not any(glyph.y for glyph in glyphs)


def _parted(glyphs: tuple[Glyph, ...], start: int, end: int) -> Iterator[Letter]:
    """Yield each glyph of a letter with its own part of the text between start and end."""
    clusters = sorted(glyph.cluster for glyph in glyphs)
    # What leaves no glyph before the first one belongs to it.
    parts = dict(zip(clusters, pairwise([start, *clusters[1:], end]), strict=True))
    for glyph in glyphs:
        yield Letter(glyph, *parts[glyph.cluster])


def _said(run: GlyphRun, start: int, end: int) -> str:
    text = as_said(run.text[start:end])
    return in_visual_order(text) if run.level % 2 else text


class _Pen:
    """Gathers glyphs into as few operators as their places allow.

    scale: from the scene to the page. Type is written in the page's own points, whatever the scene's: to tell lines
    apart PDFium compares widths of letters in the type's points with distances on the page
    (CPDF_TextPage::ProcessInsertObject), so that a poster made small would be one line.
    """

    def __init__(self, run: GlyphRun, scale: float, like_it: int = 0) -> None:
        self._run = run
        self._scale = scale * (run.matrix.scale if run.matrix else 1.0)
        # Readers take the same wide line a little lower for bold type made by printing twice, and drop it. Of another
        # size it is a line of its own (PDFium, CPDF_TextPage::IsSameTextObject).
        self._size = run.size * self._scale + like_it * _OTHER
        self._per_mille = 1000 * self._scale / self._size
        self._at = 0.0
        self._font = ""
        self._lift = 0.0
        self._rise = 0.0
        self._pieces: list[str] = []
        self._codes: list[str] = []

    @property
    def space(self) -> int:
        return self._run.face.glyph(" ")

    @property
    def place(self) -> float:
        """Where the pen is, in pt of the scene from its origin."""
        return self._at / self._per_mille

    def begin(self) -> Iterator[str]:
        """Yield the beginning of the text."""
        # Text space has y upwards, the scene has it downwards.
        matrix = Matrix(1 / self._scale, 0, 0, -1 / self._scale, *self._run.origin).then(self._run.matrix or IDENTITY)
        yield f"BT\n{matrix_row(matrix)} Tm"

    def lift(self, *, lifted: bool) -> None:
        """Say whether the glyphs that follow stand an unseen bit above their line."""
        self._lift = _LIFT if lifted else 0.0

    def show(self, glyph: Glyph, font: str) -> Iterator[str]:
        """Yield what must come before the glyph, and gather it. font: its resource name."""
        if font != self._font:
            yield from self.flush()
            self._font = font
            yield f"/{font} {short(self._size)} Tf"
        rise = self._lift - glyph.y * self._scale
        if abs(rise - self._rise) > _LIFT / 2:
            yield from self.flush()
            self._rise = rise
            yield f"{short(rise, 4)} Ts"
        self._move(glyph.x * self._per_mille)
        self._codes.append(f"{glyph.gid:04X}")
        self._at += 1000 * self._run.face.advance(glyph.gid)

    def _move(self, target: float) -> None:
        step = round(target - self._at, 2)
        if abs(step) > _STILL:
            self._end_codes()
            self._pieces.append(short(-step, 2))
            self._at += step

    def _end_codes(self) -> None:
        if self._codes:
            self._pieces.append(f"<{''.join(self._codes)}>")
            self._codes = []

    def flush(self) -> Iterator[str]:
        """Yield what is gathered."""
        self._end_codes()
        if self._pieces:
            yield f"[{' '.join(self._pieces)}] TJ"
            self._pieces = []

    def finish(self) -> Iterator[str]:
        """Yield what is gathered and the end of the text."""
        yield from self.flush()
        yield "ET" if self._rise == 0 else "0 Ts\nET"
