"""A template as one poster uses it: in one language without places for another, in two with their names."""

from dataclasses import replace

from app.engine.names import in_that_language
from app.engine.template.kinds import AnySlot, TextSlot
from app.engine.template.values import PosterTemplate


def in_both_languages(template: PosterTemplate, second: str) -> PosterTemplate:
    """Return a template whose translations are called by their language: "Titel in het Frans".

    second: the poster's second language; empty for none, and the template is as it was.
    """
    if not second:
        return template
    return replace(template, slots={key: _named(slot, second) for key, slot in template.slots.items()})


def as_filled_in(template: PosterTemplate, second: str) -> PosterTemplate:
    """Return a template with its slots as somebody fills them in: every translation follows its original.

    second: the poster's second language; without one there are no translations.
    """
    slots = in_both_languages(template, second).slots
    translations = template.translations
    order = [
        key
        for original in slots
        if original not in translations.values()
        for key in (original, translations.get(original, ""))
        if key
    ]
    return replace(template, slots={key: slots[key] for key in order if second or key not in translations.values()})


def _named(slot: AnySlot, second: str) -> AnySlot:
    if isinstance(slot, TextSlot) and slot.translates:
        return replace(slot, label=in_that_language(slot.label, second))
    return slot
