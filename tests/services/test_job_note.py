"""The note for the print shop says what the file is, as text and as a page in the brand's type."""

import io
import re
from datetime import UTC, date, datetime

import pikepdf
import pytest
from makers import ORGANISATION, kit
from pdfium_pages import page_words

from app.engine.content import Imprint
from app.engine.pipeline import Options
from app.services.job_note import job_note

NAME = "career-affiche-portret-a3-drukker-nl.pdf"
MOMENT = datetime(2027, 3, 1, 12, tzinfo=UTC)


def note(key="a3", *, language="nl", sender=ORGANISATION, **options):
    files = [(NAME, key)]
    return job_note(
        "Warm hart", files, kit(), sender, language=language, day=date(2027, 3, 1), options=Options(**options)
    )


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("options", "said", "not_said"),
    [
        ({}, ("PDF/X-4", "Afloop: 3 mm", "Snijtekens: geen", "hoogstens 300 %", "FOGRA39"), "Transparantie"),
        ({"shop": "groot"}, ("PDF/X-4", "Afloop: 5 mm", "Snijtekens: aanwezig", "307 × 430 mm"), "geen; het"),
        ({"shop": "groot", "marks": False}, ("Afloop: 5 mm", "Snijtekens: geen"), "aanwezig"),
        ({"shop": "zonder-lagen"}, ("PDF/X-1a:2003", "Transparantie: geen"), "PDF/X-4"),
        ({"shop": "ongestreken"}, ("FOGRA29", "hoogstens 280 %", "Ongestreken wit"), "gestreken mat"),
    ],
)
def test_it_says_what_the_shop_gets(options, said, not_said):
    """Bleed, marks, standard, condition and paper are those of the shop that was chosen."""
    text = plain(note(**options).text)

    assert [words for words in said if words not in text] == []
    assert not_said not in text


def test_it_says_how_to_enlarge_a_file_at_a_tenth():
    """Of a file that is smaller than the poster both sizes are told."""
    text = plain(note("mupi", scale=10).text)

    assert "1185 × 1750 mm" in text
    assert "het bestand meet 118,5 × 175 mm, met afloop 119,1 × 175,6 mm" in text
    assert "1000 %" in text
    assert "3 mm rondom op ware grootte, 0,3 mm in het bestand" in text
    assert "1:1." not in text


@pytest.mark.parametrize(
    ("language", "asked"),
    [("nl", ("Aantal", "Nodig tegen")), ("fr", ("Quantité", "Pour le")), ("en", ("Copies", "Needed by"))],
)
def test_it_asks_what_only_the_sender_knows(language, asked):
    """How many and by when are lines to fill in; that it is printed on one side is said."""
    text = plain(note(language=language).text)

    assert [label for label in asked if not re.search(rf"^{label} ?: __________", text, re.MULTILINE)] == []
    assert any(said in text for said in ("één kant", "recto seul", "one side"))


def test_it_does_not_call_dark_brand_colours_black():
    """What looks black in a headline may be four inks; a shop that counts on one plate is surprised by four."""
    text = plain(note().text)

    assert "zuiver zwart is 100 % K in tekst en 60/40/40/100 in grote vlakken" in text
    assert "Donkere merkkleuren zijn vierkleurendruk" in text


def test_own_sizes_are_called_by_their_sides():
    """Nobody gave them a name."""
    text = plain(note("600x849").text)

    assert "600 × 849 mm. Met afloop: 606 × 855 mm." in text
    assert text.count("600 × 849") == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("Nota voor de drukker", "Snijformaat", "1 maart 2027", "An Peeters, De Linde vzw")),
        ("fr", ("Note pour l’imprimeur", "Format fini", "1er mars 2027", "Taux d’encrage total")),
        ("en", ("Note for the print shop", "Trim", "1 March 2027", "Total ink coverage")),
    ],
)
def test_the_page_says_what_the_text_says(language, words):
    """In the language of whoever reads it, with the same facts."""
    made = note(language=language)
    page = page_words(made.pdf(kit(), MOMENT))[0]

    assert [said for said in words if said not in plain(page)] == []
    for part in made.parts:
        for row in part.rows:
            assert plain(row.words)[1:].split("  ")[0] in plain(page)


def test_the_page_is_tagged_and_set_in_the_brands_type():
    """A screen reader finds a title, headings and paragraphs."""
    with pikepdf.open(io.BytesIO(note().pdf(kit(), MOMENT))) as pdf:
        roles = [str(found.S) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/S" in found]
        fonts = [
            str(found.BaseFont)
            for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and "/BaseFont" in found
        ]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nl"
        assert len(pdf.pages) == 1
    assert {"/H1", "/H2", "/P"} <= set(roles)
    assert all("Rubik" in font for font in fonts)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("shop", ["groot", "zonder-lagen"])
def test_the_longest_note_is_one_page_too(language, shop):
    """A tenth of a large format, in any language; the line for a telephone number is still there."""
    data = note("mupi", language=language, scale=10, shop=shop, marks=True).pdf(kit(), MOMENT)

    (page,) = page_words(data)
    assert page.count("______") >= 3


def test_the_page_is_the_same_every_time():
    """Same words, same bytes."""
    assert note().pdf(kit(), MOMENT) == note().pdf(kit(), MOMENT)


def test_nobody_leaves_a_line_to_fill_in():
    """A private person's poster may have no publisher."""
    assert "CONTACT\n______" in note(sender=Imprint()).text
