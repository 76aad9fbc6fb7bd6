"""Small pictures for lists of posters."""

import io

import numpy as np
from PIL import Image
from reading import MADE, twin_pixels
from scenes import condition, make_scene, sampler

from app.engine.paint import paint_webp


def webp(scene, width_px):
    return Image.open(io.BytesIO(paint_webp(scene, pictures=MADE, condition=condition(), width_px=width_px)))


def test_the_height_follows_the_width():
    """The trim's proportion is kept, to the nearest px."""
    assert webp(make_scene(format="a4"), 320).size == (320, 453)
    assert webp(make_scene(format="story"), 180).size == (180, 320)


def test_it_shows_the_twin_without_metadata():
    """Packed with loss, but close, and nothing beside the pixels."""
    scene = sampler("a6")
    image = webp(scene, 298)
    shown = np.asarray(image.convert("RGB")).astype(int)

    assert image.format == "WEBP"
    assert not image.getexif()
    assert np.abs(shown - twin_pixels(scene, *image.size)).mean() < 6
