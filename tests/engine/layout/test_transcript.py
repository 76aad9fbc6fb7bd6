"""A poster as words: what it says, in reading order."""

from dataclasses import replace

import pytest
from makers import (
    ORGANISATION,
    Pictures,
    brand_slot,
    checked,
    choice_slot,
    imprint_slot,
    logo_slot,
    make_content,
    make_template,
    photo,
    photo_slot,
    qr_slot,
    svg,
    text_slot,
)
from PIL import Image

from app.engine.content import Imprint, LogoChoice, QrChoice, Text
from app.engine.layout import lay_out, transcript
from app.engine.scene import TagBegin

TEMPLATE = make_template(
    text_slot("headline", role="H1", required=True, placeholder={"nl": "Jouw titel"}),
    text_slot("lead"),
    photo_slot(),
    brand_slot(),
    logo_slot(),
    qr_slot(),
    imprint_slot(),
    choice_slot("bos", "koraal"),
)
PICTURES = Pictures().photo(Image.new("RGB", (90, 90))).logo(svg('<rect width="100" height="40"/>', 100, 40))
WHOLE = make_content(
    headline="Warm hart,\nvast contract.",
    lead=Text(text="Grand cœur.", language="fr"),
    photo=photo(credit="Fien"),
    logo=LogoChoice(file="logo.svg", name="De Linde"),
    qr=QrChoice(url="https://care-er.be/jobs"),
    imprint=ORGANISATION,
)


def said(content, media=PICTURES.media):
    return transcript(checked(TEMPLATE, content, media=media))


def test_everything_is_told_in_reading_order():
    """Texts, what pictures show, the address of the code, the imprint with the photographer."""
    lines = said(WHOLE)

    assert [(line.slot, line.kind, line.role) for line in lines] == [
        ("headline", "text", "H1"),
        ("lead", "text", "P"),
        ("photo", "photo", "Figure"),
        ("brand", "brand-logo", "Figure"),
        ("logo", "logo", "Figure"),
        ("qr", "qr", "Figure"),
        ("imprint", "imprint", "P"),
    ]
    texts = [line.text for line in lines]
    assert texts[:6] == [
        "Warm hart,\nvast contract.",
        "Grand cœur.",
        "Iemand lacht",
        "Careēr",
        "De Linde",
        "https://care-er.be/jobs",
    ]
    assert texts[6].startswith("V.U.: An Peeters, Lindestraat 12")
    assert texts[6].endswith("Foto: Fien")


def test_the_transcript_has_the_order_of_the_tags():
    """Who listens and who reads are told the same, in the same order."""
    poster = checked(TEMPLATE, WHOLE, media=PICTURES.media)
    tags = [item for item in lay_out(poster).items if isinstance(item, TagBegin)]

    heard = list(dict.fromkeys(tag.slot for tag in sorted(tags, key=lambda tag: tag.order)))

    assert [line.slot for line in transcript(poster)] == heard


def test_each_text_has_its_own_language_and_a_code_its_link():
    """A bilingual poster is read with two voices."""
    by_slot = {line.slot: line for line in said(WHOLE)}

    assert (by_slot["headline"].language, by_slot["lead"].language) == ("nl", "fr")
    assert by_slot["qr"].link == "https://care-er.be/jobs"
    assert not by_slot["headline"].link


@pytest.mark.parametrize(
    ("content", "slots"),
    [
        (make_content(), ["brand"]),
        (make_content(headline="\u200b "), ["brand"]),
        (make_content(headline="Zorg", photo=photo(alt="")), ["headline", "brand"]),
        (make_content(headline="Zorg", photo=photo("weg.jpg")), ["headline", "brand"]),
        (make_content(logo=LogoChoice(file="weg.svg")), ["brand"]),
    ],
)
def test_what_says_nothing_is_left_out(content, slots):
    """No empty lines, no placeholders, no files that could not be read."""
    assert [line.slot for line in said(content)] == slots


def test_an_illustration_says_what_the_brand_says_of_it():
    """In the language of the poster."""
    (shown,) = (line for line in said(make_content(photo=photo("brand:team-1", alt=""))) if line.kind == "photo")

    assert shown.text == "Collega met een groene tulband glimlacht"


@pytest.mark.parametrize(
    ("language", "imprint", "said_of_it"),
    [
        ("nl", ORGANISATION, ORGANISATION.organisation),
        ("nl", Imprint(), "Logo"),
        ("fr", Imprint(), "Logo"),
        ("ar", Imprint(), "شعار"),
    ],
)
def test_a_logo_without_a_name_says_nothing_of_the_form(language, imprint, said_of_it):
    """What the field is called is no text alternative: who answers for the poster is, or the bare word."""
    content = replace(WHOLE, language=language, logos={"logo": LogoChoice(file="logo.svg")}, imprint=imprint)

    assert [(line.text, line.language) for line in said(content) if line.slot == "logo"] == [(said_of_it, language)]
