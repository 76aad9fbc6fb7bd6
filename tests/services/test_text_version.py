"""A poster as a page tells it: in order, with languages, and links that may be followed."""

import pytest

from app.engine.findings import Sentence
from app.engine.layout import TranscriptLine
from app.services.text_version import text_version


@pytest.fixture
def told(workshop):
    """A function that tells one line of a poster."""

    def tell(text, kind="text", role="P", language="nl", link=""):
        label = Sentence(nl="Wat", fr="Quoi", en="What")
        line = TranscriptLine(slot="x", kind=kind, role=role, label=label, text=text, language=language, link=link)
        return text_version([line], workshop.catalog.brand)[0]

    return tell


def test_words_stand_on_one_line_without_unseen_signs(told):
    """Where a poster breaks its lines, or may divide a word, is of no use to who reads."""
    said = told("Verpleeg\u00adkundige\nmet hart", role="H1")

    assert (said.text, said.role, said.label) == ("Verpleegkundige met hart", "H1", None)


def test_what_is_no_plain_word_says_what_it_is(told):
    """A picture, a logo, an imprint."""
    assert told("Iemand lacht", kind="photo", role="Figure").label.nl == "Wat"


def test_words_from_right_to_left_are_told_so_and_addresses_are_not(told):
    """An address reads from the left in every language."""
    address = "https://care-er.be"

    assert told("قلب دافئ", language="ar").from_right
    assert not told("Warm hart").from_right
    assert not told(address, kind="qr", language="ar", link=address).from_right


@pytest.mark.parametrize("address", ["https://care-er.be/jobs", "mailto:an@linde.be", "tel:+3252123456"])
def test_an_address_that_a_poster_may_hold_can_be_followed(told, address):
    """Pages, mail and telephone."""
    assert told(address, kind="qr", link=address).link == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://care-er.be", "https://bank.be@evil.example", "x"])
def test_any_other_address_is_only_told(told, address):
    """A poster in the making may hold anything; nobody is led there."""
    said = told(address, kind="qr", link=address)

    assert (said.text, said.link) == (address, "")
