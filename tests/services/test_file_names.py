"""Names of finished files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.filenames import file_name, plain


@pytest.mark.parametrize(
    ("destination", "word"),
    [
        ("print", "drukker"),
        ("home", "thuis"),
        ("web", "website"),
        ("screen", "scherm"),
        ("proof", "proef"),
        ("all", "alles"),
    ],
)
def test_a_name_says_what_the_file_is_for(destination, word):
    """Without jargon."""
    assert file_name("Careēr", "portret", "a3", destination, "nl", "pdf") == f"career-affiche-portret-a3-{word}-nl.pdf"


@pytest.mark.parametrize(
    ("text", "name"), [("Careēr Dag", "career-dag"), ("été 2027!", "ete-2027"), ("漢字", "affiche"), ("../../x", "x")]
)
def test_letters_are_plain(text, name):
    """No print shop's system stumbles."""
    assert plain(text) == name


@given(st.text())
def test_no_text_makes_a_strange_name(text):
    """Whatever a folder is called."""
    name = plain(text)

    assert 1 <= len(name) <= 40
    assert not name.strip("abcdefghijklmnopqrstuvwxyz0123456789-")
