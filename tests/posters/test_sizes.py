"""Sizes as ordered: pixels to the pixel, paper to the hundredth of a millimetre, density no more than a press shows."""

import io
import math

import numpy as np
import pikepdf
import press_rules
import pytest
from page_walk import walked
from pdfium_pages import page_pixels
from PIL import Image
from poster_maker import content, judged, kit, made, painted, with_photo
from poster_matrix import Case, going, pairs
from poster_shelf import SCREENS, SHEETS, template, templates_for

from app.engine.sheet import FORMATS

# The largest of 300, 200, 150 and 100 ppi at which the long side is at most 7,100 px.
PIXELS = {
    "a6": (1240, 1748),
    "a5": (1748, 2480),
    "a4": (2480, 3508),
    "a3": (3508, 4961),
    "a2": (4961, 7016),
    "a1": (4677, 6622),
    "a0": (4967, 7022),
    "b2": (3937, 5512),
    "b1": (4134, 5906),
    "mupi": (4665, 6890),
    "square": (1080, 1080),
    "feed": (1080, 1350),
    "story": (1080, 1920),
    "wide": (1920, 1080),
    "uhd": (3840, 2160),
}

# A photo that is only so much denser is left as it is: to resample it would cost sharpness.
_SPARE = 1.25


@pytest.mark.parametrize("key", FORMATS)
def test_pictures_have_the_promised_pixels(key):
    """Every format, lying ones too."""
    from app.engine.paint.raster import pixel_size
    from app.engine.pipeline import screen_ppi

    size = pixel_size(FORMATS[key], screen_ppi(FORMATS[key]))

    assert (size.width, size.height) == _pixels(key)


def _pixels(key):
    upright = key.removesuffix("-landscape")
    return PIXELS[upright] if upright == key else PIXELS[upright][::-1]


@pytest.mark.parametrize(
    "case", [case for case in going(["screen"], pairs()) if case.format in (*SCREENS, "a6", "a5")], ids=str
)
def test_pictures_are_painted_at_that_size(case):
    """The file has those pixels, says its density and its colours."""
    assert _told_by(case) == _wanted(case)


@pytest.mark.slow
@pytest.mark.parametrize("format", [*SHEETS, *SCREENS])
def test_pictures_of_every_format_are_painted_at_that_size(format):
    """The same for every format of the templates."""
    case = Case(templates_for(format)[0], format, "nl", "screen")

    assert _told_by(case) == _wanted(case)


def _told_by(case):
    """Return what a picture says of itself: pixels, mode, whether it carries a colour profile, and density."""
    picture = Image.open(io.BytesIO(made(case)))
    return picture.size, picture.mode, picture.info["icc_profile"][36:40], picture.info["dpi"][0]


def _wanted(case):
    found = FORMATS[case.format]
    size = _pixels(case.format)
    ppi = 72 if found.unit == "px" else size[0] / found.width * 25.4
    return size, "RGB", b"acsp", pytest.approx(ppi, rel=0.01)


@pytest.mark.parametrize("format", [format for format in SHEETS if "portret" in templates_for(format)])
def test_photo_is_embedded_as_dense_as_promised(format):
    """As dense as the layout said, and much denser than a press shows it is never."""
    case = Case("portret", format, "nl", "print")
    found = judged(case, with_photo(content("portret", "nl")))
    pdf = press_rules.opened(painted(found))
    (photo,) = [mark for mark in walked(pdf.pages[0]) if mark.kind == "image" and mark.marks[0][0] == "/Figure"][:1]
    a, b, *_ = photo.state.matrix
    density = int(photo.source.Width) / (math.hypot(a, b) / 72)
    fit = next(fit for fit in found.scene.pictures if fit.slot == "photo")

    most = kit().photo.embedded_ppi(FORMATS[format])
    assert density == pytest.approx(fit.effective_ppi if fit.effective_ppi <= _SPARE * most else most, rel=0.02)


def drawings():
    """Return one poster for the press of every drawing that one of the pairs shows."""
    found = {(case.template, _drawing(case)): case for case in going(["print"], pairs())}
    return list(found.values())


def _drawing(case):
    return template(case.template).artboard(case.format).file


@pytest.mark.parametrize("case", drawings(), ids=str)
def test_art_reaches_the_edge_of_the_bleed(case):
    """Beyond the trim there is ink on all four sides, as far as the bleed goes."""
    data = made(case)
    pdf = pikepdf.open(io.BytesIO(data))
    width, height = (float(edge) for edge in list(pdf.pages[0].MediaBox)[2:])
    pixels = page_pixels(data, 400, round(400 * height / width))
    edges = [pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]

    assert pdf.pages[0].obj.MediaBox == pdf.pages[0].obj.BleedBox
    assert not any((edge == 255).all(axis=-1).any() for edge in map(np.asarray, edges))
