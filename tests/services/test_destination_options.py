"""Options belong to a destination: each is judged and named by its own."""

import pytest
from makers import kit

from app.engine.pipeline import Options
from app.engine.sheet import FORMATS
from app.services.destination_options import objection, variant


@pytest.mark.parametrize(
    ("key", "destination", "options", "words"),
    [
        ("a3", "print", Options(scale=10), "1 m and longer"),
        ("a5", "home", Options(tiles="a4"), "one sheet holds a5"),
        ("wide", "screen", Options(double=True), "take uhd for a lying 4K screen"),
    ],
)
def test_what_one_destination_cannot_have_does_not_stop_another(key, destination, options, words):
    """The sentence comes from the destination that the option is of."""
    found = FORMATS[key]

    assert words in objection(found, destination, options, kit())
    others = {"print", "home", "web", "screen", "proof"} - {destination}
    assert not any(words in objection(found, other, options, kit()) for other in others)


@pytest.mark.parametrize(
    ("key", "destination", "said"),
    [
        ("mupi", "print", "groot-schaal-1op10"),
        ("a3", "home", "op-a3"),
        ("story", "screen", "dubbel"),
        ("a3", "web", ""),
    ],
)
def test_a_name_says_only_what_its_destination_makes_of_the_options(key, destination, said):
    """One set of options, asked of every destination."""
    options = Options(shop="groot", scale=10, paper="a3", double=True)

    assert variant(FORMATS[key], destination, options, kit()) == said
