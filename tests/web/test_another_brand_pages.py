"""All pages, and all that leaves with a poster, under a second brand: its name and looks, and nothing of the first."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from house import HouseOpener, Settings, create_app, open_workshop
from other_brand import make_kompas, traces_of_the_first_brand

from app.engine.content import Imprint
from app.services.read_me import accompanying_texts
from app.web.language import LANGUAGES

PAGES = ("/", "/sjablonen/portret", "/hulp", "/toegankelijkheid", "/privacy", "/nergens")
SITE = "https://kompas.example/jobs"


@pytest.fixture(scope="module")
def kompas_app(tmp_path_factory):
    """The application under the second brand."""
    folder = tmp_path_factory.mktemp("kompas")
    rates = dict.fromkeys(("page_rate", "preview_rate", "create_rate", "upload_rate"), "1000 per second")
    settings = Settings(data=folder / "data", brand=make_kompas(folder / "kompas"), **rates)
    shop = open_workshop(settings, folder / "files", workers=1)
    opener = HouseOpener(shop)
    yield create_app(settings, opener(settings))
    opener.close()
    shop.close()


@pytest.fixture
def kompas_maker(kompas_app, visit):
    """Somebody with a finished poster under the second brand."""
    maker = visit(kompas_app)
    maker.begin()
    answer = maker.send(qr__qr__url=SITE, text__headline="Vind je koers.")
    assert answer.status_code in (200, 303)
    return maker


def shown(client, address):
    """Return a page after its redirects."""
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code in (200, 404), address
    return answer.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_speaks_of_the_other_brand_alone(kompas_app, address, language):
    """Its name in the title and at the mark, its lines, and no trace of the first brand in text or markup."""
    client = kompas_app.test_client()
    client.get(f"/?taal={language}")

    page = shown(client, address)

    assert re.search(r"<title>[^<]* · Kompas [^<]*</title>", page)
    assert 'alt="Kompas"' in page
    assert traces_of_the_first_brand(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_address_that_anybody_can_open_bears_a_trace(kompas_app, language):
    """Every page that needs no name in its address, those that are still to come too."""
    client = kompas_app.test_client()
    client.get(f"/?taal={language}")
    rules = kompas_app.url_map.iter_rules()
    addresses = {rule.rule for rule in rules if "GET" in rule.methods and not rule.arguments}

    told = {address: traces_of_the_first_brand(shown(client, address)) for address in addresses}

    assert {"/", "/hulp", "/robots.txt"} <= addresses
    assert not any(told.values()), told


def test_the_page_of_the_house_style_calls_colours_as_the_brand_does(kompas_app):
    """Not as templates know them."""
    page = kompas_app.test_client().get("/huisstijl").text

    assert re.search(r">\s*zee\s*<", page)
    assert not re.search(r">[^<]*(?:aubergine|koraal)[^<]*<", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_poster_speak_of_the_other_brand_alone(kompas_maker, language):
    """Editor, downloads with their mails and notes, the shared page, the step before wiping, and a refusal."""
    client = kompas_maker.client
    client.get(f"/?taal={language}")
    token = kompas_maker.token(kompas_maker.address)
    sharing = client.post(kompas_maker.address + "/deel", data={"csrf_token": token, "until": "week", "format": "a3"})
    page = shown(client, sharing.location)
    links = re.findall(r"http://localhost(/deel/\w+)", page)

    told = [page, *(shown(client, link) for link in links)]
    told += [shown(client, kompas_maker.address + path) for path in ("", "/download?formaat=a3", "/wis")]
    told.append(shown(client, kompas_maker.address + "/download/a3/nota"))
    told.append(kompas_maker.send("look", text__headline="", qr__qr__url=SITE).text)

    assert links
    assert all(traces_of_the_first_brand(text) == [] for text in told), list(map(traces_of_the_first_brand, told))


def test_styles_hold_the_other_palette_and_type(kompas_app):
    """Every style sheet, the marks and the drawings of people: no colour of the first brand is left."""
    client = kompas_app.test_client()
    page = client.get("/").text
    addresses = re.findall(r'(?:href|src|srcset)="(/(?:merk|bron)/[^"#]+\.(?:css|svg))', page)
    styles = [client.get(address).text for address in [*addresses, "/favicon.svg"]]

    assert len(addresses) >= 7
    assert any("--aubergine: #004875;" in style and 'font-family: "brand"' in style for style in styles)
    assert all(traces_of_the_first_brand(style) == [] for style in styles)


def test_the_type_of_the_pages_is_the_kits(kompas_app):
    """What the page asks for beforehand is what the style sheet names, and it is there."""
    client = kompas_app.test_client()
    fonts = re.findall(r'<link rel="preload" href="([^"]+)" as="font"', client.get("/").text)

    kit = kompas_app.extensions["affiche"].catalog.brand
    assert [client.get(font).data for font in fonts] == [kit.pages.fonts[weight] for weight in (800, 500, 400)]


@pytest.mark.parametrize(
    ("language", "motto"), [("nl", "wijst de weg"), ("fr", "montre le chemin"), ("en", "shows the")]
)
def test_the_lines_of_the_pages_are_the_kits(kompas_app, language, motto):
    """Greeting and motto are in the brand's own words."""
    client = kompas_app.test_client()
    client.get(f"/?taal={language}")
    kit = kompas_app.extensions["affiche"].catalog.brand
    page = " ".join(re.sub(r"<[^>]+>", "", client.get("/").text).replace("\u00a0", " ").split())

    assert kit.pages.greeting.in_language(language) in page
    assert kit.pages.motto.in_language(language) in page


def test_all_files_at_once_are_named_for_the_other_brand(kompas_maker):
    """The ZIP, every name in it, its read-me, the message to post and the note to the print shop."""
    answer = kompas_maker.client.get(kompas_maker.address + "/download/all?formaat=a3")
    bundle = zipfile.ZipFile(io.BytesIO(answer.data))
    texts = [bundle.read(name).decode() for name in bundle.namelist() if name.endswith(".txt")]

    assert "filename=kompas-affiche-portret" in answer.headers["Content-Disposition"].replace('"', "")
    assert all(name.rpartition("/")[2].startswith("kompas-affiche") for name in bundle.namelist() if ".txt" not in name)
    assert traces_of_the_first_brand("\n".join([*bundle.namelist(), *texts, str(answer.headers)])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_beside_the_files_speak_of_the_other_brand(kompas_app, language):
    """In every language of the reader."""
    kit = kompas_app.extensions["affiche"].catalog.brand
    about = {"title": "Vind je koers.", "language": language, "moment": datetime(2027, 3, 1, tzinfo=UTC)}

    texts = b" ".join(
        data for _, data in accompanying_texts((), (), (), kit, Imprint(), template="portret", **about)
    ).decode()

    assert "Kompas" in texts
    assert traces_of_the_first_brand(texts) == []


def test_findings_speak_of_the_other_brand(kompas_maker):
    """Its name misspelt is told, with its name as it should be; the first brand's misspellings are nobody's concern."""
    kompas_maker.client.get("/?taal=nl")

    wrong = kompas_maker.send("look", text__lead="Kom bij Kompass. Een Career als verpleegkundige.", qr__qr__url=SITE)

    assert "Kompass" in wrong.text
    assert "Het merk heet “Kompas”." in wrong.text
    assert "Schrijf Kompas" in wrong.text
    assert traces_of_the_first_brand(wrong.text.replace("Een Career als", "")) == []
