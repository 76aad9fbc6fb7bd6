"""Finished files, by what they are for."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from flask import Blueprint, Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wsgi import wrap_file

from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.bundle import Bundle
from app.services.poster import Poster, filled
from app.services.program import program_version
from app.services.purposes import goals_of
from app.services.rendered import ContentRejected, RenderedFile
from app.web.downloads.asked import options_of
from app.web.downloads.naming import naming_of
from app.web.downloads.own_size import format_asked, size_asked
from app.web.downloads.page import page
from app.web.downloads.starting import has_started, note_start
from app.web.downloads.weights import note_weight
from app.web.downloads.wrong import NoSuchFile, wrong_format, wrong_goal, wrong_wishes
from app.web.held import open_poster
from app.web.language import current
from app.web.security import keep_private, visitor_key
from app.web.shell import services, this_minute

bp = Blueprint("downloads", __name__)

# What is read at once by a server that knows no better way to send a file, in bytes.
_RUN = 1 << 18


@bp.get("/affiche/<poster_id>/download")
@page_budget
def choose(poster_id: str) -> ResponseReturnValue:
    """Show what the poster can become, and what still stands in the way."""
    poster, template = open_poster(poster_id)
    size = size_asked(template, request.args)
    if isinstance(size, Format):
        return redirect(url_for("downloads.choose", poster_id=poster_id, formaat=size.key), 303)
    return page(poster, template, request.args.get("formaat"), own=size)


@bp.get("/affiche/<poster_id>/download/<format_key>/<destination>")
@render_budget
def file(poster_id: str, format_key: str, destination: str) -> ResponseReturnValue:
    """Answer with the finished file, or with what must change first."""
    poster, template = open_poster(poster_id)
    found = format_here(poster, template, format_key)
    goal = next((goal for goal in goals_of(found) if goal == destination), None)
    if goal is None:
        raise NoSuchFile(poster, template, wrong_goal(found), found.key)
    options = options_here(poster, template, found, goal)
    try:
        made = services().rendering.artwork(
            template,
            filled(poster.content, template),
            format_key=found.key,
            destination=goal,
            options=options,
            # Not the clock: whoever fetches the rest of a file gets the rest of the same one.
            date=datetime.fromtimestamp(poster.changed, UTC),
        )
    except ContentRejected as rejected:
        return page(poster, template, format_key, refused={goal: rejected.findings}), 422
    note_weight(poster, found.key, destination, asked_query(), made.weight)
    response = handed_out(_named(made, poster, template), poster, found.key, destination)
    response.set_etag(_tag(poster, template, found, goal, options))
    return response.make_conditional(request.environ, accept_ranges=True, complete_length=made.weight)


@bp.get("/affiche/<poster_id>/download/<format_key>/proof")
@render_budget
def proof(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with a file for somebody's yes; of an unfinished poster too."""
    poster, template = open_poster(poster_id)
    found = format_here(poster, template, format_key)
    made = services().rendering.proof(
        template,
        filled(poster.content, template),
        format_key=found.key,
        language=current(),
        date=this_minute(),
    )
    return handed_out(_named(made, poster, template), poster, format_key, "proof")


@bp.get("/affiche/<poster_id>/download/begonnen/<ticket>")
@page_budget
def started(poster_id: str, ticket: str) -> ResponseReturnValue:
    """Tell scripts whether the file that was asked for with a ticket is on its way."""
    keep_private()
    return jsonify(begun=has_started(poster_id, ticket))


@bp.get("/affiche/<poster_id>/verder/<token>/download")
def fetch(poster_id: str, token: str) -> ResponseReturnValue:
    """Let whoever has this link, such as a telephone that read it, take the files of the poster."""
    keep_private()
    services().posters.resume(poster_id, token, visitor_key())
    return redirect(url_for("downloads.choose", poster_id=poster_id, formaat=request.args.get("formaat")), 303)


@bp.errorhandler(NoSuchFile)
def no_such_file(wrong: NoSuchFile) -> ResponseReturnValue:
    """Answer with the files that there are, and with what was wrong."""
    return page(wrong.poster, wrong.template, wrong.format_key, problem=wrong.problem), 404


def format_here(poster: Poster, template: PosterTemplate, key: str) -> Format:
    """Return the template's format or own size with this key. Raises NoSuchFile where it has none."""
    if problem := wrong_format(template, key):
        raise NoSuchFile(poster, template, problem)
    return format_asked(template, key)


def options_here(poster: Poster, template: PosterTemplate, found: Format, goal: Destination) -> Options:
    """Return what the address asks for beside the destination. Raises NoSuchFile for what the file cannot have."""
    options = options_of(found, goal, request.args, services().catalog.brand)
    if options is None:
        raise NoSuchFile(poster, template, wrong_wishes(found, request.args, goal), found.key)
    return options


def _tag(poster: Poster, template: PosterTemplate, found: Format, goal: Destination, options: Options) -> str:
    """Return a word for the bytes of a file: whatever they come from is in it."""
    made_of = (
        poster.id,
        poster.revision,
        poster.changed,
        template.digest,
        services().catalog.brand.digest,
        program_version(),
    )
    return sha256(repr((*made_of, found, goal, options)).encode()).hexdigest()[:32]


def asked_query() -> dict[str, str]:
    """Return what the address asks for, without the ticket of whoever waits for the file."""
    return {name: value for name, value in request.args.items() if name != "bon"}


def _named(made: RenderedFile, poster: Poster, template: PosterTemplate) -> RenderedFile:
    """Return a file under the name that it has in somebody's folder."""
    return replace(made, name=naming_of(template, poster.content)(made.name))


def handed_out(made: RenderedFile | Bundle, poster: Poster, format_key: str, destination: str) -> Response:
    """Count a file, note that it leaves, and return it."""
    if not _goes_on():
        services().posters.count_file(poster, format_key, destination)
    note_start(poster.id)
    return attachment(made)


def _goes_on() -> bool:
    """Return whether somebody fetches the rest of a file that was cut off."""
    asked = request.range
    return asked is not None and bool(asked.ranges) and bool(asked.ranges[0][0])


def attachment(made: RenderedFile | Bundle) -> Response:
    """Return a file to save. A bundle has no length yet: it is made piece by piece while it is sent."""
    response = _whole(made) if isinstance(made, RenderedFile) else Response(made.chunks)
    response.mimetype = made.mimetype
    # The name holds plain letters only, so that it needs no encoding (RFC 6266).
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _whole(made: RenderedFile) -> Response:
    """Return the bytes of a file. One on disk is sent by the server, which need not read it (PEP 3333)."""
    if isinstance(made.body, bytes):
        return Response(made.body)
    response = Response(wrap_file(request.environ, made.opened(), _RUN), direct_passthrough=True)
    response.content_length = made.weight
    return response
