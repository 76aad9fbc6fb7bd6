"""Which parts of a picture with soft edges are solid, and which are soft; the rest is clear.

Only soft parts must be mixed with what lies below. Of a person who is cut out that is a narrow band.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.engine.geometry import Rect

# Pixels around a square that are looked at too: whoever enlarges or reduces a picture mixes in the neighbours.
_NEIGHBOURS = 3

Coverage = NDArray[np.uint8]
"""How solid a picture is, 0–255, by rows and columns."""

_Run = tuple[str, int, int]
"""What squares beside each other are, with the first column and the one after the last."""


class Parts(NamedTuple):
    """Rectangles of the scene that do not overlap. solid: nothing is seen through them. soft: others that show."""

    solid: tuple[Rect, ...]
    soft: tuple[Rect, ...]


def parts_of(coverage: Coverage, box: Rect, square: float) -> Parts:
    """Return the parts of a picture that fills a box. square: side of the squares that are told apart, in pt."""
    rows, columns = _edges(box.y, box.bottom, square), _edges(box.x, box.right, square)
    down, across = coverage.shape[0] / box.height, coverage.shape[1] / box.width
    bands = [coverage[_span((top - box.y) * down, (bottom - box.y) * down)] for top, bottom in pairwise(rows)]
    spans = [_span((left - box.x) * across, (right - box.x) * across) for left, right in pairwise(columns)]
    runs = [_runs([_kind(band[:, span]) for span in spans]) for band in bands]
    found: dict[str, list[Rect]] = {"solid": [], "soft": [], "clear": []}
    for (kind, start, end), top, bottom in _columns(runs):
        found[kind].append(Rect.between(columns[start], rows[top], columns[end], rows[bottom]))
    return Parts(tuple(found["solid"]), tuple(found["soft"]))


def _edges(start: float, end: float, step: float) -> list[float]:
    """Return where squares begin and end: at whole steps of the scene, and at both ends."""
    inner = (step * number for number in range(math.ceil(start / step), math.ceil(end / step)))
    return [start, *(edge for edge in inner if edge > start), end]


def _span(start: float, end: float) -> slice:
    return slice(max(0, math.floor(start) - _NEIGHBOURS), math.ceil(end) + _NEIGHBOURS)


def _kind(part: Coverage) -> str:
    if part.min(initial=255) == 255:
        return "solid"
    return "soft" if part.max(initial=0) else "clear"


def _runs(kinds: Sequence[str]) -> list[_Run]:
    found, start = [], 0
    for kind, same in groupby(kinds):
        end = start + len(list(same))
        found.append((kind, start, end))
        start = end
    return found


def _columns(rows: Sequence[Sequence[_Run]]) -> Iterator[tuple[_Run, int, int]]:
    """Yield runs with the first row that has them and the one after the last; equal ones below each other are one."""
    begun: dict[_Run, int] = {}
    for number, runs in enumerate([*rows, []]):
        for run in [run for run in begun if run not in runs]:
            yield run, begun.pop(run), number
        for run in runs:
            begun.setdefault(run, number)
