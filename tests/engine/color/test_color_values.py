"""Colours as inks and on screens."""

import pytest
from makers import kit
from PIL import Image

from app.engine.color import Cmyk, Ink, PrintCondition, Rgb, contrast, delta_e, luminance


@pytest.mark.parametrize("text", ["#fff", "fbf5e8", "#fbf5eg", "rgb(1,2,3)", ""])
def test_only_six_digits_are_a_colour(text):
    """What a designer's file may hold is written one way."""
    with pytest.raises(ValueError, match="not a colour"):
        Rgb.from_hex(text)


def test_hex_is_read_and_written():
    """Capitals are read, small letters are written."""
    assert Rgb.from_hex("#FBF5E8") == (251, 245, 232)
    assert Rgb(251, 245, 232).hex == "#fbf5e8"


@pytest.mark.parametrize(("share", "found"), [(0, (10, 200, 0)), (0.25, (20, 175, 25)), (1, (50, 100, 100))])
def test_colours_mix_from_the_one_to_the_other(share, found):
    """Nothing of the other leaves a colour as it is, all of it gives the other."""
    assert Rgb(10, 200, 0).mixed(Rgb(50, 100, 100), share) == found


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1.0)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    """The published examples, whichever comes first."""
    a, b = Rgb.from_hex(one), Rgb.from_hex(other)

    assert contrast(a, b) == pytest.approx(ratio, abs=0.01)
    assert contrast(a, b) == contrast(b, a)


def test_luminance_weighs_green_most():
    """Source: WCAG 2.2, relative luminance."""
    assert luminance(Rgb(0, 255, 0)) == pytest.approx(0.7152)
    assert luminance(Rgb(0, 0, 255)) == pytest.approx(0.0722)


def test_only_full_black_alone_is_black():
    """Small type of it overprints."""
    assert kit().palette["zwart"].is_black_only
    assert not kit().palette["inkt"].is_black_only
    assert not Ink(cmyk=Cmyk(0, 0, 0, 0.9), srgb=Rgb(0, 0, 0)).is_black_only


def test_the_palette_is_what_it_looks_like_in_print():
    """Each colour's screen value is the proof of its inks."""
    condition = kit().print.condition

    assert max(delta_e(condition.proof(ink.cmyk), ink.srgb) for ink in kit().palette.values()) < 1


@pytest.mark.parametrize("level", [0, 60, 128, 200, 255])
def test_grey_is_printed_with_black_alone(level):
    """Four inks drift in colour; black does not."""
    inks = kit().print.condition.separate(Rgb(level, level, level))

    assert inks[:3] == (0, 0, 0)
    shown = kit().print.condition.proof(inks)
    assert abs(sum(shown) / 3 - max(level, 31)) < 6


@pytest.mark.parametrize("color", ["#000100", "#1a0b2c", "#3b0a0a", "#04123f", "#ff0000", "#00ff00"])
def test_no_colour_is_printed_with_too_much_ink(color):
    """Whatever a logo brings along stays within the limit and comes near what it was."""
    condition = kit().print.condition
    ink = condition.ink(Rgb.from_hex(color))

    assert ink.cmyk.coverage <= condition.ink_limit
    assert ink.srgb == condition.proof(ink.cmyk)
    assert ink.name == ""


def test_photos_stay_within_the_limit_as_well():
    """The cube that photos go through holds the limit for every pixel."""
    condition = kit().print.condition
    grid = [Image.new("RGB", (1, 1), (r, g, b)) for r in (0, 7, 31) for g in (0, 9, 40) for b in (0, 3, 50)]

    sums = [sum(pixel.filter(condition.press_cube).getpixel((0, 0))) / 2.55 for pixel in grid]

    assert max(sums) <= condition.ink_limit


def test_what_is_no_cmyk_profile_is_refused():
    """Neither noise nor a profile for screens."""
    from app.engine.color import SRGB_PROFILE

    for icc, reason in ((b"noise" * 50, "not an ICC profile"), (SRGB_PROFILE, "not a CMYK profile")):
        with pytest.raises(ValueError, match=reason):
            PrintCondition(icc=icc, identifier="X", ink_limit=300)
