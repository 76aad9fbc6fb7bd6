"""A large photo that is cut out: mixed with its ground where it is soft, and left alone where it is solid."""

from dataclasses import replace

import numpy as np
import pytest
from flat_rules import flat_faults
from PIL import Image
from scenes import BLUE, DATE, YELLOW, MadePictures, area, artifact, condition, make_scene, picture

from app.engine.geometry import Rect
from app.engine.paint import paint_print
from app.engine.paint.flat import flattened
from app.engine.paint.flat.parts import parts_of
from app.engine.paint.flat.plates import plates
from app.engine.paint.raster import rasterised
from app.engine.scene import ClipBegin, Fill, Picture
from app.engine.units import INCH

PAGE = Rect(-9, -9, 438, 613)
SPLIT = Rect(-9, 300, 438, 304)
BOX = Rect(31.3, 90.7, 350.4, 360)
# As dense as the sheet is drawn: just enough to be no small picture.
PX = (1460, 1500)
SIZE = (1748, 2480)


class CutOut(MadePictures):
    """The usual picture, or one of a single colour, as a disc whose edge is some pixels wide."""

    def __init__(self, color=None, edge=12.0):
        self._color, self._edge = color, edge

    def image(self, picture, ppi):
        found = super().image(picture, ppi)
        return Image.new("RGB", found.size, self._color) if self._color else found

    def _encoded(self, picture, image, space):
        down, across = np.mgrid[: image.height, : image.width]
        away = np.hypot(across - image.width / 2, down - image.height / 2)
        cover = np.clip((0.45 * image.width - away) / self._edge, 0, 1)
        return replace(super()._encoded(picture, image, space), alpha=(255 * cover).astype(np.uint8).tobytes())


def cut_out():
    return picture(BOX, px=PX, digest="cut", alpha=True)


def on_two_colors(*items):
    return make_scene(*artifact(area(PAGE, YELLOW), area(SPLIT, BLUE), *items), format="a5")


def on_screen(scene, pictures):
    width, height = SIZE
    return np.concatenate(
        list(rasterised(scene, pictures=pictures, condition=condition(), width=width, height=height))
    ).astype(int)


def mixed_by_a_press(scene, pictures):
    """Return every plate mixed by itself, live, and the proof of that."""
    items = tuple(item for item in scene.items if isinstance(item, Fill | Picture))
    return np.asarray(condition().on_screen(plates(items, scene.sheet.trim_box, SIZE, pictures))).astype(int)


def flat(pictures, *below):
    found = flattened((*below, cut_out()), window=PAGE, pictures=pictures, condition=condition(), ppi=300)
    return found.items


@pytest.mark.parametrize("edge", [12.0, 900.0], ids=["hard edge", "soft all over"])
def test_it_looks_as_the_press_mixes_it(edge):
    """Parts that are mixed and parts that are not make one picture, on its place to the pixel."""
    scene, pictures = on_two_colors(cut_out()), CutOut(edge=edge)
    far = np.abs(on_screen(scene, pictures) - mixed_by_a_press(scene, pictures)).max(axis=-1)

    assert far.mean() < 2
    assert (far > 24).mean() < 0.002


def test_parts_meet_without_a_line_between():
    """Inside a disc of one colour every pixel is that colour, across all its parts."""
    color = (200, 90, 60)
    pixels = on_screen(on_two_colors(cut_out()), CutOut(color=color, edge=3))
    scale = SIZE[0] / 419.53
    down, across = np.mgrid[: SIZE[1], : SIZE[0]] / scale
    inside = np.hypot(across - BOX.center.x, down - BOX.center.y) < 0.45 * BOX.width - 6

    assert np.ptp(pixels[inside], axis=0).max() <= 2


def test_only_the_soft_edge_becomes_new_pixels():
    """What is clear shows the ground itself, and what is solid keeps the density of the photo."""
    _, _, clip, solid, _, *soft = flat(CutOut(), area(PAGE, YELLOW), area(SPLIT, BLUE))

    assert isinstance(clip, ClipBegin)
    assert (solid.source.width, solid.source.height) == PX
    shares = [part.box.width * part.box.height / (BOX.width * BOX.height) for part in soft]
    assert len(soft) > 4
    assert sum(shares) < 0.5
    assert all(part.print_ppi == pytest.approx(300, rel=0.01) for part in soft)
    assert not any(part.source.has_alpha for part in (solid, *soft))


def test_soft_parts_lie_on_whole_pixels_of_the_sheet():
    """Then every renderer draws them as they are, and none is stretched against its neighbour."""
    *_, first, second = flat(CutOut(), area(PAGE, YELLOW), area(SPLIT, BLUE))

    for part in (first, second):
        edges = np.array([part.box.x, part.box.y, part.box.right, part.box.bottom]) * 300 / INCH
        assert np.abs(edges - edges.round()).max() < 0.1


def test_a_file_without_transparency_holds_the_parts():
    """A shop that asks for it gets opaque pictures only, the same at every making."""
    files = [
        paint_print(on_two_colors(cut_out()), pictures=CutOut(), condition=condition(), date=DATE, standard="x1a")
        for _ in range(2)
    ]

    assert files[0] == files[1]
    assert flat_faults(files[0]) == []


COVERAGE = {"#": 255, "+": 130, ".": 0}


def test_squares_are_told_apart_and_joined():
    """Neighbouring squares of a kind are one rectangle; a square with a soft pixel at its edge is soft."""
    drawing = ["....####", "....####", "..++####", "..++####"]
    cover = np.repeat(np.repeat([[COVERAGE[mark] for mark in row] for row in drawing], 20, 0), 20, 1).astype(np.uint8)

    parts = parts_of(cover, Rect(0, 0, 80, 40), 20)

    assert parts.solid == (Rect(60, 0, 20, 40),)
    assert set(parts.soft) == {Rect(0, 0, 60, 40)}
