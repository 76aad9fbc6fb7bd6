"""Words that go on in the next line: parted from what stands beside them, so that a reader gets them whole.

A PDF reader puts a space where a line ends. A painter prevents that by giving the text of both parts as one; for that
each part must be a run of its own, and the second must follow the first. Where text runs from right to left they do not
do so on paper: there the first part goes behind all other runs of its line, and the second before those of its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from app.engine.geometry import Point
from app.engine.layout.text.values import SetLine
from app.engine.scene import GlyphRun


class _Piece(NamedTuple):
    """A run, or a part of one. start: of its text in that of its line."""

    start: int
    run: GlyphRun


def joined(rows: Sequence[list[GlyphRun]], lines: Sequence[SetLine]) -> tuple[GlyphRun, ...]:
    """Return the runs of all lines, those marked that continue in the run after them."""
    result: list[GlyphRun] = []
    for row, line, following in zip(rows, lines, (*lines, None)[1:], strict=True):
        pieces = [_Piece(shaped.start, run) for shaped, run in zip(line.runs, row, strict=True)]
        if result and result[-1].continues:
            pieces = _first_word_first(pieces)
        if line.goes_on and following is not None:
            pieces = _last_word_last(pieces)
        result.extend(run for _, run in pieces)
    return tuple(result)


def _first_word_first(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces of a line, those of the word that is read first in front."""
    word: list[_Piece] = []
    for piece in sorted(pieces, key=attrgetter("start")):
        at = piece.run.text.find(" ")
        if at == 0:
            break
        part, *rest = _parted(piece, at if at > 0 else len(piece.run.text))
        pieces = _replaced(pieces, piece, rest)
        word.append(part)
        if at > 0:
            break
    return [*_going_on(word[:-1]), *word[-1:], *pieces]


def _last_word_last(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces of a line, those of the word that is read last at the end and marked."""
    word: list[_Piece] = []
    for piece in sorted(pieces, key=attrgetter("start"), reverse=True):
        at = piece.run.text.rfind(" ") + 1
        if at == len(piece.run.text):
            break
        *rest, part = _parted(piece, at)
        pieces = _replaced(pieces, piece, rest)
        word.insert(0, part)
        if at:
            break
    return [*pieces, *_going_on(word)]


def _replaced(pieces: list[_Piece], piece: _Piece, by: list[_Piece]) -> list[_Piece]:
    place = pieces.index(piece)
    return [*pieces[:place], *by, *pieces[place + 1 :]]


def _going_on(word: list[_Piece]) -> list[_Piece]:
    return [piece._replace(run=replace(piece.run, continues=True)) for piece in word]


def _parted(piece: _Piece, at: int) -> list[_Piece]:
    """Return a piece in two, parted before a place of its text; whole where one part would be empty."""
    run = piece.run
    first, second = _glyphs(run, 0, at), _glyphs(run, at, len(run.text))
    if not first.glyphs or not second.glyphs:
        return [piece]
    return [_Piece(piece.start, first), _Piece(piece.start + at, second)]


def _glyphs(run: GlyphRun, start: int, end: int) -> GlyphRun:
    """Return the part of a run that shows the text between two places."""
    numbers = [number for number, glyph in enumerate(run.glyphs) if start <= glyph.cluster < end]
    if not numbers:
        return replace(run, glyphs=(), text=run.text[start:end], advance=0.0)
    # On paper the glyphs of a part stand together, whichever way the text runs.
    left = run.glyphs[numbers[0]].x
    after = numbers[-1] + 1
    right = run.glyphs[after].x if after < len(run.glyphs) else run.advance
    return replace(
        run,
        origin=Point(run.origin.x + left, run.origin.y),
        glyphs=tuple(
            glyph._replace(x=glyph.x - left, cluster=glyph.cluster - start)
            for glyph in (run.glyphs[number] for number in numbers)
        ),
        text=run.text[start:end],
        advance=right - left,
    )
