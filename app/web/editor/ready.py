"""Ready-made texts for a whole poster, by job: one press fills them in."""

from typing import NamedTuple

from app.engine.template import PosterTemplate
from app.engine.template.values import ReadySet
from app.web.findings import Changes
from app.web.gallery.filters import value_label
from app.web.language import gettext


class Offer(NamedTuple):
    """One set that may be filled in. title: for whom it is. changes: the fields that it fills."""

    title: str
    changes: Changes


def ready_offers(template: PosterTemplate, language: str) -> tuple[Offer, ...]:
    """Return the sets that a template has in the language of the poster, in its author's order."""
    sets = _sets(template, language)
    are_mixed = len({found.message for found in sets}) > 1
    return tuple(Offer(_title(found, are_mixed), _changes(found, language)) for found in sets)


def texts_of(template: PosterTemplate, language: str, number: int) -> Changes:
    """Return what a set fills in; nothing where there is no such set."""
    sets = _sets(template, language)
    return _changes(sets[number], language) if 0 <= number < len(sets) else []


def _sets(template: PosterTemplate, language: str) -> tuple[ReadySet, ...]:
    return tuple(found for found in template.ready if language in found.texts)


def _changes(found: ReadySet, language: str) -> Changes:
    return [[f"text.{key}", text] for key, text in found.texts[language].items()]


def _title(found: ReadySet, are_mixed: bool) -> str:
    job = value_label("profession", found.profession) if found.profession else gettext("Elke job")
    return f"{job} – {value_label('message', found.message)}" if are_mixed else job
