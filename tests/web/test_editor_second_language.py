"""A second language in the editor, with scripts off: chosen, filled in, exchanged, taken away and back."""

import re

import pytest

DUTCH, FRENCH = "Kom een dag meekijken.", "Venez voir de près."


@pytest.fixture
def maker(visitor):
    """Somebody with a poster of a template that may be in two languages."""
    visitor.begin("infodag")
    return visitor


def bilingual(**changes):
    """Return the fields of a poster in Dutch and French."""
    both = {"second_language": "fr", "shown_language": "nl", "text__title": DUTCH, "text__title-2": FRENCH}
    return {**both, **changes}


def page_of(maker):
    """Return the page of the editor."""
    return maker.client.get(maker.address).text


def chosen(page, name):
    """Return what a select stands at."""
    select = re.search(rf'<select[^>]*name="{name}".*?</select>', page, re.DOTALL)[0]
    option = next(option for option in re.findall(r"<option[^>]*>", select) if "selected" in option)
    return re.search(r'value="([^"]*)"', option)[1]


def test_a_second_language_brings_its_fields_under_their_originals(maker):
    """Each has a label that names its language, and speaks it to who hears the page."""
    assert 'id="text.title-2"' not in page_of(maker)
    maker.send(**bilingual())
    page = page_of(maker)

    assert "Titel in het Frans" in page
    field = re.search(r'<(?:input|textarea)[^>]* id="text\.title-2"[^>]*>', page)[0]
    assert 'lang="fr"' in field
    assert page.index('id="text.title"') < page.index('id="text.title-2"') < page.index('id="text.hour"')
    assert maker.typed("text.title-2") == FRENCH


def test_only_templates_with_translations_ask(visitor):
    """A poster without places for a second language does not offer one."""
    visitor.begin("portret")

    assert 'name="second_language"' not in page_of(visitor)


def test_what_is_missing_in_the_second_language_stands_beside_its_field(maker):
    """Good to know, no refusal."""
    maker.send(**bilingual(**{"text__title-2": ""}))
    beside = re.search(r'id="findings-title-2".*?</ul>', page_of(maker), re.DOTALL)[0]

    assert "Vul “Titel in het Frans” in" in beside
    assert "finding-warning" in beside


def test_words_that_are_taken_off_the_poster_come_back(maker):
    """The page says that they are kept; chosen again, they stand where they stood."""
    maker.send(**bilingual())
    maker.send(**bilingual(second_language=""))
    page = page_of(maker)
    assert "We bewaren het" in page
    assert 'id="text.title-2"' not in page

    maker.send(
        second_language="fr", shown_language="nl", text__title=DUTCH, **{"text__title-2": maker.typed("text.title-2")}
    )
    assert maker.typed("text.title-2") == FRENCH


def test_languages_change_places_with_their_words(maker):
    """Who makes French the first language keeps Dutch as the second."""
    maker.send(**bilingual())
    maker.send(**bilingual(language="fr"))
    page = page_of(maker)

    assert (chosen(page, "language"), chosen(page, "second_language")) == ("fr", "nl")
    assert (maker.typed("text.title"), maker.typed("text.title-2")) == (FRENCH, DUTCH)


def test_ready_words_come_in_both_languages(maker):
    """One press fills the title and its translation."""
    maker.send("ready", **bilingual(**{"ready.job": "zorgkundige", "ready.message": "dynamic"}))

    assert maker.typed("text.title").startswith("Kijk een dag mee")
    assert maker.typed("text.title-2").startswith("Une journée avec")
