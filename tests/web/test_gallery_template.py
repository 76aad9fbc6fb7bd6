"""The page of one template, and the pictures that it shares with the gallery."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO

import pytest
from PIL import Image

from app.web.gallery.shapes import shapes_of

PICTURE = "/sjablonen/portret/beeld/nl/square-240"


def addresses(page):
    """The addresses of the pictures of the poster."""
    return [unescape(found) for found in re.findall(r'<img class="poster"[^>]*?\ssrc="([^"]+)"', page)]


def test_every_shape_is_pictured_once_with_what_its_sizes_are_good_for(client):
    """What it can become on paper and on a screen stands under the shape it comes from."""
    page = client.get("/sjablonen/portret").text

    shown = [re.search(r"/beeld/nl/([a-z0-9-]+)-480", address)[1] for address in addresses(page)]
    assert shown == ["a3", "a6", "a3-landscape", "mupi", "square", "feed", "story", "wide"]
    figures = [unescape(re.sub(r"<[^>]+>|\s+", " ", part)) for part in page.split("<figure")[1:]]
    words = dict(zip(shown, (" ".join(figure.split()) for figure in figures), strict=True))
    upright = "Staand Op papier Om uit te delen A5 148 × 210 mm Voor je raam of het prikbord A4 210 × 297 mm"
    assert upright in words["a3"]
    assert "Voor muur en straat A2 420 × 594 mm B2 500 × 700 mm" in words["a3"]
    assert "A6 Op papier Om uit te delen A6 105 × 148 mm" in words["a6"]
    assert "Liggend Op papier Om uit te delen A6 liggend 148 × 105 mm" in words["a3-landscape"]
    assert "2 m² Op papier Voor een bushokje 2 m² 1185 × 1750 mm" in words["mupi"]
    assert "Vierkant Op een scherm Voor Instagram en Facebook Vierkant 1080 × 1080 px" in words["square"]
    assert "Story Op een scherm Voor je story of een infoscherm Story 1080 × 1920 px" in words["story"]
    assert "Staand 4:5 Op een scherm Voor Instagram en Facebook Staand 4:5 1080 × 1350 px" in words["feed"]
    assert "Breed Op een scherm Voor een infoscherm of presentatie Breed 1920 × 1080 px" in words["wide"]
    assert "Breed 4K 3840 × 2160 px" in words["wide"]


def test_no_two_shapes_of_a_template_are_called_the_same(client):
    """Upright in many sizes, as a card and on a screen are three things to choose from."""
    catalog = client.application.extensions["affiche"].catalog
    for template in catalog.published():
        page = client.get(f"/sjablonen/{template.key}").text
        titles = re.findall(r"<figcaption>\s*<h3>([^<]+)</h3>", page)
        assert len(titles) == len(template.artboards) == len(set(titles)), template.key


def test_two_upright_drawings_with_many_sizes_are_called_by_a_size(app, services):
    """Where the one word that people know would stand twice, each says which sizes it is."""
    template = services.catalog.get("portret")
    upright = template.artboards[0]
    small, large = (replace(upright, formats=formats) for formats in (upright.formats[:2], upright.formats[2:]))

    with app.test_request_context():
        shapes = shapes_of(replace(template, artboards=(small, large, *template.artboards[2:])))

    assert [shape.title for shape in shapes[:3]] == ["A3", "A4", "Liggend"]


def test_pictures_have_the_size_that_the_page_keeps_free(client):
    """Width and height of each stand in the page in the proportion that the file has."""
    page = client.get("/sjablonen/trots").text
    sizes = re.findall(r'<img class="poster"[^>]* width="(\d+)" height="(\d+)"', page)

    for address, (width, height) in zip(addresses(page), sizes, strict=True):
        with Image.open(BytesIO(client.get(address).data)) as picture:
            assert picture.width / picture.height == pytest.approx(int(width) / int(height), rel=0.01)


def test_whom_a_template_is_for_is_told(client):
    """Organisations, oneself or both; which jobs."""
    both, own = (client.get(f"/sjablonen/{name}").text for name in ("portret", "trots"))

    assert "Voor een organisatie in zorg of welzijn" in both
    assert "Voor een organisatie in zorg of welzijn" not in own
    assert "Voor jezelf, als je in de zorg werkt" in own
    assert "Voor elke job in zorg en welzijn" in own


@pytest.mark.parametrize(
    ("query", "page_language", "language"),
    [("", "nl", "nl"), ("", "fr", "fr"), ("?voorbeeld=ar", "nl", "ar"), ("?voorbeeld=xx", "nl", "nl")],
)
def test_samples_are_shown_in_the_language_asked_for(client, query, page_language, language):
    """In the visitor's own when nothing is asked, or nothing that there is; the choice is marked."""
    client.get(f"/?taal={page_language}")
    page = client.get(f"/sjablonen/portret{query}").text

    assert all(f"/beeld/{language}/" in address for address in addresses(page))
    assert re.search(rf'<a href="\?voorbeeld={language}"[^>]* aria-current="true"', page)
    assert re.findall(r'href="\?voorbeeld=([a-z]+)"', page) == ["nl", "fr", "en", "ar"]
    assert client.get(addresses(page)[0]).status_code == 200


def test_there_is_no_picture_in_a_language_without_a_sample(client):
    """Polish posters can be made, but none is shown: a Dutch one under a Polish name would fill the cache twice."""
    assert client.get("/sjablonen/portret/beeld/pl/a3-240").status_code == 404


def test_a_picture_is_made_once_and_then_taken_from_the_cache(client, settings):
    """What the cache holds is what is sent, whoever asks."""
    first = client.get(PICTURE).data
    (file,) = (found for found in (settings.data / "cache").iterdir() if found.stat().st_size > 1000)
    kept = file.read_bytes()
    other = BytesIO()
    Image.new("RGB", (240, 240)).save(other, "WEBP")
    file.write_bytes(kept[: len(kept) - len(first)] + other.getvalue())

    assert client.get(PICTURE).data == other.getvalue()


def test_a_picture_that_a_browser_has_is_not_sent_again(client):
    """Asked with its tag, the answer is empty; the tag is another for another width."""
    tag = client.get(PICTURE).headers["ETag"]
    again = client.get(PICTURE, headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")
    assert client.get(PICTURE.replace("240", "480")).headers["ETag"] != tag


def test_only_the_address_of_the_present_version_may_be_kept_for_ever(client):
    """An address of an older version shows what there is now, and is asked for again."""
    address = addresses(client.get("/sjablonen/portret").text)[0]

    assert "immutable" in client.get(address).headers["Cache-Control"]
    for old in (re.sub("v=.*", "v=0123", address), re.sub(r"\?.*", "", address)):
        assert "immutable" not in client.get(old).headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("address", "neutral"),
    [
        ("/", "http://localhost/"),
        ("/?beroep=verzorgende", "http://localhost/"),
        ("/sjablonen/trots?voorbeeld=ar", "http://localhost/sjablonen/trots"),
    ],
)
def test_search_engines_and_messengers_learn_what_the_page_is(client, address, neutral):
    """One address whatever is chosen, a description, and a picture that is there."""
    page = client.get(address).text

    assert f'<link rel="canonical" href="{neutral}">' in page
    assert re.search(r'<meta name="description" content="[^"]{40,160}">', page)
    shared = dict(re.findall(r'<meta property="og:([a-z:_]+)" content="([^"]+)">', page))
    assert shared["url"] == neutral
    picture = client.get(unescape(shared["image"]))
    with Image.open(BytesIO(picture.data)) as opened:
        assert opened.size == (int(shared["image:width"]), int(shared["image:height"]))
        assert f"image/{opened.format.lower()}" == shared["image:type"]


def test_the_address_without_a_language_stands_for_itself_whatever_it_speaks(client):
    """What speaks English to one visitor and Dutch to the next is one page to a search engine."""
    page = client.get("/", headers={"Accept-Language": "en"}).text

    assert '<html lang="en">' in page
    assert '<link rel="canonical" href="http://localhost/">' in page


@pytest.mark.parametrize(("page", "french"), [("/", "/fr/"), ("/sjablonen/trots", "/fr/sjablonen/trots")])
def test_each_language_has_an_address_of_its_own_for_those_who_search(client, page, french):
    """A search engine finds them all on every one, and a visitor who comes by one goes on in its language."""
    listed = re.findall(
        r'<link rel="alternate" hreflang="([a-z-]+)" href="http://localhost([^"]+)">', client.get(page).text
    )
    found = client.get(french).text

    assert dict(listed) == {"nl": page, "fr": french, "en": french.replace("fr", "en", 1), "x-default": page}
    assert '<html lang="fr">' in found
    assert f'<link rel="canonical" href="http://localhost{french}">' in found
    assert [address for _, address in listed] == re.findall(
        r'hreflang="[a-z-]+" href="http://localhost([^"]+)">', found
    )
    assert '<html lang="fr">' in client.get("/hulp").text


def test_who_came_by_an_address_in_one_language_can_leave_it(client):
    """The switch leads to the page that speaks what the visitor chose, filters and all."""
    switch = unescape(re.search(r'<a href="([^"]*taal=nl)"', client.get("/en/?foto=met").text)[1])

    assert switch == "/?foto=met&taal=nl"
    for address in (switch, "/en/?foto=met&taal=nl"):
        assert client.get(address).location == "/?foto=met"
    assert '<html lang="nl">' in client.get("/?foto=met").text
