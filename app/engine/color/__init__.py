"""Colours: inks first, screens second."""

from app.engine.color.profile import SRGB_PROFILE, PrintCondition, delta_e
from app.engine.color.values import Cmyk, Ink, Rgb, Stop, contrast, luminance

__all__ = ["SRGB_PROFILE", "Cmyk", "Ink", "PrintCondition", "Rgb", "Stop", "contrast", "delta_e", "luminance"]
