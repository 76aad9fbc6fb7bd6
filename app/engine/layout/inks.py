"""The ink of each colour of a drawing."""

from app.engine.brand import BrandKit
from app.engine.color import Ink, Rgb
from app.engine.scene.drawing import InkOf


def inks_of(brand: BrandKit) -> InkOf:
    """Return the ink of each colour: the palette's own where it has it, else what the press makes of it."""
    palette = {ink.srgb: ink for ink in brand.palette.values()}

    def ink_of(color: Rgb) -> Ink:
        return palette.get(color) or brand.print.condition.ink(color)

    return ink_of
