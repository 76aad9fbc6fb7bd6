"""Colours: inks first, screens second."""

from app.engine.color.profile import ICC_REGISTRY, SRGB_PROFILE, PrintCondition, delta_e
from app.engine.color.values import Cmyk, Ink, Rgb, Stop, contrast, luminance

__all__ = [
    "ICC_REGISTRY",
    "SRGB_PROFILE",
    "Cmyk",
    "Ink",
    "PrintCondition",
    "Rgb",
    "Stop",
    "contrast",
    "delta_e",
    "luminance",
]
