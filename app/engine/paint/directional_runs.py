"""The letters of a directional run of a line, in the order in which a reader must find them.

A reader sees a space where the pen leaps, takes letters of two fonts in the order in which they stand, and may want a
sign between a letter and its mark. Where letters are so placed that they cannot be told one by one, some are painted
only, and a neighbour speaks for them.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.engine.fonts import is_ignorable
from app.engine.paint.reordering import reordered
from app.engine.scene import Glyph, GlyphRun

# A move of the pen, in em, that is no kerning or tracking.
_LEAP = 0.12


class Letter(NamedTuple):
    """What is read together. glyph: shown as text. start, end: of what it says, in the text. marks: painted only."""

    glyph: Glyph
    start: int
    end: int
    marks: tuple[Glyph, ...] = ()


class Shown(NamedTuple):
    """A letter of a directional run with what it says there."""

    letter: Letter
    text: str

    @property
    def pair(self) -> tuple[int, str]:
        return self.letter.glyph.gid, self.text

    @property
    def is_sign(self) -> bool:
        return not any(char.isalnum() for char in self.text)


def as_said(text: str) -> str:
    """Return what a glyph says for a text: a plain space for any white space, with the unseen marks beside it.

    A glyph that says two things is shown by two fonts, and a reader drops a space that is alone in its font.
    """
    seen = "".join(char for char in text if not is_ignorable(char))
    return " " if seen.isspace() else text


def directional_letters(letters: Sequence[Letter], text: str, extent: tuple[int, int], run: GlyphRun) -> list[Shown]:
    """Return the letters of a directional run as they are shown.

    letters: of the whole line. text: of the line. extent: where in it the directional run begins and ends. run: one of
    the line's glyph runs, for face and size.
    """
    return _gathered(_without_far_space(_reordered(letters, text, *extent), run), run)


def _reordered(letters: Sequence[Letter], text: str, start: int, end: int) -> list[Shown]:
    """Return letters in the order in which they are shown; one speaks for what belongs between it and its mark."""
    owner = {at: letter for letter in letters for at in range(letter.start, letter.end)}
    shown: list[Shown] = []
    places: dict[Letter, int] = {}
    for at, char in reordered(text[start:end]):
        # What cannot be seen, such as a mark of direction, has no letter.
        letter = owner.get(start + at)
        if letter is None:
            continue
        place = places.setdefault(letter, len(shown))
        shown[place:] = [_at_once([*shown[place:], Shown(letter, char)])]
        places |= {other: place for other, number in places.items() if number > place}
    return [each._replace(text=as_said(each.text)) for each in shown]


def _at_once(shown: Sequence[Shown], speaker: int = 0) -> Shown:
    """Return what several letters say, said by one of them."""
    letter = shown[speaker].letter
    glyphs = (glyph for each in shown for glyph in (each.letter.glyph, *each.letter.marks))
    marks = tuple(glyph for glyph in dict.fromkeys(glyphs) if glyph != letter.glyph)
    return Shown(letter._replace(marks=marks), "".join(each.text for each in shown))


def _without_far_space(shown: list[Shown], run: GlyphRun) -> list[Shown]:
    """Return the letters of a directional run less a space at its other end, where it would part its letters.

    Around a directional run a reader sees white space anyway.
    """
    first, last = 0, len(shown)
    if last > 1 and shown[0].text == " " and _is_apart(shown[0], shown[1], run):
        first = 1
    if last - first > 1 and shown[-1].text == " " and _is_apart(shown[-2], shown[-1], run):
        last -= 1
    return shown[first:last]


def _gathered(shown: list[Shown], run: GlyphRun) -> list[Shown]:
    """Return letters less those out of their row, as a comma on the far side of a number is.

    Where letters still are apart, no glyph may say two things: that takes two fonts.
    """
    found = _in_row(shown, run)
    while any(_is_apart(one, other, run) for one, other in pairwise(found)) and (less := _one_meaning(found, run)):
        found = _in_row(less, run)
    return found


def _in_row(shown: list[Shown], run: GlyphRun) -> list[Shown]:
    """Return letters less signs at whose sides the pen leaps, words of which that is not enough said at once."""
    while leaps := _count_leaps(shown, run):
        signs = [number for number, each in enumerate(shown) if each.is_sign]
        near = [number for number in signs if _count_leaps(shown[max(0, number - 1) : number + 2], run)]
        ways = [way for number in near for way in _without(shown, number)]
        clear = [way for way in ways if len(_ambiguous(way)) <= len(_ambiguous(shown))]
        best = min(clear, key=lambda way: _count_leaps(way, run), default=shown)
        shown = best if _count_leaps(best, run) < leaps else _said_at_once(shown, run)
    return shown


def _said_at_once(shown: list[Shown], run: GlyphRun) -> list[Shown]:
    """Return letters with the first word in which the pen leaps said by one of its letters."""
    at = next(at for at, (one, other) in enumerate(pairwise(shown)) if _leaps(one, other, run))
    start = max((number + 1 for number in range(at) if shown[number].text == " "), default=0)
    end = next((number for number in range(at, len(shown)) if shown[number].text == " "), len(shown))
    elsewhere = {each.pair[0] for each in (*shown[:start], *shown[end:])}
    word = shown[start:end]
    speaker = min(range(len(word)), key=lambda number: (word[number].pair[0] in elsewhere, word[number].is_sign))
    return [*shown[:start], _at_once(word, speaker), *shown[end:]]


def _one_meaning(shown: list[Shown], run: GlyphRun) -> list[Shown]:
    """Return letters less one that is ambiguous, a sign before others; empty where none can be left out."""
    numbers = sorted(_ambiguous(shown), key=lambda number: not shown[number].is_sign)
    ways = [way for number in numbers for way in _without(shown, number)]
    return min(ways, key=lambda way: _count_leaps(way, run), default=[])


def _ambiguous(shown: list[Shown]) -> list[int]:
    """Return the numbers of letters whose glyphs say something else elsewhere."""
    said = Counter(gid for gid, _ in {each.pair for each in shown})
    return [number for number, each in enumerate(shown) if said[each.pair[0]] > 1]


def _without(shown: list[Shown], number: int) -> list[list[Shown]]:
    """Return letters less one, in each way there is: the one before it speaks for it, or the one after it."""
    pairs = [(first, first + 1) for first in (number - 1, number) if 0 <= first < len(shown) - 1]
    return [
        [*shown[:first], _at_once(shown[first : last + 1], int(first == number)), *shown[last + 1 :]]
        for first, last in pairs
        if " " not in (shown[first].text, shown[last].text)
    ]


def _count_leaps(shown: list[Shown], run: GlyphRun) -> int:
    return sum(_leaps(one, other, run) for one, other in pairwise(shown))


def _leaps(one: Shown, other: Shown, run: GlyphRun) -> bool:
    """Return whether the pen leaps from one letter to another; next to a space no reader minds."""
    return " " not in (one.text, other.text) and _is_apart(one, other, run)


def _is_apart(one: Shown, other: Shown, run: GlyphRun) -> bool:
    """Return whether the second of two letters does not stand at the right of the first."""
    glyph = one.letter.glyph
    end = glyph.x + run.face.advance(glyph.gid) * run.size
    return abs(other.letter.glyph.x - end) > _LEAP * run.size
