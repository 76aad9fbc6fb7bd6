"""Cards on one sheet: equal, whole, and cut apart with straight cuts."""

import pytest

from app.engine.geometry import Rect
from app.engine.imposition import HOME_EDGE, plan_cards
from app.engine.sheet import FORMATS

CASES = [
    (f"{key}{lying}", paper, count)
    for key, paper, count in [("a5", "a4", 2), ("a6", "a4", 4), ("a5", "a3", 4), ("a6", "a3", 8)]
    for lying in ("", "-landscape")
]


@pytest.mark.parametrize(("key", "paper", "count"), CASES)
def test_cards_are_equal_whole_and_share_their_cuts(key, paper, count):
    """All are of one size and proportion, within what printers reach, edge to edge, and clear of the words."""
    plan, trim = plan_cards(FORMATS[key], paper), FORMATS[key].trim
    room = Rect(0, 0, *plan.sheet).grown(-HOME_EDGE)
    block = plan.block

    assert len(plan.places) == count == plan.columns * plan.rows
    for place in plan.places:
        assert place.width == pytest.approx(plan.scale * trim.width)
        assert place.height == pytest.approx(plan.scale * trim.height)
        assert room.contains(place)
        assert place.intersection(plan.slip) is None
    assert block.width * block.height == pytest.approx(sum(p.width * p.height for p in plan.places))
    assert room.contains(plan.slip)


@pytest.mark.parametrize(("key", "paper", "count"), CASES)
def test_cards_are_hardly_smaller_than_they_should_be(key, paper, count):
    """The white edge, marks and words cost a tenth at most."""
    assert plan_cards(FORMATS[key], paper).scale > 0.9


def test_larger_posters_are_no_cards():
    """An A4 fills the sheet by itself."""
    assert plan_cards(FORMATS["a4"], "a4") is None
    assert plan_cards(FORMATS["a4"], "a3") is None
