"""Fixes: changes of keys of the content file."""

import pytest

from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, QrChoice, Text, apply_fix
from app.engine.errors import ContentError
from app.engine.findings import Fix, Sentence

LABEL = Sentence(nl="Herstel", fr="Corriger", en="Mend")

POSTER = Content(
    language="nl",
    texts={"headline": Text(text="Carreer"), "lead": Text(text="Bonjour", language="fr")},
    photos={"photo": PhotoChoice(file="me.jpg", alt="Ik", consent=True)},
    logos={"logo": LogoChoice(file="logo.svg")},
)


def fix(*changes):
    return Fix(label=LABEL, changes=changes)


def test_a_text_is_replaced_and_keeps_its_language():
    """Mended words stay French where they were French."""
    mended = apply_fix(POSTER, fix(("text.headline", "Careēr"), ("text.lead", "Bonsoir")))

    assert mended.texts == {"headline": Text(text="Careēr"), "lead": Text(text="Bonsoir", language="fr")}
    assert mended.photos == POSTER.photos


def test_the_language_of_a_text_can_be_changed_alone():
    """A bare text takes a language without losing its words."""
    assert apply_fix(POSTER, fix(("text.headline.language", "en"))).texts["headline"] == Text(
        text="Carreer", language="en"
    )


@pytest.mark.parametrize(
    ("key", "value", "seen"),
    [
        (
            "logo.logo.plate",
            "always",
            lambda content: content.logos["logo"] == LogoChoice(file="logo.svg", plate="always"),
        ),
        ("photo.photo.scrim", True, lambda content: content.photos["photo"].scrim),
        ("photo.photo.zoom", 1.5, lambda content: content.photos["photo"].zoom == 1.5),
        ("photo.photo.file", "brand:team-1", lambda content: content.photos["photo"].illustration == "team-1"),
        ("qr.qr.url", "https://care-er.be", lambda content: content.qrs["qr"] == QrChoice(url="https://care-er.be")),
        ("choice.ground", "bos", lambda content: content.choices == {"ground": "bos"}),
        ("imprint.town", "Gent", lambda content: content.imprint == Imprint(town="Gent")),
        ("language", "fr", lambda content: content.language == "fr"),
    ],
)
def test_every_kind_of_key_can_be_changed(key, value, seen):
    """A fix reaches whatever a content file can say."""
    assert seen(apply_fix(POSTER, fix((key, value))))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("logo.logo.plaet", "always"),
        ("logo.logo.plate", "sometimes"),
        ("photo.photo.zoom", 20.0),
        ("photo.photo.zoom.deep", 1.0),
        ("language.of.text", "fr"),
        ("nothing", "x"),
        ("", "x"),
    ],
)
def test_a_change_that_no_file_could_hold_is_refused(key, value):
    """A fix is judged by the reader that judges files."""
    with pytest.raises(ContentError):
        apply_fix(POSTER, fix((key, value)))


def test_the_content_that_is_fixed_stays_as_it_was():
    """A fix makes a new content."""
    apply_fix(POSTER, fix(("text.headline", "Careēr"), ("photo.photo.scrim", True)))

    assert POSTER.texts["headline"] == Text(text="Carreer")
    assert not POSTER.photos["photo"].scrim
