"""What a print shop can be asked for, and what its files are called."""

import pytest
from makers import kit

from app.engine.pipeline import Options
from app.engine.sheet import FORMATS, format_of
from app.services.press_prints import described_shops, objection, press_variant, settled


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (Options(), ""),
        (Options(shop="standaard"), ""),
        (Options(marks=False), ""),
        (Options(marks=True), "snijtekens"),
        (Options(shop="groot"), "groot"),
        (Options(shop="groot", marks=True), "groot"),
        (Options(shop="groot", marks=False), "groot-zonder-snijtekens"),
        (Options(shop="zonder-lagen", marks=True, scale=10), "zonder-lagen-snijtekens-schaal-1op10"),
    ],
)
def test_files_that_differ_have_names_that_differ(options, name):
    """Nothing is saved over the plain file; what is usual goes without saying."""
    assert press_variant(options, kit()) == name


@pytest.mark.parametrize(
    ("key", "options", "words"),
    [
        ("a3", Options(shop="nergens"), "there are: standaard, groot"),
        ("a3", Options(scale=10), "1 m and longer"),
        ("mupi", Options(scale=7), "1:1 or 1:10"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(key, options, words):
    """One sentence, before anything is made."""
    assert words in objection(FORMATS[key], options, kit())


@pytest.mark.parametrize("key", ["mupi", "a0", "b1", "1000x1400"])
def test_a_sheet_of_a_metre_may_be_made_at_a_tenth(key):
    """As shops ask it of what is larger than their programs' pages."""
    assert objection(format_of(key), Options(scale=10), kit()) == ""


def test_a_shop_decides_on_marks_unless_the_user_does():
    """A tick on the page wins over the shop."""
    assert settled(Options(shop="groot"), kit()).marks is True
    assert settled(Options(shop="groot", marks=False), kit()).marks is False
    assert settled(Options(), kit()) == Options(shop="standaard", marks=False)


def test_every_shop_is_described_in_every_language():
    """Whoever offers them needs no other source."""
    shops = described_shops(kit())

    assert [shop["key"] for shop in shops if shop["usual"]] == ["standaard"]
    assert all(shop[words][language] for shop in shops for words in ("name", "for") for language in ("nl", "fr", "en"))
    assert {shop["standard"] for shop in shops} == {"PDF/X-4", "PDF/X-1a:2003"}
