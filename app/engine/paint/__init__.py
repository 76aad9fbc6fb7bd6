"""Painters: a scene as a file. Nothing is left to decide here."""

from app.engine.paint.backdrop import Backdrop, backdrop
from app.engine.paint.home import HomeInks, paint_cards, paint_home, paint_tiles
from app.engine.paint.pages import paint_pages
from app.engine.paint.pdf import paint_twin, paint_web
from app.engine.paint.pictures import Pictures
from app.engine.paint.press import paint_print, print_pieces
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
    "SCREEN_PPI",
    "Address",
    "Backdrop",
    "HomeInks",
    "Pictures",
    "PixelSize",
    "backdrop",
    "paint_cards",
    "paint_home",
    "paint_jpeg",
    "paint_pages",
    "paint_png",
    "paint_print",
    "paint_proof",
    "paint_small_png",
    "paint_svg",
    "paint_tiles",
    "paint_twin",
    "paint_web",
    "paint_webp",
    "pixel_size",
    "print_pieces",
]
