"""Ctrl+P: what comes out of the printer can be read, and is what the page is about."""

import io

import pypdfium2
import pytest
from poster_steps import INFODAG, begin, hand_in


def printed(page):
    """Return the words of a page as it is printed."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    return " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in pdf).split())


@pytest.fixture
def files(page, live_server):
    """The page of files of a poster with one thing to mend."""
    begin(page, live_server, "infodag")
    hand_in(page, {**INFODAG, "text.title": "Kom naar Career kijken."})
    return page


def test_the_editor_prints_the_poster_its_texts_and_what_is_to_do(files):
    """Every step of the form, and nothing that is only there to be pressed."""
    files.goto(files.url.partition("/download")[0])

    words = printed(files)

    assert "Het merk heet “Careēr”" in words
    assert all(typed in words for typed in ("Kom naar Career kijken.", "10 tot 16 uur", "An Peeters", "9200"))
    assert not any(pressed in words for pressed in ("Naar downloaden", "Wis alles", "Kies een logo", "Hoofdmenu"))


def test_the_files_print_as_a_list_in_black(files):
    """What there is and what it is for; a button's own colours would be white on white."""
    words = printed(files)

    assert all(goal in words for goal in ("Drukker", "Thuis", "Website", "Scherm", "Proef", "Wat nu?"))
    assert "Hulp" not in words
    files.emulate_media(media="print")
    color = files.locator(".destination .action").first.evaluate("link => getComputedStyle(link).color")
    assert color == "rgb(0, 0, 0)"


def test_a_page_to_read_prints_whole(page, live_server):
    """The help, without the site around it."""
    page.goto(f"{live_server}/hulp")

    words = printed(page)

    assert "Ik ben mijn link kwijt" in words
    assert "Sjablonen" not in words.split("Hulp")[0]
