"""What a visitor's form says: the content, the revision it was made from, and the button that was pressed."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

from app.engine.content import Content
from app.engine.template import PosterTemplate
from app.services.poster import Poster, Turn
from app.web.editor.fields import content_form
from app.web.editor.ready import Pick
from app.web.editor.values import content_of, values_of
from app.web.findings import Changes
from app.web.formats import chosen_format
from app.web.shell import services

# A page names itself by chance.
_PAGE = re.compile(r"[0-9a-f]{16,32}")
_MOST_TURNS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A form that was sent.

    turn: of the page it comes from, where that runs scripts. do: the button's value. undo: the changes that would take
    the last fix back. pick: which ready-made texts are chosen.
    """

    content: Content
    revision: int
    turn: Turn | None
    format_key: str
    do: str
    undo: Changes
    pick: Pick = Pick()  # noqa: RUF009 - a NamedTuple is frozen

    @property
    def wants_json(self) -> bool:
        """Whether a script asked, that only needs to know how it went."""
        return request.accept_mimetypes.best == "application/json"


def read_posted(poster: Poster, template: PosterTemplate) -> Posted:
    """Return what the request's form says about a poster."""
    form = content_form(template, services().catalog.brand, poster)
    form.process(request.form)
    return Posted(
        content=content_of(form.data, template, poster.content),
        revision=request.form.get("revision", -1, type=int),
        turn=_turn(request.form.get("page", ""), request.form.get("turn", 0, type=int)),
        format_key=chosen_format(template, request.form.get("format")).key,
        do=request.form.get("do", "preview"),
        undo=read_changes(request.form.get("undo", "")),
        pick=Pick(*(request.form.get(f"ready.{part}", "") for part in Pick._fields)),
    )


def apply_changes(content: Content, template: PosterTemplate, changes: Changes) -> Content:
    """Return a content with changes made, each a key of the content file and its value. Unknown keys do nothing."""
    values = values_of(content, template)
    return content_of({**values, **{str(key): value for key, value in changes if key in values}}, template, content)


def changes_back(content: Content, template: PosterTemplate, changes: Changes) -> Changes:
    """Return the changes that take others back."""
    values = values_of(content, template)
    return [[key, values[str(key)]] for key in _keys(changes) if key in values]


def read_changes(text: str) -> Changes:
    """Return changes as a page holds them to take a fix back; none of what cannot be."""
    try:
        found = json.loads(text)
    except ValueError:
        return []
    if not isinstance(found, list):
        return []
    return [pair for pair in found if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str)]


def _turn(page: str, number: int) -> Turn | None:
    return Turn(page, number) if _PAGE.fullmatch(page) and 0 < number < _MOST_TURNS else None


def _keys(changes: Changes) -> Iterable[str]:
    return (str(key) for key, _ in changes)
