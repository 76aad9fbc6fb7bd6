"""A poster that was filled in: a template, the content for it, and what was found in that content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.engine.brand import BrandKit
from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, QrChoice, Text
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.photo import PhotoSource
from app.engine.sheet import Destination, Format, Sheet
from app.engine.template.values import (
    AnySlot,
    ChoiceSlot,
    LogoSlot,
    PhotoSlot,
    PosterTemplate,
    QrSlot,
    Slot,
    TextSlot,
)
from app.engine.vector.drawing import Drawing
from app.engine.vector.logo import TakenLogo

S = TypeVar("S", bound=Slot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a poster is made for: rules weigh differently on a street and on a screen."""

    format: Format
    destination: Destination

    @property
    def hangs_in_the_street(self) -> bool:
        """Whether it leaves as paper that others may hang up."""
        return self.destination in ("print", "home", "proof", "all") and self.format.unit == "mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledPhoto:
    """A photo slot with what stands in it: pixels, or an illustration of the brand. Neither: it could not be read."""

    slot: PhotoSlot
    choice: PhotoChoice
    source: PhotoSource | None = None
    illustration: Drawing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledLogo:
    """A logo slot with the logo in it; None when it could not be read."""

    slot: LogoSlot
    choice: LogoChoice
    logo: TakenLogo | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedContent:
    """One poster, filled in and judged as far as that is possible without laying it out."""

    template: PosterTemplate
    brand: BrandKit
    content: Content
    media: Media
    purpose: Purpose
    findings: tuple[Finding, ...] = ()

    @property
    def language(self) -> str:
        return self.content.language

    @property
    def sheet(self) -> Sheet:
        return self.brand.sheet(self.purpose.format)

    def texts(self) -> Iterator[tuple[TextSlot, Text]]:
        """Yield the text slots that hold words, in the template's order, each text with its language."""
        for slot in self._slots(TextSlot):
            text = self.text(slot.key)
            if text.text.strip():
                yield slot, text

    def text(self, slot_key: str) -> Text:
        """Return the words of a slot with their language; empty words for an empty slot."""
        found = self.content.texts.get(slot_key, Text(text=""))
        return Text(text=found.text, language=found.language or self.language)

    def photos(self) -> Iterator[FilledPhoto]:
        for slot in self._slots(PhotoSlot):
            choice = self.content.photos.get(slot.key)
            if choice is not None and choice.file:
                yield FilledPhoto(
                    slot=slot,
                    choice=choice,
                    source=self.media.photos.get(choice.file),
                    illustration=self.brand.illustrations.get(choice.illustration),
                )

    def logos(self) -> Iterator[FilledLogo]:
        for slot in self._slots(LogoSlot):
            choice = self.content.logos.get(slot.key)
            if choice is not None and choice.file:
                yield FilledLogo(slot=slot, choice=choice, logo=self.media.logos.get(choice.file))

    def qrs(self) -> Iterator[tuple[QrSlot, QrChoice]]:
        for slot in self._slots(QrSlot):
            choice = self.content.qrs.get(slot.key)
            if choice is not None and choice.url.strip():
                yield slot, choice

    def chosen(self) -> Mapping[str, str]:
        """Return the value of every choice slot, the default where none was made."""
        return {slot.key: self.content.choices.get(slot.key, slot.default) for slot in self._slots(ChoiceSlot)}

    def is_empty(self, slot_key: str) -> bool:
        """Return whether an optional slot has nothing in it, so that others may close up."""
        slot: AnySlot = self.template.slots[slot_key]
        filled: dict[str, object] = {
            "text": self.text(slot_key).text.strip(),
            "photo": any(photo.slot.key == slot_key for photo in self.photos()),
            "logo": any(logo.slot.key == slot_key for logo in self.logos()),
            "qr": any(qr.key == slot_key for qr, _ in self.qrs()),
            "imprint": not self.content.imprint.is_empty or any(self.credits()),
        }
        return not filled.get(slot.kind, True)

    def credits(self) -> Iterator[str]:
        """Yield the names of photographers that the poster must mention."""
        for photo in self.photos():
            if photo.choice.credit.strip():
                yield photo.choice.credit.strip()

    @property
    def imprint(self) -> Imprint:
        return self.content.imprint

    def _slots(self, kind: type[S]) -> Iterator[S]:
        return (slot for slot in self.template.slots.values() if isinstance(slot, kind))
