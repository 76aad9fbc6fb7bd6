"""Reading painted files back."""

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pikepdf
import pypdfium2
import resvg_py
from PIL import Image
from scenes import DATE, MadePictures, condition

from app.engine.geometry import Rect
from app.engine.paint import HomeInks, paint_home, paint_print, paint_svg, paint_web
from app.engine.paint.raster import rasterised
from app.engine.scene import Picture, Scene

MADE = MadePictures()


def printed(scene: Scene, **options: object) -> bytes:
    return paint_print(scene, pictures=MADE, condition=condition(), date=DATE, **options)


def webbed(scene: Scene, **options: object) -> bytes:
    return paint_web(scene, pictures=MADE, condition=condition(), date=DATE, **options)


def at_home(scene: Scene, **options: object) -> bytes:
    return paint_home(scene, inks=HomeInks(pictures=MADE, condition=condition()), date=DATE, **options)


@lru_cache(maxsize=8)
def opened(data: bytes) -> pikepdf.Pdf:
    """Return the file, kept open: its objects die with it."""
    return pikepdf.open(io.BytesIO(data))


def operators(data: bytes) -> list[tuple[str, list[object]]]:
    """Return the operators of the first page with their operands, numbers as float and the rest as str."""
    return list(_operators(opened(data).pages[0]))


def _operators(stream: object) -> Iterator[tuple[str, list[object]]]:
    for operands, operator in pikepdf.parse_content_stream(stream):
        yield str(operator), [_plain(operand) for operand in operands]


def _plain(value: object) -> object:
    if isinstance(value, pikepdf.Array | list):
        return [_plain(inner) for inner in value]
    try:
        return float(value)
    except (TypeError, ValueError):
        return str(value)


def operands_of(data: bytes, operator: str) -> list[list[object]]:
    return [operands for found, operands in operators(data) if found == operator]


def extracted(data: bytes) -> list[str]:
    """Return the lines of text that PDFium finds on the first page."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        lines = text.get_text_bounded().splitlines()
        text.close()
        page.close()
    return lines


def twin_pixels(scene: Scene, width: int, height: int) -> np.ndarray:
    """Return the trim as PDFium draws the twin, 0–255."""
    bands = rasterised(scene, pictures=MADE, condition=condition(), width=width, height=height)
    return np.concatenate(list(bands))


def whole_proof(picture: Picture, ppi: float = 72) -> Image.Image:
    """Return the whole of a picture as its proof is stored."""
    source = picture.source
    whole = replace(picture, box=Rect(0, 0, source.width, source.height))
    encoded = MADE.proof_master(whole, ppi)
    return Image.open(io.BytesIO(encoded.data))


def svg_pixels(scene: Scene, width: int, height: int) -> np.ndarray:
    """Return the SVG on white paper, as resvg draws it at exactly this size."""

    def address(picture: Picture) -> str:
        buffer = io.BytesIO()
        whole_proof(picture).save(buffer, "PNG")
        return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()

    svg = paint_svg(scene, address=address, condition=condition())
    # Asked for a width alone, resvg would first round the view to whole units.
    sized = svg.replace("<svg ", f'<svg width="{width}" height="{height}" preserveAspectRatio="none" ', 1)
    drawn = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=sized)))).convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return np.asarray(paper.convert("RGB"))
