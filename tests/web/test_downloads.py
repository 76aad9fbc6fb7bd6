"""Finished files: real ones, under plain names, and refused while a rule is broken."""

import io
import re

import pikepdf
import pytest
from PIL import Image

from app.isolation import WorkerBusy, WorkerKilled
from app.store import counted, week_of


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


def test_the_page_names_every_destination_of_a_format(finished):
    """Paper goes to the printer, home, website and screen; a screen format only to screens."""
    paper = finished.client.get(finished.address + "/download?formaat=a3").text
    screen = finished.client.get(finished.address + "/download?formaat=story").text

    assert "Dit moet eerst nog" not in paper
    for destination in ("print", "home", "web", "screen"):
        assert f"/download/a3/{destination}" in paper
    assert re.findall(r"/download/story/(\w+)", screen) == ["screen", "screen", "screen", "proof"]


@pytest.mark.parametrize("destination", ["print", "home", "web"])
def test_a_pdf_opens_and_is_named_plainly(finished, destination):
    """The file is a PDF of one page, kept by no cache."""
    answer = finished.client.get(f"{finished.address}/download/a4/{destination}")

    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.pdf"', answer.headers["Content-Disposition"])
    assert answer.headers["Cache-Control"] == "no-store"
    with pikepdf.open(io.BytesIO(answer.data)) as pdf:
        assert len(pdf.pages) == 1


def test_crop_marks_come_on_wish_only(finished):
    """With marks the sheet is larger than the bleed."""

    def width(question):
        data = finished.client.get(f"{finished.address}/download/a4/print{question}").data
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return float(pdf.pages[0].MediaBox[2]) - float(pdf.pages[0].MediaBox[0])

    assert width("?snijtekens=ja") > width("") + 10


@pytest.mark.parametrize(("codec", "kind"), [("png", "PNG"), ("jpg", "JPEG")])
def test_a_screen_file_has_exactly_the_pixels_of_its_format(finished, codec, kind):
    """The square is 1080 px wide and high, in the codec asked for."""
    answer = finished.client.get(f"{finished.address}/download/square/screen?soort={codec}")

    with Image.open(io.BytesIO(answer.data)) as picture:
        assert (picture.format, picture.size) == (kind, (1080, 1080))


def test_each_way_to_have_a_file_has_a_name_of_its_own(finished):
    """With crop marks, or on A3 paper, nothing is saved over the plain file."""

    def name(path):
        return finished.client.get(f"{finished.address}/download/a3/{path}").headers["Content-Disposition"]

    assert name("print").endswith('-a3-drukker-nl.pdf"')
    assert name("print?snijtekens=ja").endswith('-a3-drukker-nl-snijtekens.pdf"')
    assert name("home").endswith('-a3-thuis-nl.pdf"')
    assert name("home?papier=a3").endswith('-a3-thuis-nl-op-a3.pdf"')


def test_an_a3_goes_home_on_the_paper_that_is_there(finished):
    """A4, or A3 where somebody has it; other sizes are fitted to A4 and offer nothing else."""

    def width_mm(question):
        data = finished.client.get(f"{finished.address}/download/a3/home{question}").data
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return round(float(pdf.pages[0].MediaBox[2]) / 72 * 25.4)

    assert (width_mm(""), width_mm("?papier=a3")) == (210, 297)
    assert (
        "/download?formaat=a3&amp;papier=a3#file-home"
        in finished.client.get(finished.address + "/download?formaat=a3").text
    )
    assert "papier=" not in finished.client.get(finished.address + "/download?formaat=a4").text


def test_no_link_keeps_a_refusal_from_being_seen(finished):
    """A `download` attribute would make the browser drop or save what is no file."""
    links = re.findall(r"<a [^>]*/download/a3/[^>]*>", finished.client.get(finished.address + "/download").text)

    assert len(links) == 10
    assert not [link for link in links if re.search(r"\sdownload\b(?!/)", link)]


def cards_of(page):
    """The card of each file of the chosen format, by its title."""
    cards = re.split(r'<li (?:id="file-\w+" )?class="destination[ "]', page)[1:]
    return {re.search(r"<h3>([^<]+)</h3>", card)[1]: card for card in cards}


@pytest.fixture
def without_publisher(maker):
    """A visitor whose poster names nobody who answers for it."""
    maker.send("save", imprint__name="", imprint__street="", imprint__postcode="", imprint__town="")
    return maker


def test_what_stands_in_the_way_of_several_files_is_said_once(without_publisher):
    """A screen needs no publisher: what print and home wait for stands at the top, with their names and one link."""
    address = without_publisher.address
    page = without_publisher.client.get(address + "/download?formaat=a3").text

    blocked = re.search(r'<section class="blocked".*?</section>', page, re.S)[0]
    assert "Nodig voor: <strong>Drukker, Thuis</strong>" in blocked
    assert page.count(f'href="{address}?formaat=a3&amp;gevraagd=1#imprint.name"') == 1
    assert f'href="{address}?formaat=a3&amp;gevraagd=1#imprint.name"' in blocked
    assert "Werk je affiche af" not in blocked


def test_files_that_wait_say_so_and_the_others_are_there(without_publisher):
    """A card leads to a file, or to what must be done first."""
    cards = cards_of(without_publisher.client.get(without_publisher.address + "/download?formaat=a3").text)

    assert set(cards) == {"Drukker", "Thuis", "Website", "Scherm", "Proef"}
    for title, card in cards.items():
        is_off = title in ("Drukker", "Thuis")
        assert ("/download/a3/" in card) is not is_off
        assert ("Nog niet beschikbaar" in card) is is_off
        assert ('href="#blocked"' in card) is is_off


def test_what_every_file_waits_for_comes_before_what_some_wait_for(maker):
    """The title first, which nothing goes without; then the publisher, with the names of the files."""
    page = maker.client.get(maker.address + "/download?formaat=a3").text

    asked = re.findall(r"Nodig voor: <strong>([^<]+)</strong>", page)
    assert (asked[0], asked[-1]) == ("elk bestand", "Drukker, Thuis")
    assert "Werk je affiche af" in page
    assert 'href="#blocked"' not in page


@pytest.mark.parametrize(
    ("key", "usual", "size"),
    [
        ("a3", "Drukker", "297 × 420 mm, plus 3 mm rondom om af te snijden"),
        ("a4", "Thuis", "Past op A4-papier"),
        ("story", "Scherm", "1080 × 1920 pixels"),
    ],
)
def test_one_file_is_put_first(finished, key, usual, size):
    """What most people do with a format is the one loud button of the page, and its size is in plain words."""
    page = finished.client.get(f"{finished.address}/download?formaat={key}").text

    assert re.findall(r'<a class="(action[^"]*)"[^>]*data-file>', page).count("action") == 1
    title, card = next(iter(cards_of(page).items()))
    assert title == usual
    assert f'<p class="destination-size">{size}</p>' in card


def test_the_first_file_that_is_ready_is_put_first(without_publisher):
    """What cannot be had yet does not stand where the eye falls."""
    page = without_publisher.client.get(without_publisher.address + "/download?formaat=a3").text

    assert list(cards_of(page))[:3] == ["Website", "Drukker", "Thuis"]


def test_a_poster_that_comes_out_smaller_is_told_so(finished):
    """Who prints an A2 on A4 at home knows it beforehand; an A5 comes out larger where that is asked for."""

    def told(key):
        return cards_of(finished.client.get(f"{finished.address}/download?formaat={key}").text)["Thuis"]

    assert "je A2 komt er kleiner uit" in told("a2")
    assert "je A5 komt er groter uit" in told("a5&samen=nee")


def test_each_card_shows_its_file_around_the_one_preview(finished):
    """The poster is sent once; every drawing shows it again, and is nothing to a screen reader."""
    page = finished.client.get(finished.address + "/download?formaat=a3").text

    assert page.count('id="poster"') == 1
    drawings = re.findall(r'<svg class="drawing"[^>]*>', page)
    assert len(drawings) == 6 + 4 + 3
    assert all('aria-hidden="true"' in one and "width=" in one and "height=" in one for one in drawings)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_page_shows_the_poster_in_the_chosen_format(finished):
    """Everyone sees what they are about to fetch."""
    shapes = [
        re.search(r'<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"', page.text)
        for key in ("square", "story")
        for page in [finished.client.get(f"{finished.address}/download?formaat={key}")]
    ]

    assert [round(float(shape[2]) / float(shape[1]), 2) for shape in shapes] == [1, 1.78]


def test_an_unfinished_poster_is_refused_with_links_to_what_is_missing(maker):
    """No address gets around the rules: the answer is the page with what must change."""
    answer = maker.client.get(maker.address + "/download/a3/print")

    assert answer.status_code == 422
    assert "Dit moet eerst nog" in answer.text
    assert f'href="{maker.address}?formaat=a3&amp;gevraagd=1#text.headline"' in answer.text


@pytest.mark.parametrize("key", ["a5", "a4", "a3", "b2", "b1", "a0", "mupi", "story", "600x849"])
def test_the_page_opens_for_an_unfinished_poster_in_every_size(maker, key):
    """Also in one that goes home over several sheets only."""
    answer = maker.client.get(f"{maker.address}/download?formaat={key}")

    assert answer.status_code == 200
    assert "Dit moet eerst nog" in answer.text


def test_what_is_to_do_follows_the_form_here_too(maker):
    """From the top down, as in the editor: words, photo, publisher."""
    maker.send("save", text__headline="", photo__photo__file="", imprint__town="")

    page = maker.client.get(maker.address + "/download?formaat=a3").text

    asked = re.findall(r'<li class="finding[^>]*><a href="[^"]*#([a-z.]+)"', page[: page.index("format-links")])
    assert asked == ["text.headline", "photo.photo.upload", "imprint.town"]


@pytest.mark.parametrize(
    "path",
    [
        "a3/fax",
        "a9/print",
        "square/print",
        "a3/all",
        "a9/proof",
        "../../print",
        "a4/home?papier=a3",
        "a3/home?papier=a5",
        "a3/print?papier=a4",
        "a3/web?snijtekens=ja",
        "a3/screen?soort=gif",
        "a3/web?soort=png",
    ],
)
def test_a_file_that_cannot_be_is_not_there(finished, path):
    """Formats and destinations that do not belong together lead to a friendly page."""
    assert finished.client.get(f"{finished.address}/download/{path}").status_code == 404


@pytest.mark.parametrize(
    ("stopped", "words"), [(WorkerBusy(), "Het is nu erg druk"), (WorkerKilled("memory"), "Kies een kleiner formaat")]
)
def test_a_file_that_could_not_be_made_says_what_to_do(finished, services, monkeypatch, stopped, words):
    """Too busy, or too much work: the page says which, and the poster is still there."""

    def stop(*_args, **_keywords):
        raise stopped

    monkeypatch.setattr(services.fence, "run", stop)
    answer = finished.client.get(finished.address + "/download/square/screen")

    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert words in answer.text
    assert f'href="{finished.address}/download?formaat=square"' in answer.text
    assert finished.client.get(finished.address).status_code == 200


def test_a_finished_file_is_counted_and_not_its_maker(finished, services):
    """The counter knows template, format, destination and language."""
    import time

    finished.client.get(finished.address + "/download/square/screen")

    with services.database.transaction() as session:
        counts = counted(session, week_of(time.time()))
    assert counts[("file", "portret square screen nl")] == 1
    assert counts[("draft", "portret nl")] == 1
