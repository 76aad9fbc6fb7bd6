"""Rows about growth: what more formats of one poster cost, and more posters of one template."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from rows_engine import Posters, words_of
from table import Row

# Different in shape or too small for the photo, so that most want a separation of their own.
_FORMATS = ("a3", "a4", "a2", "a5", "a1", "a3-landscape", "b2", "a0")
_FORMAT_COUNTS = (1, 2, 4, 8)
_POSTER_COUNTS = (1, 10, 100, 500)
_RUNS = 3

# Of what a straight line through the first long run would give; what is done once must not come back.
_ROOM = 1.15


def rows(posters: Posters) -> Iterator[Row]:
    """Yield two curves, each with its worst growth."""
    yield from _formats(posters)
    yield from _posters(posters)


def _formats(posters: Posters) -> Iterator[Row]:
    """Yield the time for so many print files of a poster whose photo was never cropped so before."""
    crops = iter(range(10_000))

    def make(count: int) -> None:
        content = posters.with_new_crop(next(crops))
        for key in _FORMATS[:count]:
            posters.make(content, key, "print")

    medians = [_median(make, count) for count in _FORMAT_COUNTS]
    yield _curve(f"print PDF in {_named(_FORMAT_COUNTS)} formats, first time", _FORMAT_COUNTS, medians, 0)


def _posters(posters: Posters) -> Iterator[Row]:
    """Yield the time for so many personalised print files on A4, the first of them with nothing kept of its crop."""
    crops = iter(range(50, 97))

    def make(count: int) -> None:
        content = posters.with_new_crop(next(crops))

        def one(number: int) -> None:
            posters.make(posters.with_headline(words_of(number), content), "a4", "print")

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(one, range(count)))

    times = [_median(make, count) for count in _POSTER_COUNTS]
    yield _curve(f"{_named(_POSTER_COUNTS)} personalised A4 print PDFs", _POSTER_COUNTS, times, 2)


def _median(make: Callable[[int], None], count: int) -> float:
    return statistics.median(_seconds(make, count) for _ in range(_RUNS if count < 100 else 1))


def _seconds(make: Callable[[int], None], count: int) -> float:
    start = time.perf_counter()
    make(count)
    return time.perf_counter() - start


def _curve(what: str, counts: Sequence[int], times: Sequence[float], base: int) -> Row:
    """Return a row with a time for each count. base: which of them the last is held against, each by its count."""
    shown = " · ".join(f"{found * 1000:.0f}" for found in times)
    growth = times[-1] / counts[-1] / (times[base] / counts[base])
    each = " · ".join(f"{1000 * found / count:.1f}" for found, count in zip(times, counts, strict=True))
    target = f"the last ≤ {_ROOM:.2f} × as much each as the {counts[base]}"
    return Row(what=what, found=f"{shown} ms", spread=f"each {each} ms", target=target, met=growth <= _ROOM)


def _named(counts: Sequence[int]) -> str:
    return ", ".join(map(str, counts))
