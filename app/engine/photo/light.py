"""How light a picture is and how much it varies, as an eye would say."""

import numpy as np
from PIL import Image

_SIDE = 256


def measure_light(image: Image.Image) -> tuple[float, float]:
    """Return the mean CIE lightness, 0–100, and its standard deviation. Source: CIE 15, 8.2.1; IEC 61966-2-1.

    See-through parts count for nothing.
    """
    small = image.convert("RGBA") if image.mode != "RGB" else image
    small = small.resize(_fitted(small.size), Image.Resampling.BOX)
    values = np.asarray(small, np.float64) / 255
    weight = values[..., 3] if values.shape[-1] == 4 else np.ones(values.shape[:2])
    if not weight.any():
        return 0.0, 0.0
    lightness = _lightness(values[..., :3])
    mean = float(np.average(lightness, weights=weight))
    return round(mean, 2), round(float(np.sqrt(np.average((lightness - mean) ** 2, weights=weight))), 2)


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, _SIDE / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _lightness(srgb: np.ndarray) -> np.ndarray:
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    y = linear @ np.array([0.2126, 0.7152, 0.0722])
    lightness: np.ndarray = np.where(y > 216 / 24389, 116 * np.cbrt(y) - 16, y * 24389 / 27)
    return lightness
