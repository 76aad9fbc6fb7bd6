"""What the places for a second language are called, so that findings name the one that is meant."""

from dataclasses import replace

from app.engine.names import in_that_language
from app.engine.template import PosterTemplate, TextSlot


def in_both_languages(template: PosterTemplate, second: str) -> PosterTemplate:
    """Return a template whose translations are called by their language: "Titel in het Frans".

    second: the poster's second language; empty for none, and the template is as it was.
    """
    if not second:
        return template
    slots = {
        key: replace(slot, label=in_that_language(slot.label, second))
        if isinstance(slot, TextSlot) and slot.translates
        else slot
        for key, slot in template.slots.items()
    }
    return replace(template, slots=slots)
