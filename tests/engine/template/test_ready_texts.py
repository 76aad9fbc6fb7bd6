"""Texts that fill a whole poster: read from `[[ready]]`, and judged like any text."""

import pytest
from makers import ROOT

from app.engine.template import read_template
from app.engine.template.head import PROFESSIONS

FOLDER = ROOT / "poster_templates"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

GOOD = 'profession = "zorgkundige"\ntext.nl = { headline = "Warm hart.", lead = "Kom erbij." }'

# what is written, the key it is told of, the problem
CASES = [
    ('profession = "tuinman"\ntext.nl = { headline = "Ja." }', "ready[0].profession", '"tuinman" is not known'),
    ('message = "joy"\ntext.nl = { headline = "Ja." }', "ready[0].message", '"joy" is not known'),
    ('profession = "zorgkundige"', "ready[0].text", "says nothing"),
    ('text.nl = "Ja."', "ready[0].text.nl", "is not a table"),
    ('text.eo = { headline = "Jes." }', "ready[0].text.eo", "is not a language"),
    ('text.nl = { hedline = "Ja." }', "ready[0].text.nl.hedline", "there is no text slot"),
    ('text.nl = { photo = "Ja." }', "ready[0].text.nl.photo", "there is no text slot"),
    ("text.nl = { headline = 3 }", "ready[0].text.nl.headline", "other than a text"),
    (f'text.nl = {{ headline = "{"a" * 41}" }}', "ready[0].text.nl.headline", "41 characters"),
    ('text.nl = { headline = "a\\nb\\nc\\nd" }', "ready[0].text.nl.headline", "4 lines"),
    ('text.nl = { headline = "Jouw titel" }', "ready[0].text.nl.headline", "equals the placeholder"),
    ('text.fr = { headline = "jouw  TITEL" }', "ready[0].text.fr.headline", "equals the placeholder"),
    ('txt.nl = { headline = "Ja." }\ntext.nl = { headline = "Ja." }', "ready[0].txt", "unknown key"),
]


def add(folder, text):
    with (folder / "template.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[[ready]]\n{text}\n")


def test_ready_texts_are_read_with_the_message_of_their_template(folder, brand):
    """A set knows its job, its message and its texts by language and slot."""
    add(folder, GOOD)

    (found,) = read_template(folder, brand).ready

    assert (found.profession, found.message) == ("zorgkundige", "community")
    assert found.texts == {"nl": {"headline": "Warm hart.", "lead": "Kom erbij."}}


@pytest.mark.parametrize(("text", "key", "problem"), CASES, ids=[case[1] for case in CASES])
def test_a_text_that_no_poster_could_hold_is_a_fault(folder, faults, text, key, problem):
    """The author is told which key of which set, and why."""
    add(folder, text)

    assert [fault.where for fault in faults() if problem in fault.problem] == [key]


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_poster_has_words_for_every_job_in_three_languages(name, brand):
    """Whoever makes a poster for one of the six jobs, or any other, can begin with words; none of them shouts."""
    template = read_template(FOLDER / name, brand)
    takes_words = any(getattr(slot, "words", "") for slot in template.slots.values())

    assert takes_words or template.ready
    if template.ready:
        assert [found.profession for found in template.ready] == [*PROFESSIONS, ""]
    for found in template.ready:
        assert set(found.texts) == {"nl", "fr", "en"}
        assert len({frozenset(texts) for texts in found.texts.values()}) == 1
        assert "!" not in str(found.texts)


def test_a_slot_takes_words_of_the_kit(folder, brand, edit):
    """A headline may say that the kit fills it; the template may say whom it speaks to."""
    edit("template.toml", "max_chars = 40", 'max_chars = 60\nwords = "headline"')
    edit("template.toml", 'status = "published"', 'status = "published"\nreader = "switchers"')
    template = read_template(folder, brand)

    assert template.slots["headline"].words == "headline"
    assert template.reader == "switchers"


@pytest.mark.parametrize("text", ['max_chars = 40\nwords = "headline"', 'max_chars = 60\nwords = "title"'])
def test_a_slot_without_room_or_with_unknown_words_is_a_fault(faults, edit, text):
    """Each of the kit's words must fit, and there are three kinds of them."""
    edit("template.toml", "max_chars = 40", text)

    assert [fault.where for fault in faults()] == ["slot.headline.words"]


def test_a_set_leaves_the_slots_of_the_kit_alone(folder, faults, edit):
    """Who fills a slot is said once."""
    edit("template.toml", "max_chars = 40", 'max_chars = 60\nwords = "headline"')
    add(folder, GOOD)

    assert [fault.where for fault in faults()] == ["ready[0].text.nl.headline"]


def test_an_unknown_reader_is_a_fault(faults, edit):
    """There are three whom posters speak to."""
    edit("template.toml", 'status = "published"', 'status = "published"\nreader = "everybody"')

    assert [fault.where for fault in faults()] == ["reader"]
