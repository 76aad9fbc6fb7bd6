"""Text to glyphs: parted by direction, script and face, shaped by HarfBuzz. Lengths in em."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from app.engine.fonts.bidi import levels as bidi_levels
from app.engine.fonts.bidi import line_levels, visual_order
from app.engine.fonts.clusters import grapheme_ends
from app.engine.fonts.coverage import face_for
from app.engine.fonts.face import Face
from app.engine.fonts.scripts import JOINING, scripts

_UNTIED = {"liga": False, "clig": False}

# Languages in which a ligature of f and i would hide the dot that tells i from ı.
_DOTTED = ("tr", "az")


class ShapedGlyph(NamedTuple):
    """One glyph. x, y: of its origin from the run's, y downwards. cluster: index into the run's text."""

    gid: int
    x: float
    y: float
    advance: float
    cluster: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapedRun:
    """Glyphs of one face, script and direction, in visual order from left to right.

    start: index of the run's text in the text that was shaped. tracking: in em, added after each cluster.
    """

    face: Face
    text: str
    start: int
    level: int
    script: str
    glyphs: tuple[ShapedGlyph, ...]
    advance: float
    tracking: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapedText:
    """One line or paragraph of runs in logical order. base: its own level, 1 for right to left."""

    text: str
    base: int
    runs: tuple[ShapedRun, ...]

    @property
    def advance(self) -> float:
        return sum(run.advance for run in self.runs)

    @property
    def visual_runs(self) -> list[ShapedRun]:
        """The runs as they stand on paper, from left to right."""
        return visual_order(self.runs, [run.level for run in self.runs])


class _Item(NamedTuple):
    start: int
    end: int
    level: int
    script: str
    face: Face


@lru_cache(maxsize=1024)
def shape(text: str, faces: tuple[Face, ...], language: str, base: int, tracking: float = 0.0) -> ShapedText:
    """Shape one paragraph: a text without line ends.

    faces: each grapheme cluster takes the first that shows it. language: BCP 47. base: 0 left to right, 1 right to
    left. tracking: added after each cluster, in em; nothing joins or ties then, and joining scripts are not tracked.
    """
    return shape_line(text, bidi_levels(text, base), faces, language, base, tracking)


def shape_line(
    text: str, found: Sequence[int], faces: tuple[Face, ...], language: str, base: int, tracking: float = 0.0
) -> ShapedText:
    """Shape one line whose levels were found in its paragraph."""
    items = _itemise(text, line_levels(text, found, base), faces)
    runs = tuple(_shape_run(text[item.start : item.end], item, language, tracking) for item in items)
    return ShapedText(text=text, base=base, runs=runs)


def _itemise(text: str, found: Sequence[int], faces: tuple[Face, ...]) -> Iterator[_Item]:
    """Yield the longest stretches of one level, script and face; no grapheme cluster is parted."""
    if text.isascii() and text and len(set(found)) == 1 and all(map(faces[0].glyph, set(text))):
        yield _Item(0, len(text), found[0], "Latn", faces[0])
        return
    letters = scripts(text)
    first, start, now = 0, 0, None
    for end in grapheme_ends(text):
        key = (found[start], letters[start], face_for(text[start:end], faces))
        if now is not None and key != now:
            yield _Item(first, start, *now)
            first = start
        start, now = end, key
    if now is not None:
        yield _Item(first, start, *now)


def _shape_run(text: str, item: _Item, language: str, tracking: float) -> ShapedRun:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.script = item.script
    buffer.language = language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    tracked = 0.0 if item.script in JOINING else tracking
    # Tracked letters stand apart, so they must not be tied either.
    untied = tracked or language.split("-")[0].lower() in _DOTTED
    hb.shape(item.face.hb_font, buffer, _UNTIED if untied else {})
    glyphs, advance = _read(buffer, item.face, tracked)
    return ShapedRun(
        face=item.face,
        text=text,
        start=item.start,
        level=item.level,
        script=item.script,
        glyphs=glyphs,
        advance=advance,
        tracking=tracked,
    )


def _read(buffer: "hb.Buffer", face: Face, tracking: float) -> tuple[tuple[ShapedGlyph, ...], float]:
    scale = 1 / face.upem
    pen = 0.0
    glyphs = []
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    last = len(infos) - 1
    for index, (info, place) in enumerate(zip(infos, positions, strict=True)):
        cluster = info.cluster
        advance = place.x_advance * scale
        if tracking and (index == last or infos[index + 1].cluster != cluster):
            advance += tracking
        glyphs.append(
            ShapedGlyph(info.codepoint, pen + place.x_offset * scale, -place.y_offset * scale, advance, cluster)
        )
        pen += advance
    return tuple(glyphs), pen
