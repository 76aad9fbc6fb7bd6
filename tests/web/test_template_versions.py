"""A poster whose template has a newer version: its maker is told, sees both, chooses, and can go back."""

import re
from html import unescape

import pytest
from house import create_app
from versioned import FIRST, SECOND, first_version, replace_in, restarts, second_version

RENEWED = "Dit sjabloon is vernieuwd."
RETIRED = "Dit sjabloon bieden we niet meer aan."
TYPED = {
    "text__headline": "Warm hart,\r\nvast contract.",
    "text__lead": "Vlak bij huis.",
    "text__place": "Dendermonde",
    "choice__ground": "koraal",
}


@pytest.fixture
def folder(tmp_path):
    """The folder of a published template."""
    return first_version(tmp_path / "templates")


@pytest.fixture
def start(folder, workshop, settings):
    """A function that starts the server anew; the visitor's browser keeps its cookie."""
    with restarts(workshop, folder) as anew:
        yield lambda: create_app(settings, anew(settings))


@pytest.fixture
def app(start):
    """The application on those templates."""
    return start()


@pytest.fixture
def maker(visitor):
    """A visitor with a poster of the first version."""
    visitor.begin("tiny")
    assert visitor.send(**TYPED).status_code == 303
    return visitor


@pytest.fixture
def comes_back(start, maker):
    """A function that lets the visitor come back to a server that was started anew."""

    def again():
        cookie = maker.client.get_cookie("affiche")
        maker.client = start().test_client()
        maker.client.set_cookie("affiche", cookie.value)
        return maker

    return again


def page(maker, path=""):
    answer = maker.client.get(maker.address + path)
    assert answer.status_code == 200
    return unescape(answer.text)


def take(maker, version):
    data = {"csrf_token": maker.token(maker.address), "version": version, "format": "a3"}
    return maker.client.post(f"{maker.address}/versie", data=data)


def picture(text):
    return text[text.index("<svg", text.index('id="stage"')) : text.index("</svg>", text.index('id="stage"'))]


def test_a_poster_stays_as_it_is_and_its_maker_is_told(maker, comes_back, folder):
    """Nothing is said before; afterwards picture and fields are the same, below one calm sentence."""
    before = page(maker)
    second_version(folder)

    after = page(comes_back())

    assert RENEWED not in before
    assert RENEWED in after
    assert picture(after) == picture(before)
    assert 'name="text.lead"' in after
    assert "checked" in re.search(r'<input[^>]*value="koraal"[^>]*>', after)[0]


def test_what_is_typed_is_kept_on_the_way_to_the_comparison(maker, comes_back, folder):
    """The button sends the form: it works without scripts, and nothing typed is lost."""
    second_version(folder)
    comes_back()

    answer = maker.send("newer", **TYPED | {"text__lead": "Pas getypt."})

    assert (answer.status_code, answer.location) == (303, f"{maker.address}/versie?formaat=a3")
    assert maker.typed("text.lead") == "Pas getypt."


def test_both_versions_are_shown_with_what_changes(maker, comes_back, folder):
    """Two pictures, and every consequence for this very poster."""
    second_version(folder)
    comes_back()

    shown = page(maker, "/versie?formaat=a3")

    pictures = re.findall(r"<figure>.*?<figcaption>(.*?)</figcaption>.*?(<svg.*?</svg>)", shown, re.DOTALL)
    assert [caption for caption, _ in pictures] == ["Zo is ze nu", "Zo wordt ze"]
    assert pictures[0][1] != pictures[1][1]
    assert re.findall(r"<li>(.*?)</li>", shown[shown.index("macrons") :]) == [
        "“Zin” staat er niet meer op. Wat je er invulde, blijft bewaard.",
        "“Titel” is te lang voor de nieuwe versie. Maak het daarna korter.",
        "Bij “Kleur” kun je “Koraal” niet meer kiezen.",
        "Dit formaat is er niet meer: B2.",
    ]


def test_the_newer_version_is_taken_and_given_back(maker, comes_back, folder):
    """There and back, with a save in between, every word is as it was."""
    second_version(folder)
    before = picture(page(comes_back()))

    there = take(maker, SECOND)
    taken = unescape(maker.client.get(there.location).text)
    maker.send(text__headline="Kom.", text__place="Gent", choice__ground="bos")
    back = maker.send(f"versie:{FIRST}", text__headline=TYPED["text__headline"], text__place="Dendermonde")
    given = page(maker)

    assert there.location == f"{maker.address}?formaat=a3&vorige={FIRST}"
    assert "Je affiche gebruikt nu de nieuwe versie." in taken
    assert RENEWED not in taken
    assert ('name="text.lead"' in taken, 'name="qr.extra.url"' in taken) == (False, True)
    assert back.location == f"{maker.address}?formaat=a3"
    assert RENEWED in given
    assert maker.typed("text.lead") == "Vlak bij huis."
    maker.send(**TYPED)
    assert picture(page(maker)) == before


@pytest.mark.parametrize("former", [FIRST, SECOND, 99, "x"])
def test_nobody_is_told_of_a_change_that_was_not_made(maker, comes_back, folder, former):
    """Whatever the address says: there is no way back from the version that a poster began with."""
    second_version(folder)
    comes_back()

    shown = page(maker, f"?vorige={former}")

    assert RENEWED in shown
    assert "versie:" not in shown


def test_a_window_with_the_former_version_does_not_write_over_the_newer(maker, comes_back, folder):
    """It is told that the poster has changed, and keeps what was typed in it."""
    second_version(folder)
    comes_back()
    former = maker.revision()
    take(maker, SECOND)

    answer = maker.send(revision=former, **TYPED)

    assert answer.status_code == 409
    assert "Warm hart," in answer.text


@pytest.mark.parametrize("version", ["2", "5", "", "x", "-1", "³", "99999999999"])
def test_a_version_that_is_none_cannot_be_taken(maker, version):
    """The page is not there; the poster stays as it is."""
    assert take(maker, version).status_code == 404
    assert page(maker)


def test_a_draft_cannot_be_taken(maker, comes_back, folder):
    """Nobody makes a poster with it before it is published."""
    second_version(folder, is_draft=True)
    comes_back()

    assert RENEWED not in page(maker)
    assert take(maker, SECOND).status_code == 404
    assert maker.client.get(maker.address + "/versie").location == f"{maker.address}?formaat=a3"


def test_a_version_without_the_language_of_the_poster_is_shown_and_cannot_be_taken(maker, comes_back, folder):
    """Its maker reads why."""
    second_version(folder, is_draft=True)
    replace_in(folder / "template.toml", '"fr", "en", "ar"]', '"fr", "en"]')
    replace_in(folder / "template.toml", 'status = "draft"', 'status = "published"')
    maker.send(language="ar", **TYPED)
    comes_back()

    shown = page(maker, "/versie")

    assert "niet in de taal van je affiche (العربية)" in shown
    assert "Gebruik de nieuwe versie" not in shown
    assert take(maker, SECOND).status_code == 404


def test_a_retired_template_says_so_where_its_posters_are_made(maker, comes_back, folder):
    """It is not on the shelf any more; the poster opens, and its file is made."""
    replace_in(folder / "template.toml", 'status = "published"', 'status = "retired"')
    comes_back()

    assert RETIRED in page(maker)
    assert maker.client.get("/sjablonen/tiny").status_code == 404
    assert 'href="/sjablonen/tiny"' not in maker.client.get("/").text
    assert maker.client.get(f"{maker.address}/download/square/screen").status_code == 200


def test_everything_of_a_poster_opens_with_its_version(maker, comes_back, folder):
    """Downloads, the shared page, the shelf of what was begun, and a copy: B2 is in the first version only."""
    data = {"csrf_token": maker.token(maker.address), "until": "week", "format": "b2"}
    shared = maker.client.get(maker.client.post(maker.address + "/deel", data=data).location.partition("#")[0]).text
    link = re.search(r"http://localhost(/deel/\w+)", shared)[1]
    second_version(folder)
    comes_back()

    assert maker.client.get(f"{maker.address}/download/b2/proof").status_code == 200
    assert "B2" in page(maker, "/download")
    assert "Vlak bij huis." in maker.client.get(link).text
    assert RENEWED in unescape(maker.client.get(maker.send("copy", **TYPED).location).text)
    assert "Warm hart, vast contract." in maker.client.get("/").text
