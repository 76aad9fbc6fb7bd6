"""The code scans from the file for the press and from the picture for screens."""

import io

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from pdfium_pages import page_pixels
from PIL import Image
from poster_maker import content, drawn, made, poster
from poster_matrix import everything, going, pairs

from app.engine.sheet import FORMATS


def with_code(cases):
    return [case for case in cases if content(case.template, case.language).qrs]


def addresses(pixels):
    return [found.text for found in zxingcpp.read_barcodes(np.ascontiguousarray(pixels))]


def density(found):
    """Return the larger of 50 dpi and 2 px a module, in px per inch."""
    return max([50.0, *(2 * 72 / mark.module for mark in found.scene.marks if mark.kind == "qr")])


def rendered(data, ppi):
    with pypdfium2.PdfDocument(data) as document:
        width, height = document[0].get_size()
    return page_pixels(data, round(width * ppi / 72), round(height * ppi / 72))


def wanted(found):
    return [choice.url for _, choice in found.content.qrs()]


@pytest.mark.parametrize("case", with_code(going(["print", "web"], pairs())), ids=str)
def test_code_scans_from_a_coarse_rendering(case):
    """At the larger of 50 dpi and 2 px a module the address is read, whole."""
    found = poster(case)

    assert addresses(rendered(made(case), density(found))) == wanted(found)


@pytest.mark.parametrize("case", with_code(going(["home"], pairs())), ids=str)
def test_code_scans_from_the_paper_at_home(case):
    """Fitted to A4, at what a plain printer lays down."""
    assert addresses(rendered(made(case), 300)) == wanted(poster(case))


@pytest.mark.slow
@pytest.mark.parametrize("case", with_code(going(["print"], everything())), ids=str)
def test_every_code_scans(case):
    """The same for every template, format and language."""
    found = poster(case)

    assert addresses(rendered(made(case), density(found))) == wanted(found)


@pytest.mark.parametrize("case", with_code(going(["screen"], pairs())), ids=str)
def test_code_scans_from_a_small_picture(case):
    """At the larger of 50 ppi and 2 px a module, as it is seen in a message."""
    found = poster(case)
    width = round(density(found) * found.scene.sheet.trim.width / 72)

    assert addresses(drawn(found, width)) == wanted(found)


@pytest.mark.parametrize(
    "case", with_code(case for case in going(["screen"], pairs()) if FORMATS[case.format].unit == "px"), ids=str
)
def test_code_scans_from_the_picture(case):
    """The picture for screens is scanned as it is, and made smaller to 2 px a module."""
    found = poster(case)
    picture = Image.open(io.BytesIO(made(case)))
    scale = density(found) * found.scene.sheet.trim.width / 72 / picture.width
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.BOX)

    assert addresses(np.asarray(picture)) == wanted(found)
    assert addresses(np.asarray(small)) == wanted(found)
