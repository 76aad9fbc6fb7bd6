"""Templates as plain data, for `affiche templates --json` and other machines."""

from collections.abc import Sequence
from typing import Any

from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.sheet import Format
from app.engine.template import AnySlot, ChoiceSlot, PosterTemplate, TextSlot


def described(template: PosterTemplate, versions: Sequence[int] = ()) -> dict[str, Any]:
    """Return a template with its formats and slots. The names of the keys are frozen.

    versions: all that are there, for posters that were made with an older one.
    """
    return {
        "name": template.key,
        "version": template.version,
        "status": template.status,
        "titles": _by_language(template.name),
        "languages": list(template.languages),
        "formats": [_format(found) for found in template.formats],
        "slots": [_slot(slot) for slot in template.slots.values()],
        "versions": list(versions) or [template.version],
    }


def _by_language(words: Sentence) -> dict[str, str]:
    return {language: words.in_language(language) for language in INTERFACE_LANGUAGES}


def _format(found: Format) -> dict[str, Any]:
    return {
        "key": found.key,
        "width": found.width,
        "height": found.height,
        "unit": found.unit,
        "destinations": list(found.destinations),
    }


def _slot(slot: AnySlot) -> dict[str, Any]:
    return {
        "key": slot.key,
        "kind": slot.kind,
        "required": slot.required,
        "max_chars": slot.max_chars if isinstance(slot, TextSlot) else None,
        "lines": list(slot.lines) if isinstance(slot, TextSlot) else None,
        "translates": (slot.translates or None) if isinstance(slot, TextSlot) else None,
        "choices": [key for key, _ in slot.values] if isinstance(slot, ChoiceSlot) else None,
    }
