"""The filters of the gallery: they combine, live in the address, and say what to loosen."""

import re
from dataclasses import replace
from html import unescape

import pytest
from house import create_app
from makers import ROOT

TEMPLATES = ROOT / "tests" / "resources" / "templates"
NOTHING = "/?voor=mezelf&boodschap=zekerheid"


def names(page):
    """The templates on the shelf."""
    return re.findall(r'id="affiche-([a-z]+)-[a-z]+"', page)


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
    ("address", "found"),
    [
        ("/", ["infodag", "portret", "trots", "vacature"]),
        ("/?foto=zonder", ["infodag", "trots", "vacature"]),
        ("/?voor=mezelf", ["portret", "trots"]),
        ("/?voor=mezelf&foto=zonder", ["trots"]),
        ("/?beroep=zorgkundige&boodschap=zekerheid&formaat=scherm&affichetaal=ar", ["vacature"]),
        ("/?beroep=andere&voor=organisatie&foto=met", ["portret", "vacature"]),
        (NOTHING, []),
    ],
)
def test_filters_combine(client, address, found):
    """The address says what is shown, and how many that is."""
    page = client.get(address).text

    assert names(page) == found
    told = re.search(r'role="status"[^>]*>([^<]+)<', page)[1]
    assert told == ("Geen affiches gevonden" if not found else f"{len(found)} affiche{'s' * (len(found) > 1)} gevonden")


def test_each_choice_says_how_many_posters_it_leaves(client):
    """What is counted is what pressing it shows; only what some template serves is a choice."""
    page = client.get("/?voor=mezelf").text

    assert options(page, "boodschap") == [
        ("", "Maakt niet uit"),
        ("samen", "Iedereen hoort erbij (2)"),
        ("zekerheid", "Zeker van werk (0)"),
        ("afwisseling", "Elke dag anders (0)"),
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
    assert len(names(client.get("/?voor=mezelf&foto=zonder").text)) == 1
    assert ("zonder", "Zonder foto (1)") in options(page, "foto")


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
    looser = links(client.get(NOTHING).text, "looser")

    assert [(words, more) for _, words, more in looser] == [
        ("Zonder “Voor mezelf”", "1 affiche"),
        ("Zonder “Zeker van werk”", "2 affiches"),
    ]
    for address, _, more in looser:
        assert len(names(client.get(address.split("#")[0]).text)) == int(more.split()[0])


@pytest.mark.parametrize("word", ["tandarts", "other", "%00", "a" * 5000, "<script>alert(1)</script>", "%F0%28"])
def test_a_filter_that_is_not_known_is_told_and_left_out(client, word):
    """The other filters count, and nothing of the address is repeated in the page but what is known."""
    answer = client.get("/", query_string=f"beroep={word}&voor=mezelf")

    assert answer.status_code == 200
    assert names(answer.text) == ["portret", "trots"]
    assert "bij: Job. Dat tellen we niet mee." in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("query", ["_external=1&voor=mezelf", "voor=mezelf&voor=organisatie", "voor=%20MEZELF%20&x=y"])
def test_odd_addresses_are_read_as_far_as_they_make_sense(client, query):
    """Names that are no filter change nothing; of two values the first counts."""
    answer = client.get("/", query_string=query)

    assert (answer.status_code, names(answer.text)) == (200, ["portret", "trots"])


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
    assert names(french) == ["trots"]
    assert "1 affiche trouvée" in french
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
