"""The word across a proof that keeps it from being taken for artwork."""

import math

from app.engine.geometry import IDENTITY, Matrix, Path, Rect, Size
from app.engine.layout.proof.look import Look
from app.engine.layout.text import fit_text, place
from app.engine.scene import ArtifactBegin, ArtifactEnd, Fill, Item, Stroke
from app.engine.sheet import Sheet

# Of the place, how much the word may take.
_SHARE = 0.92

# So much light and so much ink that the word is read on a dark photo and on white paper, and the poster through it.
_LIGHT, _DARK = 0.34, 0.5
_PEN = 1.0


def watermark(word: str, language: str, area: Rect, look: Look, sheet: Sheet) -> tuple[Item, ...]:
    """Return a word in outlines that rises across an area; decoration, which readers pass over.

    Outlines within the page, and no layer or annotation: nothing that a viewer could switch off.
    """
    outline = _outline(word, language, look, sheet)
    place_on = _across(outline.bounds, area)
    letters = outline.transformed(place_on)
    return (
        ArtifactBegin(kind="Page"),
        Fill(path=letters, paint=look.paper, opacity=_LIGHT),
        Stroke(path=letters, paint=look.strong, width=_PEN, matrix=IDENTITY, join="round", opacity=_DARK),
        ArtifactEnd(),
    )


def _outline(word: str, language: str, look: Look, sheet: Sheet) -> Path:
    frame = Rect(0, 0, 1e4, 1e3)
    text = place(fit_text(look.request("mark", word, language), Size(frame.width, frame.height), sheet), frame)
    segments: list[Path] = []
    for run in text.runs:
        em = Matrix.scaling(run.size)
        for glyph in run.glyphs:
            to_place = Matrix.translation(run.origin.x + glyph.x, run.origin.y + glyph.y)
            segments.append(run.face.outline(glyph.gid).transformed(em.then(to_place)))
    return Path(tuple(segment for path in segments for segment in path.segments))


def _across(word: Rect, area: Rect) -> Matrix:
    """Return the map that lays a word along the rising diagonal of an area, as large as it fits."""
    angle = math.atan2(area.height, area.width)
    cos, sin = math.cos(angle), math.sin(angle)
    scale = _SHARE * min(
        area.width / (word.width * cos + word.height * sin), area.height / (word.width * sin + word.height * cos)
    )
    to_middle = Matrix.translation(-word.center.x, -word.center.y)
    turned = to_middle.then(Matrix.scaling(scale)).then(Matrix.rotation(-math.degrees(angle)))
    return turned.then(Matrix.translation(area.center.x, area.center.y))
