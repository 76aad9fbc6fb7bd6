"""Finished files, by what they are for."""

from collections.abc import Iterable
from datetime import UTC, datetime

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.engine.findings import Finding, has_errors
from app.engine.pipeline import Options
from app.engine.sheet import Destination
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.posters import Poster, filled
from app.services.rendering import ContentRejected, RenderedFile
from app.web.downloads.destinations import choices_for, codec_named
from app.web.findings import shown
from app.web.formats import chosen_format, format_groups
from app.web.held import open_poster
from app.web.shell import services

bp = Blueprint("downloads", __name__)


@bp.get("/affiche/<poster_id>/download")
@page_budget
def choose(poster_id: str) -> ResponseReturnValue:
    """Show what the poster can become, and what still stands in the way."""
    poster, template = open_poster(poster_id)
    chosen = chosen_format(template, request.args.get("formaat"))
    made = services().rendering.preview(
        template,
        filled(poster.content, template),
        chosen.key,
        lambda digest: digest,
        destination=chosen.destinations[0],
    )
    return _page(poster, template, chosen.key, made.findings)


@bp.get("/affiche/<poster_id>/download/<format_key>/<destination>")
@render_budget
def file(poster_id: str, format_key: str, destination: str) -> ResponseReturnValue:
    """Answer with the finished file, or with what must change first."""
    poster, template = open_poster(poster_id)
    goal = _destination(template, format_key, destination)
    try:
        made = services().rendering.artwork(
            template,
            filled(poster.content, template),
            format_key=format_key,
            destination=goal,
            options=Options(marks="snijtekens" in request.args, codec=codec_named(request.args.get("soort"))),
            date=datetime.now(UTC),
        )
    except ContentRejected as rejected:
        return _page(poster, template, format_key, rejected.findings), 422
    services().posters.count_file(poster, format_key, destination)
    return _attachment(made)


def _destination(template: PosterTemplate, format_key: str, name: str) -> Destination:
    """Return the destination with this name; a page that is not there for a format that does not go to it."""
    formats = (found for found in template.formats if found.key == format_key)
    goal = next((goal for found in formats for goal in found.destinations if goal == name), None)
    return goal or abort(404)


def _page(poster: Poster, template: PosterTemplate, format_key: str, findings: Iterable[Finding]) -> str:
    chosen = chosen_format(template, format_key)
    found = tuple(findings)
    return render_template(
        "downloads/choose.html",
        poster=poster,
        template=template,
        chosen=chosen,
        groups=format_groups(template),
        choices=choices_for(chosen),
        findings=shown(found),
        blocked=has_errors(found),
    )


def _attachment(made: RenderedFile) -> Response:
    # The name holds plain letters only, so that it needs no encoding (RFC 6266).
    return Response(
        made.data,
        mimetype=made.mimetype,
        headers={"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"},
    )
