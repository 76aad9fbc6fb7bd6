"""Painters: a scene as a file. Nothing is left to decide here."""

from app.engine.paint.backdrop import Backdrop, backdrop
from app.engine.paint.pdf import A3, A4, paint_home, paint_print, paint_twin, paint_web
from app.engine.paint.pictures import Pictures
from app.engine.paint.proof import paint_proof
from app.engine.paint.raster import (
    SCREEN_PPI,
    PixelSize,
    paint_jpeg,
    paint_png,
    paint_small_png,
    paint_webp,
    pixel_size,
)
from app.engine.paint.svg import Address, paint_svg

__all__ = [
    "A3",
    "A4",
    "SCREEN_PPI",
    "Address",
    "Backdrop",
    "Pictures",
    "PixelSize",
    "backdrop",
    "paint_home",
    "paint_jpeg",
    "paint_png",
    "paint_print",
    "paint_proof",
    "paint_small_png",
    "paint_svg",
    "paint_twin",
    "paint_web",
    "paint_webp",
    "pixel_size",
]
