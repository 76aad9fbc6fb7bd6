"""The brand's logo and partners' logos as items, each in its place."""

from collections.abc import Callable
from dataclasses import dataclass

from app.engine.brand import BrandKit, measure
from app.engine.color import Ink
from app.engine.geometry import Path, Rect
from app.engine.layout.alts import logo_alt
from app.engine.layout.art import fitted
from app.engine.layout.marks import brand_logo_box, needs_plate, partner_logo
from app.engine.layout.placed import placed_drawing
from app.engine.photo import Crop, PhotoSource, Treatment
from app.engine.scene import Fill, Item, Picture, PictureFit
from app.engine.template import BrandLogoSlot
from app.engine.template.checked import CheckedContent, FilledLogo
from app.engine.units import MM
from app.engine.vector.logo import LogoPicture

# More pixels than this are never printed of a logo; its hard edges ask for twice what photos do.
_PRINT_PPI = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogo:
    """A logo in its place. plate: the ground painted behind it, if any.

    alt: for those who do not see it; language: of the alt.
    """

    slot: str
    box: Rect
    items: tuple[Item, ...]
    alt: str
    language: str
    clear_box: Rect
    plate: Rect | None = None
    plate_items: tuple[Item, ...] = ()
    fit: PictureFit | None = None


def set_brand_logo(
    poster: CheckedContent, slot: BrandLogoSlot, frame: Rect, ground_of: Callable[[Rect], Ink | None], *, mirrored: bool
) -> SetLogo:
    """Place the brand's own mark in the version that belongs on its ground.

    ground_of: gives the flat colour behind a box, None for a photo; there the slot's own word counts.
    """
    brand, sheet = poster.brand, poster.sheet
    drawing = brand.logo.on(slot.on)
    box = brand_logo_box(drawing, frame, slot.anchor, brand, sheet, mirrored=mirrored)
    ground = ground_of(box)
    if ground is not None and ground.name in brand.logo.grounds:
        drawing = brand.logo.on(ground.name)
        box = brand_logo_box(drawing, frame, slot.anchor, brand, sheet, mirrored=mirrored)
    room = measure(brand.logo.clear_space, sheet.format) * MM
    return SetLogo(
        slot=slot.key,
        box=box,
        items=placed_drawing(drawing, fitted(drawing.box, box), brand),
        alt=brand.logo.alt,
        language=poster.language,
        clear_box=box.grown(room),
    )


def set_partner_logo(
    poster: CheckedContent, filled: FilledLogo, frame: Rect, ground: Ink | None, brand_area: float, *, mirrored: bool
) -> SetLogo:
    """Place a partner's logo. ground: the flat colour behind it, None for a photo. brand_area: in pt².

    Raises ValueError for a logo that could not be read.
    """
    brand, logo = poster.brand, filled.logo
    if logo is None:
        raise ValueError("a logo that could not be read has no place")
    wish = filled.choice.plate if filled.slot.plate == "auto" else filled.slot.plate
    plate = wish == "always" or (wish == "auto" and needs_plate(filled, ground, brand))
    placed = partner_logo(logo, frame, filled.slot.anchor, brand, brand_area, plate=plate, mirrored=mirrored)
    items, fit = _logo_items(filled, placed.box, brand)
    alt, language = logo_alt(poster, filled)
    return SetLogo(
        slot=filled.slot.key,
        box=placed.box,
        items=items,
        alt=alt,
        language=language,
        clear_box=(placed.plate or placed.box).grown(brand.partner_logo.clear_space * _letter_height(placed.box)),
        plate=placed.plate,
        plate_items=_plate(placed.plate, brand) if placed.plate else (),
        fit=fit,
    )


def _letter_height(box: Rect) -> float:
    """Return what air around a logo is measured by: its height, of a tall one the side of a square of its area.

    The letters of a tall logo stand below a sign, and are no larger than those of a square one.
    """
    return min(box.height, box.size.geometric_mean)


def _plate(plate: Rect, brand: BrandKit) -> tuple[Item, ...]:
    rules = brand.partner_logo
    return (Fill(path=Path.rounded_rect(plate, rules.radius * plate.height), paint=brand.palette[rules.plate]),)


def _logo_items(filled: FilledLogo, box: Rect, brand: BrandKit) -> tuple[tuple[Item, ...], PictureFit | None]:
    logo = filled.logo
    if logo is not None and logo.drawing is not None:
        return placed_drawing(logo.drawing, fitted(logo.drawing.box, box), brand), None
    if logo is None or logo.picture is None:
        raise ValueError("a logo is either outlines or a picture")
    density = 72 * min(logo.picture.width / box.width, logo.picture.height / box.height)
    fit = PictureFit(slot=filled.slot.key, box=box, effective_ppi=density, kind="logo")
    return (_picture(logo.picture, box),), fit


def _picture(taken: LogoPicture, box: Rect) -> Picture:
    source = PhotoSource(digest=taken.digest, width=taken.width, height=taken.height, has_alpha=taken.has_alpha)
    crop = Crop(x=0, y=0, width=taken.width, height=taken.height)
    return Picture(source=source, crop=crop, box=box, treatment=Treatment(), print_ppi=_PRINT_PPI)
