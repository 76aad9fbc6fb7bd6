"""Better light: dark and flat photos gain, good ones stay, and nothing is clipped on the way."""

import colorsys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photo_files import FOGRA39, encoded, noise, opened
from PIL import Image

from app.engine.color import PrintCondition
from app.engine.geometry import Size
from app.engine.photo import Treatment, crop_for, lit_lightness, print_master, proof_jpeg, proof_master, take_in
from app.engine.photo.light import measure_light, measure_tones
from app.engine.photo.tone import lit

CONDITION = PrintCondition(icc=FOGRA39, identifier="FOGRA39", ink_limit=300)

# From dark to light, in sRGB: skins of people.
SKINS = [(60, 38, 28), (101, 67, 49), (141, 85, 54), (198, 134, 95), (224, 172, 138), (241, 205, 179)]

DARK, FLAT, GOOD = (0.0, 14.0, 38.0), (40.0, 54.0, 67.0), (1.0, 52.0, 96.0)


def scene(low, high):
    """Return a picture with every grey between two, and some colours."""
    ramp = np.linspace(low, high, 200)
    warm = np.stack([ramp, ramp * 0.8, ramp * 0.65], axis=-1)
    return Image.fromarray(np.repeat(warm[None], 60, axis=0).astype(np.uint8), "RGB")


def dulled(skin, tones):
    """Return a skin as it looks in a photo of these tones."""
    share = {DARK: 0.35, FLAT: 0.7, GOOD: 1.0}[tones]
    return tuple(round(channel * share) for channel in skin)


def test_a_dark_photo_comes_up():
    """A face in the shade is seen again; the lightest parts stay short of white."""
    dark = scene(0, 90)

    better = lit(dark, measure_tones(dark))

    assert measure_light(better)[0] > measure_light(dark)[0] + 8
    assert max(better.getextrema()[0]) < 250


def test_a_flat_photo_gains_contrast_and_loses_no_light():
    """Fog lifts: the darks go down, the lights up, the middle not down."""
    flat = scene(110, 170)

    better = lit(flat, measure_tones(flat))

    assert measure_light(better)[1] > 1.5 * measure_light(flat)[1]
    assert lit_lightness(measure_tones(flat)[1], measure_tones(flat)) >= measure_tones(flat)[1] - 0.5


def test_a_good_photo_hardly_changes():
    """Whoever ticks the box for a good photo does it no harm."""
    good = Image.fromarray(np.asarray(noise((200, 200))), "RGB")

    change = np.asarray(lit(good, (0.0, 53.0, 97.0))).astype(int) - np.asarray(good)

    assert np.abs(change).mean() < 3


@settings(deadline=None)
@given(st.tuples(*[st.floats(0, 100)] * 3).map(sorted).map(tuple))
def test_no_two_shades_ever_become_one(tones):
    """Whatever the photo, the curve rises from black to white: nothing is clipped at either end."""
    curve = [lit_lightness(value, tones) for value in np.linspace(0, 100, 101)]

    assert curve[0] == pytest.approx(0, abs=1e-6)
    assert curve[-1] == pytest.approx(100, abs=1e-6)
    assert min(np.diff(curve)) > 0


@pytest.mark.parametrize("tones", [DARK, FLAT, GOOD], ids=["dark", "flat", "good"])
@pytest.mark.parametrize("skin", SKINS)
def test_a_skin_keeps_its_hue_and_is_never_blown_out(skin, tones):
    """Lighter or darker, but of the same colour, with room left in every channel."""
    before = dulled(skin, tones)

    after = lit(Image.new("RGB", (4, 4), before), tones).getpixel((1, 1))

    hues = [colorsys.rgb_to_hls(*(channel / 255 for channel in color))[0] * 360 for color in (before, after)]
    assert abs(hues[0] - hues[1]) < 5
    assert max(after) < 255


def test_pure_colours_stay_inside_the_screen():
    """Where a channel would run over, the colour comes nearer to grey, and stays as light as it should be."""
    after = lit(Image.new("RGB", (4, 4), (120, 0, 0)), DARK).getpixel((1, 1))

    assert after[0] > 120
    assert max(after) <= 255


def test_measuring_tones_leaves_clear_parts_out():
    """What is cut out of a photo is not its black."""
    cut_out = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    cut_out.paste((180, 180, 180, 255), (20, 20, 80, 80))

    assert measure_tones(cut_out)[0] > 60
    assert measure_tones(Image.new("RGBA", (4, 4))) == (0.0, 50.0, 100.0)


@pytest.mark.parametrize("make", [print_master, proof_master])
def test_print_and_proof_come_in_the_same_light(make):
    """Both masters of a dark photo are lighter with the treatment, and the same bytes each time."""
    photo = take_in(encoded(scene(0, 90), "PNG"), cmyk_profile=FOGRA39)
    crop = crop_for(photo.source, Size(200, 60))

    def made(treatment):
        return make(photo.stored, crop, Size(200, 60), ppi=72, condition=CONDITION, treatment=treatment)

    better = Treatment(tones=photo.source.tones)

    def light_of(master):
        return measure_light(opened(master.data).convert("RGB"))[0]

    assert light_of(made(better)) > light_of(made(Treatment())) + 5
    assert made(better) == made(replace(better))


def test_the_picture_for_browsers_shows_the_light_of_the_print():
    """The small whole picture and the cut master agree."""
    photo = take_in(encoded(scene(0, 90), "PNG"), cmyk_profile=FOGRA39)
    crop, better = crop_for(photo.source, Size(200, 60)), Treatment(tones=photo.source.tones)

    small = opened(proof_jpeg(photo.proof, condition=CONDITION, treatment=better))
    cut = opened(proof_master(photo.stored, crop, Size(200, 60), ppi=72, condition=CONDITION, treatment=better).data)

    assert measure_light(small)[0] == pytest.approx(measure_light(cut)[0], abs=1)
