"""Wrong use: a content that names slots, languages or choices which the template does not have."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.content import Content
from app.engine.errors import ContentError
from app.engine.template import ChoiceSlot, ImprintSlot, LogoSlot, PhotoSlot, PosterTemplate, QrSlot, Slot, TextSlot
from app.engine.toml_table import FaultBook


class Unknown(NamedTuple):
    """A name that nobody knows. key: in a content file. where: what holds the name, as it is told."""

    key: str
    where: str
    problem: str
    cure: str

    @property
    def sentence(self) -> str:
        return f"{self.where}: {self.problem}; {self.cure}"


def require_known_slots(template: PosterTemplate, brand: BrandKit, content: Content) -> None:
    """Raise ContentError that names every slot, language, choice and illustration nobody knows."""
    problems = unknown_names(template, brand, content)
    if problems:
        raise ContentError("\n".join(problem.sentence for problem in problems))


def book_unknown_names(
    template: PosterTemplate,
    brand: BrandKit,
    content: Content,
    book: FaultBook,
    *,
    older: Callable[[], Iterable[PosterTemplate]] = tuple,
) -> None:
    """Write the same down beside what else is wrong with a content file. book: of that file.

    older: gives the template's older versions, newest first; asked only where one may know a name that this does not.
    """
    told = {fault.where for fault in book.faults}
    for name in (*unknown_names(template, brand, content), *_judge_second_language(template, content)):
        if name.key not in told:
            known = next((version for version in older() if _knows(version, name.key, content)), None)
            cure = f"{name.cure}; {_as_it_was(known)}" if known else name.cure
            book.add(name.where, name.problem, cure, line=book.lines.line_of(name.key))


def _knows(template: PosterTemplate, key: str, content: Content) -> bool:
    """Return whether a template has the slot that a key of a content file names, and the value that is chosen there."""
    kind, _, name = key.partition(".")
    slot = template.slots.get(name)
    if isinstance(slot, ChoiceSlot) and content.choices.get(name) not in dict(slot.values):
        return False
    return slot is not None and slot.kind == kind


def _as_it_was(older: PosterTemplate) -> str:
    number = older.version
    return f"version {number} of the template has it: write version = {number} on top to make the poster as it was"


def unknown_language(template: PosterTemplate, language: str) -> Unknown | None:
    """Return what is wrong with a language that the template is not made in, and None of one that it is."""
    return None if language in template.languages else _unknown("language", language, template.languages)


def unknown_names(template: PosterTemplate, brand: BrandKit, content: Content) -> tuple[Unknown, ...]:
    """Return every slot, language, choice and illustration that the template and the kit do not have."""
    problems = [*_unknown_slots(template, content), *_unknown_choices(template, content)]
    problems += _unknown_illustrations(brand, content)
    if language := unknown_language(template, content.language):
        problems.append(language)
    problems += _unknown_second_language(template, content)
    if not content.imprint.is_empty and not any(isinstance(slot, ImprintSlot) for slot in template.slots.values()):
        problems.append(Unknown("imprint", "imprint", "this template has no place for one", "remove it"))
    return tuple(problems)


def _unknown_second_language(template: PosterTemplate, content: Content) -> Iterator[Unknown]:
    second = content.second_language
    if second and second not in template.languages:
        yield _unknown("second_language", second, template.languages)


def _judge_second_language(template: PosterTemplate, content: Content) -> Iterator[Unknown]:
    """Yield what a content file says of a second language that would not be on the poster."""
    key, second, translations = "second_language", content.second_language, template.translations
    if second and not translations:
        yield Unknown(key, key, "this template has no place for a second language", "remove it")
    elif second and second == content.language:
        yield Unknown(key, key, f"{second} is the poster's own language", "name another, or remove it")
    for slot in translations.values() if not second else ():
        if slot in content.texts:
            where = f"text.{slot}"
            yield Unknown(where, where, "stands on posters in two languages only", 'write second_language = "fr"')


def _unknown_slots(template: PosterTemplate, content: Content) -> Iterator[Unknown]:
    tables: tuple[tuple[str, Iterable[str], type[Slot]], ...] = (
        ("text", content.texts, TextSlot),
        ("photo", content.photos, PhotoSlot),
        ("logo", content.logos, LogoSlot),
        ("qr", content.qrs, QrSlot),
        ("choice", content.choices, ChoiceSlot),
    )
    for table, keys, kind in tables:
        known = [slot.key for slot in template.slots.values() if isinstance(slot, kind)]
        yield from (_unknown(table, key, known, f"{table}.{key}") for key in keys if key not in known)


def _unknown_choices(template: PosterTemplate, content: Content) -> Iterator[Unknown]:
    for key, value in content.choices.items():
        slot = template.slots.get(key)
        if isinstance(slot, ChoiceSlot):
            values = [known for known, _ in slot.values]
            if value not in values:
                yield _unknown(f"choice.{key}", value, values)


def _unknown_illustrations(brand: BrandKit, content: Content) -> Iterator[Unknown]:
    for key, photo in content.photos.items():
        if photo.illustration and photo.illustration not in brand.illustrations:
            yield _unknown(f"photo.{key}.file", photo.illustration, brand.illustrations)


def _unknown(where: str, found: str, known: Iterable[str], key: str = "") -> Unknown:
    names = list(known)
    near = difflib.get_close_matches(found, names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(names) or 'none'}"
    return Unknown(key or where, where, f"unknown {found!r}", hint)
