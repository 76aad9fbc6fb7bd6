"""Glyphs as areas instead of text."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.engine.geometry import IDENTITY, Matrix
from app.engine.paint.content import path_operators
from app.engine.paint.keys import GlyphKey
from app.engine.paint.numbers import matrix_row
from app.engine.scene import Glyph, GlyphRun

# Outlines are written on a grid of this many units to the em.
_GRID = 1000


def outline_operators(run: GlyphRun, glyphs: Iterable[Glyph]) -> Iterator[str]:
    """Yield the operators that paint some glyphs of a run as areas, which no reader can take for text."""
    unit = run.size / _GRID
    place = Matrix(unit, 0, 0, unit, *run.origin).then(run.matrix or IDENTITY)
    for glyph in glyphs:
        outline = _outline(GlyphKey(run.face, glyph.gid))
        if outline:
            matrix = Matrix.translation(glyph.x / unit, glyph.y / unit).then(place)
            yield f"q\n{matrix_row(matrix)} cm\n{outline}\nf\nQ"


@lru_cache(maxsize=4096)
def _outline(key: GlyphKey) -> str:
    return path_operators(key.face.outline(key.gid).transformed(Matrix.scaling(_GRID)), places=1)
