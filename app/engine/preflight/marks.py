"""Rules of logos and QR codes: they keep their rank, their room and their readability."""

from collections.abc import Iterator

import numpy as np

from app.engine.brand import measure
from app.engine.color import Rgb, contrast
from app.engine.findings import Finding, Fix, Severity, sentence
from app.engine.preflight.rules import BOOK, Judged, finding
from app.engine.template import QrSlot
from app.engine.template.checked import FilledLogo
from app.engine.units import MM, PX_SCREEN, to_mm

# Share of a logo's ink that may vanish into the ground before the logo can no longer be recognised.
_VANISHING = 0.3


@BOOK.rule(
    "logo-unreadable", why="Below its least height a logo closes up.", source="brand.toml, partner_logo: minimum height"
)
def partner_logos_are_large_enough(judged: Judged) -> Iterator[Finding]:
    format = judged.scene.sheet.format
    least = measure(judged.poster.brand.partner_logo.minimum_height, format)
    for mark in judged.marks("logo"):
        found = to_mm(min(mark.box.width, mark.box.height))
        if found < least - 0.05:
            size = format.key.upper()
            yield finding("logo-unreadable", Severity.ERROR, mark.slot, size=size, found=round(found, 1), limit=least)


@BOOK.rule("logo-outranks", why="The shared brand leads; partners stand beside it.", source="brand.toml, partner_logo")
def partner_logos_do_not_outrank_the_brand(judged: Judged) -> Iterator[Finding]:
    brand = judged.poster.brand
    own = sum(mark.box.width * mark.box.height for mark in judged.marks("brand-logo"))
    for mark in judged.marks("logo"):
        if own and mark.box.width * mark.box.height > 1.01 * own * brand.partner_logo.largest_area:
            yield finding("logo-outranks", Severity.ERROR, mark.slot, name=brand.words.name)


@BOOK.rule("clear-space", why="A mark needs air to be seen.", source="brand.toml, logo: clear space")
def the_brand_logo_keeps_its_clear_space(judged: Judged) -> Iterator[Finding]:
    brand, format = judged.poster.brand, judged.scene.sheet.format
    others = [(fit.slot, fit.box) for fit in judged.scene.texts]
    others += [(mark.slot, mark.box) for mark in judged.scene.marks if mark.kind != "brand-logo"]
    limit = measure(brand.logo.clear_space, format)
    for mark in judged.marks("brand-logo"):
        for slot, box in others:
            if mark.clear_box.grown(-0.1).intersection(box):
                yield finding("clear-space", Severity.ERROR, slot, name=brand.words.name, limit=limit)


@BOOK.rule("logo-contrast", why="A logo that fades into its ground is not there.", source="brand.toml, partner_logo")
def partner_logos_stand_out(judged: Judged) -> Iterator[Finding]:
    rules = judged.poster.brand.partner_logo
    plates = {mark.slot: mark for mark in judged.marks("plate")}
    boxes = {mark.slot: mark.box for mark in judged.marks("logo")}
    for filled in judged.poster.logos():
        slot = filled.slot.key
        if filled.logo is None or slot not in boxes:
            continue
        if slot in plates:
            ground = judged.poster.brand.palette[rules.plate].srgb
            if _vanishing(filled, ground, rules.minimum_contrast) > 1 - _VANISHING:
                yield finding("logo-contrast.pale", Severity.ERROR, slot)
        elif _vanishing(filled, _mean(judged.behind(boxes[slot])), rules.minimum_contrast) > _VANISHING:
            fix = Fix(label=sentence("logo-contrast.fix"), changes=((f"logo.{slot}.plate", "always"),))
            yield finding("logo-contrast", Severity.ERROR, slot, fix)


def _vanishing(filled: FilledLogo, ground: Rgb, limit: float) -> float:
    """Return the share of a logo's ink, 0–1, that cannot be told from the ground."""
    if filled.logo is None or filled.logo.opaque_ground is not None:
        return 0.0
    return sum(share for color, share in filled.logo.colors if contrast(color, ground) < limit)


def _mean(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> Rgb:
    red, green, blue = (round(float(value)) for value in pixels.reshape(-1, 3).mean(axis=0))
    return Rgb(red, green, blue)


@BOOK.rule(
    "qr-module",
    why="A phone must read the code from where people stand.",
    source="brand.toml, qr: module per sheet size",
)
def qr_squares_are_large_enough(judged: Judged) -> Iterator[Finding]:
    format = judged.scene.sheet.format
    unit, name = (PX_SCREEN, "px") if format.unit == "px" else (MM, "mm")
    least = measure(judged.poster.brand.qr.module, format)
    for mark in judged.marks("qr"):
        found = mark.module / unit
        if found < least - 0.001:
            yield finding(
                "qr-module",
                Severity.ERROR,
                mark.slot,
                size=format.key.upper(),
                found=f"{found:.2f}",
                limit=f"{least:.2f}",
                unit=name,
            )


@BOOK.rule(
    "qr-contrast", why="Phones need dark squares on a light ground.", source="ISO/IEC 18004, 9.1; brand.toml, qr"
)
def qr_codes_have_contrast(judged: Judged) -> Iterator[Finding]:
    palette, rules = judged.poster.brand.palette, judged.poster.brand.qr
    for mark in judged.marks("qr"):
        slot = judged.slot(mark.slot)
        if isinstance(slot, QrSlot):
            ratio = contrast(palette[slot.ink].srgb, palette[slot.on].srgb)
            if ratio < rules.minimum_contrast:
                yield finding(
                    "qr-contrast", Severity.ERROR, mark.slot, ratio=round(ratio, 1), limit=rules.minimum_contrast
                )
