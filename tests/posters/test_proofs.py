"""Proofs of whole posters, read back: tagged, in the reader's language, to be looked at and not to be printed."""

from dataclasses import replace
from functools import lru_cache

import font_rules
import numpy as np
import pypdfium2
import pytest
import tag_rules
import zxingcpp
from page_walk import walked
from pdfium_pages import page_pixels
from poster_maker import DATE, content, files, judged, kit, template, with_photo
from poster_matrix import Case
from press_rules import opened, xmp_values

from app.engine.content import Imprint, Text
from app.engine.layout import lay_out_proof
from app.engine.paint import paint_web
from app.engine.pipeline import proof

SHORT = Case("vacature", "a3", "nl", "print")
ARABIC = Case("infodag", "a4", "ar", "print")
STORY = Case("trots", "story", "fr", "screen")
CASES = (SHORT, ARABIC, STORY)
NO_CLAIM = "5: does not say that it is PDF/UA-1"
PAINTING = {"pictures": files(), "condition": kit().print.condition, "date": DATE}


def poster_of(case):
    """Return the poster of a case, with a photo where there is room for one."""
    given = content(case.template, case.language)
    return judged(case, with_photo(given) if "photo" in template(case.template).slots else given)


@lru_cache
def proofed(case, language="nl"):
    return proof(poster_of(case), files(), language=language, date=DATE)


def words_of(data):
    """Return the text of each page as PDFium finds it."""
    with pypdfium2.PdfDocument(data) as document:
        return ["\n".join(page.get_textpage().get_text_bounded().splitlines()) for page in document]


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_proof_is_tagged_on_every_page(case, language):
    """One first heading, no level left out, every piece in the tree; the language is the reader's."""
    pdf = opened(proofed(case, language))

    assert tag_rules.faults(pdf, language) == []
    assert len(pdf.pages) >= 2


def test_a_proof_of_a_refused_poster_is_tagged_too():
    """With findings in groups, and what no font can show."""
    case = Case("vacature", "a1", "nl", "print")
    given = content("vacature", "nl")
    texts = given.texts | {"title": Text(text="Zorg 😀 bij Career!!"), "place": Text(text="Heel ver weg. " * 30)}
    data = proof(judged(case, replace(given, texts=texts, imprint=Imprint())), files(), language="nl", date=DATE)
    roles = [element.role for element in tag_rules.elements(opened(data))]

    assert roles.count("/H3") == 2
    assert tag_rules.faults(opened(data), "nl") == [NO_CLAIM]


@pytest.mark.parametrize(("place", "claims"), [("Gent", ["1"]), ("Gent 😀", [])])
def test_a_proof_with_an_empty_box_does_not_call_itself_universal(place, claims):
    """PDF/UA forbids the box that stands for what a font lacks; all else in the file stays as it is."""
    given = content("vacature", "nl")
    texts = given.texts | {"place": Text(text=place)}
    data = proof(judged(SHORT, replace(given, texts=texts)), files(), language="nl", date=DATE)
    pdf = opened(data)
    shown = [fault for fault in font_rules.faults(pdf) if ".notdef" in fault]

    assert [value for key, value in xmp_values(pdf).items() if key == "pdfuaid:part"] == claims
    assert bool(shown) == (not claims)
    assert tag_rules.faults(pdf, "nl") == ([] if claims else [NO_CLAIM])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_proof_is_no_file_for_the_press(case):
    """Light and no ink anywhere, no output intent, no boxes for a knife; each font is embedded."""
    pdf = opened(proofed(case))

    marks = [mark for page in pdf.pages for mark in walked(page)]
    spaces = {str(mark.color.space) for mark in marks if mark.kind in ("area", "line", "text")}
    assert spaces <= {"/DeviceRGB", "/Pattern"}
    assert "/OutputIntents" not in pdf.Root
    assert all("/TrimBox" not in page.obj and "/BleedBox" not in page.obj for page in pdf.pages)
    assert "pdfxid:GTS_PDFXVersion" not in xmp_values(pdf)
    assert list(font_rules.faults(pdf)) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pages_are_a4(case):
    """A sheet that every printer has."""
    for page in opened(proofed(case)).pages:
        _, _, width, height = (float(edge) / 72 * 25.4 for edge in page.mediabox)
        assert sorted((round(width), round(height))) == [210, 297]


def test_every_word_is_read_back():
    """The poster's own, in the poster and in the list; Arabic as it was typed."""
    first, second = words_of(proofed(ARABIC))
    title = content("infodag", "ar").texts["title"].text.split("\n")[0]

    assert title in first
    assert title in second
    assert "Is deze affiche klaar?" in second
    assert "Handtekening" in second


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_watermark_is_seen_and_hides_nothing(case):
    """It changes much of the poster, on light and dark grounds, and takes no more than half of any light."""
    found = poster_of(case)
    place = lay_out_proof(found.content, "x", (), language="nl", day=DATE.date()).place
    box = [round(2 * edge) for edge in (place.x, place.y, place.right, place.bottom)]
    shown = page_pixels(proofed(case), 1190, 1684)[box[1] : box[3], box[0] : box[2]].astype(int)
    plain = page_pixels(paint_web(found.scene, **PAINTING), box[2] - box[0], box[3] - box[1]).astype(int)

    # The edges of what is drawn differ by their place on the grid of pixels; areas do not.
    change = np.abs(shown - plain).max(axis=2)
    assert 0.08 < (change > 20).mean() < 0.5
    assert np.percentile(change, 99) < 128


def test_a_code_on_a_proof_can_be_followed():
    """The director tries it with a phone, on paper, through the watermark."""
    found = zxingcpp.read_barcodes(np.ascontiguousarray(page_pixels(proofed(ARABIC), 2480, 3508)))

    assert [code.text for code in found] == [choice.url for _, choice in judged(ARABIC).content.qrs()]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_same_poster_and_date_give_the_same_proof(case):
    """Byte for byte."""
    assert proof(poster_of(case), files(), language="nl", date=DATE) == proofed(case)
