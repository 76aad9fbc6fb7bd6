"""Formats by name, and the paper of one poster."""

import pytest
from makers import kit

from app.engine.geometry import Size
from app.engine.sheet import FORMATS, Format, Sheet
from app.engine.units import MM, PX_SCREEN, px_of_mm, to_mm

A = {"a6": (105, 148), "a5": (148, 210), "a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841)}
REST = {
    "a0": (841, 1189),
    "b2": (500, 700),
    "b1": (700, 1000),
    "mupi": (1185, 1750),
    "square": (1080, 1080),
    "feed": (1080, 1350),
    "story": (1080, 1920),
    "wide": (1920, 1080),
    "uhd": (3840, 2160),
}


@pytest.mark.parametrize(("key", "size"), (A | REST).items())
def test_formats_have_the_sizes_that_everyone_knows(key, size):
    """ISO 216, the trade's own, and pixels."""
    assert (FORMATS[key].width, FORMATS[key].height) == size


@pytest.mark.parametrize("key", [*A, "a0", "b2", "b1"])
def test_every_upright_sheet_lies_too(key):
    """The same paper, turned."""
    upright, lying = FORMATS[key], FORMATS[f"{key}-landscape"]

    assert (lying.width, lying.height) == (upright.height, upright.width)
    assert lying.destinations == upright.destinations


@pytest.mark.parametrize(
    ("key", "goes"),
    [
        ("a3", ("print", "home", "web", "screen")),
        ("a0-landscape", ("print", "home", "web", "screen")),
        ("b1", ("print", "web", "screen")),
        ("mupi", ("print", "web", "screen")),
        ("story", ("screen",)),
        ("uhd", ("screen",)),
    ],
)
def test_a_format_goes_where_it_can(key, goes):
    """Home printers have A sizes; pixels stay on screens."""
    assert FORMATS[key].destinations == goes


@pytest.mark.parametrize(
    ("key", "papers"),
    [("a3", ("a4", "a3")), ("a3-landscape", ("a4", "a3")), ("a4", ("a4",)), ("a0", ("a4",)), ("b1", ()), ("story", ())],
)
def test_a_printer_at_home_takes_a4_and_for_an_a3_its_own_size(key, papers):
    """The usual paper comes first; what does not go home has none."""
    assert FORMATS[key].papers == papers


def test_pixels_count_as_an_a4_for_every_minimum():
    """1,080 of them are 210 mm wide."""
    assert to_mm(FORMATS["square"].trim.width) == pytest.approx(210)
    assert pytest.approx(210 / 1080 * MM) == PX_SCREEN


def test_millimetres_become_whole_pixels():
    """As the contract of screens rounds them."""
    assert (px_of_mm(297, 300), px_of_mm(420, 300)) == (3508, 4961)


def test_a_sheet_has_a_bleed_around_and_a_safe_area_within():
    """Boxes from the trim's corner; pixel formats have no bleed."""
    sheet = kit().sheet(FORMATS["a3"])

    assert sheet.bleed_box.x == pytest.approx(-3 * MM)
    assert sheet.safe_box.x == pytest.approx(5 * MM)
    assert kit().sheet(FORMATS["square"]).bleed == 0
    assert sheet.per_mille(1000) == pytest.approx(Size(297 * MM, 420 * MM).geometric_mean)


def test_a_sheet_without_a_safe_area_cannot_be():
    """The margin would leave nothing."""
    with pytest.raises(ValueError, match="leaves no safe area"):
        Sheet(format=Format(key="x", width=10, height=10), bleed=0, safe_margin=6 * MM)
