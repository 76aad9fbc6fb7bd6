"""Glyph runs as text operators, so that what was typed can be read back."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from app.engine.fonts import grapheme_ends
from app.engine.geometry import IDENTITY, Matrix
from app.engine.paint.numbers import matrix_row, short
from app.engine.paint.outlines import outline_operators
from app.engine.paint.typeface import FontUse
from app.engine.scene import Glyph, GlyphRun

# Pairs of UAX #9, rule L4, that a poster may hold.
_OPENING, _CLOSING = "([{<«‹", ")]}>»›"
_MIRRORED = {
    **dict(zip(_OPENING, _CLOSING, strict=True)),
    **dict(zip(_CLOSING, _OPENING, strict=True)),
}

# Differences below this, in 1/1000 em, are rounding and not kerning.
_STILL = 0.02


class _Letter(NamedTuple):
    """What is read together. glyph: shown as text that says `text`. marks: painted only."""

    glyph: Glyph
    text: str
    marks: tuple[Glyph, ...] = ()


def text_operators(run: GlyphRun, font: FontUse) -> Iterator[str]:
    """Yield the operators that show a run.

    Right-to-left runs stand in visual order, as extraction expects it: poppler and PDFium turn each such line round.
    """
    # Text space has y upwards, the scene has it downwards.
    matrix = Matrix(1, 0, 0, -1, *run.origin).then(run.matrix or IDENTITY)
    yield f"BT\n{matrix_row(matrix)} Tm"
    pen = _Pen(run)
    letters = list(_letters(run))
    for letter in letters:
        yield from pen.show(letter.glyph, font.saying(letter.glyph.gid, letter.text))
    yield from pen.flush()
    yield "ET" if pen.rise == 0 else "0 Ts\nET"
    yield from outline_operators(run, [mark for letter in letters for mark in letter.marks])


def _letters(run: GlyphRun) -> Iterator[_Letter]:
    """Yield the run's letters in visual order."""
    starts = _starts(run)
    ends = [*starts[1:], len(run.text)]
    for place, found in groupby(run.glyphs, lambda glyph: bisect_right(starts, glyph.cluster) - 1):
        glyphs = tuple(found)
        if _are_read_alone(glyphs):
            yield from _parted(run, glyphs, starts[place], ends[place])
        else:
            anchor = min(glyphs, key=attrgetter("cluster"))
            marks = tuple(glyph for glyph in glyphs if glyph is not anchor)
            yield _Letter(anchor, _said(run, starts[place], ends[place]), marks)


def _starts(run: GlyphRun) -> list[int]:
    """Return where in the text a letter with its marks, or a ligature of letters, begins."""
    letters = {0, *grapheme_ends(run.text)}
    return sorted({0} | {glyph.cluster for glyph in run.glyphs if glyph.cluster in letters})


def _are_read_alone(glyphs: tuple[Glyph, ...]) -> bool:
    """Return whether each glyph of a letter can be shown as text of its own.

    Readers take the place of a raised mark for a line of its own, so its letter speaks for it.
    """
    clusters = {glyph.cluster for glyph in glyphs}
    return len(glyphs) == 1 or (len(clusters) == len(glyphs) and not any(glyph.y for glyph in glyphs))


def _parted(run: GlyphRun, glyphs: tuple[Glyph, ...], start: int, end: int) -> Iterator[_Letter]:
    """Yield each glyph of a letter with its own part of the text between start and end."""
    clusters = sorted(glyph.cluster for glyph in glyphs)
    # What leaves no glyph before the first one belongs to it.
    parts = dict(zip(clusters, pairwise([start, *clusters[1:], end]), strict=True))
    for glyph in glyphs:
        yield _Letter(glyph, _said(run, *parts[glyph.cluster]))


def _said(run: GlyphRun, start: int, end: int) -> str:
    text = run.text[start:end]
    return _turned(text) if run.level % 2 else text


def _turned(text: str) -> str:
    """Return a piece of right-to-left text as it looks from left to right: readers turn the whole line round.

    Brackets change sides, as UAX #9 mirrors them: the reader mirrors them back.
    """
    return "".join(_MIRRORED.get(char, char) for char in reversed(text))


class _Pen:
    """Gathers glyphs into as few operators as their places allow."""

    def __init__(self, run: GlyphRun) -> None:
        self._face, self._size = run.face, run.size
        self._per_mille = 1000 / run.size
        self._at = 0.0
        self._font = ""
        self.rise = 0.0
        self._pieces: list[str] = []
        self._codes: list[str] = []

    def show(self, glyph: Glyph, font: str) -> Iterator[str]:
        """Yield what must come before the glyph, and gather it. font: its resource name."""
        if font != self._font:
            yield from self.flush()
            self._font = font
            yield f"/{font} {short(self._size)} Tf"
        if abs(glyph.y + self.rise) * self._per_mille > _STILL:
            yield from self.flush()
            self.rise = -glyph.y
            yield f"{short(self.rise, 4)} Ts"
        self._move(glyph.x * self._per_mille)
        self._codes.append(f"{glyph.gid:04X}")
        self._at += 1000 * self._face.advance(glyph.gid)

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
