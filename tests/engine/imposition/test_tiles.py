"""Sheets of a poster at true size: how many, which way round, and that together they are the whole poster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.geometry import Rect
from app.engine.imposition import HOME_EDGE, OVERLAP, plan_tiles
from app.engine.imposition.tiles import MOST_SHEETS
from app.engine.sheet import FORMATS, Format, format_of
from app.engine.units import MM

CASES = [
    (f"{key}{lying}", paper)
    for key, papers in {"a3": ["a4"], "a2": ["a4", "a3"], "a1": ["a4", "a3"], "a0": ["a4", "a3"]}.items()
    for paper in papers
    for lying in ("", "-landscape")
]


@pytest.mark.parametrize(
    ("key", "paper", "sheets", "grid", "lying"),
    [
        ("a3", "a4", 4, (2, 2), False),
        ("a2", "a4", 8, (2, 4), True),
        ("a1", "a4", 12, (4, 3), False),
        ("a0", "a4", 21, (3, 7), True),
        ("a2", "a3", 4, (2, 2), False),
        ("a1", "a3", 6, (2, 3), True),
        ("a0", "a3", 9, (3, 3), False),
        ("a2-landscape", "a4", 8, (4, 2), False),
    ],
)
def test_sheets_lie_so_that_there_are_fewest(key, paper, sheets, grid, lying):
    """Eight lying sheets make an A2, twelve upright ones an A1."""
    plan = plan_tiles(FORMATS[key], paper)

    assert (len(plan.tiles), (plan.columns, plan.rows), plan.lying) == (sheets, grid, lying)


@pytest.mark.parametrize(("key", "paper"), CASES)
def test_parts_cover_the_poster_once(key, paper):
    """Nothing of the trim is missing, and nothing shows twice."""
    plan, trim = plan_tiles(FORMATS[key], paper), FORMATS[key].trim
    areas = [tile.part.width * tile.part.height for tile in plan.tiles]
    overlapping = [
        (one.number, other.number)
        for one in plan.tiles
        for other in plan.tiles[: one.number - 1]
        if one.part.grown(-0.01).intersection(other.part)
    ]

    assert sum(areas) == pytest.approx(trim.width * trim.height)
    assert all(Rect(0, 0, *trim).contains(tile.part) for tile in plan.tiles)
    assert overlapping == []


@pytest.mark.parametrize(("key", "paper"), CASES)
def test_everything_stays_within_what_printers_reach(key, paper):
    """What is printed of the poster, and what goes under the next sheet, keep the white edge."""
    plan = plan_tiles(FORMATS[key], paper)
    room = Rect(0, 0, *plan.sheet).grown(-HOME_EDGE)
    for tile in plan.tiles:
        dx, dy = plan.shift(tile)
        assert room.contains(tile.printed.moved(dx, dy))
        under = tile.part.moved(dx, dy)
        right = OVERLAP if tile.column < plan.columns else 0
        below = OVERLAP if tile.row < plan.rows else 0
        assert room.contains(Rect(under.x, under.y, under.width + right, under.height + below))


@pytest.mark.parametrize(("key", "paper"), CASES)
def test_number_and_ruler_find_room_on_every_sheet(key, paper):
    """Six millimetres stay bare on the side of the slip, and ten centimetres along it."""
    plan = plan_tiles(FORMATS[key], paper)
    room = Rect(0, 0, *plan.sheet).grown(-HOME_EDGE)
    for tile in plan.tiles:
        printed = tile.printed.moved(*plan.shift(tile))
        bare = room.bottom - printed.bottom if plan.slip == "below" else room.right - printed.right
        assert bare >= 6 * MM - 1e-6


@given(width=st.integers(74, 3000), height=st.integers(74, 3000), paper=st.sampled_from(["a4", "a3"]))
def test_every_size_that_has_a_plan_has_a_good_one(width, height, paper):
    """Own sizes too: all of the poster, within what printers reach, with room for the slip."""
    found = Format(key="own", width=width, height=height)
    plan = plan_tiles(found, paper)
    if plan is None:
        return
    room = Rect(0, 0, *plan.sheet).grown(-HOME_EDGE)
    areas = sum(tile.part.width * tile.part.height for tile in plan.tiles)

    assert 1 < len(plan.tiles) == plan.columns * plan.rows <= MOST_SHEETS
    assert areas == pytest.approx(found.trim.width * found.trim.height)
    for tile in plan.tiles:
        printed = tile.printed.moved(*plan.shift(tile))
        bare = room.bottom - printed.bottom if plan.slip == "below" else room.right - printed.right
        assert room.contains(printed)
        assert bare >= 6 * MM - 1e-6


def test_cuts_are_at_the_same_place_on_every_sheet():
    """A whole pile can be cut at once: the part that shows begins where it begins on the first sheet."""
    plan = plan_tiles(FORMATS["a1"], "a4")

    placed = [tile.part.moved(*plan.shift(tile)) for tile in plan.tiles]
    starts = {(round(part.x, 6), round(part.y, 6)) for part in placed}

    assert len(starts) == 1


@pytest.mark.parametrize(
    ("key", "paper"), [("a4", "a4"), ("a5", "a4"), ("a3", "a3"), ("square", "a4"), ("2000x2000", "a4")]
)
def test_there_is_no_plan_where_tiles_make_no_sense(key, paper):
    """A poster that the paper holds needs no tiles; 84 sheets nobody glues."""
    assert plan_tiles(format_of(key), paper) is None


@pytest.mark.parametrize(
    ("key", "paper", "edge_mm"),
    [("a3", "a4", 12), ("a2", "a4", 12), ("b2", "a4", 12), ("b1", "a4", 12), ("a2", "a3", 12), ("a1", "a4", 5)],
)
def test_the_edge_stays_wide_where_that_costs_no_sheet(key, paper, edge_mm):
    """Some inkjets reach no nearer than 12 mm to one end of the paper; an A1 of twelve sheets uses all there is."""
    plan = plan_tiles(FORMATS[key], paper)
    room = Rect(0, 0, *plan.sheet).grown(-edge_mm * MM)

    assert plan.edge == pytest.approx(edge_mm * MM)
    assert all(room.contains(tile.printed.moved(*plan.shift(tile))) for tile in plan.tiles)


def test_a_place_past_the_edge_has_no_sheet():
    """Sheets at the edge have no neighbour there."""
    plan = plan_tiles(FORMATS["a3"], "a4")

    assert plan.at(2, 2).number == 4
    assert plan.at(0, 1) is None
    assert plan.at(1, 3) is None
