"""The steps of the editor's form: words, picture, who sends it."""

from typing import NamedTuple

from app.engine.template import AnySlot, ChoiceSlot, ImprintSlot, LogoSlot, PhotoSlot, PosterTemplate, QrSlot, TextSlot
from app.web.language import gettext


class Section(NamedTuple):
    """One step. key: of its anchor. short: its title in one word."""

    key: str
    title: str
    short: str
    slots: tuple[AnySlot, ...]


def sections_of(template: PosterTemplate) -> tuple[Section, ...]:
    """Return the steps in which a template is filled in; steps without fields are left out."""
    steps = (
        Section("tekst", gettext("Tekst"), gettext("Tekst"), _slots(template, TextSlot)),
        Section(
            "beeld",
            gettext("Beeld"),
            gettext("Beeld"),
            (*_slots(template, PhotoSlot), *_slots(template, ChoiceSlot)),
        ),
        Section(
            "afzender",
            gettext("Logo en afzender") if _slots(template, LogoSlot) else gettext("Afzender"),
            gettext("Afzender"),
            (*_slots(template, LogoSlot), *_slots(template, QrSlot), *_slots(template, ImprintSlot)),
        ),
    )
    return tuple(step for step in steps if step.slots)


def form_order(template: PosterTemplate) -> tuple[str, ...]:
    """Return the keys of a template's slots as they follow each other in the form."""
    return tuple(slot.key for section in sections_of(template) for slot in section.slots)


def _slots(template: PosterTemplate, kind: type[AnySlot]) -> tuple[AnySlot, ...]:
    return tuple(slot for slot in template.slots.values() if isinstance(slot, kind))
