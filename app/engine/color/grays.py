"""Colours as a black-and-white printer shows them."""

from app.engine.color.values import Rgb

# What printers and their drivers weigh red, green and blue with. Source: ISO 32000-1, 10.3.2; ITU-R BT.601, to three
# digits. It is not the weight of light in WCAG: two colours that the eye tells apart may become the same grey.
GRAY_WEIGHTS = (0.299, 0.587, 0.114)


def gray_share(red: float, green: float, blue: float) -> float:
    """Return the grey, 0–1, of a colour given in shares of 0–1."""
    return sum(weight * share for weight, share in zip(GRAY_WEIGHTS, (red, green, blue), strict=True))


def in_gray(color: Rgb) -> Rgb:
    """Return a colour as a black-and-white printer shows it."""
    return Rgb(*[round(gray_share(*color))] * 3)
