"""What a template asks for, told before anybody begins."""

from collections.abc import Iterator, Sequence

from app.engine.template import ImprintSlot, LogoSlot, PhotoSlot, PosterTemplate, QrSlot, TextSlot
from app.web.language import gettext, ngettext


def needs_of(template: PosterTemplate) -> tuple[str, ...]:
    """Return what to have at hand, one short line each."""
    return tuple(_lines(template))


def _lines(template: PosterTemplate) -> Iterator[str]:
    slots = template.slots.values()
    texts = [slot for slot in slots if isinstance(slot, TextSlot) and not slot.translates]
    # A template has one text at least that is required, its title: "nog" follows something.
    yield from _text_lines(sum(slot.required for slot in texts), sum(not slot.required for slot in texts))
    if template.translations:
        yield gettext("Dezelfde teksten in een tweede taal, als je dat wilt")
    photos = [slot for slot in slots if isinstance(slot, PhotoSlot)]
    if photos:
        yield _photo_line(photos)
    logos = [slot.required for slot in slots if isinstance(slot, LogoSlot)]
    if logos:
        words = gettext("Het logo van je organisatie"), gettext("Het logo van je organisatie, als je dat wilt")
        yield words[not any(logos)]
    codes = [slot.required for slot in slots if isinstance(slot, QrSlot)]
    if codes:
        words = gettext("Een webadres voor de QR-code"), gettext("Een webadres voor de QR-code, als je dat wilt")
        yield words[not any(codes)]
    # Only what hangs in the street must say who answers for it.
    if any(isinstance(slot, ImprintSlot) for slot in slots) and any(found.unit == "mm" for found in template.formats):
        yield gettext("Voor op straat: naam en adres van wie instaat voor de affiche (de V.U.)")


def _text_lines(required: int, optional: int) -> Iterator[str]:
    if required:
        yield ngettext("%(num)d korte tekst", "%(num)d korte teksten", required)
    if optional:
        yield ngettext(
            "Nog %(num)d korte tekst, als je dat wilt", "Nog %(num)d korte teksten, als je dat wilt", optional
        )


def _photo_line(slots: Sequence[PhotoSlot]) -> str:
    """Return the line of all photos: of those that have to be there, where there are any."""
    required = [slot for slot in slots if slot.required]
    if all("illustration" in slot.allow for slot in required or slots):
        either = gettext("Een foto, of een van onze tekeningen")
        return either if required else gettext("Een foto of een van onze tekeningen, als je dat wilt")
    return gettext("Een foto") if required else gettext("Een foto, als je dat wilt")
