"""The pixels behind the type."""

import numpy as np
import pytest
from reading import MADE
from scenes import BLACK, BLUE, RED, area, artifact, condition, make_scene, runs, tagged

from app.engine.geometry import Point, Rect
from app.engine.paint import backdrop


def behind(scene, box, **options):
    found = backdrop(scene, pictures=MADE, condition=condition(), **options).pixels_behind(box)
    return {tuple(pixel) for pixel in found.reshape(-1, 3).tolist()}


def test_type_is_not_part_of_its_own_ground():
    """Letters are left out, whatever else is painted stays."""
    line = runs("Warm hart", at=Point(20, 60), size=40, color=BLACK)
    scene = make_scene(*artifact(area(Rect(-9, -9, 900, 900), RED)), *tagged(*line))

    assert behind(scene, Rect(10, 20, 300, 60)) == {tuple(RED.srgb)}


def test_every_pixel_of_the_box_counts():
    """A box across an edge sees both sides of it."""
    scene = make_scene(*artifact(area(Rect(-9, -9, 309, 900), RED), area(Rect(300, -9, 400, 900), BLUE)))

    assert {tuple(RED.srgb), tuple(BLUE.srgb)} <= behind(scene, Rect(280, 100, 40, 10))
    assert behind(scene, Rect(400, 100, 40, 10)) == {tuple(BLUE.srgb)}


@pytest.mark.parametrize("box", [Rect(-500, -500, 10, 10), Rect(5000, 5000, 10, 10), Rect(50, 50, 0, 0)])
def test_any_box_gives_at_least_one_pixel(box):
    """A box beside the trim, or without area, is judged by the nearest pixel."""
    scene = make_scene(*artifact(area(Rect(-9, -9, 900, 900), RED)))

    assert behind(scene, box) == {tuple(RED.srgb)}


@pytest.mark.parametrize(("format", "shape"), [("a4", (600, 424, 3)), ("a4-landscape", (424, 600, 3))])
def test_the_longer_side_is_600_px(format, shape):
    """Enough to judge a ground by, little enough to be quick."""
    found = backdrop(make_scene(format=format), pictures=MADE, condition=condition())

    assert found.pixels.shape == shape
    assert found.pixels.dtype == np.uint8
