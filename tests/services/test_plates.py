"""A logo on its plate, as it stands beside others to choose from."""

import pytest
from makers import Pictures, kit, svg
from PIL import Image, ImageChops

from app.engine.vector.raster import render
from app.services.plates import PLATE, plate_svg

WHITE = (255, 255, 255)


def outlines(color, width=300, height=100):
    """A ring-shaped logo of outlines that shows what is behind it."""
    hole = f"M0 0H{width}V{height}H0ZM40 40V60H60V40Z"
    return svg(f'<path fill-rule="evenodd" fill="rgb{color}" d="{hole}"/>', width, height)


def pixels(color, width=300, height=100):
    """The same in pixels."""
    picture = Image.new("RGBA", (width, height), (*color, 255))
    picture.paste((0, 0, 0, 0), (40, 40, 60, 60))
    return picture


def plate(logo):
    """The plate of a logo, as pixels."""
    taken = Pictures().logo(logo).logos["logo.svg"]
    return render(plate_svg(taken, kit())).convert("RGB")


def inked(picture):
    """The box around everything that is not the plate."""
    ground = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    return ImageChops.difference(picture, ground).convert("L").point(lambda light: 255 if light > 40 else 0).getbbox()


@pytest.mark.parametrize("make", [outlines, pixels])
@pytest.mark.parametrize("size", [(300, 100), (100, 300)])
def test_a_logo_keeps_its_proportion_and_stands_in_the_middle(make, size):
    """Three to one is three to one, whatever the shape of the plate."""
    picture = plate(make((200, 30, 30), *size))

    left, top, right, bottom = inked(picture)
    assert picture.size == PLATE
    assert picture.getpixel((0, 0)) == WHITE
    assert (right - left) / (bottom - top) == pytest.approx(size[0] / size[1], rel=0.06)
    assert left + right == pytest.approx(PLATE.width, abs=3)
    assert top + bottom == pytest.approx(PLATE.height, abs=3)


@pytest.mark.parametrize("make", [outlines, pixels])
def test_a_white_logo_can_be_seen(make):
    """What would be lost on the white plate stands on a dark one."""
    picture = plate(make(WHITE))

    assert sum(picture.getpixel((0, 0))) < 3 * 60
    assert inked(picture)
