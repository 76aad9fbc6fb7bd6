"""Type styles as values: how each kind of text looks, and what its colours must reach to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.engine.brand.sheet_tables import SheetTable
from app.engine.fonts import Face

Align = Literal["start", "center", "end"]
Case = Literal["as-typed", "upper"]

TEXT_CONTRAST = 4.5
"""Least contrast of text. Source: WCAG 2.2, 1.4.3."""

LARGE_CONTRAST = 3.0
"""Least contrast of large type and of graphics. Source: WCAG 2.2, 1.4.3 and 1.4.11."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The macron bar behind each line, in em of the type on it.

    above: from the base line up. below: from the base line down. side: beyond the text at both ends.
    """

    above: float
    below: float
    side: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The short macron bar at the start of a text, in em of the type beside it.

    middle: its height over the base line. gap: to the text, which is indented by length and gap.
    """

    length: float
    thickness: float
    gap: float
    middle: float

    @property
    def indent(self) -> float:
        return self.length + self.gap


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStyle:
    """How a kind of text looks.

    faces: in order of preference, each character takes the first that has it. smallest, largest: in ‰ of the sheet.
    minimum: in pt per format; it wins over both. leading: base line to base line, in em. tracking: in em.
    hyphenate: whether words may be divided. balance: whether lines are made even, as headlines want.
    large: whether pairs judge it as large type. fill: whether each line is set as wide as its frame, in a size of its
    own. marker: of texts that ask for one. variants: the style in languages whose script needs other measures.
    """

    key: str
    faces: tuple[Face, ...]
    smallest: float
    largest: float
    minimum: SheetTable
    leading: float
    tracking: float = 0.0
    case: Case = "as-typed"
    align: Align = "start"
    hyphenate: bool = False
    balance: bool = False
    bar: Bar | None = None
    large: bool = False
    fill: bool = False
    marker: Marker | None = None
    variants: Mapping[str, "TypeStyle"] = field(default_factory=dict)

    @property
    def least_contrast(self) -> float:
        """The contrast with its ground that this type needs to be read. Source: WCAG 2.2, 1.4.3."""
        return LARGE_CONTRAST if self.large else TEXT_CONTRAST

    def in_language(self, language: str) -> "TypeStyle":
        """Return the style as texts in a language want it."""
        return self.variants.get(language.split("-")[0], self)
