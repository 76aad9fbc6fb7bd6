"""Bidirectional lines, cut and reordered so that a reader gets from them the logical order of what was typed.

A PDF holds visual order. To find the logical order PDFium takes a line from left to right, cuts it where the
bidirectional type of its characters changes, reverses the pieces that run right to left and, where those are not
outnumbered, the order of all pieces. It knows no embedding levels (UAX #9, rules I1 to L2): of a Latin name with a
number inside Arabic it makes another line. So a line is given to it in directional runs, each a line of its own to the
reader, and each in the order that PDFium's reordering takes back.
Source: PDFium, core/fpdftext/cpdf_textpage.cpp (CloseTempLine) and core/fxcrt/fx_bidi.cpp.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import bidirectional

from app.engine.scene import GlyphRun, Item

# Pairs that PDFium takes for mirrored where text runs right to left: those of UAX #9, rule L4, that a poster may hold,
# and curly quotes, which rule L4 leaves as they are.
_OPENING, _CLOSING = "([{<«‹≤“‘", ")]}>»›≥”’"
_MIRRORED = {
    **dict(zip(_OPENING, _CLOSING, strict=True)),
    **dict(zip(_CLOSING, _OPENING, strict=True)),
}

# PDFium's four kinds of characters; the fourth, neutral, is everything else.
_KINDS = {"L": "left", "R": "right", "AL": "right"} | dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), "weak")

# Of the larger letters' size: what lies closer than their boxes are high may be taken for the same line.
_ONE_LINE = 0.85

# How far from its line, in sizes, a space must stand that ends it.
_AWAY = 2.0

_WORD = re.compile(r"\S+")


class Reordered(NamedTuple):
    """A character of a text as it must stand in the file. at: its place in the text."""

    at: int
    char: str


def reordered(text: str, *, as_one: bool = True) -> list[Reordered]:
    """Return the characters of a directional run in the order and the form from which PDFium gets the text.

    as_one: whether it may reverse the order of all pieces, as it does with glyphs; in a text given beside them it
    reverses each piece by itself.
    """
    pieces = [(kind, list(found)) for kind, found in groupby(range(len(text)), lambda at: _kind(text[at]))]
    kinds = [kind for kind, _ in pieces]
    backwards = as_one and kinds.count("right") > kinds.count("left")
    # Whether what is neutral goes along with letters that run right to left.
    is_reversing = backwards
    blocks = []
    for kind, places in pieces:
        if kind == "right" or (kind == "neutral" and is_reversing):
            is_reversing = True
            blocks.append([Reordered(at, _MIRRORED.get(text[at], text[at])) for at in reversed(places)])
        else:
            is_reversing = is_reversing and kind == "weak"
            blocks.append([Reordered(at, text[at]) for at in places])
    return [char for block in (reversed(blocks) if backwards else blocks) for char in block]


def _kind(char: str) -> str:
    return _KINDS.get(bidirectional(char), "neutral")


def in_visual_order(text: str) -> str:
    """Return right-to-left text of one embedding level in visual order (UAX #9, rule L2): readers reverse it again.

    Brackets are mirrored as rule L4 has it; the reader mirrors them back.
    """
    return "".join(_MIRRORED.get(char, char) for char in reversed(text))


class Line:
    """A line that a reader gets in directional runs. runs: in visual order, of one face, size and colour.

    text: of the whole line, in logical order. starts: where in it each glyph run begins. directional_runs: where in it
    each begins and ends, one after the other, white space at its end.
    """

    def __init__(self, runs: Sequence[GlyphRun]) -> None:
        self.runs = tuple(runs)
        self.starts: dict[int, int] = {}
        self.text, latin = "", ""
        for number in _logical_order([run.level for run in runs]):
            run = runs[number]
            self.starts[number] = len(self.text)
            self.text += run.text
            latin += ("L" if _is_latin(run) else "R") * len(run.text)
        self.directional_runs = (
            [(0, len(self.text))] if self.is_recovered else list(_directional_runs(self.text, latin))
        )

    @property
    def is_recovered(self) -> bool:
        """Whether a reader that gets the whole line in visual order recovers the logical order."""
        seen = "".join(in_visual_order(run.text) if run.level % 2 else run.text for run in self.runs)
        return seen == "".join(char for _, char in reordered(self.text))


def bidirectional_lines(items: Sequence[Item], parts: Container[int] = ()) -> dict[int, Line | None]:
    """Return the lines that must be written whole, by the number of their first run; None stands for their others.

    parts: the numbers of parts of divided words, which are no part of their line.
    They are those whose logical order readers would not recover by themselves, and those of several runs: of a run of
    one letter PDFium takes the direction from the page, and on a poster that is as often as not the wrong one.
    """
    found: dict[int, Line | None] = {}
    for (is_part, _), group in groupby(enumerate(items), lambda pair: (pair[0] in parts, _line_key(pair[1]))):
        numbered = list(group)
        runs = [item for _, item in numbered if isinstance(item, GlyphRun)]
        if is_part or not any(run.level % 2 and run.glyphs for run in runs):
            continue
        line = Line(runs)
        if len(runs) > 1 or not line.is_recovered:
            found |= dict.fromkeys((number for number, _ in numbered), None) | {numbered[0][0]: line}
    return found


def partings(items: Sequence[Item], parts: Container[int] = ()) -> dict[int, float]:
    """Return after which runs a reader must be told that a line ends, with how far from it, in pt, it can be told.

    parts: the numbers of parts of divided words; in a line with text from right to left they are lines of their own.
    PDFium takes what lies less than half a letter lower for the same line, and puts its parts in order from left to
    right: beside a large date, the line below it. Source: PDFium, cpdf_textpage.cpp (ProcessTextObject).
    """
    runs = [(number, item) for number, item in enumerate(items) if isinstance(item, GlyphRun) and item.glyphs]
    right_to_left = {_line_key(run) for _, run in runs if run.level % 2}
    hyphened = {_line_key(run) for _, run in runs if run.text.rstrip().endswith("-")}
    found = {}
    for (number, run), (next_number, following) in pairwise(runs):
        size = max(run.size, following.size)
        apart = abs(following.origin.y - run.origin.y)
        is_close = 0 < apart < _ONE_LINE * size and run.matrix == following.matrix and not run.continues
        is_edge = (number in parts) != (next_number in parts) and _line_key(run) == _line_key(following)
        # A hyphen at the end of a line is taken for that of a divided word.
        is_hyphen = _line_key(run) in hyphened and apart > 0 and not run.continues
        if is_close or is_hyphen or (is_edge and _line_key(run) in right_to_left):
            found[number] = _AWAY * size
    return found


def _line_key(item: Item) -> object:
    """Return what the runs of one line have in common."""
    if not isinstance(item, GlyphRun):
        return None
    return item.face.digest, item.size, item.origin.y, item.matrix, item.ink


def _logical_order(levels: Sequence[int]) -> list[int]:
    """Return the numbers of runs that stand from left to right in the order in which they are read.

    Source: UAX #9, rule L2, undone: what it turns last is turned back first.
    """
    order = list(range(len(levels)))
    for level in range(1, max(levels) + 1):
        order = list(_turned_from(level, order, levels))
    return order


def _turned_from(level: int, order: Sequence[int], levels: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of runs with every stretch of this level or a higher one turned round."""
    for is_deep, group in groupby(order, lambda number: levels[number] >= level):
        stretch = list(group)
        yield from reversed(stretch) if is_deep else stretch


def _is_latin(run: GlyphRun) -> bool:
    """Return whether a run holds letters that run left to right; figures alone go along with what is around them."""
    return run.level % 2 == 0 and any(_kind(char) == "left" for char in run.text)


def _directional_runs(text: str, latin: str) -> Iterator[tuple[int, int]]:
    """Yield where stretches of words of one direction begin and end. latin: L for each place in a run with letters."""
    words = [match.span() for match in _WORD.finditer(text)]
    stretches = groupby(words, lambda span: _runs_left_to_right(text[slice(*span)], latin[slice(*span)]))
    starts = [next(spans)[0] for _, spans in stretches]
    yield from pairwise([0, *starts[1:], len(text)])


def _runs_left_to_right(word: str, latin: str) -> bool:
    """Return whether a word goes along with Latin ones; a word of two directions does, for its other half is one."""
    kinds = {_kind(char) for char in word}
    return "left" in kinds or ("right" not in kinds and "L" in latin)
