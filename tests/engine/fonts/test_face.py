"""Faces: measures, outlines and subsets."""

import io
import pickle
import runpy
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from app.engine.fonts import Face

RESOURCES = Path(__file__).parents[2] / "resources/fonts"


def make_cff() -> bytes:
    """Return a font with PostScript outlines: one square for the letter a."""
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    for corner in ((400, 0), (400, 400), (0, 400)):
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(2000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    builder.setupCFF("Post-Script", {}, {".notdef": pen.getCharString(), "a": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (333, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Post", "styleName": "Script", "psName": "Post (Script)"})
    builder.setupOS2()
    builder.setupPost(italicAngle=-12)
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def test_measures_are_in_em(squares):
    """Heights and widths come in em, whatever the font's own unit."""
    assert squares.metrics.cap_height == 0.6
    assert squares.metrics.descender == -0.3
    assert squares.advance(squares.glyph("a")) == 1.0
    assert squares.advance(squares.glyph(" ")) == 0.5


def test_widths_are_rounded_as_a_pdf_states_them():
    """333 of 2000 units are 166.5 thousandths: the pen moves by just what the width table of a PDF says."""
    face = Face(key="cff", data=make_cff())

    assert face.advance(face.glyph("a")) == 0.1665


def test_outlines_have_y_downwards(squares):
    """A square that stands on the base line reaches up to negative y."""
    box = squares.outline(squares.glyph("a")).bounds

    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((0.2, -0.6, 0.8, 0.0))


@pytest.mark.parametrize("char", ["o", "ē", "щ", "م"])
def test_outline_and_ink_agree(rubik, char):
    """The box that HarfBuzz states for a glyph is the box around its outline."""
    gid = rubik.glyph(char)
    outline, ink = rubik.outline(gid).bounds, rubik.ink(gid)

    assert (ink.x, ink.y, ink.right, ink.bottom) == pytest.approx(
        (outline.x, outline.y, outline.right, outline.bottom), abs=0.002
    )


def test_blank_glyphs_leave_no_ink(squares):
    """A space has a width, but no outline and no ink."""
    assert squares.ink(squares.glyph(" ")) is None
    assert not squares.outline(squares.glyph(" "))


def test_subset_keeps_glyph_numbers_outlines_and_widths(rubik):
    """A painter writes glyph numbers of the whole font; the subset must understand them."""
    wanted = [rubik.glyph(char) for char in "Careēr"]
    subset = Face(key="subset", data=rubik.subset(wanted))

    assert [subset.outline(gid) for gid in wanted] == [rubik.outline(gid) for gid in wanted]
    assert [subset.advance(gid) for gid in wanted] == [rubik.advance(gid) for gid in wanted]
    assert not subset.outline(rubik.glyph("Q"))


def test_subset_is_small_and_always_the_same(rubik):
    """Nothing that only shaping needs is left, and the order of the glyphs does not matter."""
    one, other = rubik.subset([40, 3, 7]), rubik.subset({7, 40, 3})
    tables = set(TTFont(io.BytesIO(one)).keys())

    assert one == other
    assert len(one) < len(rubik.data) / 10
    assert not tables & {"GSUB", "GPOS", "GDEF", "OS/2", "post", "fpgm", "prep"}


def test_descriptor_states_facts_of_the_file(rubik):
    """A PDF descriptor wants the PostScript name, the box of all glyphs and heights in 1/1000 em."""
    facts = rubik.descriptor

    assert facts.name == "Rubik-Black"
    assert (facts.cap_height, facts.ascent, facts.descent, facts.italic_angle) == (700, 935, -250, 0)
    assert facts.bbox[0] < 0 < facts.bbox[3]
    assert facts.stem_v > 200


def test_postscript_outlines_are_known_and_names_are_made_fit_for_pdf():
    """Brackets and spaces would end a name in a PDF; the angle is read from its fixed-point number."""
    face = Face(key="cff", data=make_cff())

    assert face.is_cff
    assert face.postscript_name == "PostScript"
    assert face.descriptor.italic_angle == -12
    assert face.outline(face.glyph("a")).bounds.width == pytest.approx(0.2)


def test_what_is_no_static_font_is_refused():
    """Bytes that are no font raise ValueError."""
    with pytest.raises(ValueError, match="not a font"):
        Face(key="nothing", data=b"nothing")


def test_a_face_can_be_sent_to_another_process(squares):
    """Workers get scenes pickled; a face arrives with its bytes."""
    copy = pickle.loads(pickle.dumps(squares))  # noqa: S301 - our own bytes

    assert (copy.key, copy.digest) == (squares.key, squares.digest)


def test_characters_that_shaping_puts_in_place_count_as_shown(rubik):
    """Thin spaces and no-break hyphens have no glyph in the font, and yet are shown."""
    assert all(map(rubik.has, "\u202f\u2009\u00a0\u2010\u2011"))
    assert not rubik.has("漢")


def test_the_font_of_squares_is_what_its_script_makes():
    """The committed file and its generator do not drift apart."""
    made = runpy.run_path(str(RESOURCES / "make_squares.py"))["build"]()

    assert made == (RESOURCES / "Squares.ttf").read_bytes()
