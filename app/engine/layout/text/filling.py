"""Lines that each fill their frame's width, in a size of their own: a date as an image."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from app.engine.geometry import Size
from app.engine.layout.text import compose
from app.engine.layout.text.breaks import bare_breaks
from app.engine.layout.text.copy import Copy, read_copy
from app.engine.layout.text.lines import set_lines
from app.engine.layout.text.values import SetLine, TextBlock, TextRequest, optical_left, optical_right

# Of a text with more words than this not every way to break it is looked at.
_MOST_WORDS = 8

# A line as high as it is short of the width is still a better image than small type.
_SHORT_LINES = 1.0

# The largest line is at most so many times the smallest: "14" over "maart" is an image, "7" over "september" a giant.
_MOST_UNEVEN = 3.2

_TINY = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Image:
    """A way to set the text. sizes: of each line, in pt. gap: between inks, in pt. worth: more is better."""

    lines: tuple[SetLine, ...]
    sizes: tuple[float, ...]
    gap: float
    worth: float


def filled(request: TextRequest, box: Size, smallest: float, largest: float) -> TextBlock | None:
    """Set a text so that it fills its frame; None where even the smallest size, in pt, is too large.

    Every line is as wide as the frame, up to the largest size and a few times the smallest line; where they are too
    high together, the highest give way.
    """
    copy = read_copy(request, bare_breaks)
    made = (_image(copy, ends, request, box, smallest, largest) for ends in _ways(copy, *request.lines))
    images = [image for image in made if image]
    if not images:
        return None
    return _block(request, max(images, key=lambda image: image.worth), smallest)


def _ways(copy: Copy, fewest: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield the stops at which lines may end: where the user ended them, or else at any word."""
    walls = tuple(number for number, stop in enumerate(copy.stops) if stop.forced and number)
    if 1 < len(walls) <= most:
        yield walls
        return
    fewest, most = min(max(fewest, len(walls)), len(copy)), min(most, len(copy))
    for lines in range(fewest, most + 1):
        if len(copy) > _MOST_WORDS:
            yield tuple(compose.even_lines(copy, lines, compose.narrowest(copy, lines)) or ())
            continue
        free = [number for number in range(1, len(copy)) if number not in walls]
        for chosen in combinations(free, lines - len(walls)):
            yield tuple(sorted((*walls, *chosen)))


def _image(
    copy: Copy, ends: Sequence[int], request: TextRequest, box: Size, smallest: float, largest: float
) -> _Image | None:
    lines = tuple(line for line in set_lines(copy, ends, request) if not line.is_blank)
    if not lines:
        return None
    caps = request.ceilings if len(request.ceilings) == len(lines) else (largest,) * len(lines)
    wide = [min(cap, largest, box.width / max(_width(line), _TINY)) for cap, line in zip(caps, lines, strict=True)]
    wide = [min(size, _MOST_UNEVEN * min(wide)) for size in wide]
    air = request.style.leading - request.style.faces[0].metrics.cap_height
    gap = max(0.0, air) * sum(wide) / len(wide)
    heights = [line.rise + line.depth for line in lines]
    cap = _cap(wide, heights, box.height - gap * (len(lines) - 1))
    sizes = tuple(min(size, cap) for size in wide)
    if min(sizes) < smallest - _TINY:
        return None
    widths = [size * _width(line) / box.width for size, line in zip(sizes, lines, strict=True)]
    covered = sum(size * h * w for size, h, w in zip(sizes, heights, widths, strict=True)) / box.height
    badly = sum(max(0.0, copy.costs[end]) for end in ends[:-1])
    worth = math.log(covered) + _SHORT_LINES * math.log(sum(widths) / len(widths)) - badly
    return _Image(lines=lines, sizes=sizes, gap=gap, worth=worth)


def _width(line: SetLine) -> float:
    """Return the width of a line from its first to its last ink, in em."""
    return line.width - optical_left(line) - optical_right(line)


def _cap(sizes: Sequence[float], heights: Sequence[float], room: float) -> float:
    """Return the size that none may exceed so that lines of these heights, in em, fit a room, in pt."""
    order = sorted(zip(sizes, heights, strict=True), reverse=True)
    rest = sum(size * height for size, height in order)
    if rest <= room + _TINY:
        return math.inf
    capped = 0.0
    for (size, height), (following, _) in pairwise((*order, (0.0, 0.0))):
        rest, capped = rest - size * height, capped + height
        cap = (room - rest) / capped
        if cap >= following:
            return cap
    return 0.0


def _block(request: TextRequest, image: _Image, smallest: float) -> TextBlock:
    base_lines, bottom = [], -image.gap
    for line, size in zip(image.lines, image.sizes, strict=True):
        base_lines.append(bottom + image.gap + size * line.rise)
        bottom = base_lines[-1] + size * line.depth
    return TextBlock(
        request=request,
        size=min(image.sizes),
        smallest=smallest,
        lines=image.lines,
        rise=image.lines[0].rise,
        depth=image.lines[-1].depth,
        pitch=request.style.leading,
        sizes=image.sizes,
        base_lines=tuple(base_lines),
    )
