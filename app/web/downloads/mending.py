"""Mending a poster among its files: one press, and one press that takes it back, without a way through the form."""

import json
from contextlib import suppress

from flask import g, request
from flask.typing import ResponseReturnValue

from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget
from app.services.poster import Poster, filled
from app.services.posters import Changed
from app.web.downloads.own_size import format_asked
from app.web.downloads.page import page
from app.web.downloads.views import bp
from app.web.editor.posted import apply_changes, changes_back, read_changes
from app.web.findings import Changes, shown
from app.web.held import open_poster
from app.web.security import visitor_key
from app.web.shell import services


@bp.post("/affiche/<poster_id>/download/aanpassen")
@page_budget
def mend(poster_id: str) -> ResponseReturnValue:
    """Do what the button of a finding says, or take that back, and show the files again."""
    poster, template = open_poster(poster_id)
    chosen = format_asked(template, request.form.get("format"))
    asked = request.form.get("do", "")
    changes = read_changes(request.form.get("undo", "")) if asked == "undo" else _fix(poster, template, chosen, asked)
    mended = apply_changes(poster.content, template, changes)
    # Where somebody else was quicker what they kept stands, and the page shows what is left to do.
    with suppress(Changed):
        services().posters.save(poster_id, visitor_key(), poster.revision, mended)
        if changes and asked != "undo":
            g.undo = json.dumps(changes_back(poster.content, template, changes))
    return page(open_poster(poster_id)[0], template, request.form.get("format"))


def _fix(poster: Poster, template: PosterTemplate, chosen: Format, asked: str) -> Changes:
    """Return the changes of the button that was pressed; none where the finding is gone by now."""
    content = filled(poster.content, template)
    for goal in chosen.destinations:
        for found in shown(services().rendering.findings(template, content, chosen.key, goal)):
            if asked == f"fix:{found.code}:{found.slot}":
                return found.changes
    return []
