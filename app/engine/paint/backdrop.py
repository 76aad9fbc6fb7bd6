"""What lies behind the type of a poster, as pixels: for measuring contrast."""

import math
from dataclasses import dataclass, replace

import numpy as np

from app.engine.color import PrintCondition
from app.engine.geometry import Rect
from app.engine.paint.pictures import Pictures
from app.engine.paint.png import Pixels
from app.engine.paint.raster import rasterised
from app.engine.scene import GlyphRun, Scene

LONG_SIDE_PX = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """A poster without its type. pixels: sRGB, shape (rows, columns, 3). scale: px to the pt, across and down."""

    pixels: Pixels
    scale: tuple[float, float]

    def pixels_behind(self, box: Rect) -> Pixels:
        """Return every pixel that a box of the scene touches, as rows and columns.

        A box beside the trim gives the pixels of the edge that is nearest.
        """
        across, down = self.scale
        rows, columns, _ = self.pixels.shape
        top, bottom = _span(box.y * down, box.bottom * down, rows)
        left, right = _span(box.x * across, box.right * across, columns)
        return self.pixels[top:bottom, left:right]


def _span(start: float, end: float, limit: int) -> tuple[int, int]:
    """Return the first pixel that is touched and the one after the last; at least one, all of them within limits."""
    first = min(max(math.floor(start), 0), limit - 1)
    return first, min(max(math.ceil(end), first + 1), limit)


def backdrop(
    scene: Scene, *, pictures: Pictures, condition: PrintCondition, long_side_px: int = LONG_SIDE_PX
) -> Backdrop:
    """Return the scene without its type, drawn small. long_side_px: of the trim's longer side."""
    trim = scene.sheet.trim
    scale = long_side_px / max(trim)
    width, height = max(1, round(trim.width * scale)), max(1, round(trim.height * scale))
    bare = replace(scene, items=tuple(item for item in scene.items if not isinstance(item, GlyphRun)))
    bands = rasterised(bare, pictures=pictures, condition=condition, width=width, height=height)
    return Backdrop(pixels=np.concatenate(list(bands)), scale=(width / trim.width, height / trim.height))
