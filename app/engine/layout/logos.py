"""The brand's logo and partners' logos, placed and turned into items."""

from dataclasses import dataclass

from app.engine.brand import BrandKit, measure
from app.engine.color import Ink, Rgb
from app.engine.geometry import Path, Rect
from app.engine.layout.art import fitted
from app.engine.layout.marks import brand_drawing, brand_logo_box, needs_plate, partner_logo
from app.engine.photo import Crop, Treatment
from app.engine.scene import Fill, Item, Picture, PictureFit, drawing_items
from app.engine.template import BrandLogoSlot
from app.engine.template.checked import CheckedContent, FilledLogo
from app.engine.units import MM


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogo:
    """A logo in its place. plate: the ground painted behind it, if any. alt: for those who do not see it."""

    slot: str
    box: Rect
    items: tuple[Item, ...]
    alt: str
    clear_box: Rect
    plate: Rect | None = None
    plate_items: tuple[Item, ...] = ()
    fit: PictureFit | None = None

    @property
    def outer(self) -> Rect:
        return self.plate or self.box


def set_brand_logo(poster: CheckedContent, slot: BrandLogoSlot, frame: Rect, *, rtl: bool) -> SetLogo:
    """Place the brand's own mark in the version that belongs on its ground."""
    brand, sheet = poster.brand, poster.sheet
    drawing = brand_drawing(brand, slot.on)
    box = brand_logo_box(drawing, frame, slot.anchor, brand, sheet, rtl=rtl)
    palette = {ink.srgb: ink for ink in brand.palette.values()}
    items = drawing_items(drawing, fitted(drawing.box, box), palette.__getitem__)
    room = measure(brand.logo.clear_space, sheet.format) * MM
    return SetLogo(slot=slot.key, box=box, items=tuple(items), alt=brand.logo.alt, clear_box=box.grown(room))


def set_partner_logo(
    poster: CheckedContent, filled: FilledLogo, frame: Rect, ground: Ink | None, brand_area: float, *, rtl: bool
) -> SetLogo:
    """Place a partner's logo. ground: the flat colour behind it, None for a photo. brand_area: in pt²."""
    brand, logo = poster.brand, filled.logo
    if logo is None:
        raise ValueError("a logo that could not be read has no place")
    wish = filled.choice.plate if filled.slot.plate == "auto" else filled.slot.plate
    plate = wish == "always" or (wish == "auto" and needs_plate(logo, ground, brand))
    placed = partner_logo(logo, frame, filled.slot.anchor, brand, brand_area, plate=plate, rtl=rtl)
    items, fit = _logo_items(filled, placed.box, brand)
    outer = placed.plate or placed.box
    return SetLogo(
        slot=filled.slot.key,
        box=placed.box,
        items=items,
        alt=filled.choice.name or f"{filled.slot.label.in_language(poster.language)}",
        clear_box=outer.grown(brand.partner_logo.clear_space * placed.box.height),
        plate=placed.plate,
        plate_items=_plate(placed.plate, placed.box, brand) if placed.plate else (),
        fit=fit,
    )


def _plate(plate: Rect, logo: Rect, brand: BrandKit) -> tuple[Item, ...]:
    radius = brand.partner_logo.radius * logo.height
    return (Fill(path=Path.rounded_rect(plate, radius), paint=brand.palette[brand.partner_logo.plate]),)


def _logo_items(filled: FilledLogo, box: Rect, brand: BrandKit) -> tuple[tuple[Item, ...], PictureFit | None]:
    logo = filled.logo
    if logo is None:
        return (), None
    if logo.drawing is not None:
        return tuple(drawing_items(logo.drawing, fitted(logo.drawing.box, box), _inks(brand))), None
    source = logo.picture
    crop = Crop(x=0, y=0, width=source.width, height=source.height)
    density = 72 * min(source.width / box.width, source.height / box.height)
    picture = Picture(source=source, crop=crop, box=box, treatment=Treatment(), print_ppi=600)
    return (picture,), PictureFit(slot=filled.slot.key, box=box, effective_ppi=density, kind="logo")


def _inks(brand: BrandKit):  # type: ignore[no-untyped-def]
    palette = {ink.srgb: ink for ink in brand.palette.values()}
    condition = brand.print.condition

    def ink_of(color: Rgb) -> Ink:
        return palette.get(color) or condition.ink(color)

    return ink_of
