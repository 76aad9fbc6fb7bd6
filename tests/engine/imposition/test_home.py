"""What a page can tell about printing at home before anything is painted."""

import pytest

from app.engine.imposition import HOME_EDGE, PAPERS, fit, home_print, home_prints
from app.engine.sheet import FORMATS
from app.engine.units import to_mm


@pytest.mark.parametrize(
    ("key", "ways"),
    [
        ("a6", [("up", "a4", 1), ("up", "a3", 1), ("fit", "a4", 1)]),
        ("a4", [("fit", "a4", 1)]),
        ("a3", [("fit", "a4", 1), ("fit", "a3", 1), ("tiles", "a4", 4)]),
        ("a2-landscape", [("fit", "a4", 1), ("tiles", "a4", 8), ("tiles", "a3", 4)]),
        ("square", []),
        ("b1", [("tiles", "a4", 16), ("tiles", "a3", 8)]),
        ("mupi", [("tiles", "a3", 21), ("tiles", "a4", 49)]),
    ],
)
def test_every_way_is_told(key, ways):
    """Each format has the ways that make sense for it, with the number of sheets; a small poster stays small first."""
    assert [(found.way, found.paper, found.sheets) for found in home_prints(FORMATS[key])] == ways


def test_a_way_tells_how_large_the_poster_becomes():
    """Tiles keep the true size; a fitted poster and cards say what is left of it."""
    tiled = home_print(FORMATS["a2"], way="tiles", paper="a4")
    cards = home_print(FORMATS["a6"], way="up", paper="a4")

    assert [round(to_mm(side), 1) for side in tiled.poster] == [420, 594]
    assert tiled.scale == 1
    assert cards.copies == 4
    assert [round(to_mm(side), 1) for side in cards.poster] == [95.5, 134.6]


@pytest.mark.parametrize("key", ["a6", "a4", "a3-landscape", "a0"])
def test_a_fitted_poster_is_centred_and_touches_the_white_edge(key):
    """It keeps its proportion and is as large as the edge allows."""
    trim = FORMATS[key].trim
    found = fit(trim, PAPERS["a4"])

    assert min(found.place.x, found.place.y) == pytest.approx(HOME_EDGE)
    assert found.place.center.x == pytest.approx(found.sheet.width / 2)
    assert found.place.width / found.place.height == pytest.approx(trim.width / trim.height)
