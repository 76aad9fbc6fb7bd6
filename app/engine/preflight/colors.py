"""Rules of colour: the brand's own, and enough of a difference to read."""

from collections.abc import Iterator

import numpy as np

from app.engine.color import Rgb, contrast, luminance
from app.engine.findings import Finding, Fix, Severity, sentence
from app.engine.geometry import Rect
from app.engine.preflight.rules import BOOK, Judged, finding
from app.engine.scene import TextFit
from app.engine.template import TextSlot

# WCAG 2.2, 1.4.3: large type needs less.
_SMALL, _LARGE = 4.5, 3.0

# The share of pixels behind a text that may be worse than measured: specks of a photo, edges of a shape.
_SPECKS = 5


@BOOK.rule("off-palette", why="A brand is recognised by its colours first.", source="brand.toml, palette")
def colors_are_the_brands_own(judged: Judged) -> Iterator[Finding]:
    foreign = {slot.key for slot in judged.poster.template.slots.values() if slot.kind in ("logo", "photo")}
    told: set[str] = set()
    for owner, ink in judged.inks():
        if owner not in foreign and ink.name not in judged.poster.brand.palette and ink.srgb.hex not in told:
            told.add(ink.srgb.hex)
            yield finding("off-palette", Severity.ERROR, owner, color=ink.srgb.hex)


@BOOK.rule(
    "pair-contrast",
    why="Not every colour of the brand can be read on every other.",
    source="WCAG 2.2, 1.4.3; brand.toml, pairs",
)
def text_stands_on_colors_it_can_be_read_on(judged: Judged) -> Iterator[Finding]:
    brand = judged.poster.brand
    for fit in judged.scene.texts:
        slot = judged.slot(fit.slot)
        if not isinstance(slot, TextSlot):
            continue
        ground = slot.bar or slot.on
        if ground and contrast(brand.palette[slot.ink].srgb, brand.palette[ground].srgb) < _limit(judged, fit):
            yield finding("pair-contrast", Severity.ERROR, fit.slot, label=slot.label, ink=slot.ink, ground=ground)


@BOOK.rule(
    "photo-contrast",
    why="What cannot be read over a photo is not said.",
    source="WCAG 2.2, 1.4.3, measured on the pixels",
)
def text_over_a_photo_can_be_read(judged: Judged) -> Iterator[Finding]:
    photos = [(photo.slot.key, box) for photo in judged.poster.photos() for box in _boxes(judged, photo.slot.key)]
    for fit in judged.scene.texts:
        slot = judged.slot(fit.slot)
        over = next((key for key, box in photos if box.intersection(fit.box)), None)
        if over is None or not isinstance(slot, TextSlot) or slot.bar:
            continue
        ratio = worst_contrast(judged.poster.brand.palette[slot.ink].srgb, judged.behind(fit.box))
        limit = _limit(judged, fit)
        if ratio < limit:
            fix = Fix(label=sentence("photo-contrast.fix"), changes=((f"photo.{over}.scrim", True),))
            shown = {"label": slot.label, "ratio": round(ratio, 1), "limit": limit}
            yield finding("photo-contrast", Severity.ERROR, fit.slot, fix, **shown)


def _boxes(judged: Judged, slot: str) -> Iterator[Rect]:
    from app.engine.scene import TagBegin

    for _, item in judged.painted():
        if isinstance(item, TagBegin) and item.slot == slot and item.box is not None:
            yield item.box


def _limit(judged: Judged, fit: TextFit) -> float:
    return _LARGE if judged.poster.brand.styles[fit.style].large else _SMALL


def worst_contrast(ink: Rgb, pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> float:
    """Return the contrast ratio that all but the worst specks of the pixels keep against an ink. pixels: n × 3."""
    values = pixels.reshape(-1, 3).astype(np.float64) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    ground = linear @ np.array([0.2126, 0.7152, 0.0722])
    own = luminance(ink)
    ratios = (np.maximum(ground, own) + 0.05) / (np.minimum(ground, own) + 0.05)
    return float(np.percentile(ratios, _SPECKS))
