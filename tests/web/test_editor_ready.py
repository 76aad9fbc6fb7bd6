"""Ready texts fill a whole poster with one press, scripts or not, and one press takes them back."""

import re
from dataclasses import replace

import pytest

from app.engine.content import Text
from app.services.posters import first_content


def test_one_press_fills_every_text_and_one_takes_it_back(maker):
    """The chosen job's texts stand in the fields; what stood there before comes back."""
    filled = maker.send("ready", ready="1", text__headline="Van mij", text__lead="")

    assert filled.status_code == 200
    assert maker.typed("text.headline") == "Jij kent\nhun verhaal."
    assert maker.typed("text.lead") == "Word zorgkundige bij ons in de buurt."
    undo = re.search(r'name="undo" value="([^"]+)"', filled.text)[1].replace("&#34;", '"')
    maker.send("undo", undo=undo)
    assert maker.typed("text.headline") == "Van mij"
    assert maker.typed("text.lead") == ""


def test_texts_come_in_the_language_of_the_poster(maker):
    """A French poster made by a Dutch speaker is offered French words under Dutch names of jobs."""
    maker.send(language="fr")
    page = maker.client.get(maker.address).text

    assert "Verpleegkundige</option>" in page
    assert "Votre temps." in page


def test_a_language_without_ready_texts_offers_none(maker):
    """Nothing is filled in that was not written in that language."""
    maker.send(language="pl")

    assert 'id="fill-ready"' not in maker.client.get(maker.address).text


@pytest.mark.parametrize("number", ["99", "-1", "x"])
def test_a_set_that_is_not_there_fills_nothing(maker, number):
    """What no page of ours offers leaves the texts as they are."""
    maker.send("ready", ready=number, text__headline="Van mij")

    assert maker.typed("text.headline") == "Van mij"


@pytest.mark.parametrize("name", ["portret", "vacature", "trots", "infodag"])
def test_no_ready_text_breaks_a_rule_in_any_format(services, name):
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
