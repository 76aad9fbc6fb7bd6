"""Where lines may end. Source: Unicode, UAX #14 as ICU has it, less what must stay together."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from icu4py.breakers import LineBreaker

from app.engine.fonts import grapheme_ends
from app.engine.layout.text.hyphens import hyphen_places
from app.engine.layout.text.protect import addresses, leans, protected
from app.engine.layout.text.typed import Paragraph

# What trails at the end of a line and is not seen there; no-break spaces are not among it.
TRAILING = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"

_ADDRESS_SEAM = re.compile(r"[/\-.?&=_@:#+~,]+(?=\w)")
_FIRST_OF_SENTENCE = re.compile(r"[.!?…][»”\"')]*\s+\S+$")
# Numbers of one list or range: "28, 29 en 30", "3 tot 5".
_NUMBERS = re.compile(r"\d+\.?(?:(?:,| [^\W\d]{1,3}) +\d+\.?)+|\d+ و ?\d+")
_GAP = re.compile(r"(?<=\S) +(?=\S)")
_LAST_WORD = re.compile(r"(\w[\w'’]*)\W*$")


class Kind(IntEnum):
    """Why a line may end at a place."""

    SPACE = 0
    PLAIN = 1
    """After a sign, such as a typed hyphen: nothing is added or hidden."""
    SOFT = 2
    """Where the user typed a soft hyphen."""
    HYPHEN = 3
    """Where a dictionary divides a word."""
    CUT = 4
    """Last resort: inside something that should have stayed together."""


class Break(NamedTuple):
    """A place where a line may end. cost: how bad that is beyond its kind; below 0 is good."""

    at: int
    kind: Kind
    cost: float

    @property
    def calm_cost(self) -> float:
        """How bad it is in running text, where the word that ends a line matters little."""
        return self.cost if self.kind > Kind.PLAIN else _CALM * self.cost

    @property
    def adds_hyphen(self) -> bool:
        return self.kind in (Kind.SOFT, Kind.HYPHEN)


_COST = {Kind.SPACE: 0.0, Kind.PLAIN: 0.2, Kind.SOFT: 0.15, Kind.HYPHEN: 0.7, Kind.CUT: 1.5}
_SEAM_BONUS = 0.4
_LEANING = 0.4
_NEW_SENTENCE = 0.4
_CALM = 0.2
_SENTENCE_END = -0.12
_CLAUSE_END = -0.08


@lru_cache(maxsize=1024)
def usual_breaks(paragraph: Paragraph, language: str) -> tuple[Break, ...]:
    """Return where lines may end without dividing a word that the user did not divide."""
    text = paragraph.shown
    kept = protected(text)
    places = {
        at: _break(text, at, language)
        for at in _opportunities(text)
        if at < len(text) and not any(start < at < end for start, end in kept)
    }
    for at in paragraph.soft:
        places.setdefault(at, Break(at, Kind.SOFT, _COST[Kind.SOFT]))
    return tuple(places[at] for at in sorted(places))


@lru_cache(maxsize=256)
def bare_breaks(paragraph: Paragraph, language: str) -> tuple[Break, ...]:
    """Return where lines may end between any two words, even of a date; a sign stays with both its neighbours.

    Numbers of one list stay together too: a line "28," is no date.
    """
    text = paragraph.shown
    lists = [found.span() for found in _NUMBERS.finditer(text)]
    gaps = [found.span() for found in _GAP.finditer(text)]
    free = [gap for gap in gaps if not any(first < gap[0] and gap[1] < last for first, last in lists)]
    return tuple(_break(text, end, language) for start, end in free if not _is_sign(text, start, end))


def _is_sign(text: str, start: int, end: int) -> bool:
    """Return whether a word beside a gap is no word: "&", "–"."""
    words = text[:start].split()[-1:] + text[end:].split()[:1]
    return not all(any(char.isalnum() for char in word) for word in words)


@lru_cache(maxsize=1024)
def hyphen_breaks(paragraph: Paragraph, language: str) -> tuple[Break, ...]:
    """Return where a dictionary divides words, the last word of the paragraph left whole."""
    last = paragraph.shown.rfind(" ") + 1
    return tuple(found for found in _hyphens(paragraph.shown, language) if found.at < last)


@lru_cache(maxsize=1024)
def _opportunities(text: str) -> tuple[int, ...]:
    ends, end = [], 0
    for part in LineBreaker(text, "en"):
        end += len(part)
        ends.append(end)
    return tuple(ends)


def _hyphens(text: str, language: str) -> Iterable[Break]:
    for at, is_seam in hyphen_places(text, language):
        yield Break(at, Kind.HYPHEN, _COST[Kind.HYPHEN] - (_SEAM_BONUS if is_seam else 0))


def _break(text: str, at: int, language: str) -> Break:
    before = text[:at].rstrip(TRAILING)
    kind = Kind.SPACE if len(before) < at else Kind.PLAIN
    return Break(at, kind, _COST[kind] + _cost_of_ending(before, language))


def _cost_of_ending(before: str, language: str) -> float:
    """Return how a line's last word suits the end of a line."""
    last = before[-1:]
    if last in ".!?…:":
        return _SENTENCE_END
    if last in ",;–—)":
        return _CLAUSE_END
    if _FIRST_OF_SENTENCE.search(before[-40:]):
        return _NEW_SENTENCE
    word = _LAST_WORD.search(before[-40:])
    return _LEANING if word and leans(word[1], language) else 0.0


def breaks_inside(text: str, start: int, end: int, language: str) -> list[list[Break]]:
    """Return last resorts inside a stretch that is too long for a line, the better ways first."""
    inside = [at for at in _opportunities(text) if start < at < end]
    cut = _COST[Kind.CUT]
    apart = [(max(a, start), min(b, end)) for a, b in addresses(text) if a < end and start < b]
    seams = [a + found.end() for a, b in apart for found in _ADDRESS_SEAM.finditer(text[a:b])]
    words = [found for found in _hyphens(text, language) if start < found.at < end]
    letters = [at for at in grapheme_ends(text) if start < at < end]
    return [
        [Break(at, _break(text, at, language).kind, cut) for at in inside],
        [Break(at, Kind.CUT, cut) for at in seams if start < at < end] + words,
        [Break(at, Kind.CUT, 2 * cut) for at in letters],
    ]
