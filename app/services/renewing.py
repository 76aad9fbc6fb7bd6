"""A poster whose template has another version: what that means to it, and the content with which it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.engine.content import Content, QrChoice
from app.engine.findings import Sentence
from app.engine.fonts import count_chars
from app.engine.sheet import Format
from app.engine.template import AnySlot, ChoiceSlot, PosterTemplate, QrSlot, TextSlot

Change = Literal["not-shown", "value-gone", "too-long", "to-fill-in", "formats-gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One thing that another version changes for a poster, beside its looks.

    label: of the slot that it is about. value: of a choice, as it is called. formats: that the poster loses.
    """

    change: Change
    label: Sentence | None = None
    value: Sentence | None = None
    formats: tuple[Format, ...] = ()


def consequences(content: Content, was: PosterTemplate, now: PosterTemplate) -> tuple[Consequence, ...]:
    """Return what a change of version means to a poster with this content. was, now: versions of its template."""
    lost = tuple(found for found in was.formats if found not in now.formats)
    found = [*_not_shown(content, was, now), *_in_slots(content, was, now)]
    return (*found, *([Consequence(change="formats-gone", formats=lost)] if lost else ()))


def can_use(content: Content, template: PosterTemplate) -> bool:
    """Return whether a version is made in the language of a poster."""
    return content.language in template.languages


def renewed(content: Content, was: PosterTemplate, now: PosterTemplate) -> Content:
    """Return the content with which a poster goes on: everything is kept, and new codes get the template's address."""
    new = (slot for key, slot in now.slots.items() if key not in was.slots)
    codes = {slot.key: QrChoice(url=slot.default_url) for slot in new if isinstance(slot, QrSlot) and slot.default_url}
    return replace(content, qrs={**codes, **content.qrs})


def _not_shown(content: Content, was: PosterTemplate, now: PosterTemplate) -> Iterator[Consequence]:
    for key, slot in was.slots.items():
        same = now.slots.get(key)
        if _is_filled(content, slot) and (same is None or same.kind != slot.kind):
            yield Consequence(change="not-shown", label=slot.label)


def _in_slots(content: Content, was: PosterTemplate, now: PosterTemplate) -> Iterator[Consequence]:
    for key, slot in now.slots.items():
        before = was.slots.get(key)
        match slot, before:
            case TextSlot(), TextSlot() if _length(content, key) > slot.max_chars:
                yield Consequence(change="too-long", label=slot.label)
            case ChoiceSlot(), ChoiceSlot():
                chosen = content.choices.get(key, before.default)
                if chosen in dict(before.values) and chosen not in dict(slot.values):
                    yield Consequence(change="value-gone", label=slot.label, value=dict(before.values)[chosen])
        was_asked = before is not None and before.kind == slot.kind and before.required
        if slot.required and not was_asked and not _is_filled(content, slot):
            yield Consequence(change="to-fill-in", label=slot.label)


def _length(content: Content, key: str) -> int:
    return count_chars(content.texts[key].text) if key in content.texts else 0


def _is_filled(content: Content, slot: AnySlot) -> bool:
    match slot.kind:
        case "text":
            return slot.key in content.texts and bool(content.texts[slot.key].text.strip())
        case "photo":
            return slot.key in content.photos and bool(content.photos[slot.key].file)
        case "logo":
            return slot.key in content.logos and bool(content.logos[slot.key].file)
        case "qr":
            return slot.key in content.qrs and bool(content.qrs[slot.key].url)
        case "imprint":
            return not content.imprint.is_empty
    return False
