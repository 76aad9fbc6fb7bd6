"""Chosen lines, shaped anew: what a break changes in the shapes beside it is seen here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from app.engine.fonts import Face, ShapedRun, flanks, shape_line
from app.engine.fonts.bidi import levels
from app.engine.geometry import Rect
from app.engine.layout.text.breaks import TRAILING
from app.engine.layout.text.copy import HYPHEN, Copy, Stop
from app.engine.layout.text.typed import SOFT_HYPHEN, Paragraph
from app.engine.layout.text.values import SetLine, TextRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """One line's text. shown: to be shaped; origins: for each place in it, ends included, the place in `typed`.

    seen: how much of `shown` is seen; the rest is white space. goes_on: the line ends inside a word.
    """

    typed: str
    shown: str
    origins: tuple[int, ...]
    levels: tuple[int, ...]
    base: int
    seen: int
    goes_on: bool


def set_lines(copy: Copy, ends: Sequence[int], request: TextRequest) -> tuple[SetLine, ...]:
    """Shape the lines that end at these stops."""
    style = request.style
    return tuple(
        _set(_words(copy, start, end), style.faces, request.language, style.tracking)
        for start, end in pairwise((0, *ends))
    )


def _words(copy: Copy, start: int, end: int) -> _Words:
    first, last = copy.stops[start], copy.stops[end]
    paragraph = copy.paragraphs[last.paragraph]
    a = 0 if first.forced else first.mark.at
    words = _cut(paragraph, a, last)
    is_last = end == len(copy)
    if last.forced and not is_last and words.shown:
        # Whoever reads the lines one after the other needs a space where the line end was typed.
        return _with(words, " ", " ", paragraph.base)
    if last.mark.adds_hyphen:
        return replace(_with(words, HYPHEN, SOFT_HYPHEN, words.levels[-1]), seen=len(words.shown) + 1)
    return words


def _cut(paragraph: Paragraph, start: int, last: Stop) -> _Words:
    shown = paragraph.shown[start : last.mark.at]
    a, b = paragraph.origins[start], paragraph.origins[last.mark.at]
    return _Words(
        typed=paragraph.typed[a:b],
        shown=shown,
        origins=tuple(origin - a for origin in paragraph.origins[start : last.mark.at + 1]),
        levels=levels(paragraph.shown, paragraph.base)[start : last.mark.at],
        base=paragraph.base,
        seen=len(shown.rstrip(TRAILING)),
        # A break of no width that the user typed divides a word, too.
        goes_on=not last.forced and shown.rstrip(TRAILING) == shown.rstrip("\u200b"),
    )


def _with(words: _Words, shown: str, typed: str, level: int) -> _Words:
    return replace(
        words,
        shown=words.shown + shown,
        typed=words.typed + typed,
        levels=(*words.levels, level),
        origins=(*words.origins, words.origins[-1] + 1),
    )


@lru_cache(maxsize=1024)
def _set(words: _Words, faces: tuple[Face, ...], language: str, tracking: float) -> SetLine:
    shaped = shape_line(words.shown, words.levels, faces, language, words.base, tracking)
    runs = [run for run in shaped.visual_runs if run.glyphs]
    seen = _seen(runs, words.seen)
    left = seen[0].pen if seen else 0.0
    right = max((mark.pen + mark.advance for mark in seen), default=0.0)
    # Tracking opens the space between letters, not the one after the last.
    right -= seen[-1].tracking if seen else 0.0
    inked = [(mark, mark.ink) for mark in seen if mark.ink]
    inks = [(mark.x + ink.x, mark.x + ink.right) for mark, ink in inked] or [(left, right)]
    stems = [stem for mark in seen if (stem := mark.stems)] or inks
    return SetLine(
        text=words.typed,
        base=words.base,
        runs=tuple(_as_typed(run, words) for run in runs),
        shift=left,
        width=right - left,
        rise=max((-ink.y - mark.y for mark, ink in inked), default=0.0),
        depth=max((ink.bottom + mark.y for mark, ink in inked), default=0.0),
        ink_left=min(ink[0] for ink in inks) - left,
        ink_right=right - max(ink[1] for ink in inks),
        stem_left=min(stem[0] for stem in stems) - left,
        stem_right=right - max(stem[1] for stem in stems),
        goes_on=words.goes_on,
    )


class _Mark(NamedTuple):
    """A glyph that is seen. char: what it shows. pen: where it begins; x, y: of its origin; from the line's start."""

    face: Face
    gid: int
    char: str
    pen: float
    x: float
    y: float
    advance: float
    tracking: float

    @property
    def ink(self) -> Rect | None:
        return self.face.ink(self.gid)

    @property
    def stems(self) -> tuple[float, float] | None:
        """Where its sides are, tails and accents left out; None where it has nothing else."""
        found = flanks(self.face, self.gid, self.char, raised=-self.y)
        return (self.x + found[0], self.x + found[1]) if found else None


def _seen(runs: Sequence[ShapedRun], end: int) -> list[_Mark]:
    """Return the glyphs of a line, from left to right, without the white space after place `end`."""
    marks, pen = [], 0.0
    for run in runs:
        at = pen
        for gid, x, y, advance, cluster in run.glyphs:
            if run.start + cluster < end:
                char = run.text[cluster]
                marks.append(_Mark(run.face, gid, char, at, pen + x, y, advance, run.tracking))
            at += advance
        pen += run.advance
    return marks


def _as_typed(run: ShapedRun, words: _Words) -> ShapedRun:
    """Return a run whose text and clusters are those of the typed text."""
    origins = words.origins[run.start : run.start + len(run.text) + 1]
    first, last = origins[0], origins[-1]
    glyphs = run.glyphs
    if origins != tuple(range(first, first + len(origins))):
        glyphs = tuple(glyph._replace(cluster=origins[glyph.cluster] - first) for glyph in glyphs)
    return replace(run, start=first, text=words.typed[first:last], glyphs=glyphs)
