"""A picture with soft edges, and where its parts lie: in pixels of its own, and of the sheet."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from PIL import Image

from app.engine.color import Ink
from app.engine.geometry import Rect

Painter = Callable[[Rect, tuple[int, int]], Image.Image]
"""Return an area of a scene as CMYK pixels, of a size in px."""

Place = tuple[int, int, int, int]
"""Left, top, right and bottom, in px."""

# Of a solid part beyond what shows of it: more than a block of the codec, so that no block holds an edge of our making.
_SPARE_PX = 16
# By which soft parts lie over what is beside them, so that nothing shines through between.
_OVERLAP_PX = 2
_HAIR_PX = 0.05

_THREADS = 2
_BAND_PIXELS = 500_000


@dataclass(frozen=True, slots=True)
class Soft:
    """A picture in its box. alpha: how solid it is, of the same size. ground: what it lies on."""

    box: Rect
    inks: Image.Image
    alpha: Image.Image
    ground: Ink | Painter

    def on(self, below: Image.Image, place: Place, scale: float) -> Image.Image:
        """Return what is seen at a place of the sheet. below: the ground there. scale: px to the pt."""
        left, top, right, bottom = place
        rows = max(1, _BAND_PIXELS // (right - left))
        bands = [(left, start, right, min(start + rows, bottom)) for start in range(top, bottom, rows)]
        if len(bands) == 1:
            return self._band(below, place, scale)
        found = Image.new("CMYK", below.size)
        with ThreadPoolExecutor(_THREADS) as threads:
            for band, mixed in zip(bands, threads.map(partial(self._of, below, top, scale), bands), strict=True):
                found.paste(mixed, (0, band[1] - top))
        return found

    def _of(self, below: Image.Image, top: int, scale: float, band: Place) -> Image.Image:
        return self._band(below.crop((0, band[1] - top, below.width, band[3] - top)), band, scale)

    def _band(self, below: Image.Image, place: Place, scale: float) -> Image.Image:
        source = self._source(area_of(place, scale))
        above, cover = (
            layer.resize(below.size, Image.Resampling.BICUBIC, box=source) for layer in (self.inks, self.alpha)
        )
        return Image.composite(above, below, cover)

    def _source(self, area: Rect) -> tuple[float, float, float, float]:
        """Return what of the picture fills an area, in px that need not be whole."""
        (width, height), box = self.inks.size, self.box
        across, down = width / box.width, height / box.height
        return (
            max(0.0, (area.x - box.x) * across),
            max(0.0, (area.y - box.y) * down),
            min(width, (area.right - box.x) * across),
            min(height, (area.bottom - box.y) * down),
        )


def painted(ground: Ink | Painter, area: Rect, size: tuple[int, int]) -> Image.Image:
    """Return what a ground looks like in an area, in CMYK pixels. size: in px."""
    return Image.new("CMYK", size, ground.cmyk.levels) if isinstance(ground, Ink) else ground(area, size)


def around(places: Sequence[Place]) -> Place:
    """Return the smallest place that holds all these; at least one."""
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def part_of(box: Rect, place: Place, size: tuple[int, int]) -> Rect:
    """Return where some pixels of a picture lie. box: of the whole picture. size: of that, in px."""
    across, down = box.width / size[0], box.height / size[1]
    return Rect.between(
        box.x + place[0] * across, box.y + place[1] * down, box.x + place[2] * across, box.y + place[3] * down
    )


def pixels_around(part: Rect, box: Rect, size: tuple[int, int]) -> Place:
    """Return the pixels of a picture around a part of it, with some to spare. box, size: as for `part_of`."""
    across, down = size[0] / box.width, size[1] / box.height
    return (
        max(0, math.floor((part.x - box.x) * across) - _SPARE_PX),
        max(0, math.floor((part.y - box.y) * down) - _SPARE_PX),
        min(size[0], math.ceil((part.right - box.x) * across) + _SPARE_PX),
        min(size[1], math.ceil((part.bottom - box.y) * down) + _SPARE_PX),
    )


def overlapping(part: Rect, box: Rect, scale: float) -> Place:
    """Return the pixels of the sheet that a part of a picture takes, a little into what is beside it."""
    return pixels_of_sheet(part.grown(_OVERLAP_PX / scale).intersection(box) or part, scale)


def pixels_of_sheet(area: Rect, scale: float) -> Place:
    """Return the whole pixels of the sheet that are nearest to an area. scale: px to the pt."""
    left, top = round(area.x * scale), round(area.y * scale)
    return left, top, max(left + 1, round(area.right * scale)), max(top + 1, round(area.bottom * scale))


def drawn_on(place: Place, scale: float) -> Rect:
    """Return the box of a picture that is to cover exactly these pixels of the sheet.

    Renderers draw a picture on every pixel that its box touches; numbers that are a hair too large touch one more.
    """
    return area_of(place, scale).grown(-_HAIR_PX / scale)


def area_of(place: Place, scale: float) -> Rect:
    """Return where some pixels of the sheet lie in the scene."""
    left, top, right, bottom = (edge / scale for edge in place)
    return Rect.between(left, top, right, bottom)
