"""A poster that was filled in: a template, the content for it, and what was found in that content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeGuard, TypeVar

from app.engine.brand import BrandKit
from app.engine.color import Rgb
from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, QrChoice, Text, clean
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.fonts import is_ignorable
from app.engine.photo import PhotoSource
from app.engine.sheet import Destination, Format, Sheet
from app.engine.template.addresses import in_full
from app.engine.template.kinds import (
    WITH_STAND_IN,
    AnySlot,
    ChoiceSlot,
    ImprintSlot,
    LogoSlot,
    PhotoSlot,
    QrSlot,
    Slot,
    TextSlot,
)
from app.engine.template.values import EMPTY, LANGUAGES, PosterTemplate
from app.engine.vector.drawing import Drawing
from app.engine.vector.logo import TakenLogo

S = TypeVar("S", bound=Slot)

# Of a logo's ink: so much may be too pale before the logo wants its plate; so much must be seen for it to be there.
_MISSED, _GONE = 0.3, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a poster is made for: rules weigh differently on a street and on a screen. gray: in black alone."""

    format: Format
    destination: Destination
    gray: bool = False

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

    def is_lost_on(self, ground: Rgb) -> bool:
        """Return whether so much of the logo cannot be told from a ground that it is not there any more."""
        return self.logo is not None and self.logo.pale_share(ground) > _GONE

    def wants_plate(self, ground: Rgb, plate: Rgb, least_contrast: float) -> bool:
        """Return whether too much of the logo is under a contrast on its ground, and less of it on a plate."""
        if self.logo is None:
            return False
        fades, on_plate = (self.logo.pale_share(color, least_contrast) for color in (ground, plate))
        return fades > max(_MISSED, on_plate)


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
    def second_language(self) -> str:
        """The other language of a bilingual poster; empty where the template, or the poster, has one alone."""
        second = self.content.second_language
        can_be = self.template.translations and second in self.template.languages
        return second if can_be and second != self.language else ""

    @property
    def sheet(self) -> Sheet:
        return self.brand.sheet(self.purpose.format)

    def texts(self) -> Iterator[tuple[TextSlot, Text]]:
        """Yield the text slots that hold words, in the template's order, each text with its language."""
        for slot in self._slots(TextSlot):
            if self.words(slot.key):
                yield slot, self.text(slot.key)

    def text(self, slot_key: str) -> Text:
        """Return what was typed into a slot, with its language; no words for an empty slot.

        A translation has none while the poster is in one language, whatever is kept of it.
        """
        found = self.content.texts.get(slot_key, Text(text=""))
        if not self._translates(slot_key):
            return Text(text=found.text, language=found.language or self.language)
        second = self.second_language
        return Text(text=found.text, language=found.language or second) if second else Text(text="")

    def _translates(self, slot_key: str) -> str:
        slot = self.template.slots.get(slot_key)
        return slot.translates if isinstance(slot, TextSlot) else ""

    def wants(self, slot: TextSlot) -> bool:
        """Return whether a text must be there: required, or the translation of a text that needs one.

        What has no letters, such as 14.03, is the same in every language.
        """
        if not slot.translates:
            return slot.required
        if not self.second_language:
            return False
        original = self.template.slots.get(slot.translates)
        said = self.words(slot.translates)
        return any(char.isalpha() for char in said) or (
            not said and isinstance(original, TextSlot) and original.required
        )

    def words(self, slot_key: str) -> str:
        """Return the words of a slot as they are set: without unsafe characters, nothing where nothing is seen."""
        return seen(self.text(slot_key).text)

    def lines_of(self, slot: TextSlot) -> tuple[int, int]:
        """Return the fewest and the most lines of a text: two languages may need more of them in narrower frames."""
        return slot.two_lines if self.second_language and slot.two_lines else slot.lines

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

    def owner_of(self, filled: FilledLogo) -> str:
        """Return whose logo it is: as its name says, else the organisation that answers for the poster; or ""."""
        return seen(filled.choice.name) or seen(self.imprint.organisation)

    def qrs(self) -> Iterator[tuple[QrSlot, QrChoice]]:
        """Yield the codes that have an address. A template's own address fills in forms, never a poster by itself."""
        for slot in self._slots(QrSlot):
            choice = self.content.qrs.get(slot.key)
            if choice is None or not choice.url.strip():
                continue
            url = in_full(choice.url, self.brand.address)
            if url:
                yield slot, replace(choice, url=url)

    def chosen(self) -> Mapping[str, str]:
        """Return the value of every choice slot, the default where none was made, and EMPTY of pictures left out.

        Where a template can be in two languages, also how many it has: "one" or "two" LANGUAGES.
        """
        made = {slot.key: self.content.choices.get(slot.key, slot.default) for slot in self._slots(ChoiceSlot)}
        pictures = (slot for kind in WITH_STAND_IN for slot in self._slots(kind))
        languages = {LANGUAGES: "two" if self.second_language else "one"} if self.template.translations else {}
        return made | languages | {slot.key: EMPTY for slot in pictures if self.is_empty(slot.key)}

    def is_empty(self, slot_key: str) -> bool:
        """Return whether an optional slot has nothing in it, so that others may close up."""
        slot: AnySlot = self.template.slots[slot_key]
        filled: dict[str, object] = {
            "text": self.words(slot_key),
            "photo": any(photo.slot.key == slot_key for photo in self.photos()),
            "logo": any(logo.slot.key == slot_key for logo in self.logos()),
            "qr": any(qr.key == slot_key for qr, _ in self.qrs()),
            "imprint": not self.imprint.is_empty or any(self.credits()),
        }
        return not filled.get(slot.kind, True)

    def credits(self) -> Iterator[str]:
        """Yield the names of photographers that the poster must mention, each once."""
        return iter(dict.fromkeys(name for photo in self.photos() if (name := seen(photo.choice.credit))))

    @property
    def imprint(self) -> Imprint:
        return self.content.imprint

    def imprint_slots(self) -> Iterator[ImprintSlot]:
        return self._slots(ImprintSlot)

    def _slots(self, kind: type[S]) -> Iterator[S]:
        return (slot for slot in self.template.slots.values() if isinstance(slot, kind))


def seen(text: str) -> str:
    """Return a text without unsafe characters and outer space; nothing where a reader would see nothing."""
    cleaned = clean(text).text.strip()
    return cleaned if any(not char.isspace() and not is_ignorable(char) for char in cleaned) else ""


def stands_bare(slot: AnySlot) -> TypeGuard[TextSlot | ImprintSlot]:
    """Return whether the words of a slot stand on whatever is painted below them, without a bar of their own."""
    return isinstance(slot, ImprintSlot) or (isinstance(slot, TextSlot) and not slot.bar)
