"""Words that were divided over lines, told to readers as one.

A reader puts a space where a line ends. Only a text given beside the glyphs of all parts prevents that; poppler and
PDFium both take it, as long as nothing else is nested in it. Source: ISO 32000-1, 14.9.4.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.engine.paint.objects import text_string
from app.engine.paint.reordering import reordered
from app.engine.scene import GlyphRun, Item

_SOFT_HYPHEN = "\u00ad"


class Bracket(NamedTuple):
    """Operators around one item."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def divided_words(items: Sequence[Item]) -> dict[int, Bracket]:
    """Return what stands around the first and the last run of each divided word, by the numbers of those items."""
    found: dict[int, Bracket] = {}
    for first, last in _spans(items):
        word = "".join(run.text for run in items[first : last + 1] if isinstance(run, GlyphRun))
        # A reader turns this text as it turns any other.
        said = text_string("".join(char for _, char in reordered(word.replace(_SOFT_HYPHEN, ""), as_one=False)))
        found[first] = Bracket(before=(f"/Span <</ActualText {said}>> BDC",))
        found[last] = Bracket(after=("EMC",))
    return found


def parts_of_words(items: Sequence[Item]) -> frozenset[int]:
    """Return the numbers of the runs that are parts of divided words."""
    return frozenset(
        number
        for first, last in _spans(items)
        for number in range(first, last + 1)
        if isinstance(items[number], GlyphRun)
    )


def _spans(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and last run of each divided word."""
    first = -1
    for number, item in enumerate(items):
        goes_on = isinstance(item, GlyphRun) and item.continues
        if goes_on and first < 0:
            first = number
        elif first >= 0 and not goes_on:
            if isinstance(item, GlyphRun):
                yield first, number
            first = -1
