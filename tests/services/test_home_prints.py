"""What pages can ask of printing at home, and what its files are called."""

import pytest

from app.engine.pipeline import Options
from app.engine.sheet import FORMATS, format_of
from app.services.home_prints import home_prints, home_variant, objection, usual_at_home


def wish(way, **more):
    """Return the options that ask for a way of printing."""
    if way.way == "tiles":
        return Options(tiles=way.paper, **more)
    return Options(paper=way.paper, up=way.way == "up", **more)


@pytest.mark.parametrize("key", [*FORMATS, "600x850"])
def test_whatever_is_offered_can_be_asked_for(key):
    """No way in the list meets an objection, and each has a file of its own."""
    found = format_of(key)
    ways = home_prints(found)

    assert [objection(found, wish(way)) for way in ways] == [""] * len(ways)
    assert len({home_variant(found, wish(way)) for way in ways}) == len(ways)


@pytest.mark.parametrize(
    ("key", "options", "name"),
    [
        ("a4", Options(), ""),
        ("a3", Options(paper="a3"), "op-a3"),
        ("a2", Options(tiles="a4"), "8xa4"),
        ("a6", Options(up=True), "4-op-a4"),
        ("a1", Options(tiles="a3", save_ink=True), "6xa3-zuinig"),
        ("a4", Options(save_ink=True, gray=True), "zuinig-zwart-wit"),
    ],
)
def test_a_name_says_what_is_in_the_file(key, options, name):
    """In plain Dutch, nothing for the usual."""
    assert home_variant(FORMATS[key], options) == name


@pytest.mark.parametrize(
    ("key", "options", "words"),
    [
        ("a4", Options(tiles="a4"), "one sheet holds a4"),
        ("2000x2000", Options(tiles="a4"), "more than 50 sheets"),
        ("story", Options(tiles="a4"), "is for screens"),
        ("a4", Options(up=True), "--up goes with --format a6 or a5 only"),
        ("a2", Options(paper="a3"), "--paper a3 goes with --format a3 only"),
        ("a2", Options(tiles="a4", up=True), "exclude each other"),
    ],
)
def test_what_cannot_be_says_what_can(key, options, words):
    """One sentence with the sizes that go."""
    assert words in objection(format_of(key), options)


@pytest.mark.parametrize(
    ("key", "usual"),
    [
        ("a4", Options()),
        ("a3", Options()),
        ("a5", Options(up=True)),
        ("a6-landscape", Options(up=True)),
        ("b2", Options(tiles="a4")),
        ("mupi", Options(tiles="a3")),
        ("square", Options()),
    ],
)
def test_the_usual_way_is_what_most_expect(key, usual):
    """A small poster stays small, several on a sheet; what no sheet holds goes over as few as anybody glues."""
    assert usual_at_home(FORMATS[key]) == usual
