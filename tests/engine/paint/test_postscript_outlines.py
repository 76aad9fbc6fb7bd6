"""Fonts with PostScript outlines are embedded as the version of PDF knows them, and look the same in each."""

import io

import numpy as np
import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from ink_pixels import ink_pixels
from scenes import BLUE, DATE, MadePictures, condition, make_scene, tagged

from app.engine.fonts import Face
from app.engine.geometry import Point
from app.engine.paint import paint_print
from app.engine.scene import Glyph, GlyphRun


@pytest.fixture(scope="module")
def square_letter():
    """A font of one letter, a square."""
    pen = T2CharStringPen(600, None)
    pen.moveTo((0, 0))
    for corner in ((500, 0), (500, 500), (0, 500)):
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    builder.setupCFF("Square", {}, {".notdef": pen.getCharString(), "a": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "a": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular", "psName": "Square"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return Face(key="square", data=file.getvalue())


def painted(face, standard):
    run = GlyphRun(
        face=face,
        size=60.0,
        origin=Point(60, 120),
        glyphs=(Glyph(face.glyph("a"), 0, 0, 0),),
        advance=36.0,
        text="a",
        level=0,
        script="Latn",
        language="nl",
        ink=BLUE,
    )
    scene = make_scene(*tagged(run), format="a6")
    return paint_print(scene, pictures=MadePictures(), condition=condition(), date=DATE, standard=standard)


@pytest.mark.parametrize(("standard", "kind"), [("x4", "/OpenType"), ("x1a", "/CIDFontType0C")])
def test_the_font_program_is_of_the_files_own_time(square_letter, standard, kind):
    """Before PDF 1.6 it is the table of outlines alone."""
    with pikepdf.open(io.BytesIO(painted(square_letter, standard))) as pdf:
        (program,) = [
            found.FontFile3 for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/FontFile3" in found
        ]
        assert str(program.Subtype) == kind
        assert program.read_bytes()[:3] == (b"OTT" if kind == "/OpenType" else b"\x01\x00\x04")


def test_both_look_the_same(square_letter):
    """The letter is a square of 30 pt, in its ink."""
    live, flat = (ink_pixels(painted(square_letter, standard), dpi=72) for standard in ("x4", "x1a"))

    assert np.array_equal(live, flat)
    assert (flat[..., 0] > 200).sum() == pytest.approx(900, rel=0.08)
