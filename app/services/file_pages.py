"""What a finished file measures, known before it is made: the page of a PDF, the pixels of a picture."""

from typing import NamedTuple

from app.engine.geometry import Rect, Size
from app.engine.imposition import PAPERS
from app.engine.paint import PixelSize, pixel_size
from app.engine.paint.leaf import Leaf, home_leaf, press_leaf, screen_leaf
from app.engine.pipeline import Options, screen_ppi
from app.engine.sheet import Destination, Format, Sheet


class FilePage(NamedTuple):
    """One page in pt, y downwards. poster: where the trim lies on it. shown: the part of the page that is painted."""

    size: Size
    poster: Rect
    shown: Rect


def page_of(sheet: Sheet, destination: Destination, options: Options | None = None) -> FilePage:
    """Return the page that a file has; of a picture, its edges.

    sheet: with the bleed of the print shop. options: settled, for print.
    """
    leaf = _leaf(sheet, destination, options or Options())
    return FilePage(leaf.media, _on_page(leaf, sheet.trim_box), _on_page(leaf, leaf.window))


def pixels_of(found: Format) -> PixelSize:
    """Return the size of a format's picture for screens."""
    return pixel_size(found, screen_ppi(found))


def _leaf(sheet: Sheet, destination: Destination, options: Options) -> Leaf:
    match destination:
        case "print":
            return press_leaf(sheet, marks=bool(options.marks), scale=options.scale)
        case "home":
            return home_leaf(sheet, PAPERS[options.paper])
    return screen_leaf(sheet)


def _on_page(leaf: Leaf, box: Rect) -> Rect:
    left, bottom, right, top = leaf.on_page(box)
    return Rect.between(left, leaf.media.height - top, right, leaf.media.height - bottom)
