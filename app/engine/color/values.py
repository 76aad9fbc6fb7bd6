"""Colours as numbers. CMYK is the source; sRGB is what a screen shows of it."""

import re
from dataclasses import dataclass
from typing import NamedTuple


class Rgb(NamedTuple):
    """An sRGB colour, 0–255 each."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> "Rgb":
        """Read `#rrggbb`. Raises ValueError for anything else."""
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
            raise ValueError(f"not a colour of the form #rrggbb: {text!r}")
        return cls(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))

    @property
    def hex(self) -> str:
        """`#rrggbb` in lower case."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def mixed(self, other: "Rgb", share: float) -> "Rgb":
        """Return what comes of laying another colour over this one. share: of the other, 0–1."""
        return Rgb(*(round(own + (over - own) * share) for own, over in zip(self, other, strict=True)))


class Cmyk(NamedTuple):
    """Process ink amounts, 0–1 each."""

    cyan: float
    magenta: float
    yellow: float
    black: float

    def mixed(self, other: "Cmyk", share: float) -> "Cmyk":
        """Return what a press makes of inks laid over these. share: of the other, 0–1."""
        return Cmyk(*(own + (over - own) * share for own, over in zip(self, other, strict=True)))

    @property
    def coverage(self) -> float:
        """Total area coverage in per cent."""
        return 100 * sum(self)

    @property
    def levels(self) -> tuple[int, ...]:
        """The amounts as a pixel holds them, 0–255 each."""
        return tuple(round(255 * amount) for amount in self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A colour as the print shop gets it, with its proof for screens.

    name: of the palette colour, empty for a colour that came with somebody's logo. is_mixed: whether it came of laying
    inks over each other; its srgb is a mix of lights then, and only the printing condition knows how the inks look.
    """

    cmyk: Cmyk
    srgb: Rgb
    name: str = ""
    is_mixed: bool = False

    @property
    def is_black_only(self) -> bool:
        """Whether only the black plate prints: such small text overprints."""
        return self.cmyk[:3] == (0, 0, 0) and self.cmyk.black == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A colour at a place between 0 and 1 of a gradient."""

    offset: float
    ink: Ink


def linear(channel: int) -> float:
    """Return the light, 0–1, that a channel's value of 0–255 stands for. Source: IEC 61966-2-1."""
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(color: Rgb) -> float:
    """Return the relative luminance, 0–1. Source: WCAG 2.2, "relative luminance"."""
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio, 1–21. Source: WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
