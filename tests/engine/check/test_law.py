"""The responsible publisher, home addresses, credits and the poster tax."""

from dataclasses import replace

import pytest
from makers import (
    ORGANISATION,
    PUBLISHER,
    checked,
    codes,
    imprint_slot,
    make_content,
    make_template,
    one,
    photo,
    photo_slot,
    told,
)

from app.engine.content import IMPRINT_PARTS, Imprint
from app.engine.findings import Severity, parts_by_name, sentence

TEMPLATE = make_template(imprint_slot(), formats=("a6", "a5", "a4", "a3", "a2", "a1", "a0", "b1", "mupi"))
SCREEN = make_template(imprint_slot(), formats=("square",))


def _parts(imprint):
    return {key: getattr(imprint, key) for key in ("name", "street", "postcode", "town", "organisation", "seat")}


def found_with(imprint, *, format="a3", destination="print", template=TEMPLATE):
    return checked(template, make_content(imprint=imprint), format, destination).findings


@pytest.mark.parametrize(
    ("format", "destination", "severity"),
    [
        ("a4", "print", "error"),
        ("a4", "home", "error"),
        ("a0", "print", "error"),
        ("mupi", "print", "error"),
        ("a5", "print", "warning"),
        ("a6", "home", "warning"),
        ("a3", "web", "warning"),
        ("a3", "screen", "warning"),
    ],
)
def test_a_missing_imprint_weighs_by_where_the_poster_goes(format, destination, severity):
    """Paper from A4 up may hang in the street; a flyer and a screen do not."""
    assert (severity, "imprint", "imprint") in told(found_with(Imprint(), format=format, destination=destination))


def test_a_screen_format_only_warns():
    """A square never hangs in the street."""
    found = found_with(Imprint(), format="square", destination="screen", template=SCREEN)

    assert one(found, "imprint").severity is Severity.WARNING


def test_a_template_may_require_the_imprint_everywhere():
    """Its author has the last word about screens."""
    template = make_template(imprint_slot(required=True))

    assert (
        one(found_with(Imprint(), format="a6", destination="screen", template=template), "imprint").severity == "error"
    )


def test_every_missing_part_is_named():
    """The user learns at once what is still to be filled in."""
    found = one(found_with(Imprint(name="An Peeters", town=" ")), "imprint")

    assert "straat en nummer, postcode, gemeente" in found.message.nl
    assert "rue et numéro, code postal, commune" in found.message.fr


def test_an_organisation_needs_its_seat():
    """A vzw is named with its seat."""
    found = one(found_with(Imprint(**{**_parts(PUBLISHER), "organisation": "De Linde vzw"})), "imprint")

    assert "zetel" in found.message.nl


@pytest.mark.parametrize(
    ("imprint", "field"),
    [
        (Imprint(), "imprint.name"),
        (Imprint(name="An Peeters", street="Lindestraat 12", town="Dendermonde"), "imprint.postcode"),
        (Imprint(**{**_parts(PUBLISHER), "organisation": "De Linde vzw"}), "imprint.seat"),
        (Imprint(**{**_parts(PUBLISHER), "town": "x"}), "imprint.town"),
    ],
)
def test_the_first_part_that_lacks_is_told(imprint, field):
    """A page can lead straight to it."""
    assert one(found_with(imprint), "imprint").field == field


@pytest.mark.parametrize("imprint", [PUBLISHER, ORGANISATION])
def test_a_whole_imprint_is_fine(imprint):
    """A person, or a person with an organisation."""
    assert "imprint" not in codes(found_with(imprint))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        *(("name", text) for text in ("x", "----", "12345", "xxx", "B.", "?!", "\u200b.")),
        *(("street", text) for text in ("x", "12", "-")),
        *(("postcode", text) for text in ("x", "----", "0000", "abcd")),
        *(("town", text) for text in ("x", "9200", "...")),
        *(("organisation", text) for text in ("x", "--")),
        *(("seat", text) for text in ("xx", "1")),
    ],
)
def test_an_imprint_that_names_nobody_is_refused_on_the_street(part, text):
    """One letter, signs or figures are no name; the sentence says what to write."""
    found = one(found_with(Imprint(**{**_parts(ORGANISATION), part: text})), "imprint")

    assert found.severity is Severity.ERROR
    key = "imprint.other-part.organisation" if part == "organisation" else f"imprint.part.{part}"
    assert sentence(key).en in found.message.en
    assert "An Peeters, Lindestraat 12" in found.message.en


@pytest.mark.parametrize(
    ("part", "text"),
    [
        *(("name", text) for text in ("Bo", "Bo Ö", "Ý Lan", "سميرة حداد", "Ян", "J. O’Neil", "X. Xx-Peeters", "Max")),
        *(("street", text) for text in ("Q7 12", "A 1", "شارع المدرسة 4", "Kerkstraat z/n")),
        *(("postcode", text) for text in ("9200", "B-9200", "1012 AB", "SW1A 1AA", "D02 X285")),
        *(("town", text) for text in ("Y", "Å", "As", "Gent")),
        *(("organisation", text) for text in ("3M", "1712", "De Linde vzw", "X-ray bv")),
    ],
)
def test_real_names_are_taken_however_short(part, text):
    """Nobody is told that a name is none."""
    assert "imprint" not in codes(found_with(Imprint(**{**_parts(ORGANISATION), part: text})))


def test_an_imprint_that_names_nobody_only_warns_indoors():
    """It weighs as much as a missing one."""
    found = found_with(Imprint(**{**_parts(PUBLISHER), "name": "x"}), format="a6")

    assert one(found, "imprint").severity is Severity.WARNING


def test_a_template_without_a_place_for_it_warns_before_the_street():
    """The user cannot fill in what has no place, but must know."""
    template = make_template(photo_slot())

    assert told(checked(template, make_content(imprint=Imprint())).findings) == [("warning", "", "imprint")]
    assert codes(checked(template, make_content(imprint=Imprint()), "a5").findings) == []


def test_every_part_that_a_kit_may_require_is_one_of_the_imprint():
    """The brand's rules and the form speak of the same parts."""
    assert set(parts_by_name("imprint.part")) < set(IMPRINT_PARTS)


def test_a_private_address_is_pointed_out():
    """It will be there for everyone to read; an organisation's is public anyway."""
    assert one(found_with(PUBLISHER), "home-address").severity is Severity.WARNING
    assert "home-address" not in codes(found_with(ORGANISATION))


PRIVATE = replace(TEMPLATE, audience=("individual",))


def test_private_people_are_told_what_the_law_asks_of_them():
    """Nobody else can answer for their poster: they learn why their address stands there, and what they may choose."""
    asked = one(found_with(PUBLISHER, template=PRIVATE), "home-address").message.nl
    free = one(found_with(PUBLISHER, format="a5", template=PRIVATE), "home-address").message.nl
    large_only = replace(make_template(imprint_slot(), formats=("a3", "a2")), audience=("individual",))
    bound = one(found_with(PUBLISHER, template=large_only), "home-address").message.nl

    assert "organisatie" not in asked + free + bound
    assert ("wet" in asked, "A5" in asked) == (True, True)
    assert "leeg laten" in free
    assert ("wet" in bound, "Kies" in bound) == (True, False)
    assert "je gegevens" in one(found_with(Imprint(), template=PRIVATE), "imprint").message.nl


@pytest.mark.parametrize(
    ("format", "destination", "expected"),
    [("mupi", "print", True), ("a0", "print", False), ("b1", "print", False), ("mupi", "web", False)],
)
def test_posters_over_a_square_metre_may_be_taxed(format, destination, expected):
    """A0 stays just below one square metre; a file for a website is no poster."""
    found = found_with(ORGANISATION, format=format, destination=destination)

    assert (("note", "", "poster-tax") in told(found)) is expected


def test_the_imprint_may_hold_only_letters_that_can_be_set(mended):
    """A name in a script that the typeface lacks is found; the fix takes only those letters out."""
    poster = checked(TEMPLATE, make_content(imprint=Imprint(**{**_parts(ORGANISATION), "name": "An 李 Peeters"})))

    assert "李" in one(poster.findings, "missing-glyph").message.nl
    assert mended(poster, "missing-glyph").imprint.name == "An Peeters"


def test_a_credit_without_a_place_does_not_vanish():
    """The photographer's name stands beside the imprint; a template without one says so."""
    choice = photo("brand:team-1", credit="Foto Fien")
    with_place = make_template(photo_slot(), imprint_slot())
    without = make_template(photo_slot())

    assert "credit" not in codes(checked(with_place, make_content(photo=choice)).findings)
    found = one(checked(without, make_content(photo=choice, imprint=Imprint())).findings, "credit")
    assert (found.severity, found.slot) == (Severity.WARNING, "photo")
    assert "Foto Fien" in found.message.nl
