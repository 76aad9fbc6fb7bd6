"""Addresses that ask for what cannot be: what was wrong is said, beside the files that there are."""

import re

import pytest


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


def banner(page):
    found = re.search(r'<p class="banner" role="alert">([^<]+)</p>', page)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("path", "words", "chosen"),
    [
        ("a3/print?drukker=buurman", "Een drukker “buurman” kennen we niet", "A3"),
        ("a3/print?snijtekens=misschien", "Dit kan niet voor A3: “snijtekens=misschien”", "A3"),
        ("a3/print?schaal=10", "“schaal=10”", "A3"),
        ("a3/print?bladen=a4", "“bladen=a4”", "A3"),
        ("a4/home?bladen=a4", "Dit kan niet voor A4: “bladen=a4”", "A4"),
        ("a5/home?bladen=a4&inkt=zuinig", "“bladen=a4”", "A5"),
        ("a2/home?bladen=a4&samen=ja", "“samen=ja”", "A2"),
        ("a5/home?inkt=veel", "“inkt=veel”", "A5"),
        ("square/webpagina", "Zo’n bestand is er niet van Vierkant", "Vierkant"),
        ("square/nota.pdf", "Zo’n bestand is er niet", "Vierkant"),
        ("a3/fax", "Zo’n bestand is er niet van A3", "A3"),
        ("600x600x1/print", "Het formaat “600x600x1” is er niet voor deze affiche. Je ziet nu A3.", "A3"),
        ("a9/proof", "Het formaat “a9”", "A3"),
        ("all?formaat=onzin", "Het formaat “onzin”", "A3"),
        ("all?formaat=a3&drukker=onzin", "“onzin” kennen we niet", "A3"),
    ],
)
def test_a_file_that_cannot_be_leads_back_to_those_that_can(finished, path, words, chosen):
    """Not there, and in one sentence why; the page is that of the poster's own files."""
    answer = finished.client.get(f"{finished.address}/download/{path}")

    assert answer.status_code == 404
    assert words in banner(answer.text)
    assert re.search(r'<h2 class="chosen-format">([^<]+?) *<', answer.text)[1] == chosen
    assert f'href="{finished.address}/download/' in answer.text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("download?formaat=onzin", "Het formaat “onzin” is er niet voor deze affiche. Je ziet nu A3."),
        ("download?formaat=a3&drukker=onzin", "Een drukker “onzin” kennen we niet"),
        ("download?formaat=a5&bladen=a3", "Dit kan niet voor A5: “bladen=a3”"),
        ("download?formaat=a3&bladen=a0&schaal=10&samen=ja", "“bladen=a0, schaal=10, samen=ja”"),
        ("download?formaat=story&drukker=groot", "Dit kan niet voor Story: “drukker=groot”"),
        ("download/kies?formaat=onzin", "Het formaat “onzin”"),
    ],
)
def test_the_page_says_what_it_leaves_out(finished, page, words):
    """It shows the usual files, and never without a word."""
    answer = finished.client.get(f"{finished.address}/{page}")

    assert answer.status_code == 200
    assert words in banner(answer.text)
    assert "chosen-way" not in answer.text


@pytest.mark.parametrize(
    "query", ["", "?formaat=", "?formaat=a3&drukker=groot", "?formaat=a2&bladen=a4&inkt=zuinig", "?taal=nl"]
)
def test_what_can_be_is_no_trouble(finished, query):
    """Nor is an address that asks for nothing."""
    answer = finished.client.get(f"{finished.address}/download{query}", follow_redirects=True)

    assert banner(answer.text) == ""


def test_no_link_of_the_page_leads_into_trouble(finished):
    """A wish that another format cannot have does not go along to it."""
    page = finished.client.get(f"{finished.address}/download?formaat=a2&drukker=groot&bladen=a3&kleur=grijs").text
    tabs = re.findall(r'<li class="tab"><a href="([^"]+)"', page)

    assert len(tabs) > 10
    for tab in tabs:
        assert banner(finished.client.get(tab.replace("&amp;", "&")).text) == "", tab


def test_what_is_asked_is_shown_as_it_was_typed(finished):
    """Nothing of an address becomes a part of the page."""
    answer = finished.client.get(f"{finished.address}/download?formaat=<b>x</b>")

    assert "“&lt;b&gt;x&lt;/b&gt;”" in answer.text


def test_strangers_learn_nothing(finished, stranger):
    """The answer to somebody else is that of a poster that is gone."""
    answer = stranger.client.get(f"{finished.address}/download/a5/home?bladen=a4")

    assert answer.status_code == 404
    assert "/download" not in answer.text
