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

# Differences below this, in 1/1000 em, are rounding and not kerning.
_STILL = 0.02


class _Cluster(NamedTuple):
    """Glyphs side by side that stand for one piece of text."""

    glyphs: tuple[Glyph, ...]
    text: str


def text_operators(run: GlyphRun, font: FontUse) -> Iterator[str]:
    """Yield the operators that show a run.

    Right-to-left runs stand in visual order without a text of their own: that order is what extraction expects.
    """
    # Text space has y upwards, the scene has it downwards.
    matrix = Matrix(1, 0, 0, -1, *run.origin).then(run.matrix or IDENTITY)
    yield f"BT\n/{font.key} {short(run.size)} Tf\n{matrix_row(matrix)} Tm"
    pen = _Pen(run)
    for cluster in _clusters(run):
        if _is_plain(cluster, font):
            yield from pen.show(cluster.glyphs)
        else:
            yield from pen.flush()
            yield f"/Span <</ActualText {text_string(cluster.text)}>> BDC"
            yield from pen.show(cluster.glyphs)
            yield from pen.flush()
            yield "EMC"
    yield from pen.flush()
    yield "ET" if pen.rise == 0 else "0 Ts\nET"


def _clusters(run: GlyphRun) -> Iterator[_Cluster]:
    starts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    for start, glyphs in groupby(run.glyphs, attrgetter("cluster")):
        # Characters that leave no glyph at the very start belong to the first cluster.
        begin = 0 if start == starts[0] else start
        yield _Cluster(tuple(glyphs), run.text[begin : ends[start]])


def _is_plain(cluster: _Cluster, font: FontUse) -> bool:
    """Return whether the font's map to Unicode alone gives the cluster's text back."""
    if len(cluster.glyphs) == 1:
        return font.says(cluster.glyphs[0].gid, cluster.text)
    for glyph in cluster.glyphs:
        font.says(glyph.gid, cluster.text)
    return False


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
