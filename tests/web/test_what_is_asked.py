"""What pages ask of a visitor: before anybody begins, beside a field, and in the list of what is to do."""

import re
import shutil
from dataclasses import replace
from html import unescape

import pytest
from house import create_app
from makers import TINY, logo_slot, make_template, photo_slot, text_slot

from app.web.needs import needs_of

PUBLISHER = "naam en adres van wie instaat voor de affiche"


def needs(client, template):
    """The lines under "Dit heb je nodig"."""
    page = client.get(f"/sjablonen/{template}").text
    listed = page[page.index("Dit heb je nodig") :]
    return [unescape(line) for line in re.findall(r"<li>(.+?)</li>", listed[: listed.index("</ul>")])]


@pytest.fixture
def tiny(settings, tmp_path):
    """Opens a site whose one template is the tiny one with changes to its text; gives a visitor."""
    opened = []

    def open_site(*changes):
        folder = shutil.copytree(TINY, tmp_path / "templates" / "tiny")
        for sample in folder.glob("sample*.toml"):
            with sample.open("a", encoding="utf-8") as content:
                content.write('\n[qr.qr]\nurl = "https://care-er.be"\n')
        file = folder / "template.toml"
        text = file.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        file.write_text(text, "utf-8")
        opened.append(create_app(replace(settings, templates=(folder.parent,))))
        return opened[0].test_client()

    yield open_site
    for app in opened:
        app.extensions["affiche"].close()


def test_who_makes_a_poster_for_the_street_is_told_that_it_names_its_publisher(client):
    """Name and town are asked for before anybody begins, not in the last field."""
    assert any(PUBLISHER in line for line in needs(client, "portret"))


def test_a_poster_for_screens_alone_asks_for_no_publisher(tiny):
    """No street, no publisher."""
    paper = (
        '[[artboard]]\nfile = "a3.svg"\ntrim = [297, 420]\nunit = "mm"\nformats = ["a5", "a3", "b2"]\nmirror = true\n'
    )

    assert not any(PUBLISHER in line for line in needs(tiny((paper, "")), "tiny"))


def test_what_is_optional_is_called_optional(client):
    """A photo that may stay out is not asked for as if it had to be there; texts neither."""
    assert "Een foto, of een van onze tekeningen" in needs(client, "portret")
    assert "Een foto of een van onze tekeningen, als je dat wilt" in needs(client, "vacature")
    assert needs(client, "portret")[:2] == ["1 korte tekst", "Nog 1 korte tekst, als je dat wilt"]
    assert "Een webadres voor de QR-code" in needs(client, "vacature")


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_pictures_one_that_is_required_makes_the_line_required(app, order):
    """Whichever comes first; a drawing will do only where it does for every photo that has to be there."""
    photos = photo_slot("one", required=False), photo_slot("two", required=True, allow=("photo",))
    logos = logo_slot("sender", required=False), logo_slot("partner", required=True)
    template = make_template(text_slot(), *photos[::order], *logos[::order])

    with app.test_request_context():
        lines = needs_of(template)

    assert {"Een foto", "Het logo van je organisatie"} <= set(lines)


@pytest.mark.parametrize("is_required", [True, False])
def test_only_a_code_that_is_optional_may_stay_empty(tiny, is_required):
    """The hint of a code without one of its own knows whether the code has to be there."""
    change = ('[slot.qr]\nkind = "qr"', '[slot.qr]\nkind = "qr"\nrequired = true')
    client = tiny(*[change][:is_required])
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/sjablonen/tiny").text)[1]
    address = client.post("/affiche", data={"template": "tiny", "csrf_token": token}).location

    page = client.get(address).text

    field = page[page.index('id="slot-qr"') : page.index('id="slot-imprint"')]
    assert "Een webadres, zoals" in field
    assert ("Laat leeg" in field) is not is_required
    assert ("niet verplicht" in field) is not is_required


def test_what_is_to_do_follows_the_form(maker):
    """From the top down: words, photo, publisher; what is only good to know has a list of its own below."""
    maker.send(text__headline="", text__lead="Kies voor Career.", photo__photo__file="", imprint__town="")
    page = maker.client.get(maker.address).text

    assert anchors_of(page, "summary") == ["text.headline", "photo.photo.upload", "imprint.town"]
    assert anchors_of(page, "advice") == ["text.lead", "imprint.street"]


def test_a_finished_poster_has_nothing_to_do(maker):
    """That all is well does not stand under the words that something is to be done."""
    maker.send()
    page = maker.client.get(maker.address).text

    assert re.search(r'<section class="to-do" aria-labelledby="to-do-title" hidden>', page)
    assert re.search(r'<p class="all-good" id="all-good">', page)


def anchors_of(page, id):
    listed = page[page.index(f'id="{id}"') :]
    return re.findall(r'href="#([a-z.-]+)"', listed[: listed.index("</ul>")])


def test_a_veil_is_offered_only_where_words_stand_bare_on_the_photo(maker):
    """On bars and on plain ground it would do nothing; once chosen it can be taken back."""
    assert re.search(r'<div class="tick" hidden>\s*<input[^>]*name="photo.photo.scrim"', page_of(maker))

    maker.send(photo__photo__scrim="y")

    assert re.search(r'<div class="tick">\s*<input[^>]*name="photo.photo.scrim"', page_of(maker))


def page_of(maker):
    return maker.client.get(maker.address).text
