"""After a download: what to do with the files, how to have them on another device, and whether one is on its way."""

import io
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import resvg_py
import zxingcpp
from PIL import Image

from app.engine.content import Content
from app.engine.sheet import FORMATS
from app.web.downloads.offers import Offers
from app.web.downloads.onward import onward_from
from app.web.findings import ShownFinding

TICKET = "0123456789abcdef"


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


def steps_of(page):
    """The titles of what comes next."""
    return re.findall(r'<h3 id="next-[a-z]+">([^<]+)</h3>', page)


def mail_of(page, words):
    """Subject and body of the mail that a link with these words opens."""
    address = unescape(re.search(rf'href="(mailto:[^"]+)"[^>]*>{words}<', page)[1])
    fields = parse_qs(urlsplit(address).query)
    return fields["subject"][0], fields["body"][0]


def test_what_comes_next_fits_what_is_ready(maker):
    """Printing, mailing and hanging for paper; posting for screens; nothing while nothing is ready."""

    def steps(key):
        return steps_of(maker.client.get(f"{maker.address}/download?formaat={key}").text)

    assert steps("a3") == []
    maker.send("save")
    assert steps("a3") == ["Naar de drukker", "Zelf printen", "Ophangen"]
    assert steps("b1") == ["Naar de drukker", "Zelf printen", "Ophangen"]
    assert steps("story") == ["Online zetten"]


def test_hanging_tells_where_and_who_answers_for_it(finished):
    """Where it may, where it may not, and that the publisher's name stays on."""
    page = finished.client.get(finished.address + "/download?formaat=a3").text

    assert all(words in page for words in ("100 %", "plakbord van de gemeente", "verkeersborden", "V.U."))


def test_the_tax_on_large_posters_stands_with_hanging_and_nowhere_else(app, services):
    """What is to be known of hanging is said there, the rest stays with what is good to know."""
    tax, other = (ShownFinding(code, "note", "", code, "", []) for code in ("poster-tax", "long-sentence"))
    template = services.catalog.get("portret")

    with app.test_request_context():
        onward = onward_from(template, Content(language="nl"), FORMATS["a3"], Offers((), (), (tax, other)))

    assert (onward.tax, onward.remarks) == (tax, (other,))


def test_the_note_for_the_shop_is_a_file_and_a_mail(finished):
    """The same words are saved, read on the page and put in a mail, and name the file that goes with them."""
    page = finished.client.get(finished.address + "/download?formaat=a3").text
    saved = finished.client.get(finished.address + "/download/a3/nota")

    assert saved.headers["Content-Disposition"] == 'attachment; filename="nota-voor-de-drukker.txt"'
    assert (saved.mimetype, saved.headers["Cache-Control"]) == ("text/plain", "no-store")
    assert "career-affiche-portret-warm-hart-vast-contract-a3-drukker-nl.pdf" in saved.text
    assert "297 × 420\u00a0mm" in saved.text
    subject, body = mail_of(page, "Mail je drukker, met de nota erin")
    assert subject == "Drukwerk: Warm hart, vast contract."
    assert body.replace("\r\n", "\n").endswith(saved.text)
    shown = re.search(r'<textarea id="job-note"[^>]*>\s*(.*?)</textarea>', page, re.S)[1]
    assert unescape(shown).strip() == saved.text.strip()


def test_the_note_speaks_the_language_of_the_page(finished):
    """A shop in Liège reads French."""
    finished.client.get("/?taal=fr")

    saved = finished.client.get(finished.address + "/download/a3/nota")

    assert 'filename="note-pour-l-imprimeur.txt"' in saved.headers["Content-Disposition"]
    assert "Format fini" in saved.text


@pytest.mark.parametrize("path", ["square/nota", "a9/nota"])
def test_there_is_no_note_for_what_no_shop_prints(finished, path):
    """A screen needs none."""
    assert finished.client.get(f"{finished.address}/download/{path}").status_code == 404


def test_words_to_post_come_with_the_picture(finished):
    """The message, with its link, and what is heard by who does not see it."""
    page = finished.client.get(finished.address + "/download?formaat=square").text

    message = re.search(r'<textarea id="post-words"[^>]*>(.*?)</textarea>', page, re.S)[1]
    heard = re.search(r'<textarea id="post-alt"[^>]*>(.*?)</textarea>', page, re.S)[1]
    assert "Word verpleegkundige in Dendermonde." in message
    assert "https://care-er.be" in message
    assert "Verpleegkundige met een haarband lacht breed" in heard


def test_a_phone_that_scans_the_code_gets_the_same_page(finished, stranger):
    """The code is read as a telephone does; whoever follows it sees the files of the same format, and so by mail."""
    page = finished.client.get(finished.address + "/download?formaat=a5").text
    drawn = re.search(r'<div class="resume-code">(<svg.*?</svg>)', page, re.S)[1]
    png = resvg_py.svg_to_bytes(svg_string=drawn, width=300, height=300)
    pixels = np.asarray(Image.open(io.BytesIO(bytes(png))).convert("RGB"))
    address = zxingcpp.read_barcodes(pixels)[0].text

    assert address in mail_of(page, "Mail de link naar jezelf")[1]
    arrived = stranger.client.get(address, follow_redirects=True)
    assert arrived.request.full_path == f"{finished.address}/download?formaat=a5"
    assert "Download de kaartjes (pdf)" in arrived.text
    assert stranger.client.get(f"{finished.address}/download/a5/home").status_code == 200


def test_the_other_device_speaks_the_same_language(finished, stranger):
    """Who works in French reads French on the phone."""
    finished.client.get("/?taal=fr")
    page = finished.client.get(finished.address + "/download?formaat=a5").text
    address = re.search(r"http\S+/verder/\S+", unquoted_mail(page))[0]

    arrived = stranger.client.get(address, follow_redirects=True)

    assert '<html lang="fr">' in arrived.text
    assert "formaat=a5" in arrived.request.full_path


def unquoted_mail(page):
    """The body of the mail to oneself, in any language."""
    address = unescape(re.search(r'class="elsewhere".*?href="(mailto:[^"]+)"', page, re.S)[1])
    return parse_qs(urlsplit(address).query)["body"][0]


def test_a_forged_link_opens_nothing(finished, stranger):
    """Without the right token the answer is that of a poster that is gone."""
    assert stranger.client.get(f"{finished.address}/verder/{'x' * 27}/download").status_code == 404
    assert stranger.client.get(f"{finished.address}/download").status_code == 404


@pytest.mark.parametrize("path", ["square/screen", "square/proof", "all"])
def test_a_page_hears_that_its_file_is_on_its_way(finished, path):
    """Not before it is asked for, and not of another ticket."""

    def begun(ticket):
        return finished.client.get(f"{finished.address}/download/begonnen/{ticket}").get_json()["begun"]

    assert not begun(TICKET)
    with finished.client.get(f"{finished.address}/download/{path}?bon={TICKET}") as answer:
        assert answer.status_code == 200
    assert begun(TICKET)
    assert not begun("f" * 16)


def test_a_refused_file_is_never_on_its_way(maker):
    """The page that says why comes instead."""
    assert maker.client.get(f"{maker.address}/download/a3/print?bon={TICKET}").status_code == 422

    assert not maker.client.get(f"{maker.address}/download/begonnen/{TICKET}").get_json()["begun"]


def test_tickets_are_of_one_poster_and_of_one_shape(finished, stranger):
    """A file comes whatever the ticket; only what a page of ours makes is kept, for that poster only."""
    with finished.client.get(f"{finished.address}/download/square/screen?bon=../../x") as answer:
        assert answer.status_code == 200
    assert not finished.client.get(f"{finished.address}/download/begonnen/x").get_json()["begun"]

    with finished.client.get(f"{finished.address}/download/square/screen?bon={TICKET}"):
        pass
    other = stranger.begin()
    assert not stranger.client.get(f"{other}/download/begonnen/{TICKET}").get_json()["begun"]
