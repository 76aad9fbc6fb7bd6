"""Lengths. An unsuffixed length anywhere in the engine is in points of 1/72 inch."""

INCH = 72.0
MM = INCH / 25.4

PX_SCREEN_MM = 210 / 1080
"""One px of a pixel format in mm: for every minimum size, 1080 px count as the width of an A4."""

PX_SCREEN = PX_SCREEN_MM * MM
"""One px of a pixel format in pt, so that a scene for a screen is laid out in points like any other."""


def to_mm(length: float) -> float:
    """Return a length in pt as mm."""
    return length / MM


def px_of_mm(length_mm: float, ppi: float) -> int:
    """Return the number of whole pixels that a length in mm takes at a density in px per inch."""
    return round(length_mm / 25.4 * ppi)
