"""What a screen shows is what Ghostscript makes of the print file, through the file's own profile."""

import io

import numpy as np
import pytest
from agreement import compared, lab_of_srgb, printed
from ink_pixels import delta_e00
from makers import kit
from PIL import Image
from scenes import (
    BLACK,
    BLUE,
    DATE,
    RED,
    WHITE,
    YELLOW,
    MadePictures,
    area,
    artifact,
    condition,
    horizontal,
    make_scene,
    picture,
    runs,
    sampler,
    tagged,
)

from app.engine.color import Cmyk, Ink
from app.engine.geometry import Point, Rect
from app.engine.paint import paint_png, paint_print
from app.engine.paint.raster import PixelSize, pixel_size
from app.engine.scene import GroupBegin, GroupEnd

PAGE = Rect(-9, -9, 316, 438)
PLACE = Rect(40, 40, 180, 120)
SIZE = PixelSize(width=298, height=420, ppi=72)


def press_file(scene):
    return paint_print(scene, pictures=MadePictures(), condition=condition(), date=DATE)


def differences(scene, **parts):
    """Return how far picture and print of a scene are apart, as a whole and in parts, at 72 ppi."""
    size = pixel_size(scene.sheet.format, 72)
    png = paint_png(scene, pictures=MadePictures(), condition=condition(), ppi=72)
    screen = np.asarray(Image.open(io.BytesIO(png)))
    return list(compared(screen, press_file(scene), size, parts=parts))


def patches(inks):
    """Return a sheet with a field of 40 pt for each ink."""
    places = [Rect(10 + 40 * (number % 6), 10 + 40 * (number // 6), 40, 40) for number in range(len(inks))]
    return make_scene(*artifact(*(area(place, ink) for place, ink in zip(places, inks, strict=True))), format="a6")


def test_the_measure_sees_inks_as_the_profile_does():
    """Ghostscript and LittleCMS agree on palette, solids and dark mixes: the options mean what they are taken for."""
    solids = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (0.6, 0.4, 0.4, 1)]
    inks = [*(color.cmyk for color in kit().palette.values()), *(Cmyk(*solid) for solid in solids)]
    proofs = [condition().proof(ink) for ink in inks]
    drawn = printed(press_file(patches([Ink(cmyk=ink, srgb=WHITE.srgb) for ink in inks])), SIZE, overprint="simulate")
    seen = [drawn[30 + 40 * (number // 6), 30 + 40 * (number % 6)] for number in range(len(inks))]
    far = delta_e00(lab_of_srgb(np.array(seen)), lab_of_srgb(np.array(proofs)))

    assert far.mean() < 0.2
    assert far.max() < 0.6


def test_nearly_everything_looks_as_it_prints():
    """Gradients, groups, pictures and type on one poster."""
    (whole,) = differences(sampler("a5"))

    assert whole.holds, whole
    assert whole.judged > 0.6


SEE_THROUGH = {
    "scrim": (area(PLACE, BLUE, 0.55),),
    "scrim of black": (area(PLACE, Ink(cmyk=Cmyk(0, 0, 0, 1), srgb=WHITE.srgb), 0.55),),
    "gradient": (area(PLACE, horizontal(BLUE, YELLOW, PLACE), 0.5),),
    "group": (
        GroupBegin(opacity=0.6, box=PLACE.grown(30)),
        area(PLACE, RED),
        area(PLACE.moved(25, 25), WHITE),
        GroupEnd(),
    ),
    "soft edges": (picture(PLACE, digest="soft", alpha=True),),
}


@pytest.mark.parametrize("items", SEE_THROUGH.values(), ids=SEE_THROUGH)
@pytest.mark.parametrize("ground", [area(PAGE, YELLOW), picture(PAGE)], ids=["on an ink", "on a photo"])
def test_what_is_see_through_looks_as_it_prints(items, ground):
    """A press mixes inks, and the screen shows that mix: also within the place alone, without the rest of the sheet."""
    place = slice(int(PLACE.y), int(PLACE.bottom)), slice(int(PLACE.x), int(PLACE.right))
    found = differences(make_scene(*artifact(ground, *items), format="a6"), place=place)

    assert [part.part for part in found] == ["poster", "place"]
    assert all(part.holds for part in found), found
    assert min(part.judged for part in found) > 0.6


def test_overprinted_words_are_left_out_and_other_colours_are_found():
    """Small black words on a colour print on top of it, which no screen shows; a wrong colour is seen at once."""
    words = runs("Verantwoordelijke uitgever", at=Point(30, 100), size=11, color=BLACK)
    scene = make_scene(*artifact(area(PAGE, RED)), *tagged(*words), format="a6")
    press, knocked_out = (printed(press_file(scene), SIZE, overprint=mode) for mode in ("simulate", "disable"))
    (right,) = differences(scene)
    screen = np.broadcast_to(np.array(YELLOW.srgb, np.uint8), (420, 298, 3))
    (wrong,) = compared(np.ascontiguousarray(screen), press_file(scene), SIZE, parts={})

    assert (press != knocked_out).any()
    assert right.most < 1
    assert not wrong.holds
