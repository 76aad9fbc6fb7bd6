"""A poster as words: everything that it says, in reading order, for who reads instead of looks."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.findings import Sentence
from app.engine.layout.alts import logo_alt, photo_alt
from app.engine.layout.imprint import imprint_words
from app.engine.layout.places import covered_photos
from app.engine.template import AnySlot, BrandLogoSlot, ImprintSlot, LogoSlot, PhotoSlot, QrSlot, TextSlot
from app.engine.template.checked import CheckedContent, seen
from app.engine.template.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptLine:
    """What one slot says. text: never empty; with the line breaks that were typed.

    role: its structure type, such as H1, P or Figure. label: what the slot is called. language: BCP 47, of the text.
    link: the address that a QR code holds.
    """

    slot: str
    kind: Kind
    role: str
    label: Sentence
    text: str
    language: str
    link: str = ""


def transcript(poster: CheckedContent) -> tuple[TranscriptLine, ...]:
    """Return everything that a poster says. Empty slots say nothing; a picture says its text alternative."""
    found = (_line(poster, slot) for slot in poster.template.slots.values())
    return tuple(line for line in found if line is not None and line.text)


def _line(poster: CheckedContent, slot: AnySlot) -> TranscriptLine | None:
    role, text, language = "Figure", "", poster.language
    match slot:
        case TextSlot():
            role, text, language = slot.role, poster.words(slot.key), poster.text(slot.key).language
        case ImprintSlot():
            role, text = "P", imprint_words(poster)
        case PhotoSlot():
            text, language = next(_photo_words(poster, slot), ("", language))
        case LogoSlot():
            text, language = next(_logo_words(poster, slot), ("", language))
        case BrandLogoSlot():
            text = poster.brand.logo.alt
        case QrSlot():
            text = next((seen(choice.url) for found, choice in poster.qrs() if found is slot), "")
        case _:
            return None
    link = text if isinstance(slot, QrSlot) else ""
    return TranscriptLine(
        slot=slot.key, kind=slot.kind, role=role, label=slot.label, text=text, language=language, link=link
    )


def _photo_words(poster: CheckedContent, slot: PhotoSlot) -> Iterator[tuple[str, str]]:
    """Yield the text alternative of what stands in a slot; nothing where nothing does, or where a photo covers it."""
    if slot.key in covered_photos(poster):
        return
    for photo in poster.photos():
        if photo.slot is slot and (photo.source is not None or photo.illustration is not None):
            yield photo_alt(poster, photo)


def _logo_words(poster: CheckedContent, slot: LogoSlot) -> Iterator[tuple[str, str]]:
    return (logo_alt(poster, logo) for logo in poster.logos() if logo.slot is slot and logo.logo is not None)
