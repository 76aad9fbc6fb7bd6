"""Files for a press as pixels of ink, drawn by Ghostscript, and how far two of them are apart to the eye."""

import io

import numpy as np
from ghostscript import drawn
from PIL import Image, ImageCms

from app.engine.color import PrintCondition

# Lines of a PAM header that give a side.
_SIDES = (b"WIDTH", b"HEIGH")


def ink_pixels(data: bytes, *, dpi: float = 36) -> np.ndarray:
    """Return the page of a file as CMYK, 0–255 each, overprinting as a press does."""
    done = drawn(data, "-dOverprint=/simulate", "-sDEVICE=pamcmyk32", f"-r{dpi}")
    head, _, pixels = done.stdout.partition(b"ENDHDR\n")
    size = {key: int(value) for key, value in (line.split() for line in head.split(b"\n") if line[:5] in _SIDES)}
    return np.frombuffer(pixels, np.uint8).reshape(size[b"HEIGHT"], size[b"WIDTH"], 4)


def lab(inks: np.ndarray, condition: PrintCondition) -> np.ndarray:
    """Return CIE L*a*b* of CMYK pixels under a printing condition, relative colorimetric."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(condition.icc))
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "CMYK", "LAB", 1)
    coded = np.asarray(ImageCms.applyTransform(Image.fromarray(inks, "CMYK"), transform)).astype(float)
    found: np.ndarray = np.stack([coded[..., 0] / 2.55, *((coded[..., i] + 128) % 256 - 128 for i in (1, 2))], axis=-1)
    return found


def delta_e00(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the CIEDE2000 difference of L*a*b* pixels. Source: Sharma, Wu and Dalal, Color Res. Appl. 30 (2005)."""
    mean_chroma = (np.hypot(one[..., 1], one[..., 2]) + np.hypot(other[..., 1], other[..., 2])) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
    (light, chroma, hue), (light2, chroma2, hue2) = (_polar(color, stretch) for color in (one, other))
    turn = hue2 - hue
    turn = turn - 360 * (turn > 180) + 360 * (turn < -180)
    has_hue = chroma * chroma2 > 0
    d_hue = 2 * np.sqrt(chroma * chroma2) * np.sin(np.radians(turn / 2)) * has_hue
    m_light, m_chroma = (light + light2) / 2, (chroma + chroma2) / 2
    m_hue = np.where(has_hue, hue + turn / 2, hue + hue2)
    weight = (
        1
        - 0.17 * np.cos(np.radians(m_hue - 30))
        + 0.24 * np.cos(np.radians(2 * m_hue))
        + 0.32 * np.cos(np.radians(3 * m_hue + 6))
        - 0.20 * np.cos(np.radians(4 * m_hue - 63))
    )
    s_light = 1 + 0.015 * (m_light - 50) ** 2 / np.sqrt(20 + (m_light - 50) ** 2)
    d_l = (light2 - light) / s_light
    d_c = (chroma2 - chroma) / (1 + 0.045 * m_chroma)
    d_h = d_hue / (1 + 0.015 * m_chroma * weight)
    angle = np.radians(60 * np.exp(-((((m_hue % 360) - 275) / 25) ** 2)))
    turned = -np.sin(angle) * 2 * np.sqrt(m_chroma**7 / (m_chroma**7 + 25.0**7))
    found: np.ndarray = np.sqrt(np.maximum(d_l**2 + d_c**2 + d_h**2 + turned * d_c * d_h, 0))
    return found


def _polar(color: np.ndarray, stretch: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    green_red = color[..., 1] * stretch
    hue = np.degrees(np.arctan2(color[..., 2], green_red)) % 360
    return color[..., 0], np.hypot(green_red, color[..., 2]), hue
