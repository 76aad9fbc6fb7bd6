"""What a poster in two languages lacks in the second, and what a content file says of one that is not there."""

from dataclasses import replace
from functools import partial

import pytest
from makers import checked, codes, kit, make_content, make_template, one, text_slot

from app.engine.check.slots import book_unknown_names
from app.engine.content import read_content, write_content
from app.engine.errors import ContentError

TEMPLATE = make_template(
    text_slot(required=True),
    text_slot("lead", role="P"),
    text_slot("headline-2", role="H2", translates="headline"),
    text_slot("lead-2", role="P", translates="lead"),
)


def findings(second_language="", **slots):
    """Return what is found in a content."""
    return checked(TEMPLATE, replace(make_content(**slots), second_language=second_language)).findings


def in_french(**texts):
    """Return what is found in a Dutch poster that is also in French."""
    return findings(second_language="fr", **{key.replace("_", "-"): text for key, text in texts.items()})


def missing(found):
    """Return the slots that the second language lacks."""
    return [finding.slot for finding in found if finding.code == "second-language"]


def test_what_the_first_language_says_is_missed_in_the_second():
    """Whatever is said, and what must be said; named by its language, in the reader's."""
    found = in_french(headline="Kom kijken.", lead="Iedereen is welkom.")

    assert missing(found) == ["headline-2", "lead-2"]
    message = one(found[:1], "second-language").message
    assert "in het Frans" in message.nl
    assert "en français" in message.fr
    assert "in French" in message.en
    assert missing(in_french()) == ["headline-2"]


def test_nothing_is_missed_where_both_say_it_or_nobody_does():
    """An optional text may be left out in both; figures are the same in every language."""
    assert missing(in_french(headline="Kom kijken.", headline_2="Venez voir.")) == []
    assert missing(in_french(headline="14.03", lead="9000")) == []
    assert missing(findings(headline="Kom kijken.")) == []


def test_a_translation_is_judged_in_its_own_language():
    """French words are no Dutch ones; the other way round they are pointed out."""
    french = "Venez voir comment nous travaillons dans notre maison."
    assert "other-language" not in codes(in_french(headline="Kom kijken.", headline_2=french))
    assert "other-language" in codes(in_french(headline=french, headline_2=french))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ('second_language = "xx"', "second_language: unknown 'xx'"),
        ('second_language = "nl"', "second_language: nl is the poster's own language"),
        ("", "text.headline-2: stands on posters in two languages only"),
    ],
)
def test_a_second_language_that_cannot_be_is_told(said, problem):
    """A content file whose words would not be on the poster is refused, with the line."""
    text = f'language = "nl"\n{said}\n[text]\nheadline = "Kom"\nheadline-2 = "Viens"\n'

    with pytest.raises(ContentError) as caught:
        read_content(text, file="my.toml", judge=partial(book_unknown_names, TEMPLATE, kit()))

    assert problem in str(caught.value)


def test_a_content_file_keeps_the_second_language():
    """What is written is read back."""
    content = read_content('language = "nl"\nsecond_language = "fr"\n[text]\nheadline = "Kom"\n')

    assert content.second_language == "fr"
    assert read_content(write_content(content)) == content
