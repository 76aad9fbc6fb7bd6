"""The filters of the gallery: they combine, live in the address, and say what to loosen."""

import re
from dataclasses import replace
from html import unescape
from itertools import product
from urllib.parse import parse_qsl, urlsplit

import pytest
from house import create_app
from makers import ROOT

from app.services.selection import suited, without

TEMPLATES = ROOT / "tests" / "resources" / "templates"

# How a filter stands in the address, and its values that are not their own names.
FACETS = {
    "beroep": "profession",
    "publiek": "reader",
    "voor": "audience",
    "boodschap": "message",
    "formaat": "medium",
    "affichetaal": "language",
    "foto": "photo",
}
VALUES = {
    "andere": "other",
    "studenten": "starters",
    "zij-instromers": "switchers",
    "collegas": "insiders",
    "organisatie": "institution",
    "mezelf": "individual",
    "samen": "community",
    "zekerheid": "security",
    "vernieuwing": "innovation",
    "afwisseling": "dynamic",
    "papier": "print",
    "scherm": "screen",
    "met": "with",
    "zonder": "without",
}
MESSAGES = {
    "samen": "Iedereen hoort erbij",
    "zekerheid": "Zeker van werk",
    "vernieuwing": "Vernieuwing die levens redt",
    "afwisseling": "Elke dag anders",
}


def names(page):
    """The templates on the shelf."""
    return re.findall(r'id="affiche-([a-z-]+)-[a-z]{2}"', page)


def wishes(address):
    """What an address asks for, as the catalogue calls it."""
    query = parse_qsl(urlsplit(address).query)
    return {FACETS[name]: VALUES.get(value, value) for name, value in query}


def shelf(client, address="/"):
    """The templates of the catalogue that serve what an address asks for, in their order."""
    published = client.application.extensions["affiche"].catalog.published()
    return [template.key for template in suited(published, wishes(address))]


def empty_address(client):
    """An address of two filters that no template serves together, though each of them some template does."""
    asked = (f"/?voor={who}&boodschap={what}" for who, what in product(("mezelf", "organisatie"), MESSAGES))
    return next(address for address in asked if not shelf(client, address))


def posters(count):
    """A number of posters, in Dutch."""
    return f"{count} affiche{'s' * (count != 1)}"


def options(page, name):
    """The choices of a filter: value and text."""
    select = re.search(rf'<select [^>]*name="{name}">(.*?)</select>', page, re.DOTALL)[1]
    return [
        (value, unescape(text)) for value, text in re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)</option>', select)
    ]


def links(page, kind):
    """The addresses and words of the links in a list."""
    listed = re.search(rf'<ul class="{kind}".*?</ul>', page, re.DOTALL)
    found = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>(?: <span>([^<]+))?', listed[0]) if listed else []
    return [(unescape(address), unescape(re.sub("<.*?>", "", words)), more) for address, words, more in found]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?foto=zonder",
        "/?voor=mezelf",
        "/?voor=mezelf&foto=zonder",
        "/?beroep=zorgkundige&boodschap=zekerheid&formaat=scherm&affichetaal=ar",
        "/?beroep=andere&voor=organisatie&foto=met",
        "/?publiek=studenten&voor=organisatie",
    ],
)
def test_filters_combine(client, address):
    """The address says what is shown, and how many that is."""
    page = client.get(address).text

    assert names(page) == shelf(client, address)
    assert 0 < len(names(page)) <= len(shelf(client))
    assert re.search(r'role="status"[^>]*>([^<]+)<', page)[1] == f"{posters(len(names(page)))} gevonden"


def test_a_filter_leaves_out_what_does_not_suit(client):
    """Portret cannot do without a photo, and Infodag has no place for one."""
    assert {"portret"} == {"portret", "infodag"} - set(names(client.get("/?foto=zonder").text))
    assert {"infodag"} == {"portret", "infodag"} - set(names(client.get("/?foto=met").text))


def test_pupils_and_switchers_find_what_is_made_for_them(client):
    """It stands first; what is made for others is left out, and what speaks to anybody follows."""
    pupils, switchers = (names(client.get(f"/?publiek={who}").text) for who in ("studenten", "zij-instromers"))

    assert pupils[0] == "studiekeuze"
    assert switchers[0] == "zij-instromer"
    assert "studiekeuze" not in switchers
    assert "portret" in set(pupils) & set(switchers)


def test_what_is_made_for_a_job_stands_before_what_is_for_all(client):
    """Whoever looks for childcare sees its own poster first."""
    assert names(client.get("/?beroep=kinderbegeleider").text)[0] == "kleur-je-dag"


def test_each_choice_says_how_many_posters_it_leaves(client):
    """What is counted is what pressing it shows; only what some template serves is a choice."""
    page = client.get("/?voor=mezelf").text

    left = {value: len(shelf(client, f"/?voor=mezelf&boodschap={value}")) for value in MESSAGES}
    offered = [value for value in MESSAGES if shelf(client, f"/?boodschap={value}")]
    assert options(page, "boodschap") == [
        ("", "Maakt niet uit"),
        *((value, f"{MESSAGES[value]} ({left[value]})") for value in offered),
    ]
    assert [value for value, _ in options(page, "beroep")][1:] == [
        "verpleegkundige",
        "zorgkundige",
        "verzorgende",
        "logistiek-assistent",
        "persoonsbegeleider",
        "kinderbegeleider",
        "andere",
    ]
    found = names(client.get("/?voor=mezelf&foto=zonder").text)
    assert ("zonder", f"Zonder foto ({len(found)})") in options(page, "foto")


def test_active_filters_are_chips_that_take_themselves_away(client):
    """Each leads to the gallery without it; the last one to the gallery without any."""
    page = client.get("/?foto=zonder&beroep=verzorgende").text

    assert [(address, words) for address, words, _ in links(page, "chips")] == [
        ("/?foto=zonder#sjablonen", "Filter wissen: Verzorgende"),
        ("/?beroep=verzorgende#sjablonen", "Filter wissen: Zonder foto"),
        ("/#sjablonen", "Wis filters"),
    ]
    assert re.search(r'<option value="verzorgende" selected>Verzorgende</option>', page)
    assert "<title>Verzorgende, Zonder foto · " in page


def test_an_empty_result_says_what_to_loosen(client):
    """For each active filter: how many posters there are without it, one press away."""
    nothing = empty_address(client)
    page = client.get(nothing).text
    looser = links(page, "looser")

    assert names(page) == []
    assert "Geen affiches gevonden" in page
    assert [wishes(address.split("#")[0]) for address, _, _ in looser] == [
        without(wishes(nothing), facet) for facet in ("audience", "message")
    ]
    assert [words for _, words, _ in looser] == [
        f"Zonder “{words}”" for words in ("Voor mezelf", MESSAGES[nothing.partition("boodschap=")[2]])
    ]
    for address, _, more in looser:
        assert len(names(client.get(address.split("#")[0]).text)) == int(more.split()[0])


def test_what_leads_to_no_poster_is_not_among_what_to_loosen(client):
    """Where two filters exclude each other, letting go of the third does not help and is not offered."""
    address = f"{empty_address(client)}&formaat=papier"

    looser = links(client.get(address).text, "looser")

    assert [words for _, words, _ in looser if "Op papier" in words] == []
    assert [int(more.split()[0]) > 0 for _, _, more in looser] == [True, True]


@pytest.mark.parametrize("word", ["tandarts", "other", "%00", "a" * 5000, "<script>alert(1)</script>", "%F0%28"])
def test_a_filter_that_is_not_known_is_told_and_left_out(client, word):
    """The other filters count, and nothing of the address is repeated in the page but what is known."""
    answer = client.get("/", query_string=f"beroep={word}&voor=mezelf")

    assert answer.status_code == 200
    assert names(answer.text) == shelf(client, "/?voor=mezelf")
    assert "bij: Job. Dat tellen we niet mee." in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("query", ["_external=1&voor=mezelf", "voor=mezelf&voor=organisatie", "voor=%20MEZELF%20&x=y"])
def test_odd_addresses_are_read_as_far_as_they_make_sense(client, query):
    """Names that are no filter change nothing; of two values the first counts."""
    answer = client.get("/", query_string=query)

    assert (answer.status_code, names(answer.text)) == (200, shelf(client, "/?voor=mezelf"))


def test_a_form_without_scripts_leaves_a_short_address(client):
    """Filters that nobody chose do not stay in the address, and an unknown one is still told."""
    answer = client.get("/?beroep=&voor=mezelf&boodschap=&_scheme=x&foto=misschien")

    assert (answer.status_code, answer.location) == (303, "/?voor=mezelf&_scheme=x&foto=misschien")
    assert "bij: Foto." in client.get(answer.location).text


def test_the_language_switch_keeps_the_filters(client):
    """Who changes the language of the page goes on looking at the same posters, with French samples."""
    page = client.get("/?voor=mezelf&foto=zonder").text
    switch = unescape(re.search(r'<a href="([^"]*taal=fr)"', page)[1])
    answer = client.get(f"/{switch}")

    assert answer.location == "/?voor=mezelf&foto=zonder"
    french = client.get(answer.location).text
    assert names(french) == shelf(client, "/?voor=mezelf&foto=zonder")
    assert re.search(rf"{len(names(french))} affiches? trouvées?", french)
    assert "/sjablonen/trots/beeld/fr/a3-480" in french


def test_who_looks_for_a_language_sees_posters_in_it(client):
    """An Arabic sample where there is one; the page of the template goes on in it."""
    page = client.get("/?affichetaal=ar").text

    assert "/sjablonen/portret/beeld/ar/a3-480" in page
    assert 'href="/sjablonen/portret?voorbeeld=ar"' in page
    assert "/sjablonen/portret/beeld/nl/a3-480" in client.get("/?affichetaal=pl").text


def test_the_first_row_comes_first_and_the_rest_when_it_is_near(client):
    """Pictures in sight are asked for at once; every picture has its size, so that nothing jumps."""
    pictures = re.findall(r'<img class="poster".*?>', client.get("/").text, re.DOTALL)

    assert all('fetchpriority="high"' in picture and "loading=" not in picture for picture in pictures[:4])
    assert all(re.search(r'width="480" height="679"', picture) for picture in pictures)


def test_a_catalogue_of_one_offers_only_what_it_has(settings):
    """A question with one answer is not asked; the template's own page names its jobs."""
    app = create_app(replace(settings, templates=(TEMPLATES,)))
    client = app.test_client()
    page = client.get("/").text

    assert re.findall(r'<select [^>]*name="([a-z]+)"', page) == ["beroep", "voor", "formaat", "affichetaal", "foto"]
    assert [value for value, _ in options(page, "beroep")] == ["", "zorgkundige", "logistiek-assistent"]
    assert [value for value, _ in options(page, "affichetaal")] == ["", "nl", "fr", "en", "ar"]
    assert "bij: Job." in client.get("/?beroep=verpleegkundige").text
    assert "Voor deze jobs: Zorgkundige, Logistiek assistent" in client.get("/sjablonen/tiny").text
    app.extensions["affiche"].close()


def test_an_empty_catalogue_asks_nothing(settings):
    """No filters and no count of nothing to choose from: only that there is more to come."""
    app = create_app(replace(settings, templates=()))
    page = app.test_client().get("/?beroep=verpleegkundige").text

    assert "Er zijn nog geen sjablonen" in page
    assert "<select" not in page
    assert "gevonden" not in page
    assert "Dat tellen we niet mee" not in page
    app.extensions["affiche"].close()
