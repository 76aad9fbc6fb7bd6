"""Glyph runs as text operators, so that what was typed can be read back."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from app.engine.geometry import IDENTITY, Matrix
from app.engine.paint.numbers import matrix_row, short
from app.engine.paint.objects import text_string
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


class _Piece(NamedTuple):
    """Glyphs side by side, and the text they stand for where the font does not say it."""

    glyphs: tuple[Glyph, ...]
    text: str = ""


def text_operators(run: GlyphRun, font: FontUse) -> Iterator[str]:
    """Yield the operators that show a run.

    Right-to-left runs stand in visual order, as extraction expects it: poppler and PDFium turn each such line round.
    """
    # Text space has y upwards, the scene has it downwards.
    matrix = Matrix(1, 0, 0, -1, *run.origin).then(run.matrix or IDENTITY)
    yield f"BT\n/{font.key} {short(run.size)} Tf\n{matrix_row(matrix)} Tm"
    pen = _Pen(run)
    for piece in _pieces(run, font):
        if not piece.text:
            yield from pen.show(piece.glyphs)
        else:
            yield from pen.flush()
            yield f"/Span <</ActualText {text_string(piece.text)}>> BDC"
            yield from pen.show(piece.glyphs)
            yield from pen.flush()
            yield "EMC"
    yield from pen.flush()
    yield "ET" if pen.rise == 0 else "0 Ts\nET"


def _pieces(run: GlyphRun, font: FontUse) -> Iterator[_Piece]:
    """Yield the run's glyphs in visual order, parted where a text must be given beside them."""
    clusters = list(_clusters(run))
    plain = [_is_plain(cluster, font) for cluster in clusters]
    if run.level % 2 and any(glyph.y for glyph in run.glyphs):
        # Readers take the place of a raised vowel sign for a line of its own, so the run is given whole.
        yield _Piece(run.glyphs, _turned(run.text))
        return
    for cluster, alone in zip(clusters, plain, strict=True):
        yield _Piece(cluster.glyphs) if alone else cluster


def _clusters(run: GlyphRun) -> Iterator[_Piece]:
    """Yield what HarfBuzz keeps together, with its text."""
    starts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    for start, glyphs in groupby(run.glyphs, attrgetter("cluster")):
        # Characters that leave no glyph at the very start belong to the first cluster.
        text = run.text[0 if start == starts[0] else start : ends[start]]
        yield _Piece(tuple(glyphs), _turned(text) if run.level % 2 else text)


def _turned(text: str) -> str:
    """Return a piece of right-to-left text as it looks from left to right: readers turn the whole line round.

    Brackets change sides, as UAX #9 mirrors them: the reader mirrors them back.
    """
    return "".join(_MIRRORED.get(char, char) for char in reversed(text))


def _is_plain(cluster: _Piece, font: FontUse) -> bool:
    """Return whether the font's map to Unicode alone gives the cluster's text back."""
    known = [font.says(glyph.gid, cluster.text) for glyph in cluster.glyphs]
    return len(known) == 1 and known[0]


class _Pen:
    """Gathers glyphs into as few operators as their places allow."""

    def __init__(self, run: GlyphRun) -> None:
        self._face, self._size = run.face, run.size
        self._per_mille = 1000 / run.size
        self._at = 0.0
        self.rise = 0.0
        self._pieces: list[str] = []
        self._codes: list[str] = []

    def show(self, glyphs: tuple[Glyph, ...]) -> Iterator[str]:
        for glyph in glyphs:
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
