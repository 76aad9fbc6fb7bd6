"""Sizes as ordered: pixels to the pixel, paper to the hundredth of a millimetre, density no more than a press shows."""

import io
import math

import pikepdf
import press_rules
import pytest
from page_walk import walked
from PIL import Image
from poster_maker import content, judged, kit, painted, poster, with_photo
from poster_matrix import SHEETS, Case, on_screens

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


@pytest.mark.parametrize("key", FORMATS)
def test_pictures_have_the_promised_pixels(key):
    """Every format, lying ones too."""
    from app.engine.paint.raster import pixel_size
    from app.engine.pipeline import screen_ppi

    size = pixel_size(FORMATS[key], screen_ppi(FORMATS[key]))
    upright = key.removesuffix("-landscape")
    wanted = PIXELS[upright] if upright == key else PIXELS[upright][::-1]

    assert (size.width, size.height) == wanted


@pytest.mark.parametrize("case", [Case("vacature", "a5", "fr", "screen"), *on_screens()[::5]], ids=str)
def test_pictures_are_painted_at_that_size(case):
    """The file has those pixels, says its density and its colours."""
    _is_right(case)


@pytest.mark.slow
@pytest.mark.parametrize("format", [*SHEETS, "square", "story"])
def test_pictures_of_every_format_are_painted_at_that_size(format):
    """The same for every format of the templates."""
    _is_right(Case("trots", format, "nl", "screen"))


def _is_right(case):
    picture = Image.open(io.BytesIO(painted(poster(case))))

    assert picture.size == PIXELS[case.format]
    assert picture.mode == "RGB"
    assert picture.info["icc_profile"][36:40] == b"acsp"
    ppi = 72 if FORMATS[case.format].unit == "px" else PIXELS[case.format][0] / FORMATS[case.format].width * 25.4
    assert picture.info["dpi"][0] == pytest.approx(ppi, rel=0.01)


@pytest.mark.parametrize("format", SHEETS)
def test_photo_is_embedded_as_dense_as_promised(format):
    """Never denser than a press shows, never denser than the photo itself, and as dense as the layout said."""
    case = Case("portret", format, "nl", "print")
    found = judged(case, with_photo(content("portret", "nl")))
    pdf = press_rules.opened(painted(found))
    (photo,) = [mark for mark in walked(pdf.pages[0]) if mark.kind == "image" and mark.marks[0][0] == "/Figure"][:1]
    a, b, *_ = photo.state.matrix
    density = int(photo.source.Width) / (math.hypot(a, b) / 72)
    fit = next(fit for fit in found.scene.pictures if fit.slot == "photo")

    assert density <= kit().photo.print_ppi * 1.01
    assert density == pytest.approx(min(fit.effective_ppi, kit().photo.print_ppi), rel=0.02)


@pytest.mark.parametrize("format", SHEETS)
def test_art_reaches_the_edge_of_the_bleed(format):
    """Beyond the trim there is ink on all four sides, as far as the bleed goes."""
    import numpy as np
    from poster_maker import page_pixels

    data = painted(judged(Case("portret", format, "nl", "print"), with_photo(content("portret", "nl"))))
    pdf = pikepdf.open(io.BytesIO(data))
    width, height = (float(edge) for edge in list(pdf.pages[0].MediaBox)[2:])
    pixels = page_pixels(data, 400, round(400 * height / width))
    edges = [pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]

    assert pdf.pages[0].obj.MediaBox == pdf.pages[0].obj.BleedBox
    assert not any((edge == 255).all(axis=-1).any() for edge in map(np.asarray, edges))
