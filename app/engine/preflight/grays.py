"""The rule of black-and-white printers: what reads well in colour may become one grey."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from app.engine.color import Ink, contrast
from app.engine.color.grays import GRAY_WEIGHTS, in_gray
from app.engine.findings import Finding, Severity, finding
from app.engine.preflight.ground import CONTRAST_SLACK, flat_grounds, lines_of, worst_contrast
from app.engine.preflight.rules import BOOK, Judged
from app.engine.template import AnySlot, ImprintSlot, TextSlot


@BOOK.rule(
    "gray-contrast",
    weighs="warning in black and white, else a note for home",
    why="Many printers at home are black-and-white, and two colours may become one grey.",
    source="WCAG 2.2, 1.4.3, of the greys that printers make; ISO 32000-1, 10.3.2",
)
def words_can_be_read_in_gray(judged: Judged) -> Iterator[Finding]:
    purpose, brand = judged.poster.purpose, judged.poster.brand
    if purpose.destination != "home":
        return
    for fit in judged.scene.texts:
        slot = judged.slot(fit.slot)
        if not isinstance(slot, TextSlot | ImprintSlot) or fit.slot in judged.pushed or not lines_of(judged, fit.slot):
            continue
        limit = brand.styles[fit.style].least_contrast
        ratio = _ratio(judged, slot, brand.palette[slot.ink])
        if ratio < limit - CONTRAST_SLACK:
            severity = Severity.WARNING if purpose.gray else Severity.NOTE
            shown = {"label": slot.label, "ratio": round(ratio, 1), "limit": limit}
            yield finding("gray-contrast", severity, fit.slot, None, **shown)


def _ratio(judged: Judged, slot: AnySlot, ink: Ink) -> float:
    """Return the contrast of a slot's words in grey, where they are hardest to read."""
    if isinstance(slot, TextSlot) and slot.bar:
        return _in_gray(ink, judged.poster.brand.palette[slot.bar])
    boxes = lines_of(judged, slot.key)
    grounds = flat_grounds(judged, slot.key, boxes)
    if grounds is not None:
        return min(_in_gray(ink, ground) for ground in grounds)
    return min(worst_contrast(in_gray(ink.srgb), _gray_pixels(judged.behind(box))) for box in boxes)


def _in_gray(ink: Ink, ground: Ink) -> float:
    return contrast(in_gray(ink.srgb), in_gray(ground.srgb))


def _gray_pixels(pixels: "np.ndarray[Any, np.dtype[np.uint8]]") -> "np.ndarray[Any, np.dtype[np.uint8]]":
    grays = np.rint(pixels.reshape(-1, 3) @ np.array(GRAY_WEIGHTS)).astype(np.uint8)
    return np.repeat(grays[:, None], 3, axis=1)
