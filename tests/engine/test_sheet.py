"""Formats by name, and the paper of one poster."""

import pytest
from makers import kit

from app.engine.brand import measure
from app.engine.geometry import Size
from app.engine.sheet import FORMATS, Format, Sheet, WrongSize, format_of
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


@pytest.mark.parametrize("key", ["600x900", "own:600x900"])
def test_an_own_size_is_a_format_in_whole_millimetres(key):
    """Named by its sides, whichever way it was asked for."""
    found = format_of(key)

    assert (found.key, found.width, found.height, found.is_own) == ("600x900", 600, 900, True)
    assert found.destinations == ("print", "web", "screen")
    assert not format_of("a3").is_own


@pytest.mark.parametrize("key", ["73x200", "600x3001", "0x0", "00600x99999"])
def test_an_own_size_keeps_within_limits(key):
    """Smaller than a card and wider than a roll of paper there is no poster."""
    with pytest.raises(WrongSize, match="74 to 3000 mm"):
        format_of(key)


@pytest.mark.parametrize("key", ["", "a9", "600×900", "600x", "-600x900", "600x900mm", "own:a3"])
def test_what_is_neither_a_name_nor_a_size_is_no_format(key):
    """Sizes are written one way."""
    with pytest.raises(KeyError):
        format_of(key)


def test_minimums_of_an_own_size_lie_between_those_of_its_neighbours():
    """By area, along its root; a size with a name gives the value of that name."""
    table = kit().photo.error_ppi

    assert measure(table, format_of("297x420")) == pytest.approx(table["a3"])
    assert table["b1"] < measure(table, format_of("600x900")) < table["a1"]
    assert measure(table, format_of("900x600")) == measure(table, format_of("600x900"))
    assert measure(table, format_of("74x105")) == table["a6"]
    assert measure(table, format_of("3000x3000")) == table["mupi"]


def test_large_sheets_embed_no_more_pixels_than_can_be_seen_from_where_they_are_read():
    """A face on 2 m² needs fewer pixels per inch than in the hand."""
    rules = kit().photo

    assert [rules.embedded_ppi(FORMATS[key]) for key in ("a5", "a1", "a0", "mupi")] == [300, 300, 210, 132]
    assert all(rules.embedded_ppi(found) >= measure(rules.warning_ppi, found) for found in FORMATS.values())
