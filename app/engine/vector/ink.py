"""What a logo's pixels say about it: where its ink is, how much, in which colours, and on what ground."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.engine.color import Rgb

_SAMPLE = 400
# Of 255, per channel: how far compression lets a flat ground stray, and where ink begins.
_STRAY = 14
_INK = 26
_GROUND_SHARE = 0.97
_NEAR_WHITE = 240
_CLEAR = 8
_MOST_COLORS = 8
_ONE_COLOR = 40.0
_LEAST_SHARE = 0.01

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class InkFacts:
    """density: share of the box that is inked, 0–1. colors: with their shares of the ink, largest first.

    has_transparency: whether anything shows through.
    """

    density: float
    colors: tuple[tuple[Rgb, float], ...]
    has_transparency: bool


def ground_of(image: Image.Image) -> Rgb | None:
    """Return the flat colour that an untrimmed logo stands on, None where it stands on nothing.

    A single colour from edge to edge is a logo of that colour, unless it is white, which is an empty page.
    """
    pixels = np.asarray(image)
    ground = None if _is_clear(pixels) else _edge_color(pixels)
    if ground is None or min(ground) >= _NEAR_WHITE or _differs(pixels, ground).any():
        return ground
    return None


def ink_box(image: Image.Image, ground: Rgb | None) -> tuple[int, int, int, int] | None:
    """Return the part of an RGBA picture that is not empty margin, in px, or None where all is empty."""
    pixels = np.asarray(image)
    if ground is None:
        return _extent(pixels[..., 3] > _CLEAR)
    if min(ground) < _NEAR_WHITE:
        # A coloured field is part of the logo, and so is where its letters stand in it.
        return 0, 0, image.width, image.height
    return _extent(_differs(pixels, ground))


def measure_ink(image: Image.Image, ground: Rgb | None) -> InkFacts:
    """Return what the pixels of a trimmed RGBA logo say. ground: of the logo before it was trimmed."""
    clear = _is_clear(np.asarray(image))
    image = image.copy()
    image.thumbnail((_SAMPLE, _SAMPLE), Image.Resampling.BOX)
    pixels = np.asarray(image)
    weights = pixels[..., 3].astype(np.float64) / 255
    if ground is not None:
        weights = _differs(pixels, ground).astype(np.float64)
    return InkFacts(
        density=float(weights.mean()), colors=_main_colors(pixels[..., :3], weights), has_transparency=clear
    )


def _is_clear(pixels: Pixels) -> bool:
    return int(pixels[..., 3].min()) < 255 - _CLEAR


def _edge_color(pixels: Pixels) -> Rgb | None:
    """Return the flat colour along the edge of an opaque picture, None where the edge is not flat."""
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])[:, :3].astype(np.int16)
    color = np.median(edge, axis=0)
    near = (np.abs(edge - color).max(axis=1) <= _STRAY).mean()
    return Rgb(*(int(channel) for channel in color)) if near >= _GROUND_SHARE else None


def _differs(pixels: Pixels, ground: Rgb) -> NDArray[np.bool_]:
    far: NDArray[np.bool_] = np.abs(pixels[..., :3].astype(np.int16) - np.array(ground, np.int16)).max(axis=2) > _INK
    return far


def _extent(mask: NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _main_colors(colors: Pixels, weights: NDArray[np.float64]) -> tuple[tuple[Rgb, float], ...]:
    """Return the colours that most of the ink has: bins of 16 levels, near ones counted with the heaviest."""
    flat, weight = colors.reshape(-1, 3).astype(np.float64), weights.reshape(-1)
    total = weight.sum()
    if not total:
        return ()
    bins = (colors.reshape(-1, 3) >> 4).astype(np.int64) @ np.array([256, 16, 1])
    mass = np.bincount(bins, weights=weight, minlength=4096)
    sums = np.stack([np.bincount(bins, weights=weight * flat[:, c], minlength=4096) for c in range(3)], axis=1)
    left = np.flatnonzero(mass)
    means = sums[left] / mass[left, None]
    mass = mass[left]
    found: list[tuple[Rgb, float]] = []
    while mass.size and len(found) < _MOST_COLORS:
        heaviest = means[int(mass.argmax())]
        near = np.linalg.norm(means - heaviest, axis=1) <= _ONE_COLOR
        share = float(mass[near].sum() / total)
        found.append((Rgb(*(round(float(channel)) for channel in heaviest)), round(share, 4)))
        means, mass = means[~near], mass[~near]
    return tuple((color, share) for color, share in sorted(found, key=lambda c: -c[1]) if share >= _LEAST_SHARE)
