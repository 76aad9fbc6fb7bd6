"""Ready words: choose for whom and what about, see them, fill them in with one press, take them back with another."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from app.engine.brand import MESSAGES, READERS
from app.engine.content import Text
from app.services.poster import first_content

CARE = {"ready.job": "zorgkundige", "ready.reader": "switchers", "ready.message": "dynamic"}
CARE_WORDS = "Twaalf kamers,\ntwaalf karakters."


def offers(page):
    """What the box offers, by what is chosen."""
    found = re.search(r'data-offers="([^"]*)"', page)
    return json.loads(unescape(found[1])) if found else None


def chosen(page):
    """The values that stand in the box, by question."""
    box = page[page.index('id="ready"') : page.index('id="fill-ready"')]
    selects = re.findall(r'<select id="ready\.(\w+)".*?</select>', box, re.DOTALL)
    return dict(zip(selects, re.findall(r'value="([^"]*)" selected', box), strict=True))


def test_one_press_fills_the_poster_and_one_takes_it_back(maker):
    """Headline and body stand in their fields, the choice stays; what stood there before comes back."""
    filled = maker.send("ready", **CARE, text__headline="Van mij", text__lead="")

    assert filled.status_code == 200
    assert chosen(filled.text) == {"job": "zorgkundige", "reader": "switchers", "message": "dynamic"}
    assert maker.typed("text.headline") == CARE_WORDS
    assert maker.typed("text.lead").startswith("Wissel je vaste routine in")
    undo = re.search(r'name="undo" value="([^"]+)"', filled.text)[1].replace("&#34;", '"')
    maker.send("undo", undo=undo)
    assert maker.typed("text.headline") == "Van mij"
    assert maker.typed("text.lead") == ""


def test_words_can_be_seen_before_they_are_filled_in(maker):
    """Without scripts a button shows them; nothing of the poster changes."""
    page = maker.send("look", **CARE, text__headline="Van mij").text

    assert re.search(r'<p class="ready-title">Twaalf kamers,\s+twaalf karakters\.</p>', page)
    assert maker.typed("text.headline") == "Van mij"


def test_every_choice_is_offered(maker):
    """Seven jobs, three readers, four messages; the template's own message is chosen beforehand."""
    page = maker.client.get(maker.address).text

    assert len(offers(page)) == 7 * 3 * 4
    assert {key.split()[1] for key in offers(page)} == set(READERS)
    assert {key.split()[2] for key in offers(page)} == set(MESSAGES)
    assert chosen(page) == {"job": "verpleegkundige", "reader": "starters", "message": "community"}


def test_what_suits_the_template_is_chosen_beforehand(services, visitor, monkeypatch):
    """A template for one job and for people from other sectors begins there, and asks no job."""
    template = services.catalog.get("portret")
    own = replace(template, professions=("kinderbegeleider",), reader="switchers", message="innovation")
    monkeypatch.setitem(services.catalog._templates, services.catalog.folder_of(template), own)
    visitor.begin()

    page = visitor.client.get(visitor.address).text

    assert chosen(page) == {"reader": "switchers", "message": "innovation"}
    assert "Jij ziet de eerste stap." in page


def test_words_come_in_the_language_of_the_poster(maker):
    """A French poster made by a Dutch speaker is offered French words under Dutch names of jobs."""
    maker.send(language="fr")
    page = maker.client.get(maker.address).text

    assert "Verpleegkundige</option>" in page
    assert "on veille à deux." in page


def test_a_language_with_headlines_alone_says_so(maker):
    """The headline is filled in, the line below stays as it is, and whoever makes the poster knows beforehand."""
    maker.send(language="pl")
    page = maker.client.get(maker.address).text
    maker.send("ready", **CARE, language="pl", text__headline="", text__lead="Moje zdanie")

    assert "nog geen woorden voor: Zin eronder." in page
    assert maker.typed("text.headline") == "Dwanaście pokoi, dwanaście charakterów."
    assert maker.typed("text.lead") == "Moje zdanie"


@pytest.mark.parametrize("name", ["ready.job", "ready.reader", "ready.message"])
def test_what_is_not_offered_fills_nothing(maker, name):
    """What no page of ours asks leaves the texts as they are."""
    maker.send("ready", **{**CARE, name: "tuinman"}, text__headline="Van mij")

    assert maker.typed("text.headline") == "Van mij"


def test_a_poster_with_words_of_its_own_asks_for_the_job_alone(visitor):
    """The kit names the job, the template's own set says the rest."""
    visitor.begin("vacature")
    visitor.send("ready", **{"ready.job": "kinderbegeleider"})

    assert set(offers(visitor.client.get(visitor.address).text)) >= {"zorgkundige", "other"}
    assert visitor.typed("text.title") == "Kinder\u00adbegeleider"
    assert visitor.typed("text.reason-1") == "Een vast contract, als werknemer"


def test_each_slot_of_a_bilingual_poster_gets_its_own_language(visitor, monkeypatch):
    """Where one slot is in French on a Dutch poster, its words are French."""
    bilingual = {"lead": Text(text="Ici.", language="fr")}
    monkeypatch.setattr("app.services.posters.first_content", lambda *_: replace(first_content(*_), texts=bilingual))
    visitor.begin()

    found = offers(visitor.client.get(visitor.address).text)["zorgkundige starters community"]

    assert found[0][1].startswith("Na een week")
    assert found[1][1].startswith("À la maison de repos")


@pytest.mark.parametrize("name", ["portret", "vacature", "trots", "infodag"])
def test_every_poster_begins_with_words_for_every_job(services, visitor, name):
    """In the three languages of the interface there is a headline for each of the jobs, and for any other."""
    template = services.catalog.get(name)
    title = next(slot.key for slot in template.slots.values() if getattr(slot, "role", "") == "H1")
    visitor.begin(name)
    for language in ("nl", "fr", "en"):
        visitor.send(language=language)
        found = offers(visitor.client.get(visitor.address).text)
        assert len({key.split()[0] for key in found}) == 7
        assert all(f"text.{title}" in dict(changes) for changes in found.values())


@pytest.mark.parametrize("name", ["vacature", "trots", "infodag"])
def test_no_set_of_a_template_breaks_a_rule_in_any_format(services, name):
    """Words that we offer fit everywhere, and need no repair."""
    template = services.catalog.get(name)
    for found in template.ready:
        for language, texts in found.texts.items():
            bare = first_content(template, language)
            content = replace(bare, texts={key: Text(text=text) for key, text in texts.items()})
            for format_key in ("a5", "a3", "square", "story"):
                purpose = "print" if format_key.startswith("a") else "screen"
                findings = services.rendering.findings(template, content, format_key, purpose)
                told = [f"{each.code} {each.slot}" for each in findings if each.slot in texts]
                assert told == [], (found.profession, language, format_key)
