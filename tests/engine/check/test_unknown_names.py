"""Contents that name what a template does not have."""

from dataclasses import replace
from functools import partial

import pytest
from makers import checked, choice_slot, imprint_slot, kit, make_content, make_template, photo, photo_slot, text_slot

from app.engine.check.slots import book_unknown_names
from app.engine.content import Imprint, LogoChoice, QrChoice, read_content
from app.engine.errors import ContentError

TEMPLATE = make_template(text_slot("headline"), photo_slot(), choice_slot("bos", "koraal"), imprint_slot())


@pytest.mark.parametrize(
    ("slots", "message"),
    [
        ({"headlin": "x"}, "text: unknown 'headlin'; did you mean 'headline'?"),
        ({"photo": "x"}, "text: unknown 'photo'; known are: headline"),
        ({"headline": photo()}, "photo: unknown 'headline'"),
        ({"photo": photo("brand:zorgkundig-1")}, "photo.photo.file: unknown 'zorgkundig-1'; did you mean"),
        ({"logo": LogoChoice(file="x.svg")}, "logo: unknown 'logo'; known are: none"),
        ({"qr": QrChoice(url="https://care-er.be")}, "qr: unknown 'qr'"),
        ({"choices": {"grond": "bos"}}, "choice: unknown 'grond'; did you mean 'ground'?"),
        ({"choices": {"ground": "roze"}}, "choice.ground: unknown 'roze'; known are: bos, koraal"),
        ({"language": "de"}, "language: unknown 'de'; known are: nl, fr, en, ar"),
    ],
)
def test_unknown_names_are_wrong_use_with_the_nearest(slots, message):
    """Nothing is passed over: a mistyped name is told with what it could have been."""
    with pytest.raises(ContentError) as caught:
        checked(TEMPLATE, make_content(**slots))

    assert message in str(caught.value)


def test_everything_unknown_is_told_at_once():
    """One run names every mistake."""
    with pytest.raises(ContentError) as caught:
        checked(TEMPLATE, make_content(language="xx", one="a", two="b"))

    assert len(str(caught.value).splitlines()) == 3


def test_unknown_names_are_told_with_the_other_faults_of_their_file():
    """A mistyped key does not keep a mistyped slot from being told."""
    text = 'language = "nl"\n[tekst]\nheadline = "x"\n[text]\nheadlin = "x"\n'

    with pytest.raises(ContentError) as caught:
        read_content(text, file="my.toml", judge=partial(book_unknown_names, TEMPLATE, kit()))

    first, second = str(caught.value).splitlines()
    assert first.startswith("my.toml:2: tekst: ")
    assert second == "my.toml:5: text: unknown 'headlin'; did you mean 'headline'?"


def test_an_imprint_that_has_no_place_is_wrong_use():
    """Words must not vanish."""
    with pytest.raises(ContentError, match="no place"):
        checked(make_template(text_slot()), make_content(imprint=Imprint(name="An")))


def test_an_older_version_that_knew_a_name_is_told_with_the_way_to_it():
    """The newest of those that did; nobody asks while every name is known."""
    former = replace(make_template(text_slot("headline"), text_slot("lead"), choice_slot("bos", "zon")), version=2)
    first = replace(former, version=1)
    text = 'language = "nl"\n[text]\nlead = "Ja."\n[choice]\nground = "zon"\n[logo.logo]\nfile = "x.svg"\n'

    with pytest.raises(ContentError) as caught:
        read_content(text, judge=partial(book_unknown_names, TEMPLATE, kit(), older=lambda: (former, first)))

    lead, ground, logo = str(caught.value).splitlines()
    as_it_was = "version 2 of the template has it: write version = 2 on top to make the poster as it was"
    assert lead.startswith("content.toml:3: text: unknown 'lead'")
    assert lead.endswith(as_it_was)
    assert ground.endswith(as_it_was)
    assert "version" not in logo


def test_no_older_version_is_read_while_every_name_is_known():
    """Reading them takes time."""
    read_content('language = "nl"\n', judge=partial(book_unknown_names, TEMPLATE, kit(), older=pytest.fail))
