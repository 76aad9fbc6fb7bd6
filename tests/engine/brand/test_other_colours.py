"""A colour may look otherwise than drawings call it: they all follow, in ink and on pages."""

import re

import pytest
from other_brand import make_changed

from app.engine.brand import read_brand
from app.engine.brand.drawings import colors_of
from app.engine.color import Rgb
from app.engine.layout.inks import inks_of

YELLOW, ICE = Rgb.from_hex("#feca34"), Rgb.from_hex("#96d2d7")


@pytest.fixture(scope="module")
def icy(tmp_path_factory):
    """The first kit with ice for its yellow."""
    changes = {"palette.zon.cmyk": [45, 0, 18, 0], "palette.zon.srgb": ICE.hex}
    return read_brand(make_changed(tmp_path_factory.mktemp("brands") / "icy", changes))


def test_artboards_may_call_a_colour_by_both_names(icy):
    """What it was called when they were drawn, and how it looks."""
    assert icy.drawing_inks[YELLOW] is icy.drawing_inks[ICE] is icy.palette["zon"]


def test_marks_and_illustrations_are_in_the_new_colour(icy):
    """As outlines for the press and as files for the pages."""
    people = [name for name, svg in icy.illustration_svgs.items() if ICE.hex.encode() in svg]

    assert len(people) >= 3
    assert not any(re.search(YELLOW.hex.encode(), svg, re.I) for svg in icy.illustration_svgs.values())
    assert all(ICE in colors_of(icy.illustrations[name].marks) for name in people)
    assert ICE in colors_of(icy.logo.drawings["dark"].marks)
    assert ICE.hex.encode() in icy.logo.svgs["symbol"]


def test_a_partners_yellow_stays_yellow(icy):
    """Only drawings of the brand name colours; those of others show them."""
    ink = inks_of(icy)(YELLOW)

    assert ink.srgb != ICE
    assert ink.name != "zon"


def test_people_call_a_colour_by_a_word_of_their_language(tmp_path):
    """One word for all, one for each language, or the name in templates where the kit says nothing."""
    kit = read_brand(make_changed(tmp_path / "kit", {"palette.zon.called": "ijs"}))
    names = {key: kit.color_name(key) for key in ("zon", "koraal", "crème", "aubergine")}

    assert {name.fr for name in names.values()} == {"ijs", "corail", "crème", "aubergine"}
    assert {name.en for name in names.values()} == {"ijs", "coral", "cream", "aubergine"}
    assert {name.nl for name in names.values()} == {"ijs", "koraal", "crème", "aubergine"}


def test_a_kit_without_names_for_drawings_is_called_as_it_looks(other):
    """Then nothing is drawn anew."""
    assert other.drawn == {name: ink.srgb for name, ink in other.palette.items()}
    assert set(other.drawing_inks) == {ink.srgb for ink in other.palette.values()}
