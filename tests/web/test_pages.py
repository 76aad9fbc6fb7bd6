"""Every page in every language, with nothing left in Dutch."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from house import create_app
from other_brand import OTHER

from app import extensions
from app.web import shell
from app.web.language import LANGUAGES

WEB = Path(shell.__file__).parent
BRANDS = WEB.parent.parent / "brand_assets"
READING = {
    "/": {"nl": "Kies je sjabloon", "fr": "Choisissez votre modèle", "en": "Choose your template"},
    "/sjablonen/portret": {"nl": "Maak deze affiche", "fr": "Créer cette affiche", "en": "Make this poster"},
    "/hulp": {"nl": "Maak voor elke taal", "fr": "Faites une affiche par langue", "en": "Make one poster for each"},
    "/toegankelijkheid": {"nl": "Lukt iets niet?", "fr": "ne marche pas", "en": "Is something not working?"},
    "/huisstijl": {"nl": "Je schreef", "fr": "Vous avez écrit", "en": "You wrote"},
    "/privacy": {"nl": "Wat we bewaren", "fr": "Ce que nous gardons", "en": "What we keep"},
    "/nergens": {"nl": "Deze pagina is er niet", "fr": "Cette page n’existe pas", "en": "We cannot find this page"},
}


def messages():
    """Every message of the pages, as gathered from the code and the templates."""
    keywords = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
    methods = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
    return {found[2] for found in extract_from_dir(str(WEB), methods, keywords=keywords)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", READING)
def test_every_page_speaks_the_chosen_language(client, address, language):
    """The choice is kept, the page says which language it is in, and so do its words."""
    client.get(f"/?taal={language}")

    page = client.get(address).text

    assert f'<html lang="{language}">' in page
    assert READING[address][language] in page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_message_is_translated(language):
    """Each message of the pages has its words in French and in English, and no old ones are left."""
    with (WEB / "translations" / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    translated = {found.id: found.string for found in catalogue if found.id}

    assert set(translated) == messages()
    assert all(all(words) if isinstance(words, tuple) else words for words in translated.values())
    assert not list(catalogue.check())


def test_the_language_switch_keeps_the_place(client):
    """Choosing a language leads back to the same page with the same question."""
    answer = client.get("/sjablonen/portret?formaat=a4&taal=fr")

    assert answer.status_code == 303
    assert answer.location == "/sjablonen/portret?formaat=a4"


@pytest.mark.parametrize("path", ["/%0d%0aSet-Cookie:a=b", "//elders.be/", "/%5Celders.be"])
def test_choosing_a_language_leads_nowhere_else(client, path):
    """Whatever stands in the path, the answer is a page of this site and never a header of somebody's making."""
    answer = client.get(f"{path}?taal=fr")

    assert answer.status_code == 303
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\"))
    assert "a=b" not in answer.headers.get("Set-Cookie", "")


def test_a_language_that_the_tool_does_not_speak_changes_nothing(client):
    """Dutch stays."""
    client.get("/?taal=xx")

    assert '<html lang="nl">' in client.get("/").text


def test_switching_the_language_in_the_editor_keeps_what_was_typed(maker):
    """The switch is a button of the form: nothing is lost by it."""
    answer = maker.send("taal:en", text__headline="Hier telt elke mens.")

    assert answer.status_code == 303
    page = maker.client.get(answer.location).text
    assert '<html lang="en">' in page
    assert "Hier telt elke mens." in page


def test_the_gallery_shows_every_published_template_as_it_comes_out(client, workshop):
    """Each template has its name, its summary and a picture with its size, so that nothing jumps."""
    page = client.get("/").text

    for template in workshop.catalog.published():
        assert f'href="/sjablonen/{template.key}"' in page
        assert template.summary.nl in page
    pictures = re.findall(r'<img class="poster"[^>]*>', page)
    assert len(pictures) == len(workshop.catalog.published())
    assert all(re.search(r'width="\d+" height="\d+"', picture) for picture in pictures)


def test_a_thumbnail_is_a_real_picture_that_may_be_kept(client):
    """It comes as WebP, in the width asked for, and its address changes with the template."""
    from io import BytesIO

    from PIL import Image

    address = re.search(r'src="(/sjablonen/portret/beeld/[^"]+)"', client.get("/").text)[1].replace("&amp;", "&")
    answer = client.get(address)

    with Image.open(BytesIO(answer.data)) as picture:
        assert (picture.format, picture.width) == ("WEBP", 480)
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get(address).data == answer.data


def test_pages_live_without_their_cache(client, monkeypatch):
    """When the cache is down a thumbnail is made anew, and nobody notices but the clock."""

    def down(*_args, **_keywords):
        raise ConnectionError("no cache")

    monkeypatch.setattr(extensions.cache, "get", down)

    assert client.get("/sjablonen/trots/beeld/nl/a3-240").status_code == 200


def test_a_picture_that_any_cache_may_keep_carries_no_session(maker):
    """A shared cache that hands out a thumbnail hands out nobody's session with it."""
    for address in re.findall(
        r'(?:src|href)="(/(?:bron|merk|sjablonen/portret/beeld)/[^"]+)"', maker.client.get("/").text
    ):
        headers = maker.client.get(address.replace("&amp;", "&")).headers
        assert "public" in headers["Cache-Control"]
        assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "address",
    [
        "/sjablonen/nergens",
        "/sjablonen/%2e%2e",
        "/sjablonen/portret/beeld/nl/a3-481",
        "/sjablonen/portret/beeld/nl/a9-480",
        "/sjablonen/portret/beeld/xx/a3-480",
        "/sjablonen/nergens/beeld/nl/a3-480",
        "/merk/x/tekening/brand.svg",
        "/merk/x/logo/..%2fbrand.svg",
        "/bron/oud/css/app.css",
    ],
)
def test_what_is_not_there_is_a_friendly_page(client, address):
    """No guess at an address leads to an error of ours, or out of a folder."""
    answer = client.get(address)

    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text


@pytest.mark.parametrize("address", ["/sjablonen", "/sjablonen/", "/affiche", "/affiche/"])
def test_a_shortened_address_leads_to_the_posters(client, address):
    """Whoever wipes the end of an address finds the gallery, not an error."""
    answer = client.get(address)

    assert (answer.status_code, answer.location) == (302, "/")


def test_a_shortened_address_keeps_its_language(client):
    """The French half of the site stays French."""
    assert client.get("/fr/sjablonen").location == "/fr/"


def test_a_page_loads_nothing_from_elsewhere(client):
    """Every address in the pages is our own, but those that a visitor may go to."""
    for address in READING:
        page = re.sub(r"<a [^>]*>", "", client.get(address).text)
        assert not re.findall(r'(?:src|href|action)="(?:https?:)?//(?!localhost/)', page)
        assert not re.findall(r"<[^>]+ (?:style|on\w+)=", page)


def test_static_files_have_addresses_that_change_with_them(client):
    """Styles, scripts and fonts may be kept for ever, and modules find each other in the same folder."""
    page = client.get("/").text
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)

    assert len(styles) == 3
    for address in styles:
        assert "immutable" in client.get(address).headers["Cache-Control"]
    for module in ("editor", "preview", "saving", "unsaved", "findings", "files", "texts"):
        assert client.get(shell_address(client, f"js/{module}.js")).mimetype == "text/javascript"


def shell_address(client, name):
    with client.application.test_request_context():
        return shell.asset(name)


def test_another_brand_dresses_the_tool(settings):
    """With the kit of another brand the pages carry its mark and its name."""
    dressed = replace(settings, brand=OTHER, templates=())
    app = create_app(dressed)

    client = app.test_client()
    page = client.get("/").text
    mark = re.search(r'<img src="(/merk/[^"]+)" alt="Blok"', page)[1]
    assert client.get(mark).data == (OTHER / "logos" / "blok.svg").read_bytes()
    assert client.get("/favicon.svg").data == client.get(mark).data  # the kit has no symbol of its own
    app.extensions["affiche"].close()


def test_the_watchdog_hears_that_all_is_well(client):
    """The answer is short and kept nowhere."""
    answer = client.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert answer.headers["Cache-Control"] == "no-store"
