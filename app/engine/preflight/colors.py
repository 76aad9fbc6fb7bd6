"""Rules of colour: the brand's own, and enough of a difference to read."""

from collections.abc import Iterator

from app.engine.brand import BrandKit
from app.engine.findings import Finding, Fix, Severity, finding, sentence
from app.engine.geometry import Rect
from app.engine.preflight.ground import CONTRAST_SLACK, lines_of, worst_behind
from app.engine.preflight.rules import BOOK, Judged
from app.engine.scene import ClipBegin, TagBegin, TextFit
from app.engine.template import ImprintSlot, TextSlot
from app.engine.template.checked import stands_bare


@BOOK.rule(
    "off-palette", weighs="error", why="A brand is recognised by its colours first.", source="brand.toml, palette"
)
def colors_are_the_brands_own(judged: Judged) -> Iterator[Finding]:
    # A partner's logo keeps its own colours; an illustration of the kit has skin and hair.
    foreign = {slot.key for slot in judged.poster.template.slots.values() if slot.kind in ("logo", "photo")}
    told: set[str] = set()
    for owner, ink in judged.inks():
        if owner not in foreign and ink.name not in judged.poster.brand.palette and ink.srgb.hex not in told:
            told.add(ink.srgb.hex)
            yield finding("off-palette", Severity.ERROR, owner, color=ink.srgb.hex)


@BOOK.rule(
    "pair-contrast",
    weighs="error",
    why="Not every colour of the brand can be read on every other.",
    source="WCAG 2.2, 1.4.3; brand.toml, pairs",
)
def words_stand_on_colors_they_may_stand_on(judged: Judged) -> Iterator[Finding]:
    brand = judged.poster.brand
    for fit in judged.scene.texts:
        slot = judged.slot(fit.slot)
        if isinstance(slot, TextSlot | ImprintSlot):
            ground = slot.bar or slot.on if isinstance(slot, TextSlot) else slot.on
            if not brand.allows(slot.ink, ground, large=brand.styles[fit.style].large):
                yield _unreadable(fit, slot, ground, brand)


@BOOK.rule(
    "pair-contrast",
    "photo-contrast",
    weighs="error",
    why="What cannot be read on what is behind it is not said.",
    source="WCAG 2.2, 1.4.3, measured on what is really behind each line",
    fix="lays a scrim between a photo and the words on it",
)
def words_can_be_read_on_what_is_behind_them(judged: Judged) -> Iterator[Finding]:
    photos = list(_photos(judged))
    brand = judged.poster.brand
    for fit in judged.scene.texts:
        slot = judged.slot(fit.slot)
        if not stands_bare(slot) or fit.slot in judged.pushed:
            continue
        limit = brand.styles[fit.style].least_contrast
        if not lines_of(judged, fit.slot):
            continue
        ratio, ground = worst_behind(judged, fit.slot, brand.palette[slot.ink])
        if ratio >= limit - CONTRAST_SLACK:
            continue
        over = next((key for key, box in photos if any(map(box.intersection, lines_of(judged, fit.slot)))), None)
        if over is None:
            yield _unreadable(fit, slot, ground, brand)
        else:
            fix = Fix(label=sentence("photo-contrast.fix"), changes=((f"photo.{over}.scrim", True),))
            covered = judged.poster.content.photos[over].scrim
            shown = {"label": slot.label, "ratio": round(ratio, 1), "limit": limit}
            yield finding("photo-contrast", Severity.ERROR, fit.slot, None if covered else fix, **shown)


def _unreadable(fit: TextFit, slot: TextSlot | ImprintSlot, ground: str, brand: BrandKit) -> Finding:
    shown = {"label": slot.label, "ink": brand.color_name(slot.ink), "ground": brand.color_name(ground)}
    return finding("pair-contrast", Severity.ERROR, fit.slot, None, **shown)


def _photos(judged: Judged) -> Iterator[tuple[str, Rect]]:
    """Yield every picture's slot with the box of its mask."""
    keys = {photo.slot.key for photo in judged.poster.photos()}
    begun = ""
    for item in judged.scene.items:
        if isinstance(item, ClipBegin) and begun in keys:
            yield begun, item.path.bounds
        begun = item.slot if isinstance(item, TagBegin) else ""
