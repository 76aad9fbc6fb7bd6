"""How light a picture is and how much it varies, as an eye would say."""

import numpy as np
from PIL import Image

from app.engine.photo.values import Tones

_SIDE = 256

# Of the linear channels. Source: IEC 61966-2-1.
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])

# A highlight on a spoon or a black button is no part of a picture.
_TONES = (1, 50, 99)


def measure_light(image: Image.Image) -> tuple[float, float]:
    """Return the mean CIE lightness, 0–100, and its standard deviation. Source: CIE 15, 8.2.1; IEC 61966-2-1.

    See-through parts count for nothing.
    """
    lightness, weight = _seen(image)
    if not weight.any():
        return 0.0, 0.0
    mean = float(np.average(lightness, weights=weight))
    return round(mean, 2), round(float(np.sqrt(np.average((lightness - mean) ** 2, weights=weight))), 2)


def measure_tones(image: Image.Image) -> Tones:
    """Return the CIE lightness of the darkest, middle and lightest parts. Parts that are half see-through count not."""
    lightness, weight = _seen(image)
    solid = lightness[weight > 0.5]
    if not solid.size:
        return 0.0, 50.0, 100.0
    low, middle, high = np.percentile(solid, _TONES)
    return round(float(low), 2), round(float(middle), 2), round(float(high), 2)


def _seen(image: Image.Image) -> tuple[np.ndarray, np.ndarray]:
    """Return lightness, and how much of each place is there, 0–1."""
    small = image.convert("RGBA") if image.mode != "RGB" else image
    small = small.resize(_fitted(small.size), Image.Resampling.BOX)
    values = np.asarray(small, np.float64) / 255
    weight = values[..., 3] if values.shape[-1] == 4 else np.ones(values.shape[:2])
    return lightness_of(linear_of(values[..., :3]) @ LUMINANCE), weight


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, _SIDE / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def linear_of(srgb: np.ndarray) -> np.ndarray:
    """Return sRGB values, 0–1, as amounts of light. Source: IEC 61966-2-1."""
    linear: np.ndarray = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return linear


def lightness_of(y: np.ndarray) -> np.ndarray:
    """Return the CIE lightness, 0–100, of luminances, 0–1. Source: CIE 15, 8.2.1."""
    lightness: np.ndarray = np.where(y > 216 / 24389, 116 * np.cbrt(y) - 16, y * 24389 / 27)
    return lightness


def luminance_of(lightness: np.ndarray) -> np.ndarray:
    """Return the luminances, 0–1, of CIE lightnesses: `lightness_of` the other way."""
    y: np.ndarray = np.where(lightness > 8, ((lightness + 16) / 116) ** 3, lightness * 27 / 24389)
    return y
