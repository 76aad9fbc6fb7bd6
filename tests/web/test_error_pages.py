"""What is told when something goes wrong, and that nothing typed is lost by it."""

import re
from dataclasses import replace
from html import unescape

import pytest
from house import create_app
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

OURS = {"Origin": "http://localhost"}
HEADINGS = {
    "nl": ("Deze pagina is er niet", "Het lukt nu even niet"),
    "fr": ("Cette page n’existe pas", "Cela ne marche pas pour le moment"),
    "en": ("We cannot find this page", "This does not work right now"),
}


def heading(answer):
    return unescape(re.search(r"<h1>(?:<[^>]+>)?([^<]+)", answer.text)[1])


def actions(answer):
    """What stands out to be pressed."""
    return re.findall(r'<(?:a|button)[^>]* class="action"|<(?:a|button) class="action"', answer.text)


@pytest.fixture
def broken(services):
    """A database that went away while people were busy."""

    def break_it():
        with services.database.engine.begin() as connection:
            connection.execute(text("DROP TABLE draft_uploads"))

    return break_it


def post(maker, path="", headers=None, **fields):
    data = {"csrf_token": maker.token("/sjablonen/portret"), **fields}
    return maker.client.post(maker.address + path, data=data, headers={**OURS, **(headers or {})})


def test_what_was_typed_survives_a_database_that_went_away(maker, broken):
    """The whole form is in the page, to be sent again with one press."""
    broken()
    typed = {"text.headline": "Niet kwijt", "imprint.name": "An Peeters", "do": "download", "format": "a4"}

    answer = post(maker, **typed)

    assert answer.status_code == 503
    assert heading(answer) == "Het lukt nu even niet"
    for name, value in typed.items():
        assert f'name="{name}" value="{value}"' in answer.text
    assert 'name="csrf_token"' in answer.text
    assert len(actions(answer)) == 1


def test_a_wipe_that_failed_can_be_pressed_again(maker, broken):
    """A form with nothing but its button is a form too."""
    broken()
    answer = post(maker, "/wis")

    assert answer.status_code == 503
    assert re.search(r'<form[^>]*method="post".*<button class="action">Probeer opnieuw', answer.text, re.S)
    assert "Wat je typte" not in answer.text


def test_a_poster_that_was_not_begun_can_be_begun_again(visitor, services, monkeypatch):
    """The template that was chosen goes along."""

    def down(*_args, **_keywords):
        raise OperationalError("SELECT", {}, Exception("down"))

    monkeypatch.setattr(type(services.posters), "create", down)
    data = {"template": "portret", "csrf_token": visitor.token()}
    answer = visitor.client.post("/affiche", data=data, headers=OURS)

    assert answer.status_code == 503
    assert 'name="template" value="portret"' in answer.text


def test_the_words_for_a_poster_that_is_gone_can_be_copied(maker, stranger):
    """Whoever kept a tab open for too long finds every word, though there is no poster to keep it in."""
    stranger.token()
    data = {"csrf_token": stranger.token(), "text.headline": "Lang\r\ngetypt", "imprint.town": "Aalst", "page": "x"}
    answer = stranger.client.post(maker.address, data=data, headers=OURS)
    other_site = stranger.client.post(maker.address, data=data, headers={"Origin": "https://evil.example"})

    kept = re.search(r"<textarea[^>]*readonly[^>]*>\s*(.*?)</textarea>", answer.text, re.S)[1]
    assert answer.status_code == 404
    assert unescape(kept).split() == ["Lang", "getypt", "Aalst"]
    assert "textarea" not in other_site.text


@pytest.mark.parametrize(
    ("rate", "words"), [("1 per minute", r"Wacht \d\d seconden"), ("1 per hour", r"Wacht \d\d minuten")]
)
def test_the_wait_is_told_in_seconds_or_minutes(settings, open_house, visitor, rate, words):
    """Nobody waits a minute for twenty seconds."""
    scarce = replace(settings, create_rate=rate)
    eager = type(visitor)(create_app(scarce, open_house(scarce)).test_client())
    eager.begin()
    data = {"template": "portret", "csrf_token": eager.token()}

    answer = eager.client.post("/affiche", data=data, headers=OURS)

    assert answer.status_code == 429
    assert re.search(words, answer.text)
    assert 'name="template" value="portret"' in answer.text


def test_too_much_text_is_not_called_a_file(maker):
    """Whoever pasted a whole book is told that it is the text."""
    answer = maker.send(text__headline="a" * 400_000)

    assert answer.status_code == 413
    assert heading(answer) == "Je tekst is te lang"
    assert f'href="{maker.address}"' in answer.text


@pytest.mark.parametrize("language", HEADINGS)
def test_every_error_speaks_the_visitors_language(maker, broken, language):
    """So does the page for an address that is not there."""
    maker.client.get(f"/?taal={language}")
    broken()

    lost, down = HEADINGS[language]
    assert heading(maker.client.get("/nergens")) == lost
    assert heading(post(maker)) == down


@pytest.mark.parametrize("path", ["", "/bestand"])
def test_a_script_hears_a_sentence_instead_of_a_page(maker, broken, path):
    """What it shows is what the page would say."""
    broken()
    answer = post(maker, path, {"Accept": "application/json"}, slot="photo")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert answer.json == {
        "message": "Het lukt nu even niet. Dat ligt niet aan jou. Probeer het over een halve minuut opnieuw."
    }


def test_a_script_whose_page_stood_open_too_long_is_told_to_load_it_anew(maker):
    """There is no button to press once more."""
    data = {"csrf_token": "old", "text.headline": "Lang geleden"}
    answer = maker.client.post(maker.address, data=data, headers={**OURS, "Accept": "application/json"})

    assert answer.status_code == 400
    assert "Laad de pagina opnieuw" in answer.json["message"]
