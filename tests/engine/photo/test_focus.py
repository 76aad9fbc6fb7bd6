"""The guess where the eye rests."""

import numpy as np
import pytest
from photo_files import FOGRA39, encoded, noise
from PIL import Image, ImageDraw, ImageFilter

from app.engine.photo import take_in

SKINS = [(240, 200, 175), (198, 134, 96), (110, 70, 48)]


def focus_of(picture):
    return take_in(encoded(picture, "PNG"), cmyk_profile=FOGRA39).source.focus


def portrait(place, skin=SKINS[1], size=(600, 400), ground=(120, 140, 150)):
    """Return a head before a calm ground; place: 0–1 of its middle."""
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    x, y, radius = place[0] * size[0], place[1] * size[1], 55
    draw.ellipse((x - radius, y - 1.2 * radius, x + radius, y + 1.2 * radius), fill=skin)
    for side in (-20, 20):
        draw.ellipse((x + side - 7, y - 18, x + side + 7, y - 8), fill=(30, 25, 20))
    draw.arc((x - 25, y + 5, x + 25, y + 35), 20, 160, fill=(120, 40, 40), width=5)
    return picture.filter(ImageFilter.GaussianBlur(2))


@pytest.mark.parametrize("skin", SKINS, ids=["light", "brown", "dark"])
@pytest.mark.parametrize("place", [(0.25, 0.4), (0.75, 0.4), (0.5, 0.3), (0.7, 0.6)])
def test_face_is_found_wherever_it_is(place, skin):
    """The focus comes near a face, of any skin."""
    x, y = focus_of(portrait(place, skin))

    assert abs(x - place[0]) < 0.14
    assert abs(y - place[1]) < 0.14


@pytest.mark.parametrize("color", [(128, 128, 128), (0, 0, 0), (255, 255, 255)])
def test_calm_picture_gives_the_upper_middle(color):
    """Where nothing stands out, the middle is as good as any place, a little above it better."""
    x, y = focus_of(Image.new("RGB", (400, 300), color))

    assert x == pytest.approx(0.5, abs=0.01)
    assert 0.35 <= y <= 0.5


def test_sharp_thing_beats_a_calm_ground():
    """A textured object draws the focus."""
    picture = Image.new("RGB", (600, 400), (200, 205, 210))
    picture.paste(noise((120, 120)).convert("L").convert("RGB"), (60, 140))

    assert focus_of(picture)[0] < 0.35


def test_small_changes_move_it_little():
    """Recompressing or scaling a photo does not make its crop jump."""
    picture = portrait((0.7, 0.4))
    first = focus_of(picture)
    grain = np.random.default_rng(1).normal(0, 4, (400, 600, 3))
    noisy = Image.fromarray((np.asarray(picture) + grain).clip(0, 255).astype(np.uint8), "RGB")

    for other in (noisy, picture.resize((1200, 800)), picture.resize((301, 201)), picture.convert("L")):
        assert np.abs(np.subtract(focus_of(other), first)).max() < 0.12


def test_mirrored_picture_has_a_mirrored_focus():
    """No side is preferred."""
    picture = portrait((0.3, 0.45))
    x, y = focus_of(picture)

    assert focus_of(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)) == (
        pytest.approx(1 - x, abs=0.02),
        pytest.approx(y, abs=0.02),
    )


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 11), (20, 20)])
def test_tiny_picture_has_a_focus_too(size):
    """Whatever the size, the focus lies in the picture."""
    x, y = focus_of(noise(size) if min(size) * 30 >= max(size) else noise((10, 300)))

    assert 0 <= x <= 1
    assert 0 <= y <= 1
