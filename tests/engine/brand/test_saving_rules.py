"""What a kit says of saving ink is read whole, and its faults are named."""

import pytest
from makers import kit
from other_brand import CAREER, OTHER

from app.engine.brand import read_brand


def test_every_coloured_ground_has_something_to_become():
    """Of the project's own kit no field prints full that covers a tenth of the sheet."""
    grounds = {pair.on for pair in kit().pairs if kit().palette[pair.on].cmyk.coverage}

    assert grounds == set(kit().saving.grounds)
    assert set(kit().saving.grounds.values()) == {"wit"}


def test_a_kit_may_leave_it_out():
    """It then saves nothing."""
    assert read_brand(OTHER).saving.grounds == {}


@pytest.mark.parametrize(
    ("text", "becomes", "key", "problem"),
    [
        ('aubergine = "wit"', 'aubergin = "wit"', "saving.grounds.aubergin", "no colour of the palette"),
        ('lila = "wit"', 'lila = "bos"', "saving.grounds.lila", "takes no less ink"),
        ('pale = "lila"', 'pale = "lilac"', "saving.pale", "not known"),
        ("edge = 9", "edge = 90", "saving.edge", "out of range"),
        ("edge = 9 ", "edges = 9 ", "saving.edges", "unknown key"),
    ],
)
def test_faults_are_named(copy_of, faults_of, text, becomes, key, problem):
    """The key and what is wrong."""
    found = faults_of(copy_of(CAREER, (text, becomes)))

    assert any(fault.where == key and problem in fault.problem for fault in found)
