"""Breaking copy into lines: as few as fit, as narrow as they go, as even and as well read as they can be."""

from collections.abc import Sequence
from itertools import pairwise

from app.engine.layout.text.copy import Copy

# Costs weigh against the square of the share of a line that stays empty.
_LONELY = 0.5
_LONELY_BUT_LONG = 0.15
_LAST_LINE = 0.6
_STUB = 0.45
_STUB_COST = 0.15
_HYPHENS_IN_A_ROW = 3.0
_MOST_HYPHENS = 2
_LINE = 1000.0
_TOO_WIDE = 100.0


def greedy(copy: Copy, limit: float) -> list[int]:
    """Return the stops at which lines end when each takes as much as fits: the fewest lines there can be."""
    ends, at = [], 0
    while at < len(copy):
        at = copy.farthest(at, limit)
        ends.append(at)
    return ends


def narrowest(copy: Copy, lines: int) -> float:
    """Return the least width, in em, at which the copy takes at most so many lines.

    lines: no fewer than the copy is forced to.
    """
    low = copy.widest_stretch
    high = max(copy.width(start, end) for start, end in pairwise(_walls(copy)))
    if len(greedy(copy, low)) <= lines:
        return low
    while high - low > 0.002 * high:
        middle = (low + high) / 2
        if len(greedy(copy, middle)) <= lines:
            high = middle
        else:
            low = middle
    return widest(copy, greedy(copy, high))


def _walls(copy: Copy) -> list[int]:
    return [number for number, stop in enumerate(copy.stops) if stop.forced]


def widest(copy: Copy, ends: Sequence[int]) -> float:
    """Return the width of the widest line."""
    return max((copy.width(start, end) for start, end in pairwise((0, *ends))), default=0.0)


def flaw(copy: Copy, ends: Sequence[int]) -> float:
    """Return how uneven lines are, on average, and how badly they end, in sum; 0 for a perfect block."""
    limit = widest(copy, ends)
    lines = list(pairwise((0, *ends)))
    uneven = sum(_empty(copy, start, end, limit) for start, end in lines) / max(1, len(lines))
    return uneven + sum(_ending(copy, start, end, limit) for start, end in lines)


def even_lines(copy: Copy, lines: int, limit: float) -> list[int] | None:
    """Return the best way to break copy into exactly so many lines within a width; None where there is none."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(lines):
        row: dict[int, tuple[float, int]] = {}
        for start, (so_far, _) in best[-1].items():
            if start == len(copy):
                continue
            for end in range(start + 1, copy.farthest(start, limit) + 1):
                if copy.width(start, end) > limit + 1e-9:
                    continue
                cost = so_far + _cost(copy, start, end, limit)
                if end not in row or cost < row[end][0]:
                    row[end] = (cost, start)
        best.append(row)
    return _trace(best, len(copy)) if len(copy) in best[-1] else None


def _trace(best: list[dict[int, tuple[float, int]]], end: int) -> list[int]:
    ends = []
    for row in reversed(best[1:]):
        ends.append(end)
        end = row[end][1]
    return ends[::-1]


def flowing_lines(copy: Copy, limit: float) -> list[int]:
    """Return the best way to break copy into the fewest lines within a width."""
    cost = [0.0] + [float("inf")] * len(copy)
    came, row = [0] * (len(copy) + 1), [0] * (len(copy) + 1)
    for start in range(len(copy)):
        for end in range(start + 1, copy.farthest(start, limit) + 1):
            total = cost[start] + _LINE + _empty(copy, start, end, limit)
            total += _lonely(copy, start, end, limit) if copy.stops[end].forced else copy.calm_costs[end]
            in_a_row = row[start] + 1 if copy.hyphens[end] else 0
            total += _HYPHENS_IN_A_ROW if in_a_row > _MOST_HYPHENS else 0
            if total < cost[end]:
                cost[end], came[end], row[end] = total, start, in_a_row
    ends, at = [], len(copy)
    while at:
        ends.append(at)
        at = came[at]
    return ends[::-1]


def _cost(copy: Copy, start: int, end: int, limit: float) -> float:
    """Return how bad one line is."""
    return _empty(copy, start, end, limit) + _ending(copy, start, end, limit)


def _empty(copy: Copy, start: int, end: int, limit: float) -> float:
    """Return the square of the share of a line that stays empty; much for one that is too wide."""
    empty = 1 - copy.width(start, end) / limit if limit > 0 else 0.0
    if empty < -1e-6:
        return _TOO_WIDE * (1 - empty)
    # The last line of a paragraph may be shorter.
    return empty * empty * (_LAST_LINE if copy.stops[end].forced else 1.0)


def _ending(copy: Copy, start: int, end: int, limit: float) -> float:
    """Return how bad the end of a line of a headline is; also a stub between longer lines, and a last word alone."""
    if copy.stops[end].forced:
        return _lonely(copy, start, end, limit)
    is_stub = copy.width(start, end) < _STUB * limit and not copy.stops[start].forced
    return copy.costs[end] + (_STUB_COST if is_stub else 0.0)


def _lonely(copy: Copy, start: int, end: int, limit: float) -> float:
    """Return how bad it is that the last line of a paragraph is one word."""
    if copy.stops[start].forced or end > start + 1:
        return 0.0
    return _LONELY if copy.width(start, end) < 0.6 * limit else _LONELY_BUT_LONG
