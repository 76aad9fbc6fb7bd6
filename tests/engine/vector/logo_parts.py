"""Logos as bytes, and what is seen of them once they are taken in."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.engine.errors import UnreadableFile
from app.engine.vector.logo import TakenLogo, take_in_logo
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import render

RESOURCES = Path(__file__).parents[2] / "resources" / "svg"
SVG = 'xmlns="http://www.w3.org/2000/svg"'


def svg(body: str, size: tuple[int, int] = (100, 50)) -> bytes:
    return f'<svg {SVG} viewBox="0 0 {size[0]} {size[1]}">{body}</svg>'.encode()


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        take_in_logo(data)
    return refused.value.reason


def picture(logo: TakenLogo) -> Image.Image:
    """Show the pixels of a logo, or its outlines 400 px wide."""
    if logo.drawing is not None:
        return render(plain_svg(logo.drawing, width_px=400, height_px=round(400 / logo.aspect)))
    return Image.open(io.BytesIO(logo.pixels)).convert("RGBA")


def logo_on(ground: object, mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> Image.Image:
    image = Image.new(mode, size, ground)
    ink = {"RGB": (88, 40, 88), "RGBA": (88, 40, 88, 255), "L": 60, "CMYK": (0, 255, 0, 0)}[mode]
    ImageDraw.Draw(image).rectangle((100, 80, 219, 119), fill=ink)
    return image
