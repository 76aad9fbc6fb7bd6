"""An own size on paper: read from two fields, and told in plain words where it cannot be."""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from app.engine.sheet import OWN_LEAST_MM, OWN_MOST_MM, Format, WrongSize, format_of
from app.engine.template import PosterTemplate
from app.web.formats import chosen_format
from app.web.language import gettext


class OwnSize(NamedTuple):
    """What somebody typed, and what is wrong with it. near: sizes of a shape that was drawn."""

    width: str = ""
    height: str = ""
    problem: str = ""
    near: tuple[Format, ...] = ()


def format_asked(template: PosterTemplate, key: str | None) -> Format:
    """Return the format or own size with a key, else the one that a template's posters begin in."""
    own = _own(template, key or "")
    return own if own is not None else chosen_format(template, key)


def _own(template: PosterTemplate, key: str) -> Format | None:
    with suppress(KeyError, WrongSize):
        found = format_of(key)
        template.artboard(found.key)
        return found if found.is_own else None
    return None


def is_own_offered(template: PosterTemplate) -> bool:
    """Return whether a template has a drawing for paper."""
    return any(found.unit == "mm" for found in template.formats)


def size_asked(template: PosterTemplate, asked: Mapping[str, str]) -> Format | OwnSize | None:
    """Return the size that the two fields ask for, or what is wrong with it; None where nothing is asked."""
    if "breedte" not in asked and "hoogte" not in asked:
        return None
    width, height = (asked.get(name, "").strip() for name in ("breedte", "hoogte"))
    if not all(side.isascii() and side.isdigit() and len(side) <= 5 for side in (width, height)):
        return OwnSize(width, height, gettext("Vul twee hele getallen in, in millimeter: 60 cm is 600 mm."))
    wanted = f"{int(width)}x{int(height)}"
    try:
        found = format_of(wanted)
    except WrongSize:
        limits = gettext(
            "Een affiche kan van %(least)d tot %(most)d mm breed en hoog zijn.", least=OWN_LEAST_MM, most=OWN_MOST_MM
        )
        return OwnSize(width, height, limits)
    return _named(template, found) or _own(template, wanted) or _out_of_shape(template, found)


def _named(template: PosterTemplate, wanted: Format) -> Format | None:
    """Return the format with a name that measures just this much."""
    same = (
        found
        for found in template.formats
        if found.unit == "mm" and (found.width, found.height) == (wanted.width, wanted.height)
    )
    return next(same, None)


def _out_of_shape(template: PosterTemplate, wanted: Format) -> OwnSize:
    near = tuple(found for found in template.sizes_near(wanted) if _own(template, found.key))
    words = gettext(
        "Dit ontwerp past niet in %(width)d × %(height)d mm: de vorm is te smal of te breed.",
        width=wanted.width,
        height=wanted.height,
    )
    return OwnSize(str(wanted.width), str(wanted.height), words, near)
