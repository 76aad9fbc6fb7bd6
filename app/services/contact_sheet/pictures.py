"""Photos and logos that are hard on a poster, made by rule: dark, bright and busy; very wide and very tall."""

import io
from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# In px; enough for the largest sheets, so that nothing is said of how coarse the photo is.
_SIZE = (3000, 4000)
# They are drawn smaller and enlarged: fine detail would only take time.
_SCALE = 8

_Plane = NDArray[np.float64]


def _dark(x: _Plane, y: _Plane) -> list[_Plane]:
    """Return a person in a corridor at night: all below a quarter of the light."""
    face = np.exp(-(((x - 0.52) / 0.18) ** 2) - ((y - 0.38) / 0.17) ** 2)
    return [12 + 42 * face + 8 * y, 14 + 30 * face + 6 * y, 26 + 24 * face + 10 * x]


def _bright(x: _Plane, y: _Plane) -> list[_Plane]:
    """Return a person against a window: nearly white all over."""
    face = np.exp(-(((x - 0.48) / 0.2) ** 2) - ((y - 0.4) / 0.18) ** 2)
    return [250 - 22 * face, 249 - 40 * face, 246 - 52 * face - 6 * y]


def _busy(x: _Plane, y: _Plane) -> list[_Plane]:
    """Return a feast: stripes, dots and leaves in every colour, light beside dark everywhere."""
    stripes = np.sin(52 * x + 9 * np.sin(7 * y)) > 0
    dots = np.sin(61 * x) * np.sin(61 * y) > 0.35
    leaves = np.sin(23 * (x + y)) * np.sin(31 * (x - y)) > 0.2
    return [255.0 * stripes, 255.0 * dots, 235.0 * leaves]


_PHOTOS: Mapping[str, Callable[[_Plane, _Plane], list[_Plane]]] = {"dark": _dark, "bright": _bright, "busy": _busy}

_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shapes}</svg>'


def _wide() -> str:
    letters = "".join(f'<path d="M{x} 20h44v14h-30v16h26v14h-26v16h30v14h-44z"/>' for x in range(120, 900, 60))
    shapes = f'<g fill="#24452a"><circle cx="50" cy="50" r="46"/>{letters}</g>'
    return _LOGO.format(width=900, height=100, shapes=shapes)


def _tall() -> str:
    stem = '<path d="M42 114h16v86h-16zM10 200h80v16h-80z"/>'
    return _LOGO.format(width=100, height=220, shapes=f'<g fill="#24452a"><circle cx="50" cy="60" r="48"/>{stem}</g>')


_LOGOS: Mapping[str, Callable[[], str]] = {"wide": _wide, "tall": _tall}

PREFIX = "trial:"
"""How a content names a file that is made here."""


@lru_cache
def made(name: str) -> bytes:
    """Return a file by its name behind the prefix: a JPEG of 12 megapixels, or an SVG. The same bytes every time."""
    if name in _LOGOS:
        return _LOGOS[name]().encode()
    width, height = _SIZE[0] // _SCALE, _SIZE[1] // _SCALE
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    bands = _PHOTOS[name](x / width, y / height)
    pixels = np.stack(np.broadcast_arrays(*bands), axis=-1).clip(0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels, "RGB").resize(_SIZE, Image.Resampling.BILINEAR).save(file, "JPEG", quality=80)
    return file.getvalue()
