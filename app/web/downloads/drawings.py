"""Small drawings of what each file is: its page with the poster on it, drawn around the preview that the page shows."""

from typing import NamedTuple

from app.engine.geometry import Rect, Size
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.units import MM
from app.services.file_pages import page_of
from app.web.shell import services

# Of the lens: what it shows of the corner, and its own radius as a share of the page's long side.
_LENS_SHOWS = 13 * MM
_LENS_RADIUS = 0.21

# Crop marks as print files have them: how far off the bleed they begin, and how long they are.
_MARK_GAP, _MARK_LENGTH = 1 * MM, 5 * MM

Line = tuple[float, float, float, float]


class Lens(NamedTuple):
    """A round window that shows a corner of the page larger. box: of the window; part: of the page that it shows."""

    box: Rect
    part: Rect


class Drawing(NamedTuple):
    """A file's page in pt. poster: where the trim lies; shown: what is painted; window: that part of the poster itself.

    marks: crop marks. lens: over what is too small to see; `view` is larger than the page then.
    """

    view: Rect
    page: Size
    trim: Size
    poster: Rect
    shown: Rect
    window: Rect
    marks: tuple[Line, ...] = ()
    lens: Lens | None = None


def drawing_of(found: Format, destination: Destination, options: Options | None = None) -> Drawing:
    """Return the drawing of a file."""
    chosen = options or Options()
    sheet = services().catalog.brand.sheet(found)
    page = page_of(sheet, destination, chosen)
    scale = page.poster.width / sheet.trim.width
    shown, poster = page.shown, page.poster
    left, top = (shown.x - poster.x) / scale, (shown.y - poster.y) / scale
    window = Rect(left, top, shown.width / scale, shown.height / scale)
    view = Rect(0, 0, *page.size)
    # Crop marks are seen as they are; without them a print file shows too little of what is cut off.
    lens = _lens(page.size, poster) if destination == "print" and not chosen.marks else None
    return Drawing(
        view=Rect.between(0, 0, lens.box.right, lens.box.bottom) if lens else view,
        page=page.size,
        trim=sheet.trim,
        poster=poster,
        shown=shown,
        window=window,
        marks=_marks(poster, sheet.bleed) if chosen.marks else (),
        lens=lens,
    )


def _lens(page: Size, poster: Rect) -> Lens:
    """Return a lens over the bottom right corner of the trim, half of it beside the page."""
    radius = _LENS_RADIUS * max(page)
    corner = poster.right, poster.bottom
    box = Rect(corner[0] - 1.3 * radius, corner[1] - 1.3 * radius, 2 * radius, 2 * radius)
    half = _LENS_SHOWS / 2
    return Lens(box, Rect(corner[0] - half, corner[1] - half, _LENS_SHOWS, _LENS_SHOWS))


def _marks(poster: Rect, bleed: float) -> tuple[Line, ...]:
    near = bleed + _MARK_GAP
    far = near + _MARK_LENGTH
    across = [(x, y, x, end) for x in (poster.x, poster.right) for y, end in _ends(poster.y, poster.bottom, near, far)]
    along = [(x, y, end, y) for y in (poster.y, poster.bottom) for x, end in _ends(poster.x, poster.right, near, far)]
    return (*across, *along)


def _ends(low: float, high: float, near: float, far: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (low - near, low - far), (high + near, high + far)
