"""What lies behind a mark: one flat colour of the art, or something busier."""

from collections.abc import Iterable

from app.engine.color import Ink
from app.engine.geometry import Point, Rect
from app.engine.layout.frames import Art, Frame
from app.engine.scene import Fill


def ground_behind(box: Rect, below: Iterable[Art | Frame], photos: frozenset[str]) -> Ink | None:
    """Return the flat colour behind a box, or None where it is a photo, a gradient or an edge between colours.

    below: what is painted before, lowest first. photos: keys of the photo slots that are filled.
    """
    ground: Ink | None = None
    spots = [box.center, *(Point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom))]
    for step in below:
        if isinstance(step, Frame):
            if step.key in photos and any(step.path.holds(spot) for spot in spots):
                ground = None
            continue
        for item in step.items:
            if not isinstance(item, Fill):
                continue
            held = [item.path.holds(spot) for spot in spots]
            if all(held) and isinstance(item.paint, Ink) and item.opacity == 1:
                ground = item.paint
            elif any(held):
                ground = None
    return ground
