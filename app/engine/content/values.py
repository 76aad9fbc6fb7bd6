"""What a user fills in. Frozen; keys and meanings are those of a content file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

PlateChoice = Literal["auto", "none", "always"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words of one slot. Newlines force a break. language: where it differs from the poster's, else empty."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoChoice:
    """A photo and how it is shown.

    file: a path, an upload's key, or "brand:NAME" for an illustration. focus: 0–1 of the upright picture, None for
    the sensible default. zoom: 1 shows as much as the frame can, more comes closer.
    light: whether a dark or flat photo comes in better light.
    """

    file: str
    focus: tuple[float, float] | None = None
    zoom: float = 1.0
    alt: str = ""
    consent: bool = False
    credit: str = ""
    scrim: bool = False
    light: bool = False

    @property
    def illustration(self) -> str:
        """The name of the brand's illustration, empty for a photo."""
        return self.file.removeprefix("brand:") if self.file.startswith("brand:") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoChoice:
    """A partner's logo. plate: the quiet ground behind it. name: whose, for those who do not see it."""

    file: str
    plate: PlateChoice = "auto"
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QrChoice:
    """The address that a QR code holds."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The responsible publisher (verantwoordelijke uitgever): a natural person, with a vzw also its name and seat."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    organisation: str = ""
    seat: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, part) for part in IMPRINT_PARTS)


IMPRINT_PARTS = tuple(part.name for part in fields(Imprint))
"""The parts of an imprint, as the keys of a content file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything a user chose for one poster. Slots by key; a slot that is left empty is absent.

    second_language: that slots which translate others are in; empty for a poster in one language. Their words are
    kept all the same, and not on the poster.
    version: of the template that the content was written for, where a content file says so; else 0.
    """

    language: str
    texts: Mapping[str, Text] = field(default_factory=dict)
    photos: Mapping[str, PhotoChoice] = field(default_factory=dict)
    logos: Mapping[str, LogoChoice] = field(default_factory=dict)
    qrs: Mapping[str, QrChoice] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    imprint: Imprint = Imprint()
    second_language: str = ""
    version: int = 0
