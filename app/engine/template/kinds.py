"""The kinds of slots: what may stand in a place of a poster, and what its template says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.engine.brand import Align, Wording
from app.engine.content import clean
from app.engine.findings import Sentence

VAlign = Literal["top", "middle", "bottom"]
Kind = Literal["text", "photo", "logo", "qr", "imprint", "brand-logo", "choice"]
PhotoTreatment = Literal["none", "duotone", "scrim"]
PictureKind = Literal["photo", "illustration"]
Plate = Literal["auto", "none", "always"]
Turn = Literal[0, 90, -90]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What every slot has. label, hint: to the user, by language of the interface."""

    key: str
    required: bool = False
    label: Sentence
    hint: Sentence | None = None

    @property
    def kind(self) -> Kind:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSlot(Slot):
    """A place for words.

    style: key of a type style. ink: palette colour. bar: palette colour of the macron bar, or empty; on: palette
    colour that the text is meant to stand on (the bar's, where there is one). marker: palette colour of the short bar
    at its start, or empty. role: in the document, H1, P ….
    lines: fewest and most. max_chars: in grapheme clusters after NFC. placeholder, suggestions: by language.
    words: which of the kit's ready words fill it, or empty.
    translates: the slot whose words it says again in the poster's second language, or empty.
    two_lines: fewest and most lines on posters in two languages, where frames are narrower; without it as in one.
    """

    style: str
    ink: str
    bar: str
    on: str
    role: str
    lines: tuple[int, int]
    max_chars: int
    align: Align
    valign: VAlign
    placeholder: Mapping[str, str]
    suggestions: Mapping[str, tuple[str, ...]]
    marker: str = ""
    words: Wording | Literal[""] = ""
    translates: str = ""
    two_lines: tuple[int, int] | None = None

    @property
    def kind(self) -> Kind:
        return "text"

    def is_placeholder(self, text: str) -> bool:
        """Return whether a text says no more than a placeholder, in whichever language and however it is spaced."""
        return _plain(text) in {_plain(sample) for sample in self.placeholder.values()}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSlot(Slot):
    """A place for a photo; its frame is the mask."""

    role: str = "Figure"
    treatment: PhotoTreatment = "none"
    allow: tuple[PictureKind, ...] = ("photo", "illustration")

    @property
    def kind(self) -> Kind:
        return "photo"


class Anchor(NamedTuple):
    """Where something smaller than its frame stands in it."""

    vertical: VAlign
    horizontal: Align


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoSlot(Slot):
    """A place for a partner's logo."""

    plate: Plate = "auto"
    anchor: Anchor = Anchor("bottom", "end")  # noqa: RUF009 - a NamedTuple is frozen

    @property
    def kind(self) -> Kind:
        return "logo"


@dataclass(frozen=True, slots=True, kw_only=True)
class QrSlot(Slot):
    """A place for a QR code. ink, on: palette colours of its modules and of its quiet zone."""

    ink: str
    on: str
    default_url: str = ""

    @property
    def kind(self) -> Kind:
        return "qr"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintSlot(Slot):
    """A place for the responsible publisher. turn: degrees, -90 reads upwards."""

    ink: str
    on: str
    turn: Turn = 0

    @property
    def kind(self) -> Kind:
        return "imprint"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandLogoSlot(Slot):
    """A place for the brand's own mark; always painted. on: palette colour of its ground."""

    on: str
    anchor: Anchor = Anchor("bottom", "start")  # noqa: RUF009 - a NamedTuple is frozen

    @property
    def kind(self) -> Kind:
        return "brand-logo"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSlot(Slot):
    """One of a few looks. values: keys with their labels."""

    values: tuple[tuple[str, Sentence], ...]
    default: str

    @property
    def kind(self) -> Kind:
        return "choice"


WITH_STAND_IN = (PhotoSlot, LogoSlot)
"""The kinds of slots that art may stand in for while they are empty."""

AnySlot = TextSlot | PhotoSlot | LogoSlot | QrSlot | ImprintSlot | BrandLogoSlot | ChoiceSlot


def _plain(text: str) -> str:
    """Return a text as it is compared with another."""
    return " ".join(clean(text).text.split()).casefold()
