"""Help, privacy and the accessibility statement: true of this installation, and easy to find one's way in."""

import re
from dataclasses import replace
from html import unescape

import pytest
from house import create_app

from app.web.language import LANGUAGES


@pytest.fixture
def reader(settings, open_house):
    """Somebody who reads the pages of an installation with settings of its own."""
    own = replace(
        settings,
        owner="Zorg & Co",
        contact="help@zorg.example",
        draft_days=1,
        no_consent_hours=12,
        log_days=7,
        photo_mb=9,
    )
    return create_app(own, open_house(own)).test_client()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_can_be_reached_from_the_list_at_the_top(reader, language):
    """Each link leads to a chapter of the page that bears the same words, and no chapter is left out."""
    reader.get(f"/?taal={language}")
    page = reader.get("/hulp").text

    linked = re.findall(r'<li><a href="#([\w-]+)">([^<]+)</a>', page)
    chapters = re.findall(r'<section class="chapter" id="([\w-]+)"[^>]*>\s*<h2[^>]*>([^<]+)</h2>', page)
    assert len(linked) > 12
    assert linked == chapters


@pytest.mark.parametrize(
    ("language", "days"), [("nl", "1 dag na je"), ("fr", "1 jour après"), ("en", "1 day after your")]
)
def test_how_long_things_are_kept_comes_from_the_settings(reader, language, days):
    """The privacy page names this installation's own times, who runs it, and where to complain."""
    reader.get(f"/?taal={language}")
    page = unescape(reader.get("/privacy").text)

    assert days in page
    assert re.search(r"<td>12 \w+</td>", page)
    assert re.search(r"<td>7 \w+</td>", page)
    assert "Zorg & Co" in page
    assert 'href="mailto:help@zorg.example"' in page
    assert "1000 Br" in page  # the authority's address


@pytest.mark.parametrize(
    ("language", "day"), [("nl", "22 november 2026"), ("fr", "22 novembre 2026"), ("en", "22 November 2026")]
)
def test_the_accessibility_statement_has_every_part_of_the_model(reader, language, day):
    """What it covers, how far it conforms, what does not, when it was assessed, where to complain."""
    reader.get(f"/?taal={language}")
    page = unescape(reader.get("/toegankelijkheid").text)

    for part in ("http://localhost/", "EN 301 549", "WCAG 2.2", "Bestuursdecreet", day, "help@zorg.example"):
        assert part in page
    assert 'href="https://www.vlaamseombudsdienst.be"' in page


def test_help_names_the_limits_that_hold(reader):
    """The size of a photo and the days are those of the settings."""
    page = reader.get("/hulp").text

    assert "9 MB" in page
    assert "1 dag na je laatste wijziging" in page
    assert "na 12 uur" in page


def test_pages_without_a_mail_address_name_who_runs_the_tool(client):
    """Nobody is asked to write to an empty address."""
    for address in ("/hulp", "/privacy", "/toegankelijkheid"):
        page = client.get(address).text
        assert "mailto:" not in page
        assert "Careēr" in page
