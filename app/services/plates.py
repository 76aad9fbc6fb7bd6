"""Logos on a small plate, as a browser shows them where one of several is chosen."""

from base64 import b64encode

from app.engine.brand import BrandKit
from app.engine.color import Rgb, luminance
from app.engine.geometry import Rect, Size
from app.engine.photo import media_type, proof_jpeg
from app.engine.vector.logo import TakenLogo
from app.engine.vector.plain import plain_svg

# In px; every plate is as large, so that they stand in rows.
PLATE = Size(192, 128)
_AIR = 16
_DENSITY = 2
_MOSTLY = 0.5


def plate_svg(logo: TakenLogo, brand: BrandKit) -> str:
    """Return a logo on a plate as SVG of our own making, in its true proportion.

    The plate is the brand's for partners; for a logo that is mostly lost on it, the brand's darkest colour.
    """
    box = _place(logo.aspect)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PLATE.width}" height="{PLATE.height}">'
        f'<rect width="100%" height="100%" fill="{_ground(logo, brand).hex}"/>'
        f'<g transform="translate({box.x:g} {box.y:g})">{_drawn(logo, box, brand)}</g></svg>'
    )


def _place(aspect: float) -> Rect:
    width = min(PLATE.width - 2 * _AIR, (PLATE.height - 2 * _AIR) * aspect)
    height = width / aspect
    return Rect((PLATE.width - width) / 2, (PLATE.height - height) / 2, width, height)


def _ground(logo: TakenLogo, brand: BrandKit) -> Rgb:
    plate = brand.palette[brand.partner_logo.plate].srgb
    dark = min((ink.srgb for ink in brand.palette.values()), key=luminance)
    return dark if logo.pale_share(plate) > max(_MOSTLY, logo.pale_share(dark)) else plate


def _drawn(logo: TakenLogo, box: Rect, brand: BrandKit) -> str:
    width, height = max(1, round(box.width)), max(1, round(box.height))
    if logo.drawing is not None:
        return plain_svg(logo.drawing, width_px=width, height_px=height)
    side_px = _DENSITY * max(width, height)
    data = proof_jpeg(logo.pixels, condition=brand.print.condition, side_px=side_px)
    address = f"data:{media_type(data)};base64,{b64encode(data).decode('ascii')}"
    return f'<image width="{width}" height="{height}" preserveAspectRatio="none" href="{address}"/>'
