"""Words in another language than the poster's: told where it is clear, and never of names."""

import tomllib

import pytest
from makers import ROOT, checked, codes, kit, make_content, make_template, one, text_slot

from app.engine.check.languages import other_language
from app.engine.content import Text
from app.engine.template import TextSlot, read_template

LANGUAGES = kit().languages
TEMPLATE = make_template(text_slot(), text_slot("lead"), languages=LANGUAGES)


def texts_that_come_along():
    """Return every suggestion, placeholder, ready text and sample of the project, with its language."""
    found = set()
    for folder in sorted(path.parent for path in ROOT.glob("poster_templates/*/template.toml")):
        template = read_template(folder, kit())
        for slot in template.slots.values():
            if isinstance(slot, TextSlot):
                found |= {(language, text) for language, text in slot.placeholder.items()}
                found |= {(language, text) for language, texts in slot.suggestions.items() for text in texts}
        for ready in template.ready:
            found |= {(language, text) for language, texts in ready.texts.items() for text in texts.values()}
        for sample in folder.glob("sample*.toml"):
            values = tomllib.loads(sample.read_text(encoding="utf-8"))
            second = {key: values.get("second_language") for key in template.translations.values()}
            found |= {(second.get(key) or values["language"], text) for key, text in values["text"].items()}
    for job in kit().ready.jobs.values():
        wordings = [job.name, *(words for text in job.texts.values() for words in (text.headline, text.body))]
        found |= {pair for words in wordings for pair in words.items()}
    return sorted(found)


TEXTS = texts_that_come_along()


def test_no_text_that_comes_along_is_taken_for_another_language():
    """More than a thousand texts in nine languages, names and job titles among them."""
    assert len(TEXTS) > 1000
    assert [(own, text) for own, text in TEXTS if other_language(text, own, LANGUAGES)] == []


def test_what_is_taken_for_a_language_is_in_it():
    """Under any other language a text is known for what it is, or nothing is said."""
    long = [(language, text) for language, text in TEXTS if len(text.split()) > 2]
    guesses = [(language, other_language(text, own, LANGUAGES)) for language, text in long for own in LANGUAGES]

    assert [pair for pair in guesses if pair[1] and pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("language", "own", "share"),
    [("nl", "fr", 0.7), ("fr", "nl", 0.7), ("en", "nl", 0.7), ("nl", "en", 0.7), ("ar", "nl", 0.9), ("uk", "fr", 0.9)],
)
def test_most_texts_in_the_wrong_language_are_found(language, own, share):
    """A poster has several texts; one that is found is enough to be warned."""
    texts = [text for found, text in TEXTS if found == language and len(text.split()) > 2]
    known = [text for text in texts if other_language(text, own, LANGUAGES) == language]

    assert len(known) > share * len(texts)


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("nl", "Maison de repos et de soins De Linde"),
        ("nl", "Les Petits Pas du Monde, Rue de la Loi 16, Bruxelles"),
        ("nl", "Aide à la personne à domicile"),
        ("nl", "Centre de jour pour personnes âgées"),
        ("nl", "Head of nursing"),
        ("nl", "Haus der Barmherzigkeit am See"),
        ("nl", "Marie-Claire Van den Bossche, An Peeters en Jo De Vos"),
        ("fr", "Woonzorgcentrum De Linde, Lindestraat 12, Dendermonde"),
        ("fr", "Medewerker van de dienst voor het onthaal"),
        ("fr", "Zorgkundige in de thuiszorg in en om Brussel"),
        ("fr", "Home for all"),
        ("en", "Maison de la Santé et du Bien-être"),
        ("en", "Woonzorgcentrum aan de Leie in Gent"),
        ("ar", "Woonzorgcentrum De Linde, Lindestraat 12, Dendermonde"),
        ("ar", "دار الرعاية دي ليندي، Lindestraat 12، دندرموندي"),
        ("uk", "De Linde vzw, Lindestraat 12, 9200 Dendermonde"),
        ("nl", "Bienvenue !"),
        ("nl", "مرحبا بكم"),
        ("nl", "12 14 16 18"),
        ("nl", ""),
        ("it", "Wij zoeken een nieuwe collega voor ons team"),
    ],
)
def test_names_titles_and_greetings_are_left_alone(own, text):
    """So is a language that nothing is known of."""
    assert other_language(text, own, LANGUAGES) == ""


@pytest.mark.parametrize(
    ("own", "text", "found"),
    [
        ("fr", "Een vast contract\nvanaf dag één", "nl"),
        ("fr", "WIJ ZOEKEN EEN NIEUWE COLLEGA", "nl"),
        ("fr", "Word jij onze Verpleeg\u00adkundige?", "nl"),
        ("nl", "J'ai trouvé ma place ici.", "fr"),
        ("nl-BE", "I love what we do here.", "en"),
        ("nl", "Чекаємо на вас у нашій команді", "uk"),
        ("uk", "Wij zoeken jou voor ons team", "nl"),
        ("ar", "We are looking for you", "en"),
    ],
)
def test_running_text_is_known(own, text, found):
    """Whatever its capitals, hyphens and apostrophes."""
    assert other_language(text, own, LANGUAGES) == found


def test_only_languages_of_the_kit_are_named():
    """Nobody can choose another one above the form."""
    assert other_language("Wir suchen dich und dein Herz", "nl", ("nl", "fr")) == ""


def test_a_dutch_text_on_a_french_poster_is_pointed_out():
    """The sentence says what to do; a text that is in order has none."""
    content = make_content(language="fr", headline="Wij zoeken een collega die blijft", lead="Venez voir de près.")
    poster = checked(TEMPLATE, content)
    found = one(poster.findings, "other-language")

    assert (found.severity, found.slot, found.field, found.fix) == ("warning", "headline", "text.headline", None)
    assert found.message.nl == (
        "Deze tekst lijkt Nederlands, maar de affiche is in het Frans."
        " Vertaal de tekst, of kies bovenaan een andere taal."
    )
    assert "en néerlandais" in found.message.fr
    assert "looks Dutch" in found.message.en


def test_a_text_is_held_to_its_own_language():
    """On a bilingual poster each text says in which it is."""
    french = "Venez voir de près ce que nous faisons."
    right, wrong = (
        checked(TEMPLATE, make_content(headline=Text(text=french, language=language))).findings
        for language in ("fr", "en")
    )

    assert "other-language" not in codes(right)
    assert "staat ingesteld als Engels" in one(wrong, "other-language").message.nl
