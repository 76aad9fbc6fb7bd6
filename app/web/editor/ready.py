"""Ready-made texts: somebody says for which job, for whom and what about; one press fills the poster.

They come from two places. Words of the brand kit fill the slots that ask for them, on any poster; sets of a template's
own fill its other slots, for its own idea.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from app.engine.brand import MESSAGES, READERS, BrandKit
from app.engine.content import Content
from app.engine.template import PosterTemplate, TextSlot
from app.engine.template.values import ReadySet
from app.services.selection import VALUES
from app.web.editor.bilingual import in_form
from app.web.findings import Changes
from app.web.gallery.filters import facet_title, value_label
from app.web.language import gettext
from app.web.shell import say, services


class Pick(NamedTuple):
    """For which job, for whom, and what about; empty where nobody was asked."""

    job: str = ""
    reader: str = ""
    message: str = ""


class Question(NamedTuple):
    """One part of a pick to choose: its title, its values with their labels, and the one that is chosen."""

    part: str
    title: str
    values: Mapping[str, str]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyBox:
    """All that the box asks and offers.

    offers: what each pick fills in, by the values that were asked for, with spaces between them. chosen: of these, what
    the chosen pick fills in. title: the field that shows first. lacks: labels of the texts that nobody wrote yet in
    this language.
    """

    questions: tuple[Question, ...]
    offers: Mapping[str, Changes]
    chosen: Changes
    title: str
    lacks: tuple[str, ...]


def ready_box(template: PosterTemplate, content: Content, wish: Pick | None = None) -> ReadyBox | None:
    """Return the box for a poster; None where its language has no ready words. wish: what was chosen before."""
    picks = _offers(template, content)
    if not picks:
        return None
    chosen = _nearest(picks, wish or Pick("", template.reader, template.message))
    asked = [part for part in Pick._fields if len({getattr(pick, part) for pick in picks}) > 1]
    filled = {key for found in picks.values() for key in found}
    return ReadyBox(
        questions=tuple(_question(part, picks, chosen) for part in asked),
        offers={" ".join(getattr(pick, part) for part in asked): _changes(found) for pick, found in picks.items()},
        chosen=_changes(picks[chosen]),
        title=next(f"text.{slot.key}" for slot in _texts(template) if slot.role == "H1"),
        lacks=tuple(say(slot.label) for slot in _fillable(in_form(template, content)) if slot.key not in filled),
    )


def texts_of(template: PosterTemplate, content: Content, wish: Pick) -> Changes:
    """Return what a wish fills in; nothing for one that no page of ours offers. Parts not asked for are empty."""
    fitting = [found for pick, found in _offers(template, content).items() if all(map(_agrees, wish, pick))]
    return _changes(fitting[0]) if len(fitting) == 1 else []


def _agrees(wished: str, value: str) -> bool:
    return wished in ("", value)


def _offers(template: PosterTemplate, content: Content) -> dict[Pick, dict[str, str]]:
    """Return what every pick fills in, by slot; picks that fill nothing are left out."""
    brand = services().catalog.brand
    return {pick: found for pick in _picks(template) if (found := _fills(template, content, pick, brand))}


def _picks(template: PosterTemplate) -> tuple[Pick, ...]:
    """Return every pick that could make a difference to a template."""
    is_worded = any(slot.words in ("headline", "body") for slot in _texts(template))
    jobs = template.professions or VALUES["profession"]
    messages = MESSAGES if is_worded else tuple(dict.fromkeys(found.message for found in template.ready))
    return tuple(Pick(*found) for found in product(jobs, READERS if is_worded else ("",), messages or ("",)))


def _fills(template: PosterTemplate, content: Content, pick: Pick, brand: BrandKit) -> dict[str, str]:
    """Return the texts that a pick fills in, by slot, in the order of the template."""
    said = {language: _own_texts(template, pick, language) for language in (content.language, content.second_language)}
    texts = (
        (
            slot.key,
            said[_main_language(slot, content)].get(slot.translates or slot.key) or _words(slot, content, pick, brand),
        )
        for slot in _texts(in_form(template, content))
    )
    return {key: text for key, text in texts if text}


def _main_language(slot: TextSlot, content: Content) -> str:
    """Return the language of a slot where nobody gave it one of its own."""
    return content.second_language if slot.translates else content.language


def _words(slot: TextSlot, content: Content, pick: Pick, brand: BrandKit) -> str:
    """Return what the brand kit says in a slot, in the language that the slot has on this poster."""
    typed = content.texts.get(slot.key)
    language = (typed.language if typed else "") or _main_language(slot, content)
    return brand.ready.said(slot.words, *pick, language) if slot.words else ""


def _own_texts(template: PosterTemplate, pick: Pick, language: str) -> Mapping[str, str]:
    """Return what the template's own set says in a language; nothing where it has none."""
    found = _own_set(template, pick, language)
    return found.texts[language] if found else {}


def _own_set(template: PosterTemplate, pick: Pick, language: str) -> ReadySet | None:
    """Return the template's own set for a job, else the one for every job; the message decides between several."""
    known = [found for found in template.ready if found.profession in (pick.job, "") and language in found.texts]
    known.sort(key=lambda found: (found.profession != pick.job, found.message != pick.message))
    return known[0] if known else None


def _texts(template: PosterTemplate) -> Iterator[TextSlot]:
    return (slot for slot in template.slots.values() if isinstance(slot, TextSlot))


def _fillable(template: PosterTemplate) -> Iterator[TextSlot]:
    """Yield the texts that are filled in some language."""
    own = {key for found in template.ready for texts in found.texts.values() for key in texts}
    return (slot for slot in _texts(template) if slot.words or (slot.translates or slot.key) in own)


def _nearest(picks: Mapping[Pick, object], wish: Pick) -> Pick:
    """Return the first pick that agrees with a wish in most of its parts."""
    return max(picks, key=lambda pick: sum(one == other for one, other in zip(pick, wish, strict=True)))


def _changes(texts: Mapping[str, str]) -> Changes:
    return [[f"text.{key}", text] for key, text in texts.items()]


def _question(part: str, picks: Mapping[Pick, object], chosen: Pick) -> Question:
    values = dict.fromkeys(str(getattr(pick, part)) for pick in picks)
    return Question(part, _titles()[part], {value: _label(part, value) for value in values}, getattr(chosen, part))


def _titles() -> Mapping[str, str]:
    return {
        "job": facet_title("profession"),
        "reader": facet_title("audience"),
        "message": facet_title("message"),
    }


def _label(part: str, value: str) -> str:
    if part == "reader":
        return {
            "starters": gettext("Wie nog studeert"),
            "switchers": gettext("Wie van job verandert"),
            "insiders": gettext("Wie al in de zorg werkt"),
        }[value]
    return value_label("profession" if part == "job" else "message", value)
