"""What is see-through, as a screen must show it so that the print looks the same.

A press mixes inks, each plate by itself, and black most of all: a scrim of dark ink over a photo prints far darker than
the same mix of lights. So the scene for a screen is flattened, and what was mixed is proofed after.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.engine.color import PrintCondition
from app.engine.geometry import Rect
from app.engine.paint.flat import Flattened, flattened, flattened_outlines
from app.engine.paint.pictures import Pictures
from app.engine.scene import Fill, GroupBegin, Item, Picture, Stroke


def settled(
    items: Sequence[Item], *, window: Rect, pictures: Pictures, condition: PrintCondition, ppi: float
) -> Flattened:
    """Return items with nothing see-through among them that must be mixed as inks.

    window: the part of the scene that is shown. ppi: of pictures, at the scene's own size.
    """
    if not any(map(_is_see_through, items)):
        return Flattened(items=tuple(items), pictures=pictures)
    no_denser = tuple(
        replace(item, print_ppi=min(item.print_ppi, ppi)) if isinstance(item, Picture) else item for item in items
    )
    return flattened(no_denser, window=window, pictures=pictures, condition=condition, ppi=ppi)


def settled_outlines(items: Sequence[Item], *, window: Rect) -> tuple[Item, ...]:
    """Return items with nothing see-through among them but what only pixels could say. window: as for `settled`."""
    return flattened_outlines(items, window=window) if any(map(_is_see_through, items)) else tuple(items)


def _is_see_through(item: Item) -> bool:
    match item:
        case Fill() | Stroke():
            return item.opacity < 1
        case Picture():
            return item.source.has_alpha
    return isinstance(item, GroupBegin)
