"""Formats by name, and the paper or screen of one poster."""

import re
from dataclasses import dataclass
from typing import Literal

from app.engine.geometry import Rect, Size
from app.engine.units import MM, PX_SCREEN

Unit = Literal["mm", "px"]
Destination = Literal["print", "home", "web", "screen", "proof", "all"]
Paper = Literal["a4", "a3"]

Standard = Literal["x4", "x1a"]
"""Of files for a press: PDF/X-4, or PDF/X-1a:2003, which knows no live transparency."""

STANDARDS: tuple[Standard, ...] = ("x4", "x1a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A size that posters are made in. width, height: in `unit`."""

    key: str
    width: int
    height: int
    unit: Unit = "mm"

    @property
    def trim(self) -> Size:
        """The trim in pt; one px of a pixel format is 210 mm ÷ 1080."""
        point = MM if self.unit == "mm" else PX_SCREEN
        return Size(self.width * point, self.height * point)

    @property
    def aspect(self) -> float:
        return self.width / self.height

    @property
    def area_m2(self) -> float:
        """Area in m²; 0 for pixel formats."""
        return self.width * self.height / 1e6 if self.unit == "mm" else 0.0

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Where a poster of this format can go."""
        if self.unit == "px":
            return ("screen",)
        return ("print", "home", "web", "screen") if self.key[0] == "a" else ("print", "web", "screen")

    @property
    def is_own(self) -> bool:
        """Whether it is a size that somebody chose, and none of those with a name."""
        return self.key not in FORMATS

    @property
    def papers(self) -> tuple[Paper, ...]:
        """On what a printer at home can put it, the most usual first: every poster on A4, an A3 on its own size too."""
        if "home" not in self.destinations:
            return ()
        return ("a4", "a3") if self.key.removesuffix("-landscape") == "a3" else ("a4",)


# ISO 216, in mm, upright.
_A = {
    "a6": (105, 148),
    "a5": (148, 210),
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
}

FORMATS: dict[str, Format] = {
    found.key: found
    for found in (
        *(Format(key=key, width=width, height=height) for key, (width, height) in _A.items()),
        *(Format(key=f"{key}-landscape", width=height, height=width) for key, (width, height) in _A.items()),
        # The poster sizes of the trade, not ISO B.
        Format(key="b2", width=500, height=700),
        Format(key="b1", width=700, height=1000),
        Format(key="b2-landscape", width=700, height=500),
        Format(key="b1-landscape", width=1000, height=700),
        Format(key="mupi", width=1185, height=1750),
        Format(key="square", width=1080, height=1080, unit="px"),
        Format(key="feed", width=1080, height=1350, unit="px"),
        Format(key="story", width=1080, height=1920, unit="px"),
        Format(key="wide", width=1920, height=1080, unit="px"),
        Format(key="uhd", width=3840, height=2160, unit="px"),
    )
}


OWN_LEAST_MM, OWN_MOST_MM = 74, 3000
"""Sides of an own size: from the short one of an A7 to what the widest rolls of paper take. A PDF page ends at 5 m."""

_OWN = re.compile(r"(?:own:)?([0-9]{1,5})x([0-9]{1,5})")


class WrongSize(ValueError):
    """A size that no poster can have; the message says what can be."""


def format_of(key: str) -> Format:
    """Return the format with this name, or an own size in mm such as "600x900" or "own:600x900".

    Raises KeyError for a name that no format has, WrongSize for an own size beyond the limits.
    """
    found = _OWN.fullmatch(key)
    if found is None:
        return FORMATS[key]
    width, height = int(found[1]), int(found[2])
    if not all(OWN_LEAST_MM <= side <= OWN_MOST_MM for side in (width, height)):
        raise WrongSize(f"an own size has sides of {OWN_LEAST_MM} to {OWN_MOST_MM} mm, not {width} × {height}")
    return Format(key=f"{width}x{height}", width=width, height=height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper or screen of one poster. Lengths in pt; origin at the trim's top left."""

    format: Format
    bleed: float
    safe_margin: float

    def __post_init__(self) -> None:
        if 2 * self.safe_margin >= min(self.trim):
            raise ValueError(f"safe margin {self.safe_margin:.1f} pt leaves no safe area")

    @property
    def trim(self) -> Size:
        return self.format.trim

    @property
    def trim_box(self) -> Rect:
        return Rect(0, 0, *self.trim)

    @property
    def bleed_box(self) -> Rect:
        return self.trim_box.grown(self.bleed)

    @property
    def safe_box(self) -> Rect:
        return self.trim_box.grown(-self.safe_margin)

    def per_mille(self, size: float) -> float:
        """Return a length given in ‰ of √(trim width × trim height), in pt."""
        return size / 1000 * self.trim.geometric_mean
