"""Better light for a dark or flat photo: one gentle curve of lightness that clips nothing.

The curve runs through five points: black, the photo's darkest and lightest parts, its middle, and white. Black stays
black and white stays white, so every step in between stays a step. Colours keep their hue: a pixel is made lighter as
more exposure would, and where a channel would run over, it comes nearer to grey instead.
"""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageFilter

from app.engine.photo.light import LUMINANCE, lightness_of, linear_of, luminance_of
from app.engine.photo.values import Tones

# As fine as the cubes of printing conditions.
_NODES = 33

# In CIE lightness, tuned by eye on portraits: to where the darkest and lightest parts are drawn, how far at most of the
# way there, and the grey that the middle of a dark photo is drawn half the way to.
_DEEP, _BRIGHT, _PULL = 3.0, 96.0, 0.5
_MIDDLE, _LIFT = 50.0, 0.5

# Steeper than this, noise in the shadows and spots on a skin come up; flatter, what was there is lost.
_STEEPEST, _FLATTEST = 2.2, 0.45
# Parts of a photo that lie nearer to each other than this are one.
_LEAST_STEP = 1.0


def lit(pixels: Image.Image, tones: Tones) -> Image.Image:
    """Return RGB pixels in better light. tones: of the photo they come from, as `measure_tones` gave them."""
    return pixels.filter(light_cube(tones))


def lit_lightness(lightness: float, tones: Tones) -> float:
    """Return what becomes of a CIE lightness, 0–100."""
    return float(_curve(np.array([lightness]), *_points(tones))[0])


def _points(tones: Tones) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of the curve: from and to, both rising."""
    low, middle, high = tones
    deep = low - _PULL * max(0.0, low - _DEEP)
    bright = high + _PULL * max(0.0, _BRIGHT - high)
    stretched = deep + (middle - low) / max(high - low, _LEAST_STEP) * (bright - deep)
    raised = max(middle, stretched + _LIFT * max(0.0, _MIDDLE - stretched))
    # The darks go down no further than the middle can be held above them.
    deep = min(low, max(deep, raised - _STEEPEST * (middle - low)))
    points = [(0.0, 0.0)]
    for before, after in ((low, deep), (middle, raised), (high, bright)):
        if points[-1][0] + _LEAST_STEP <= before <= 100 - _LEAST_STEP:
            points.append((before, after))
    start, wished = np.array([*points, (100.0, 100.0)]).T
    return start, _gentle(start, wished)


def _gentle(before: np.ndarray, wished: np.ndarray) -> np.ndarray:
    """Return the wished heights with no step between them too steep or too flat; the ends stay."""
    steps = np.diff(before)
    slopes = np.clip(np.diff(wished) / steps, _FLATTEST, _STEEPEST)
    rises = slopes * steps
    # What is too much or too little in all goes to the lights: shadows decide how a face looks.
    return np.concatenate(([0.0], np.minimum(np.cumsum(rises)[:-1], 100 - _FLATTEST * (100 - before[1:-1])), [100.0]))


def _curve(values: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return a smooth rising curve through points. Source: Fritsch and Carlson, SIAM J. Numer. Anal. 17 (1980)."""
    steps = np.diff(before)
    slopes = np.diff(after) / steps
    inner = 2 * slopes[1:] * slopes[:-1] / (slopes[1:] + slopes[:-1])
    tangents = np.concatenate((slopes[:1], inner, slopes[-1:]))
    index = np.clip(np.searchsorted(before, values, side="right") - 1, 0, len(steps) - 1)
    step = steps[index]
    t = (values - before[index]) / step
    curve: np.ndarray = (
        (1 + 2 * t) * (1 - t) ** 2 * after[index]
        + t * (1 - t) ** 2 * step * tangents[index]
        + t**2 * (3 - 2 * t) * after[index + 1]
        - t**2 * (1 - t) * step * tangents[index + 1]
    )
    return curve


@lru_cache(maxsize=8)
def light_cube(tones: Tones) -> ImageFilter.Color3DLUT:
    """Return what `lit` does as a cube of colours. Pillow's cubes run red fastest."""
    steps = np.linspace(0, 1, _NODES)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    linear = linear_of(np.stack((red, green, blue), axis=-1).reshape(-1, 3))
    light = linear @ LUMINANCE
    wished = luminance_of(_curve(lightness_of(light), *_points(tones)))
    shares = np.divide(linear, light[:, None], out=np.ones_like(linear), where=light[:, None] > 0)
    return ImageFilter.Color3DLUT(_NODES, _encoded(_inside(shares * wished[:, None], wished)).ravel().tolist())


def _inside(linear: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Return colours no channel of which runs over, each as light as before: nearer to grey."""
    over = linear.max(axis=1) - light
    room = np.divide(1 - light, over, out=np.ones_like(light), where=over > 1 - light)
    grey = light[:, None]
    inside: np.ndarray = grey + np.clip(room, 0, 1)[:, None] * (linear - grey)
    return inside


def _encoded(linear: np.ndarray) -> np.ndarray:
    """Source: IEC 61966-2-1."""
    linear = np.clip(linear, 0, 1)
    srgb: np.ndarray = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return srgb
