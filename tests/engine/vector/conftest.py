"""Drawings for the tests of this room, and a way to see them."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from app.engine.vector import Reading, read_svg
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import render

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 100 100" width="100" height="100">'
)


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Read what stands inside an svg element of 100 × 100."""

    def read(body: str, *, frames: bool = False) -> Reading:
        return read_svg(f"{HEAD}{body}</svg>".encode(), file="art.svg", frames=frames)

    return read


@pytest.fixture
def seen() -> Callable[[Reading], Image.Image]:
    """Show a reading as 100 × 100 pixels."""

    def seen(reading: Reading) -> Image.Image:
        return render(plain_svg(reading.drawing, width_px=100, height_px=100))

    return seen


@pytest.fixture
def difference() -> Callable[[Image.Image, Image.Image], float]:
    """Mean difference, of 255, over the pixels that either picture paints, on mid grey."""

    def difference(one: Image.Image, other: Image.Image) -> float:
        a, b = (np.asarray(image.convert("RGBA"), np.float32) for image in (one, other))
        painted = (a[..., 3] > 0) | (b[..., 3] > 0)
        if not painted.any():
            return 0.0
        over = [c[..., :3] * c[..., 3:] / 255 + 128 * (1 - c[..., 3:] / 255) for c in (a, b)]
        return float(np.abs(over[0] - over[1])[painted].mean())

    return difference
