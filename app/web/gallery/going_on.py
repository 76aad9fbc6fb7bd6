"""The posters that a visitor has begun, to go on with: at the top of the gallery, for nobody else."""

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple

import flask_babel
from markupsafe import Markup

from app.engine.template import PosterTemplate, TextSlot
from app.services.catalog import UnknownTemplate
from app.services.poster import Poster, is_untouched
from app.services.poster_text import on_one_line
from app.store import DatabaseDown
from app.web.drawn import drawn
from app.web.formats import first_format
from app.web.language import day_of
from app.web.previews import CHOICE_WIDTH, preview_of
from app.web.security import keep_private, known_visitor
from app.web.shell import services

# So many are shown unless all are asked for.
FEW = 3

# Of a headline, in characters: as much as stands on two lines beside the picture.
_WORDS = 70


class Begun(NamedTuple):
    """A poster that was begun. words: of its headline. changed, until: when it was, and how long it is kept."""

    poster: Poster
    template: PosterTemplate
    words: str
    changed: str
    until: str
    svg: Markup


class GoingOn(NamedTuple):
    """What a visitor can go on with, the newest first. total: how many there are beside those that are shown."""

    posters: tuple[Begun, ...]
    total: int


def going_on(*, all_of_them: bool) -> GoingOn:
    """Return the posters that this visitor has begun; the answer becomes their own where there are any."""
    held = _with_templates(_held())
    if held:
        keep_private()
    shown = held if all_of_them else held[:FEW]
    return GoingOn(tuple(_begun(number, *found) for number, found in enumerate(shown)), len(held))


def _held() -> tuple[Poster, ...]:
    key = known_visitor()
    # The shelf is there without a database.
    with suppress(DatabaseDown):
        return services().posters.held(key) if key else ()
    return ()


def _with_templates(posters: Sequence[Poster]) -> list[tuple[Poster, PosterTemplate]]:
    """Return posters in which there is something, with their templates; without those whose template is gone."""
    found = []
    for poster in posters:
        try:
            template = services().catalog.get(poster.template, poster.template_version)
        except UnknownTemplate:
            continue
        if not is_untouched(poster, template):
            found.append((poster, template))
    return found


def _begun(number: int, poster: Poster, template: PosterTemplate) -> Begun:
    shown = first_format(template)
    preview = preview_of(
        poster, template, poster.content, shown.key, shown.destinations[0], prefix=f"b{number}-", width=CHOICE_WIDTH
    )
    ago = timedelta(seconds=poster.changed - time.time())
    return Begun(
        poster=poster,
        template=template,
        words=_words(poster, template),
        changed=str(flask_babel.format_timedelta(ago, add_direction=True)),
        until=day_of(poster.expires),
        svg=drawn(preview.svg),
    )


def _words(poster: Poster, template: PosterTemplate) -> str:
    title = next(slot.key for slot in template.slots.values() if isinstance(slot, TextSlot) and slot.role == "H1")
    typed = poster.content.texts.get(title)
    words = on_one_line(typed.text) if typed else ""
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"
