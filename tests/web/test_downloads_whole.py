"""The proof for somebody's yes, and everything in one ZIP that is sent while it is made."""

import io
import re
import time
from dataclasses import replace

import pikepdf
import pytest

from app.engine.content import Content
from app.engine.findings import Finding, Sentence, Severity
from app.factory import create_app
from app.isolation import WorkerBusy
from app.store import counted, week_of
from app.web.downloads.everything import everything_of
from app.web.downloads.offers import Offers


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


@pytest.fixture
def made(services, monkeypatch):
    """The work that was handed to the workers, as it is done."""
    asked, run = [], services.fence.run

    def noted(*args, **keywords):
        asked.append(args)
        return run(*args, **keywords)

    monkeypatch.setattr(services.fence, "run", noted)
    return asked


def wide_card(page):
    return re.search(r'<div class="destination destination-wide[^"]*">.*?</div>\s*</div>', page, re.S)[0]


def test_a_proof_is_there_while_the_artwork_is_not(maker):
    """Whoever must say yes sees an unfinished poster, and what is still to do."""
    page = maker.client.get(maker.address + "/download?formaat=a3").text
    answer = maker.client.get(maker.address + "/download/a3/proof")

    assert "Dit moet eerst nog" in page
    assert f'href="{maker.address}/download/a3/proof"' in page
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="career-affiche-portret-a3-proef-nl.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    with pikepdf.open(io.BytesIO(answer.data)) as pdf:
        assert len(pdf.pages) >= 1


def test_a_proof_speaks_the_language_of_its_reader(finished):
    """The page around it is in French, so the words around the poster are."""

    def language():
        with pikepdf.open(io.BytesIO(finished.client.get(finished.address + "/download/square/proof").data)) as pdf:
            return str(pdf.Root.Lang)

    before = language()
    finished.client.get("/?taal=fr")

    assert (before[:2], language()[:2]) == ("nl", "fr")


def test_everything_is_sent_while_it_is_made(finished, made):
    """The ZIP begins after its first file and has no length; whoever stops reading stops the making."""
    with finished.client.get(finished.address + "/download/all?formaat=a3") as answer:
        first = next(answer.iter_encoded())

        assert (answer.status_code, answer.mimetype) == (200, "application/zip")
        assert "Content-Length" not in answer.headers
        assert (
            answer.headers["Content-Disposition"]
            == 'attachment; filename="career-affiche-portret-warm-hart-vast-contract-alles-nl.zip"'
        )
        assert answer.headers["Cache-Control"] == "no-store"
        assert first.startswith(b"PK")

    assert len(made) == 1


def test_everything_stands_apart_below_the_cards(finished):
    """It holds all formats, and the cards above it one of them."""
    page = finished.client.get(finished.address + "/download?formaat=story").text

    assert f'href="{finished.address}/download/all?formaat=story"' in wide_card(page)
    assert page.index("destination-wide") > page.rindex('<li class="destination')


def test_without_a_ready_file_nothing_is_promised(maker):
    """The card says so, what must change stands above, and the address answers the same."""
    page = maker.client.get(maker.address + "/download?formaat=a3").text
    answer = maker.client.get(maker.address + "/download/all?formaat=square")

    assert "Nog niet beschikbaar" in wide_card(page)
    assert "/download/all" not in page
    assert answer.status_code == 422
    assert "Nog niet beschikbaar" in wide_card(answer.text)
    assert f'href="{maker.address}?formaat=square&amp;gevraagd=1#text.headline"' in answer.text


def test_one_ready_file_is_enough(maker):
    """Without its publisher a poster is ready for screens only: the ZIP holds what there is."""
    maker.send("save", imprint__name="", imprint__street="", imprint__postcode="", imprint__town="")

    assert "/download/all" in wide_card(maker.client.get(maker.address + "/download?formaat=a3").text)
    with maker.client.get(maker.address + "/download/all") as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize("path", ["square/proof", "all?formaat=square"])
def test_what_could_not_be_made_leads_back_to_the_files(finished, services, monkeypatch, path):
    """Too busy: the page says so, before a byte of a file."""

    def stop(*_args, **_keywords):
        raise WorkerBusy

    monkeypatch.setattr(services.fence, "run", stop)
    answer = finished.client.get(f"{finished.address}/download/{path}")

    assert answer.status_code == 503
    assert f'href="{finished.address}/download?formaat=square"' in answer.text


def test_both_draw_on_the_budget_for_files(settings, open_house, visitor):
    """Who used it up is told when to come back, and the way to the files."""
    scarce = replace(settings, render_rate="2 per minute")
    finished = type(visitor)(create_app(scarce, open_house(scarce)).test_client())
    finished.begin()
    finished.send("save")

    answers = []
    for path in ("square/proof", "all?formaat=square", "all?formaat=square", "square/proof"):
        with finished.client.get(f"{finished.address}/download/{path}") as answer:
            answers.append((answer.status_code, answer.mimetype))
            told = answer.text if answer.status_code == 429 else ""

    assert [status for status, _kind in answers] == [200, 200, 429, 429]
    assert "Even ademhalen" in told
    assert f'href="{finished.address}/download?formaat=square"' in told


def test_what_stands_above_is_not_said_again_of_the_whole(maker):
    """A title that every file lacks is asked for once, at the top."""
    page = maker.client.get(maker.address + "/download/all?formaat=square").text

    assert "#text.headline" in page[: page.index("format-links")]
    assert "finding-" not in wide_card(page)


def test_where_nothing_is_common_the_whole_says_what_stops_it(app, services):
    """Each file may be stopped by something else: all of it is told, each once, and no mere advice."""
    too_long = Sentence(nl="Te lang.", fr="Trop long.", en="Too long.")
    stop = Finding(code="text-overset", severity=Severity.ERROR, slot="lead", message=too_long)
    advice = replace(stop, severity=Severity.WARNING, slot="headline")
    template = services.catalog.get("portret")

    with app.test_request_context():
        told = everything_of(
            template,
            Content(language="nl"),
            template.formats[0],
            Offers((), (), ()),
            {},
            (),
            refused=[stop, advice, stop],
        )

    assert not told.is_ready
    assert [one.slot for one in told.obstacles] == ["lead"]


@pytest.mark.parametrize("path", ["square/proof", "all?formaat=square"])
def test_strangers_get_neither(finished, stranger, path):
    """The answer to somebody else is that of a poster that is gone."""
    assert stranger.client.get(f"{finished.address}/download/{path}").status_code == 404


def test_both_are_counted_and_not_their_maker(finished, services):
    """The counter knows template, format, destination and language."""
    finished.client.get(finished.address + "/download/square/proof")
    with finished.client.get(finished.address + "/download/all"):
        pass

    with services.database.transaction() as session:
        counts = counted(session, week_of(time.time()))
    assert counts[("file", "portret square proof nl")] == 1
    assert counts[("file", "portret all all nl")] == 1
