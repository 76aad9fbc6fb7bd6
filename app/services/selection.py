"""Which templates suit what somebody looks for: facets that combine, and what each choice would leave."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from app.engine.brand import MESSAGES, READERS
from app.engine.template import PhotoSlot, PosterTemplate
from app.engine.template.head import AUDIENCES, PROFESSIONS

Facet = Literal["profession", "reader", "audience", "message", "medium", "language", "photo"]
FACETS: tuple[Facet, ...] = get_args(Facet)

Wishes = Mapping[Facet, str]
"""One value for each facet that matters to somebody; a facet that is not named may have any."""

# A template for all professions serves every other job as well.
OTHER_PROFESSION = "other"

# Every value that can be wished for, in the order in which it is offered; languages are the brand's.
VALUES: Mapping[Facet, tuple[str, ...]] = {
    "profession": (*PROFESSIONS, OTHER_PROFESSION),
    "reader": READERS,
    "audience": AUDIENCES,
    "message": MESSAGES,
    "medium": ("print", "screen"),
    "photo": ("with", "without"),
}


def values_of(template: PosterTemplate, facet: Facet) -> frozenset[str]:
    """Return every value of a facet that a template serves."""
    match facet:
        case "profession":
            return frozenset(template.professions or VALUES["profession"])
        case "reader":
            return frozenset([template.reader] if template.reader else READERS)
        case "audience":
            return frozenset(template.audience)
        case "message":
            return frozenset((template.message,))
        case "medium":
            return frozenset("print" if found.unit == "mm" else "screen" for found in template.formats)
        case "language":
            return frozenset(template.languages)
        case "photo":
            return _photo_values(template)


def _photo_values(template: PosterTemplate) -> frozenset[str]:
    """Return "with" where a photo has a place, "without" where the poster is complete without one."""
    photos = [slot for slot in template.slots.values() if isinstance(slot, PhotoSlot)]
    without = not any(slot.required for slot in photos)
    return frozenset(["with"] * bool(photos) + ["without"] * without)


def suits(template: PosterTemplate, wishes: Wishes) -> bool:
    """Return whether a template serves every wish."""
    return all(value in values_of(template, facet) for facet, value in wishes.items())


def suited(templates: Sequence[PosterTemplate], wishes: Wishes) -> tuple[PosterTemplate, ...]:
    """Return the templates that serve every wish: those that are made for it before those that serve much else too.

    Without wishes, and among equals, they stay in their order.
    """
    found = (template for template in templates if suits(template, wishes))
    return tuple(sorted(found, key=lambda template: -_aim(template, wishes)))


def _aim(template: PosterTemplate, wishes: Wishes) -> float:
    """Return how closely a template is aimed at wishes that it serves: 1 for each that it serves alone, less else."""
    return sum(1 / len(values_of(template, facet)) for facet in wishes)


def without(wishes: Wishes, facet: Facet) -> Wishes:
    """Return the wishes with one facet set free."""
    return {key: value for key, value in wishes.items() if key != facet}


def tally(templates: Sequence[PosterTemplate], wishes: Wishes, facet: Facet) -> Mapping[str, int]:
    """Return how many templates each value of a facet would leave, the other wishes kept.

    Holds every value that some template serves, with 0 where the other wishes rule it out, and no other.
    """
    kept = suited(templates, without(wishes, facet))
    left = Counter(value for template in kept for value in values_of(template, facet))
    return {value: left[value] for value in sorted({v for one in templates for v in values_of(one, facet)})}
