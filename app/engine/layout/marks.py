"""Marks: the brand's logo, a partner's logo, a QR code. They are placed whole and never distorted."""

import math
from dataclasses import dataclass

import segno

from app.engine.brand import BrandKit, measure
from app.engine.color import Ink, contrast
from app.engine.geometry import Path, Rect, Size
from app.engine.sheet import Sheet
from app.engine.template import Anchor
from app.engine.units import MM, PX_SCREEN
from app.engine.vector.drawing import Drawing
from app.engine.vector.logo import TakenLogo

# A logo whose colours vanish over more than this share of its ink needs a plate.
_VANISHING = 0.3

# Optical size: a dense logo looks larger than an airy one of the same area, by about this density.
_USUAL_DENSITY = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A mark in its box. plate: the quiet ground painted behind it, if any."""

    box: Rect
    plate: Rect | None = None


def anchored(size: Size, frame: Rect, anchor: Anchor, *, rtl: bool) -> Rect:
    """Return a box of this size where the anchor puts it in the frame."""
    horizontal = anchor.horizontal
    if rtl and horizontal != "center":
        horizontal = "end" if horizontal == "start" else "start"
    share_x = {"start": 0.0, "center": 0.5, "end": 1.0}[horizontal]
    share_y = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor.vertical]
    x = frame.x + (frame.width - size.width) * share_x
    y = frame.y + (frame.height - size.height) * share_y
    return Rect(x, y, size.width, size.height)


def brand_logo_box(drawing: Drawing, frame: Rect, anchor: Anchor, brand: BrandKit, sheet: Sheet, *, rtl: bool) -> Rect:
    """Return the box of the brand's logo: as large as its frame, never under the minimum of the format."""
    aspect = drawing.box.width / drawing.box.height
    width = min(frame.width, frame.height * aspect)
    width = max(width, measure(brand.logo.minimum_width, sheet.format) * MM)
    return anchored(Size(width, width / aspect), frame, anchor, rtl=rtl)


def brand_drawing(brand: BrandKit, on: str) -> Drawing:
    """Return the version of the brand's logo that belongs on a palette colour."""
    return brand.logo.drawings[brand.logo.grounds[on]]


def needs_plate(logo: TakenLogo, ground: Ink | None, brand: BrandKit) -> bool:
    """Return whether a logo would fade into what is behind it, or brings a ground of its own."""
    if ground is None or logo.opaque_ground is not None:
        return True
    return vanishing_share(logo, ground) > _VANISHING


def vanishing_share(logo: TakenLogo, ground: Ink, limit: float = 1.6) -> float:
    """Return the share of a logo's ink, 0–1, that cannot be told from the ground."""
    return sum(share for color, share in logo.colors if contrast(color, ground.srgb) < limit)


def partner_logo(
    logo: TakenLogo, frame: Rect, anchor: Anchor, brand: BrandKit, brand_area: float, *, plate: bool, rtl: bool
) -> PlacedMark:
    """Place a partner's logo by visual weight: equal area, a little less for dense ones, more for airy ones.

    brand_area: of the brand's logo, in pt². The logo keeps its proportions and stays inside its frame, plate included.
    """
    rules = brand.partner_logo
    padding = rules.padding if plate else 0.0
    weight = math.sqrt(_USUAL_DENSITY / max(logo.density, 0.05))
    area = rules.largest_area * brand_area * min(1.0, max(0.7, weight))
    height = math.sqrt(area / logo.aspect)
    # padding is a share of the logo's height, on all four sides
    height = min(height, frame.height / (1 + 2 * padding), frame.width / (logo.aspect + 2 * padding))
    size = Size(height * logo.aspect, height)
    if not plate:
        return PlacedMark(box=anchored(size, frame, anchor, rtl=rtl))
    outer = anchored(Size(size.width + 2 * padding * height, height * (1 + 2 * padding)), frame, anchor, rtl=rtl)
    return PlacedMark(box=outer.grown(-padding * height), plate=outer)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedQr:
    """A QR code. box: with its quiet zone. module: side of one square, in pt. modules: the dark squares."""

    box: Rect
    module: float
    modules: Path


def qr_code(url: str, frame: Rect, brand: BrandKit, sheet: Sheet) -> PlacedQr:
    """Draw a QR code as large as its frame, quiet zone included.

    The error correction is the brand's; it gives way only where the squares would get finer than the format allows.
    """
    side = min(frame.width, frame.height)
    box = Rect(frame.x + (frame.width - side) / 2, frame.y + (frame.height - side) / 2, side, side)
    quiet, least = brand.qr.quiet_zone, smallest_module(brand, sheet)
    for level in dict.fromkeys((brand.qr.error_correction, "m", "l")):
        code = segno.make_qr(url, error=level, boost_error=False)
        module = side / (len(code.matrix) + 2 * quiet)
        if module >= least:
            break
    return PlacedQr(box=box, module=module, modules=_squares(code.matrix, box, module, quiet))


def smallest_module(brand: BrandKit, sheet: Sheet) -> float:
    """Return the finest square that a QR code may have on a sheet, in pt."""
    unit = PX_SCREEN if sheet.format.unit == "px" else MM
    return measure(brand.qr.module, sheet.format) * unit


def _squares(matrix: tuple[bytearray, ...], box: Rect, module: float, quiet: int) -> Path:
    """Return the dark squares as one path, neighbours in a row merged so that no hairline shows between them."""
    path: list[Rect] = []
    for row, cells in enumerate(matrix):
        column = 0
        while column < len(cells):
            run = column
            while run < len(cells) and cells[run]:
                run += 1
            if run > column:
                x, y = box.x + (quiet + column) * module, box.y + (quiet + row) * module
                path.append(Rect(x, y, (run - column) * module, module))
            column = run + 1 if run == column else run
    return Path(tuple(segment for rect in path for segment in Path.rect(rect).segments))
