"""What really lies behind words: flat colours of the art, read from the scene, or the pixels of a picture."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from app.engine.color import Ink, Rgb, contrast, delta_e, luminance
from app.engine.geometry import Path, Point, Rect
from app.engine.preflight.rules import Judged
from app.engine.preflight.seen import Surface
from app.engine.scene import Fill, GlyphRun

# The share of pixels behind a line, in per cent, that may be worse than measured: specks of a photo, edges of a shape.
_SPECKS = 5

# Of the nine spots that are looked at behind a letter.
_LOST = 3

CONTRAST_SLACK = 0.05
"""What rounding of colours on their way to pixels and back may take from a contrast."""

# Of each channel's 256 levels, and what each channel weighs. Source: WCAG 2.2, "relative luminance".
_SHARES = np.arange(256, dtype=np.float32) / 255
_LINEAR = np.where(_SHARES <= 0.04045, _SHARES / 12.92, ((_SHARES + 0.055) / 1.055) ** 2.4).astype(np.float32)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)


def lines_of(judged: Judged, slot: str) -> tuple[Rect, ...]:
    """Return the boxes of a slot's lines of type as they lie on the sheet; of those only that leave ink."""
    runs = (item for owner, item in judged.painted() if owner == slot and isinstance(item, GlyphRun))
    return tuple(box for box in map(_box, runs) if box is not None)


def _letters(run: GlyphRun) -> Iterator[Rect]:
    """Yield the boxes of a run's letters and digits as they lie on the sheet; a stop or a comma may be lost."""
    for glyph in run.glyphs:
        ink = run.face.ink(glyph.gid)
        if ink is not None and run.text[glyph.cluster : glyph.cluster + 1].isalnum():
            size = (ink.width * run.size, ink.height * run.size)
            box = Rect(run.origin.x + glyph.x + ink.x * run.size, run.origin.y + glyph.y + ink.y * run.size, *size)
            yield Path.rect(box).transformed(run.matrix).bounds if run.matrix else box


def _box(run: GlyphRun) -> Rect | None:
    """Return how far a run's ink reaches up and down: "Ja." keeps off what lies below it, "jij" may not."""
    inks = [(glyph.y, ink) for glyph in run.glyphs if (ink := run.face.ink(glyph.gid)) is not None]
    if not inks:
        return None
    top = min(y + ink.y * run.size for y, ink in inks)
    bottom = max(y + ink.bottom * run.size for y, ink in inks)
    box = Rect(run.origin.x, run.origin.y + top, max(run.advance, 0.1), bottom - top)
    return Path.rect(box).transformed(run.matrix).bounds if run.matrix else box


def flat_grounds(judged: Judged, slot: str, boxes: tuple[Rect, ...]) -> frozenset[Ink] | None:
    """Return the colours that lie behind a slot's boxes, or None where one is no flat colour of the art."""
    start = judged.start(slot)
    found = {_topmost(judged.surface, spot, start) for box in boxes for spot in _spots(box)}
    return None if None in found else frozenset(ink for ink in found if ink is not None)


def _spots(box: Rect) -> Iterator[Point]:
    for share_x in (0.0, 0.25, 0.5, 0.75, 1.0):
        for y in (box.y, box.center.y, box.bottom):
            yield Point(box.x + share_x * box.width, y)


def _behind_letters(judged: Judged, slot: str, ink: Ink) -> Iterator[tuple[float, Rgb]]:
    """Yield the contrast of letters of a slot with the art behind a quarter of each or more, and the colour of that.

    Looked for letter by letter only in lines that more than one thing lies behind. On photos a line is told as a whole.
    """
    start = judged.start(slot)
    for run in (item for owner, item in judged.painted() if owner == slot and isinstance(item, GlyphRun)):
        box = _box(run)
        near = judged.surface.near(box, before=start) if box else None
        if box is None or near is None or not near.is_mixed(box):
            continue
        for letter in filter(near.is_mixed, _letters(run)):
            behind = Counter(_topmost(near, spot, start) for spot in _spots_within(letter))
            grounds = [ground for ground, spots in behind.items() if ground is not None and spots >= _LOST]
            yield from ((contrast(ink.srgb, ground.srgb), ground.srgb) for ground in grounds)
            if None in behind and near.has_line(letter):
                yield _quarter(ink.srgb, judged.behind(letter))


def _quarter(ink: Rgb, pixels: "np.ndarray[Any, np.dtype[np.uint8]]") -> tuple[float, Rgb]:
    """Return the contrast that three quarters of the pixels keep against an ink, and the colour of where they do."""
    flat = pixels.reshape(-1, 3)
    ratios = _ratios(ink, flat)
    at = int(np.argsort(ratios)[len(ratios) // 4])
    red, green, blue = (int(value) for value in flat[at])
    return float(ratios[at]), Rgb(red, green, blue)


def _spots_within(box: Rect) -> Iterator[Point]:
    shares = (1 / 6, 1 / 2, 5 / 6)
    return (Point(box.x + x * box.width, box.y + y * box.height) for x in shares for y in shares)


def _topmost(surface: Surface, spot: Point, start: int | None) -> Ink | None:
    """Return the flat ink that is seen at a place, None for a picture, a gradient, see-through paint or bare paper.

    start: number of the item from which on nothing counts.
    """
    seen: Ink | None = None
    for item, in_group in surface.at(spot, before=start):
        flat = isinstance(item, Fill) and item.opacity == 1 and not in_group
        seen = item.paint if flat and isinstance(item, Fill) and isinstance(item.paint, Ink) else None
    return seen


class Behind(NamedTuple):
    """What lies behind the worst line of a slot. ratio: of contrast, 1–21. ground: the palette colour nearest to it."""

    ratio: float
    ground: str


def worst_behind(judged: Judged, slot: str, ink: Ink) -> Behind:
    """Return what is really behind a slot's words where they are hardest to read. Raises ValueError without words."""
    boxes = lines_of(judged, slot)
    grounds = flat_grounds(judged, slot, boxes)
    if grounds is not None:
        found = [(contrast(ink.srgb, ground.srgb), ground.srgb) for ground in grounds]
    else:
        seen = [judged.behind(box) for box in boxes]
        found = [(worst_contrast(ink.srgb, pixels), _mean(pixels)) for pixels in seen]
    found += _behind_letters(judged, slot, ink)
    ratio, color = min(found)
    palette = judged.poster.brand.palette.values()
    return Behind(ratio, min(palette, key=lambda known: delta_e(known.srgb, color)).name)


def _mean(pixels: "np.ndarray[Any, np.dtype[np.uint8]]") -> Rgb:
    red, green, blue = (round(float(value)) for value in pixels.reshape(-1, 3).mean(axis=0))
    return Rgb(red, green, blue)


def worst_contrast(ink: Rgb, pixels: "np.ndarray[Any, np.dtype[np.uint8]]") -> float:
    """Return the contrast ratio that all but the worst specks of the pixels keep against an ink."""
    return float(np.percentile(_ratios(ink, pixels.reshape(-1, 3)), _SPECKS))


def _ratios(ink: Rgb, pixels: "np.ndarray[Any, np.dtype[np.uint8]]") -> "np.ndarray[Any, np.dtype[np.float32]]":
    ground = _LINEAR[pixels] @ _WEIGHTS
    own = luminance(ink)
    found: np.ndarray[Any, np.dtype[np.float32]] = (np.maximum(ground, own) + 0.05) / (np.minimum(ground, own) + 0.05)
    return found
