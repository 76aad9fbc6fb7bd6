"""The viewBox that an author means: drawing programs put a drawing's bleed, or another unit, into it."""

from app.engine.geometry import Rect, Size

# Of a viewBox: wider margins are no bleed any more, slimmer ones come from rounding.
_MOST_MARGIN, _LEAST_MARGIN = 0.1, 0.004

# Units of a drawing to one of its trim, as programs count: the same, pt, px of CSS and of 300 to the inch, whole px to
# the mm.
_SCALES = (1.0, 2.0, 72 / 25.4, 96 / 25.4, 300 / 25.4, 3.0, 4.0, 5.0, 10.0)
_SAME_SCALE = 0.004


def without_bleed(box: Rect, trim: Size) -> str:
    """Return the viewBox of the trim in a drawing whose viewBox holds the same margin on all sides; else nothing.

    box: the drawing's viewBox. trim: in the unit of its author.
    """
    for scale in _scales(box, trim):
        margin = (box.width - scale * trim.width) / 2
        if _LEAST_MARGIN < margin / box.width < _MOST_MARGIN:
            sides = (box.x + margin, box.y + margin, scale * trim.width, scale * trim.height)
            return " ".join(f"{round(side, 3):g}" for side in sides)
    return ""


def _scales(box: Rect, trim: Size) -> tuple[float, ...]:
    """Return how many units of the drawing one of the trim can be, if the margins are the same on all sides."""
    if trim.width == trim.height:
        return _SCALES if abs(box.width - box.height) < 1e-3 * box.width else ()
    found = (box.width - box.height) / (trim.width - trim.height)
    return tuple(scale for scale in _SCALES if abs(found / scale - 1) < _SAME_SCALE)
