"""Small drawings of what each file is: its page with the poster on it, drawn around the preview that the page shows."""

from typing import NamedTuple

from app.engine.geometry import Rect, Size
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.units import MM
from app.services.file_pages import Line, page_of
from app.services.press_prints import settled
from app.web.shell import services

# Of the lens: what it shows of the corner, and its own radius as a share of the page's long side.
_LENS_SHOWS = 13 * MM
_LENS_RADIUS = 0.21

# Crop marks as print files have them: how far off the bleed they begin, and how long they are.
_MARK_GAP, _MARK_LENGTH = 1 * MM, 5 * MM


class Lens(NamedTuple):
    """A round window that shows a corner of the page larger. box: of the window; part: of the page that it shows."""

    box: Rect
    part: Rect


class Drawing(NamedTuple):
    """A file's page in pt. poster: where the trim lies; shown: what is painted; window: that part of the poster itself.

    marks: crop marks. copies: further posters on the page. joins: where glued sheets meet. is_gray: whether it comes
    from a printer without colours. saves_ink: whether large fields stay paper. lens: over what is too small to see;
    `view` is larger than the page then.
    """

    view: Rect
    page: Size
    trim: Size
    poster: Rect
    shown: Rect
    window: Rect
    marks: tuple[Line, ...] = ()
    copies: tuple[Rect, ...] = ()
    joins: tuple[Line, ...] = ()
    is_gray: bool = False
    saves_ink: bool = False
    lens: Lens | None = None


def drawing_of(found: Format, destination: Destination, options: Options | None = None) -> Drawing:
    """Return the drawing of a file."""
    brand = services().catalog.brand
    chosen = options or Options()
    if destination == "print":
        chosen, brand = settled(chosen, brand), brand.at(chosen.shop)
    sheet = brand.sheet(found)
    page = page_of(sheet, destination, chosen)
    scale = page.poster.width / sheet.trim.width
    shown, poster = page.shown, page.poster
    left, top = (shown.x - poster.x) / scale, (shown.y - poster.y) / scale
    # Crop marks are seen as they are; without them a print file shows too little of what is cut off.
    lens = _lens(page.size, poster, scale) if destination == "print" and not chosen.marks else None
    return Drawing(
        view=Rect.between(0, 0, lens.box.right, lens.box.bottom) if lens else Rect(0, 0, *page.size),
        page=page.size,
        trim=sheet.trim,
        poster=poster,
        shown=shown,
        window=Rect(left, top, shown.width / scale, shown.height / scale),
        marks=_marks(poster, sheet.bleed, scale) if chosen.marks else (),
        copies=page.copies,
        joins=page.joins,
        is_gray=chosen.gray,
        saves_ink=chosen.save_ink,
        lens=lens,
    )


def _lens(page: Size, poster: Rect, scale: float) -> Lens:
    """Return a lens over the bottom right corner of the trim, half of it beside the page. scale: of the file."""
    radius = _LENS_RADIUS * max(page)
    corner = poster.right, poster.bottom
    box = Rect(corner[0] - 1.3 * radius, corner[1] - 1.3 * radius, 2 * radius, 2 * radius)
    side = _LENS_SHOWS * scale
    return Lens(box, Rect(corner[0] - side / 2, corner[1] - side / 2, side, side))


def _marks(poster: Rect, bleed: float, scale: float) -> tuple[Line, ...]:
    near = (bleed + _MARK_GAP) * scale
    far = near + _MARK_LENGTH * scale
    across = [(x, y, x, end) for x in (poster.x, poster.right) for y, end in _ends(poster.y, poster.bottom, near, far)]
    along = [(x, y, end, y) for y in (poster.y, poster.bottom) for x, end in _ends(poster.x, poster.right, near, far)]
    return (*across, *along)


def _ends(low: float, high: float, near: float, far: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (low - near, low - far), (high + near, high + far)
