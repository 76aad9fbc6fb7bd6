"""Rules of logos and QR codes: they keep their rank, their room and their readability."""

from collections.abc import Iterator

from app.engine.brand import measure
from app.engine.brand.type_styles import LARGE_CONTRAST
from app.engine.color import Ink, Rgb, contrast
from app.engine.findings import Finding, Fix, Severity, finding, hundredths, sentence
from app.engine.geometry import Rect
from app.engine.preflight.ground import CONTRAST_SLACK, flat_grounds, worst_contrast
from app.engine.preflight.rules import BOOK, Judged
from app.engine.scene import Fill, MarkFit
from app.engine.template import ImprintSlot, QrSlot
from app.engine.template.checked import FilledLogo
from app.engine.units import MM, PX_SCREEN, to_mm


@BOOK.rule(
    "logo-unreadable",
    weighs="error",
    why="A logo that covers less than a square of its least side closes up.",
    source="brand.toml, partner_logo: minimum height",
)
def partner_logos_are_large_enough(judged: Judged) -> Iterator[Finding]:
    least = measure(judged.poster.brand.partner_logo.minimum_height, judged.format)
    for mark in judged.marks("logo"):
        # The kit's height is that of a square logo. The letters of a flat one fill its height, so it may be lower.
        found = to_mm(mark.box.size.geometric_mean)
        if found < least - 0.05:
            shown = {"found": judged.in_units(found), "limit": judged.in_units(least), "unit": judged.format.unit}
            yield finding("logo-unreadable", Severity.ERROR, mark.slot, None, size=judged.size, **shown)


@BOOK.rule(
    "logo-outranks",
    weighs="error",
    why="The shared brand leads; partners stand beside it.",
    source="brand.toml, partner_logo: area",
)
def partner_logos_do_not_outrank_the_brand(judged: Judged) -> Iterator[Finding]:
    brand = judged.poster.brand
    own = max((_area(mark) for mark in judged.marks("brand-logo")), default=0.0)
    for mark in judged.marks("logo"):
        if own and _area(mark) > 1.01 * own * brand.partner_logo.largest_area:
            yield finding("logo-outranks", Severity.ERROR, mark.slot, name=brand.words.name)


def _area(mark: MarkFit) -> float:
    return mark.box.width * mark.box.height


@BOOK.rule("clear-space", weighs="error", why="A mark needs air to be seen.", source="brand.toml, logo: clear space")
def the_brand_logo_keeps_its_clear_space(judged: Judged) -> Iterator[Finding]:
    brand = judged.poster.brand
    limit = judged.in_units(measure(brand.logo.clear_space, judged.format))
    shown = {"name": brand.words.name, "limit": limit, "unit": judged.format.unit}
    for own in judged.marks("brand-logo"):
        for slot, is_text in _too_close(judged, own).items():
            yield finding(_key(judged, slot, is_text), Severity.ERROR, slot, None, label=judged.label(slot), **shown)


@BOOK.rule(
    "clear-space",
    weighs="error",
    why="A partner's logo that touches words looks like part of them.",
    source="brand.toml, partner_logo: clear space",
)
def partner_logos_keep_their_clear_space(judged: Judged) -> Iterator[Finding]:
    for logo in judged.marks("logo"):
        for slot, is_text in _too_close(judged, logo).items():
            key = "clear-space.partner-text" if is_text else "clear-space.partner"
            shown = {"label": judged.label(slot), "logo": judged.label(logo.slot)}
            yield finding(key, Severity.ERROR, slot, None, **shown)


def _key(judged: Judged, slot: str, is_text: bool) -> str:
    if slot in judged.poster.template.slots and isinstance(judged.poster.template.slots[slot], ImprintSlot):
        return "clear-space.imprint"
    return "clear-space.text" if is_text else "clear-space"


def _too_close(judged: Judged, own: MarkFit) -> dict[str, bool]:
    """Return the slots that reach into a mark's clear space, and of each whether it is a text.

    The house's own marks are none of them: beside each other they are one sender, beside a partner's logo their own
    rule speaks.
    """
    room = own.clear_box.grown(-0.1)
    aside = {own.slot, *(mark.slot for mark in judged.marks("brand-logo"))}
    marks = {mark.slot: False for mark in judged.scene.marks if mark.slot not in aside and room.intersection(mark.box)}
    texts = {
        fit.slot: True for fit in judged.scene.texts if fit.slot not in judged.pushed and room.intersection(fit.box)
    }
    return texts | marks


@BOOK.rule(
    "logo-contrast",
    weighs="error",
    why="A logo that fades into its ground is not there.",
    source="brand.toml, partner_logo: contrast",
    fix="lays or takes away the plate, where that helps",
)
def partner_logos_stand_out(judged: Judged) -> Iterator[Finding]:
    plates = {mark.slot for mark in judged.marks("plate")}
    boxes = {mark.slot: mark.box for mark in judged.marks("logo")}
    for filled in judged.poster.logos():
        slot = filled.slot.key
        if filled.logo is None or slot not in boxes:
            continue
        if slot in plates:
            yield from _on_plate(judged, filled)
        elif filled.logo.has_transparency:
            yield from _on_ground(judged, filled, _ground(judged, slot, boxes[slot]))


@BOOK.rule(
    "logo-contrast",
    weighs="error",
    why="A poster that hides its own word mark has no sender.",
    source="WCAG 2.2, 1.4.11, measured on what is really behind the mark",
)
def the_brand_logo_stands_out(judged: Judged) -> Iterator[Finding]:
    for mark in judged.marks("brand-logo"):
        ink = _main_ink(judged, mark.slot)
        ratio = 21.0 if ink is None else _contrast_behind(judged, mark.slot, mark.box, ink)
        if ratio < LARGE_CONTRAST - CONTRAST_SLACK:
            shown = {"name": judged.poster.brand.words.name, "ratio": round(ratio, 1), "limit": LARGE_CONTRAST}
            yield finding("logo-contrast.brand", Severity.ERROR, mark.slot, None, **shown)


def _main_ink(judged: Judged, slot: str) -> Ink | None:
    """Return the ink that most of a mark is painted in: the one whose outlines reach furthest."""
    reach: dict[Ink, float] = {}
    for owner, item in judged.painted():
        if owner == slot and isinstance(item, Fill) and isinstance(item.paint, Ink):
            box = item.path.bounds
            reach[item.paint] = reach.get(item.paint, 0.0) + box.width * box.height
    return max(reach, key=reach.__getitem__, default=None)


def _contrast_behind(judged: Judged, slot: str, box: Rect, ink: Ink) -> float:
    grounds = flat_grounds(judged, slot, (box,))
    if grounds is None:
        return worst_contrast(ink.srgb, judged.behind(box))
    return min((contrast(ink.srgb, ground.srgb) for ground in grounds), default=21.0)


def _on_plate(judged: Judged, filled: FilledLogo) -> Iterator[Finding]:
    if filled.is_lost_on(_plate(judged)):
        key = filled.slot.key
        chosen = filled.slot.plate == "auto" and filled.choice.plate == "always"
        fix = Fix(label=sentence("logo-contrast.pale.fix"), changes=((f"logo.{key}.plate", "auto"),))
        yield finding("logo-contrast.pale", Severity.ERROR, key, fix if chosen else None)


def _on_ground(judged: Judged, filled: FilledLogo, ground: Rgb) -> Iterator[Finding]:
    key, least = filled.slot.key, judged.poster.brand.partner_logo.minimum_contrast
    declined = filled.slot.plate == "auto" and filled.choice.plate == "none"
    if declined and filled.wants_plate(ground, _plate(judged), least):
        fix = Fix(label=sentence("logo-contrast.fix"), changes=((f"logo.{key}.plate", "always"),))
        yield finding("logo-contrast", Severity.ERROR, key, fix)
    elif filled.is_lost_on(ground):
        yield finding("logo-contrast.bare", Severity.ERROR, key)


def _plate(judged: Judged) -> Rgb:
    brand = judged.poster.brand
    return brand.palette[brand.partner_logo.plate].srgb


def _ground(judged: Judged, slot: str, box: Rect) -> Rgb:
    """Return the colour behind a logo: the art's, or the mean of the picture that it stands on."""
    flat = flat_grounds(judged, slot, (box,))
    if flat is not None and len(flat) == 1:
        return next(iter(flat)).srgb
    red, green, blue = (round(float(value)) for value in judged.behind(box).reshape(-1, 3).mean(axis=0))
    return Rgb(red, green, blue)


@BOOK.rule(
    "qr-module",
    weighs="error",
    why="A phone must read the code from where people stand.",
    source="brand.toml, qr: module per sheet size",
)
def qr_squares_are_large_enough(judged: Judged) -> Iterator[Finding]:
    unit = judged.format.unit
    least = measure(judged.poster.brand.qr.module, judged.format)
    for mark in judged.marks("qr"):
        found = mark.module / (MM if unit == "mm" else PX_SCREEN)
        if found < least - 0.001:
            shown = {"size": judged.size, "found": hundredths(found), "limit": hundredths(least), "unit": unit}
            yield finding("qr-module", Severity.ERROR, mark.slot, None, **shown)


@BOOK.rule(
    "qr-contrast",
    weighs="error",
    why="Phones need dark squares on a light ground.",
    source="ISO/IEC 18004, 9.1; brand.toml, qr",
)
def qr_codes_have_contrast(judged: Judged) -> Iterator[Finding]:
    palette, limit = judged.poster.brand.palette, judged.poster.brand.qr.minimum_contrast
    for mark in judged.marks("qr"):
        slot = judged.slot(mark.slot)
        if isinstance(slot, QrSlot):
            ratio = contrast(palette[slot.ink].srgb, palette[slot.on].srgb)
            if ratio < limit:
                yield finding("qr-contrast", Severity.ERROR, mark.slot, ratio=round(ratio, 1), limit=limit)
