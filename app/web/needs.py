"""What a template asks for, told before anybody begins."""

from app.engine.template import LogoSlot, PhotoSlot, PosterTemplate, QrSlot, TextSlot
from app.web.language import gettext, ngettext


def needs_of(template: PosterTemplate) -> tuple[str, ...]:
    """Return what to have at hand, one short line each."""
    slots = template.slots.values()
    texts = sum(isinstance(slot, TextSlot) for slot in slots)
    lines = [ngettext("%(num)d korte tekst", "%(num)d korte teksten", texts)]
    photos = [slot for slot in slots if isinstance(slot, PhotoSlot)]
    if photos:
        lines.append(_photo_line(photos[0]))
    if any(isinstance(slot, LogoSlot) for slot in slots):
        lines.append(gettext("Het logo van je organisatie, als je dat wilt"))
    if any(isinstance(slot, QrSlot) for slot in slots):
        lines.append(gettext("Een webadres voor de QR-code, als je dat wilt"))
    return tuple(lines)


def _photo_line(slot: PhotoSlot) -> str:
    if "illustration" in slot.allow:
        return gettext("Een foto, of een van onze tekeningen")
    return gettext("Een foto") if slot.required else gettext("Een foto, als je dat wilt")
