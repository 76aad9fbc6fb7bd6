"""Taking in logos that come as pictures or as PDF: trimmed, upright, their ground told."""

import io
from hashlib import sha256

import numpy as np
import pytest
from logo_parts import logo_on, picture, refusal, saved
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.engine.color import Rgb
from app.engine.vector.logo import take_in_logo


@pytest.mark.parametrize(
    "data",
    [
        saved(logo_on((0, 0, 0, 0), "RGBA"), "PNG"),
        saved(logo_on((255, 255, 255, 0), "RGBA"), "WEBP", lossless=True),
        saved(logo_on((0, 0, 0, 0), "RGBA").quantize(), "PNG"),
    ],
)
def test_see_through_margins_are_trimmed_and_transparency_stays(data):
    """What is left is the ink."""
    logo = take_in_logo(data)

    assert (logo.picture.width, logo.picture.height) == (120, 40)
    assert logo.opaque_ground is None
    assert picture(logo).getpixel((5, 5))[:3] == pytest.approx((88, 40, 88), abs=2)


@pytest.mark.parametrize(
    "data",
    [
        saved(logo_on((255, 255, 255)), "JPEG", quality=80),
        saved(logo_on((255, 255, 255)), "PNG"),
        saved(logo_on(255, "L"), "JPEG"),
        saved(logo_on((0, 0, 0, 0), "CMYK"), "JPEG"),
        saved(Image.fromarray(np.asarray(logo_on(255, "L")).astype(np.uint16) * 257), "PNG"),
    ],
    ids=["jpeg", "png", "grey", "cmyk", "16-bit"],
)
def test_white_margins_are_trimmed_and_the_white_ground_is_told(data):
    """A plate can then be laid under it; white stays white, in every kind of pixels."""
    logo = take_in_logo(data)

    assert min(logo.opaque_ground) >= 250
    assert abs(logo.picture.width - 120) <= 2
    assert abs(logo.picture.height - 40) <= 2
    assert not logo.picture.has_alpha


def test_an_opaque_logo_tells_its_ground():
    """Around a round mark the white corners stay, and are named."""
    image = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(image).ellipse((50, 50, 249, 249), fill=(227, 64, 95))
    logo = take_in_logo(saved(image, "JPEG", quality=90))

    assert min(logo.opaque_ground) >= 250
    assert logo.density == pytest.approx(3.1416 / 4, abs=0.03)
    assert logo.colors[0][1] > 0.9
    assert not logo.has_transparency


def test_pictures_are_turned_upright_and_lose_all_they_brought():
    """Orientation is applied once; comments, places and profiles are gone."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "GEHEIM"
    logo = take_in_logo(saved(logo_on((255, 255, 255)), "JPEG", exif=exif, comment=b"GEHEIM"))

    assert logo.aspect < 1
    assert b"GEHEIM" not in logo.pixels
    assert logo.picture.digest == sha256(logo.pixels).hexdigest()


def pdf(draw, size: tuple[float, float] = A4, pages: int = 1, **options: object) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=True, **options)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def small_bar(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 1, 1, 0)
    canvas.rect(400, 100, 50, 20, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(420, 105, 10, 10, stroke=0, fill=1)


def test_the_first_page_of_a_pdf_becomes_sharp_pixels_of_its_ink():
    """A small logo on a large page is rendered large, its paper see-through, its own white white."""
    logo = take_in_logo(pdf(small_bar))
    shown = picture(logo)

    assert logo.rasterised == "pdf"
    assert logo.aspect == pytest.approx(2.5, rel=0.02)
    assert logo.picture.width > 2000
    assert shown.getpixel((shown.width // 2, shown.height // 2)) == (255, 255, 255, 255)
    assert shown.getpixel((100, 100))[0] > 180


def test_a_pdf_keeps_its_transparency():
    """A ring shows the ground through its middle."""

    def ring(canvas: Canvas) -> None:
        canvas.setLineWidth(10)
        canvas.circle(200, 200, 50)

    logo = take_in_logo(pdf(ring))

    assert logo.picture.has_alpha
    assert picture(logo).getpixel((logo.picture.width // 2, logo.picture.height // 2))[3] == 0
    assert logo.colors[0][0] == Rgb(0, 0, 0)


def test_pdfs_that_cannot_be_used_say_why():
    """Locked, empty, endless, broken."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = pdf(small_bar, encrypt=StandardEncryption("user", "owner"))

    assert refusal(locked) == "pdf-locked"
    assert refusal(pdf(small_bar, pages=6)) == "pdf-pages"
    assert refusal(pdf(small_bar, size=(15000, 100))) == "pdf-too-large"
    assert refusal(pdf(lambda canvas: None)) == "logo-empty"
    assert refusal(b"%PDF-1.7\nnothing") == "pdf-broken"
