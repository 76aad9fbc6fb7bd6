"""Characters that have no place on a poster are taken out, and that is told."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.content import clean


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("nul\x00 bel\x07 del\x7f", "nul bel del"),
        ("c1\x80\x9f", "c1"),
        ("over\u202eride\u202c", "override"),
        ("embed\u202ading\u202c", "embedding"),
        ("open \u2067 isolate", "open  isolate"),
        ("closed\u2069 isolate", "closed isolate"),
        ("\u2067line\nend\u2069", "line\nend"),
        ("non\ufffe\uffff\ufdd0\U0010ffff", "non"),
        ("tag\U000e0001\U000e0067\U000e007f", "tag"),
        ("half\ud83d", "half"),
        ("\ufeffmark", "mark"),
        ("note\ufff9\ufffa\ufffb", "note"),
        ("e\ufb03ciënt \ufb01ets \ufb02at", "efficiënt fiets flat"),
        ("\ufedf\ufe8e \ufefb", "لا لا"),
    ],
)
def test_unsafe_characters_are_taken_out_and_told(typed, cleaned):
    """What could break a line, hide text or turn it round goes, and the answer says so."""
    assert clean(typed) == (cleaned, True)


@pytest.mark.parametrize(
    "typed",
    [
        "Warm hart,\nvast contract.",
        "Ik ben trots op mijn job 💜",
        "فخور بعملي",
        "\u2067فخور\u2069 op het werk",
        "soft\u00adhyphen, no\u00a0break, join\u200der, non\u200cjoiner, \u200fmark",
        "👩🏽‍⚕️ ❤️",
        "a" + "\u0323\u0301" * 4,
    ],
)
def test_what_people_write_is_left_alone(typed):
    """Languages need their invisible characters."""
    assert clean(typed) == (unicodedata.normalize("NFC", typed), False)


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("Caree\u0304r", "Careēr"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("een\ttwee", "een twee"),
    ],
)
def test_another_spelling_of_the_same_text_is_no_change(typed, cleaned):
    """Composition, line ends and tabs differ between machines; nobody is bothered with it."""
    assert clean(typed) == (cleaned, False)


@pytest.mark.parametrize("typed", ["½ dag", "nr. ² en ™", "m² …", "№ 5", "ﬀ".upper(), "\ufe70"])
def test_signs_that_only_look_like_several_are_left_alone(typed):
    """A fraction or a trade mark is not spelt out, nor a mark that stands alone."""
    assert clean(typed) == (typed, False)


def test_marks_beyond_eight_on_one_letter_go():
    """A tower of marks would climb into the line above."""
    cleaned, changed = clean("q" + "\u0323" * 30 + "r")

    assert (cleaned, changed) == ("q" + "\u0323" * 8 + "r", True)


def test_lines_beyond_two_hundred_are_joined_and_no_word_is_lost():
    """Ten thousand lines become two hundred; every word is still there."""
    cleaned, changed = clean("\n".join(f"w{number}" for number in range(10_000)))

    assert changed
    assert cleaned.count("\n") == 199
    assert len(cleaned.split()) == 10_000


@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_is_cleaning_once(typed):
    """A cleaned text is clean, composed and can be encoded."""
    cleaned, _ = clean(typed)

    assert clean(cleaned) == (cleaned, False)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned


_NASTY = st.sampled_from("\u2066\u2067\u2069\u202e\n\u0301\u0323\u0345ae\u1100\u1161\u11a8\ud800\U000e0041\u0f71\u0f72")


@given(st.lists(_NASTY, max_size=40).map("".join))
def test_cleaning_twice_is_cleaning_once_among_the_worst_characters(typed):
    """Taking one character out may not make the next one unsafe."""
    cleaned, _ = clean(typed)

    assert clean(cleaned) == (cleaned, False)
