"""From the editor onward: a copy, another device, and nothing left behind."""

import gzip
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

STATIC = Path(__file__).parents[2] / "app" / "web" / "static"
MOST_SCRIPT = 40_000


def test_a_copy_begins_as_the_poster_is_and_leaves_it_alone(maker):
    """What was typed in the same press is in both; afterwards each goes its own way."""
    first = maker.address

    copied = maker.send("copy", text__headline="Twee keer", format="square")

    assert copied.status_code == 303
    assert "formaat=square" in copied.location
    maker.address = copied.location.split("?")[0]
    assert maker.address != first
    assert "Dit is je kopie" in maker.client.get(copied.location).text
    maker.send(text__headline="Anders")
    maker.address = first
    assert maker.typed("text.headline") == "Twee keer"


def test_the_mail_to_oneself_holds_the_resume_link(maker, stranger):
    """Who opens the link in the mail goes on with the poster, in a browser of their own."""
    maker.send(text__headline="Op reis")
    page = maker.client.get(maker.address).text
    address = re.search(r'href="mailto:\?([^"]+)"', page)[1].replace("&amp;", "&")
    mail = parse_qs(address)

    link = mail["body"][0].split()[-1]
    assert mail["subject"] == ["Mijn affiche “Portret”"]
    opened = stranger.client.get(urlsplit(link).path)
    stranger.address = opened.location
    assert stranger.typed("text.headline") == "Op reis"


def test_the_way_to_the_phone_is_a_code_on_the_page(maker):
    """The code is drawn in the page itself: no address of it that a log could keep."""
    page = maker.client.get(maker.address).text

    code = page[page.index('class="resume-code"') :]
    assert code[: code.index("</div>")].count("<path") == 2


def test_all_scripts_together_weigh_little():
    """Compressed one by one, as a browser fetches them: 40 kB at most."""
    sizes = {file.name: len(gzip.compress(file.read_bytes())) for file in STATIC.glob("js/*.js")}

    assert sum(sizes.values()) <= MOST_SCRIPT, sizes
