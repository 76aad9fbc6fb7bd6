"""Where logos stand and how large they are. They are placed whole and never distorted."""

import math
from dataclasses import dataclass

from app.engine.brand import BrandKit, measure
from app.engine.color import Ink, contrast
from app.engine.geometry import Rect, Size
from app.engine.sheet import Sheet
from app.engine.template import Anchor
from app.engine.template.checked import FilledLogo
from app.engine.units import MM
from app.engine.vector.drawing import Drawing
from app.engine.vector.logo import TakenLogo

# A logo of this density is as large as the brand's. Denser ones look larger than they are, airy ones smaller.
_USUAL_DENSITY = 0.4
_SMALLEST_SHARE = 0.6

# Grounds of less contrast than this look the same.
_SAME = 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A mark in its box. plate: the quiet ground painted behind it, if any."""

    box: Rect
    plate: Rect | None = None


def anchored(size: Size, frame: Rect, anchor: Anchor, *, mirrored: bool) -> Rect:
    """Return a box of this size where the anchor puts it in the frame. mirrored: start and end change sides."""
    share_x = {"start": 0.0, "center": 0.5, "end": 1.0}[anchor.horizontal]
    share_y = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor.vertical]
    x = frame.x + (frame.width - size.width) * (1 - share_x if mirrored else share_x)
    y = frame.y + (frame.height - size.height) * share_y
    return Rect(x, y, size.width, size.height)


def brand_logo_box(
    drawing: Drawing, frame: Rect, anchor: Anchor, brand: BrandKit, sheet: Sheet, *, mirrored: bool
) -> Rect:
    """Return the box of the brand's logo: as large as its frame and the kit allow, never under the minimum."""
    aspect = drawing.box.width / drawing.box.height
    width = min(frame.width, frame.height * aspect, sheet.per_mille(brand.logo.width))
    width = max(width, measure(brand.logo.minimum_width, sheet.format) * MM)
    return anchored(Size(width, width / aspect), frame, anchor, mirrored=mirrored)


def needs_plate(filled: FilledLogo, ground: Ink | None, brand: BrandKit) -> bool:
    """Return whether a logo wants a plate: it would fade into what is behind it, and on the plate it would not.

    ground: the flat colour behind it; None for a photo, a gradient or an edge between colours.
    """
    logo, rules = filled.logo, brand.partner_logo
    if logo is None:
        return False
    plate = brand.palette[rules.plate].srgb
    if not logo.has_transparency:
        # A pale ground of its own becomes part of the plate; a coloured one is a plate already.
        pale = logo.opaque_ground is not None and contrast(logo.opaque_ground, plate) < _SAME
        return pale and (ground is None or contrast(ground.srgb, plate) >= _SAME)
    if ground is None:
        return not filled.is_lost_on(plate)
    return filled.wants_plate(ground.srgb, plate, rules.minimum_contrast)


def partner_logo(
    logo: TakenLogo, frame: Rect, anchor: Anchor, brand: BrandKit, brand_area: float, *, plate: bool, mirrored: bool
) -> PlacedMark:
    """Place a partner's logo by visual weight, so that a wide, a tall, a dense and an airy one look equally large.

    brand_area: of the brand's logo, in pt²; 0 where the poster has none. The logo keeps its proportions and stays
    inside its frame, plate included.
    """
    # A share of the logo's height, on all four sides; flat logos want more air than their height tells, tall ones less.
    padding = brand.partner_logo.padding * logo.aspect**0.25 if plate else 0.0
    height = min(frame.height / (1 + 2 * padding), frame.width / (logo.aspect + 2 * padding))
    if brand_area:
        area = brand_area * _share(logo.density, brand.partner_logo.largest_area)
        height = min(height, math.sqrt(area / logo.aspect))
    room = padding * height
    outer = Size(height * logo.aspect + 2 * room, height + 2 * room)
    box = anchored(outer, frame, anchor, mirrored=mirrored)
    return PlacedMark(box=box.grown(-room), plate=box if plate else None)


def _share(density: float, largest: float) -> float:
    """Return the area of a logo as a share of the brand logo's. density: share of its box that is inked, 0–1."""
    return min(largest, max(_SMALLEST_SHARE, math.sqrt(_USUAL_DENSITY / max(density, 0.01))))
