"""Sheets for a printer at home, read back: glued together they are the poster, and the poster is read once.

Pages are drawn by PDFium at four px a millimetre, so that every part begins and ends on a whole pixel or half of one.
"""

import io
from functools import lru_cache

import font_rules
import numpy as np
import pikepdf
import pypdfium2
import pytest
import tag_rules
from page_walk import walked
from pdfium_pages import page_words
from poster_maker import content, drawn, files, judged, painted, poster, with_photo
from poster_matrix import Case
from poster_shelf import LANGUAGES, TEMPLATES, template

from app.engine.imposition import HOME_EDGE, PAPERS, plan_cards, plan_tiles
from app.engine.layout import lay_out_tiles
from app.engine.scene import GlyphRun, TagBegin, TagEnd
from app.engine.sheet import FORMATS
from app.engine.units import MM, to_mm

PX_MM = 4

# PDFium moves the edges of fields to whole pixels, and photos have another density in the picture: 0–255 in mean, and
# the share of pixels that are far off.
SAME, FAR, FEW = 2.0, 60, 0.008


@lru_cache
def tiled(name="portret", format="a2", paper="a4", language="nl", *, photo=True, gray=False):
    """Return a poster and its sheets."""
    case = Case(name, format, language, "home")
    given = with_photo(content(name, language)) if photo else content(name, language)
    found = judged(case, given)
    return found, painted(found, tiles=paper, gray=gray)


@lru_cache
def cards(name="vacature", format="a6", paper="a4", language="nl"):
    found = poster(Case(name, format, language, "home"))
    return found, painted(found, up=True, paper=paper)


@lru_cache(maxsize=8)
def opened(data):
    return pikepdf.open(io.BytesIO(data))


@lru_cache(maxsize=8)
def pages(data, px_mm=PX_MM):
    """Return every page as pixels."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=px_mm / MM).to_numpy()[..., :3][..., ::-1].copy() for page in document]


def media(data):
    return [tuple(round(to_mm(float(edge)), 2) for edge in page.MediaBox[2:]) for page in opened(data).pages]


def glued(data, plan, trim):
    """Return the sheets laid over each other as the hands do it: cut at the part, put where the part belongs."""
    px = PX_MM / MM
    whole = np.full((round(trim.height * px), round(trim.width * px), 3), 255, np.uint8)
    for tile, sheet in zip(plan.tiles, pages(data)[1:], strict=True):
        x, y = plan.origin
        top, left = round(tile.part.y * px), round(tile.part.x * px)
        bottom, right = round(tile.part.bottom * px), round(tile.part.right * px)
        start_y, start_x = round(y * px), round(x * px)
        whole[top:bottom, left:right] = sheet[start_y : start_y + bottom - top, start_x : start_x + right - left]
    return whole


@pytest.mark.parametrize(
    ("name", "format", "paper"), [("portret", "a3", "a4"), ("portret", "a2", "a4"), ("team", "a1-landscape", "a3")]
)
def test_glued_sheets_are_the_whole_poster(name, format, paper):
    """Every pixel of every part is where it is in the poster, photo and type alike."""
    found, data = tiled(name, format, paper)
    plan, trim = plan_tiles(FORMATS[format], paper), FORMATS[format].trim
    assembled = glued(data, plan, trim)
    whole = drawn(found, assembled.shape[1], files())

    off = np.abs(assembled.astype(int) - whole[: assembled.shape[0]])
    assert off.mean() < SAME
    assert (off.max(axis=2) > FAR).mean() < FEW


def test_a_sheet_in_a_wrong_place_would_be_seen():
    """The measure above tells sheets apart."""
    found, data = tiled("portret", "a3", "a4")
    assembled = glued(data, plan_tiles(FORMATS["a3"], "a4"), FORMATS["a3"].trim)
    moved = np.roll(assembled, 8, axis=1)
    whole = drawn(found, assembled.shape[1], files())

    assert np.abs(moved.astype(int) - whole[: moved.shape[0]]).mean() > SAME


@pytest.mark.parametrize(
    ("format", "paper", "sheets"),
    [("a3", "a4", 4), ("a2", "a4", 8), ("a1", "a4", 12), ("a0", "a4", 21), ("a1", "a3", 6)],
)
def test_every_page_is_a_sheet_of_that_paper(format, paper, sheets):
    """To the hundredth of a millimetre, the first page and one for every part."""
    _, data = tiled("vacature", format, paper, photo=False)
    upright = tuple(round(to_mm(side)) for side in PAPERS[paper])

    assert len(media(data)) == 1 + sheets
    assert {tuple(sorted(size)) for size in media(data)} == {upright}


@pytest.mark.parametrize("made", [lambda: tiled()[1], lambda: cards()[1]], ids=["tiles", "cards"])
def test_readers_are_told_not_to_scale_or_turn_the_page(made):
    """Print at its size, on paper of the page's size, on one side."""
    preferences = opened(made()).Root.ViewerPreferences

    assert preferences.PrintScaling == "/None"
    assert preferences.PickTrayByPDFSize is True
    assert preferences.Duplex == "/Simplex"


@pytest.mark.parametrize(("format", "paper"), [("a2", "a4"), ("a1", "a4"), ("a0", "a3")])
def test_every_sheet_has_a_ruler_of_ten_centimetres(format, paper):
    """Upright or turned: a line of 100.0 mm, the longest that is drawn dark on bare paper."""
    _, data = tiled("vacature", format, paper, photo=False)

    for page in opened(data).pages:
        lengths = [_length(page, box) for box in _lines(page)]
        assert min(abs(found - 100) for found in lengths) < 0.01


def _lines(page):
    """Yield the ends of every line that a page strokes, in the space of the page."""
    matrices, matrix, start = [], pikepdf.Matrix(), None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                matrices.append(matrix)
            case "Q":
                matrix = matrices.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "m":
                start = matrix.transform(tuple(map(float, operands)))
            case "l" if start:
                yield start, matrix.transform(tuple(map(float, operands)))


def _length(page, ends):
    (x, y), (far_x, far_y) = ends
    return to_mm(max(abs(far_x - x), abs(far_y - y)))


@pytest.mark.parametrize(
    "made",
    [
        lambda: tiled()[1],
        lambda: tiled("vacature", "a1", photo=False)[1],
        lambda: tiled("vacature", "a0", "a3", photo=False)[1],
        lambda: cards()[1],
        lambda: cards("bedankt", "a5")[1],
    ],
    ids=["a2", "a1", "a0", "four", "two"],
)
def test_the_edge_that_printers_leave_white_is_white(made):
    """Five millimetres on all sides of all sheets."""
    edge = round(to_mm(HOME_EDGE) * PX_MM) - 1
    for page in pages(made()):
        assert (page[:edge] == 255).all()
        assert (page[-edge:] == 255).all()
        assert (page[:, :edge] == 255).all()
        assert (page[:, -edge:] == 255).all()


def test_the_file_does_not_grow_with_its_sheets():
    """The poster and its photo are in it once; a sheet more is its words and lines."""
    sizes = {}
    for format in ("a2", "a0"):
        _, data = tiled("portret", format, "a4")
        pdf = opened(data)
        images = [found for found in pdf.objects if _is(found, "/Image") and "/SMask" not in found]
        forms = [found for found in pdf.objects if _is(found, "/Form")]
        shown = {page.Resources.XObject.Whole.objgen for page in list(pdf.pages)[1:]}
        assert (len(images), len(forms), len(shown)) == (1, 1, 1)
        sizes[format] = len(data) - len(images[0].read_raw_bytes())

    assert (sizes["a0"] - sizes["a2"]) / 13 < 6000


def _is(found, subtype):
    return isinstance(found, pikepdf.Stream) and found.get("/Subtype") == subtype


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_is_read_once_in_every_language(language):
    """The first page says it; on the sheets there are their own words only, in a language that the tool speaks."""
    found, data = tiled("vacature", "a3", "a4", language, photo=False)
    said = page_words(data)
    (headline, *_) = [fit.lines[0].split()[0] for fit in found.scene.texts if fit.slot == "title"]
    spoken = {"fr": "feuille 4 sur 4", "en": "sheet 4 of 4"}.get(language, "blad 4 van 4")

    assert said[0].count(headline) == 1
    assert len(said) == 5
    assert spoken in said[4]
    assert [page for page in said[1:] if len(page) > 400] == []
    assert tag_rules.faults(opened(data), language) == []
    assert list(font_rules.faults(opened(data))) == []


def test_each_part_says_which_it_is():
    """One figure a sheet, in the order of the pages; all else on it is passed over."""
    _, data = tiled()
    pdf = opened(data)
    figures = [(element.alt, element.object.Pg.objgen) for element in tag_rules.elements(pdf) if "Deel" in element.alt]

    assert [alt for alt, _ in figures[:3]] == [
        "Deel 1 van 8: rij 1, kolom 1",
        "Deel 2 van 8: rij 1, kolom 2",
        "Deel 3 van 8: rij 2, kolom 1",
    ]
    assert [page for _, page in figures] == [page.obj.objgen for page in list(pdf.pages)[1:]]


def test_the_first_page_tells_how():
    """Its title, the size and the number of sheets, and five steps after the words of the poster."""
    _, data = tiled()
    first = page_words(data)[0]

    assert "Uitleg bij 8 bladen" in first
    assert "Dit blad met uitleg telt niet mee" in " ".join(first.split())
    assert "A2 (420 × 594 mm) op 8 bladen A4: 2 naast elkaar, 4 onder elkaar" in first
    steps = [first.index(step) for step in ("Druk af op 100 %.", "Knip links en boven weg.", "Lijm eerst elke rij.")]
    assert steps == sorted(steps)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("format", ["a0", "a0-landscape", "a3"])
def test_the_steps_keep_clear_of_what_lies_below_them(language, format):
    """However much a language needs to say it, on A4 and on A3."""
    found, _ = tiled("vacature", format, "a4", language, photo=False)
    papers = ("a4",) if format == "a3" else ("a4", "a3")
    for paper in papers:
        laid = lay_out_tiles(found.content, plan_tiles(FORMATS[format], paper), title="x")
        trim = laid.guide.sheet.trim
        unit = max(trim) / max(PAPERS["a4"]) * MM
        lowest = max(run.origin.y for run in _read(laid.guide))
        assert lowest < trim.height - (13 + (15 + 34 if trim.width > trim.height else 21 + 46)) * unit


def _read(scene):
    """Yield the type of a scene that is no decoration."""
    tagged = False
    for item in scene.items:
        tagged = isinstance(item, TagBegin) or (tagged and not isinstance(item, TagEnd))
        if tagged and isinstance(item, GlyphRun):
            yield item


@pytest.mark.parametrize(
    ("name", "format", "paper"), [("vacature", "a6", "a4"), ("bedankt", "a5", "a4"), ("team", "a6-landscape", "a3")]
)
def test_cards_are_the_poster_as_often_as_there_is_room(name, format, paper):
    """All alike, each of them the whole poster."""
    found, data = cards(name, format, paper)
    plan = plan_cards(FORMATS[format], paper)
    (sheet,) = pages(data, 8)
    px = 8 / MM
    whole = drawn(found, round(plan.places[0].width * px), files())

    for place in plan.places:
        top, left = round(place.y * px), round(place.x * px)
        card = sheet[top : top + whole.shape[0], left : left + whole.shape[1]]
        off = np.abs(card.astype(int) - whole)
        assert off.mean() < 4
    assert page_words(data)[0].count("kaarten van") == 1


def test_cards_are_read_once():
    """The first by its tags and by whoever copies text; the others repeat it for the eye."""
    found, data = cards()
    pdf = opened(data)
    (title,) = [" ".join(fit.lines) for fit in found.scene.texts if fit.slot == "title"]

    assert page_words(data)[0].count(" ".join(title.split())) == 1
    assert tag_rules.faults(pdf, "nl") == []
    assert list(font_rules.faults(pdf)) == []
    assert len([element for element in tag_rules.elements(pdf) if element.role == "/H1"]) == 1


def test_cards_say_how_large_they_are():
    """A printer at home leaves white what two A5 would need, and nobody finds out with a ruler."""
    assert "2 kaarten van 135 × 191 mm, 91 % van A5" in page_words(cards("bedankt", "a5")[1])[0]


def test_black_alone_is_black_alone():
    """Words, fields, photo and marks: no other colour space is left in the file."""
    _, data = tiled(gray=True)
    spaces = {str(mark.color.space) for page in opened(data).pages for mark in walked(page) if mark.kind != "image"}
    images = {str(found.ColorSpace) for found in opened(data).objects if _is(found, "/Image")}

    assert spaces == images == {"/DeviceGray"}
    assert all((page[..., 0] == page[..., 1]).all() and (page[..., 1] == page[..., 2]).all() for page in pages(data, 1))


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_sheets_have_the_same_bytes(name):
    """Whoever prints the missing sheet a week later gets the one that fits."""
    key = next(found.key for found in template(name).formats if found.key == "a3")
    found = poster(Case(name, key, "nl", "home"))

    assert painted(found, tiles="a4") == painted(found, tiles="a4")
