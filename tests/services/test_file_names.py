"""Names of finished files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.filenames import file_name, plain, told_apart


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
    ("text", "name"),
    [
        ("Careēr Dag", "career-dag"),
        ("été 2027!", "ete-2027"),
        ("Grand cœur", "grand-coeur"),
        ("漢字", "affiche"),
        ("../../x", "x"),
    ],
)
def test_letters_are_plain(text, name):
    """No print shop's system stumbles."""
    assert plain(text) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Warm hart,\nvast contract.", "career-affiche-portret-warm-hart-vast-contract-a3-drukker-nl.pdf"),
        ("Verpleegkundige voor de nachtdienst", "career-affiche-portret-verpleegkundige-voor-de-a3-drukker-nl.pdf"),
        ("Hottentottententententoonstelling", "career-affiche-portret-hottentottententententoo-a3-drukker-nl.pdf"),
        ("مرحبا", "career-affiche-portret-a3-drukker-nl.pdf"),
        ("", "career-affiche-portret-a3-drukker-nl.pdf"),
    ],
)
def test_two_posters_of_one_template_are_told_apart(title, name):
    """By the first words of the title, in plain letters; a title that has none of those is left out."""
    plain_name = file_name("Careēr", "portret", "a3", "print", "nl", "pdf")

    assert told_apart("Careēr", "portret", title)(plain_name) == name


def test_a_poster_that_lies_is_called_so_in_dutch():
    """As all words in the names of people's own files are; other files keep their names."""
    naming = told_apart("Careēr", "portret", "Warm hart")

    lying = naming(file_name("Careēr", "portret", "a4-landscape", "home", "nl", "pdf"))

    assert lying == "career-affiche-portret-warm-hart-a4-liggend-thuis-nl.pdf"
    assert naming("nota-voor-de-drukker.txt") == "nota-voor-de-drukker.txt"


@given(st.text())
def test_no_text_makes_a_strange_name(text):
    """Whatever a folder is called."""
    name = plain(text)

    assert 1 <= len(name) <= 40
    assert not name.strip("abcdefghijklmnopqrstuvwxyz0123456789-")
