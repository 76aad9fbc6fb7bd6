"""What a finished file measures, known before it is made: the page of a PDF, the pixels of a picture."""

from typing import NamedTuple

from app.engine.geometry import Rect, Size
from app.engine.imposition import PAPERS, plan_cards, plan_tiles
from app.engine.paint import PixelSize, pixel_size
from app.engine.paint.leaf import Leaf, home_leaf, press_leaf, screen_leaf
from app.engine.pipeline import Options, screen_ppi
from app.engine.sheet import Destination, Format, Sheet

Line = tuple[float, float, float, float]


class FilePage(NamedTuple):
    """One page in pt, y downwards. poster: where the trim lies on it. shown: the part of the page that is painted.

    copies: further places of the same poster. joins: where sheets meet once they are glued; the page is their whole
    then, as it hangs.
    """

    size: Size
    poster: Rect
    shown: Rect
    copies: tuple[Rect, ...] = ()
    joins: tuple[Line, ...] = ()


def page_of(sheet: Sheet, destination: Destination, options: Options | None = None) -> FilePage:
    """Return the page that a file has; of a picture, its edges.

    sheet: with the bleed of the print shop. options: settled, for print.
    """
    chosen = options or Options()
    if destination == "home" and (imposed := _imposed(sheet, chosen)):
        return imposed
    leaf = _leaf(sheet, destination, chosen)
    return FilePage(leaf.media, _on_page(leaf, sheet.trim_box), _on_page(leaf, leaf.window))


def _imposed(sheet: Sheet, options: Options) -> FilePage | None:
    """Return several copies on one sheet, or several sheets of one poster; None for a poster on one sheet."""
    if options.way == "up" and (cards := plan_cards(sheet.format, options.paper)):
        first, *others = cards.places
        return FilePage(cards.sheet, first, first, tuple(others))
    if options.way == "tiles" and (tiles := plan_tiles(sheet.format, options.sheets)):
        trim = sheet.trim_box
        across = [(tile.part.x, 0.0, tile.part.x, trim.bottom) for tile in tiles.tiles if tile.row == 1 < tile.column]
        down = [(0.0, tile.part.y, trim.right, tile.part.y) for tile in tiles.tiles if tile.column == 1 < tile.row]
        return FilePage(sheet.trim, trim, trim, joins=(*across, *down))
    return None


def pixels_of(found: Format, *, double: bool = False) -> PixelSize:
    """Return the size of a format's picture for screens. double: at twice its pixels each way."""
    return pixel_size(found, screen_ppi(found), times=2 if double else 1)


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
