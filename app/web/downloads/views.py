"""Finished files, by what they are for."""

from collections.abc import Iterable, Sequence
from typing import NoReturn, TypeVar

from flask import Blueprint, Response, abort, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.engine.pipeline import Codec, Options
from app.engine.sheet import FORMATS, Destination, Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.bundle import Bundle
from app.services.poster import Poster, filled
from app.services.rendering import ContentRejected, RenderedFile
from app.web.downloads.onward import texts_of
from app.web.downloads.page import page
from app.web.downloads.starting import has_started, note_start
from app.web.held import open_poster
from app.web.language import current
from app.web.security import keep_private, visitor_key
from app.web.shell import services, this_minute

bp = Blueprint("downloads", __name__)

_CODECS: tuple[Codec, ...] = ("png", "jpg")

T = TypeVar("T", bound=str)


@bp.get("/affiche/<poster_id>/download")
@page_budget
def choose(poster_id: str) -> ResponseReturnValue:
    """Show what the poster can become, and what still stands in the way."""
    poster, template = open_poster(poster_id)
    return page(poster, template, request.args.get("formaat"))


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
            options=_options(format_key, goal),
            date=this_minute(),
        )
    except ContentRejected as rejected:
        return page(poster, template, format_key, refused={goal: rejected.findings}), 422
    return _handed_out(made, poster, format_key, destination)


@bp.get("/affiche/<poster_id>/download/<format_key>/proof")
@render_budget
def proof(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with a file for somebody's yes; of an unfinished poster too."""
    poster, template = open_poster(poster_id)
    found = _format(template, format_key)
    made = services().rendering.proof(
        template,
        filled(poster.content, template),
        format_key=found.key,
        language=current(),
        date=this_minute(),
    )
    return _handed_out(made, poster, format_key, "proof")


@bp.get("/affiche/<poster_id>/download/all")
@render_budget
def bundle(poster_id: str) -> ResponseReturnValue:
    """Answer with every file that is ready in one ZIP, sent while it is made; or with what must change first."""
    poster, template = open_poster(poster_id)
    content = filled(poster.content, template)
    try:
        begun = services().bundles.open(template, content, language=current(), date=this_minute())
    except ContentRejected as rejected:
        return page(poster, template, request.args.get("formaat"), refused_all=rejected.findings), 422
    return _handed_out(begun, poster, "all", "all")


@bp.get("/affiche/<poster_id>/download/<format_key>/nota")
@page_budget
def note(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with the note for the print shop, as text to save."""
    poster, template = open_poster(poster_id)
    found = _format(template, format_key)
    if "print" not in found.destinations:
        _not_there()
    made = texts_of(template, filled(poster.content, template), found).job_note
    return _attachment(RenderedFile(name=made.name, data=made.text.encode(), mimetype="text/plain"))


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


def _format(template: PosterTemplate, key: str) -> Format:
    """Return the template's format with this key; a page that is not there where it has none."""
    return next((found for found in template.formats if found.key == key), None) or _not_there()


def _destination(template: PosterTemplate, format_key: str, name: str) -> Destination:
    """Return the destination with this name; a page that is not there for a format that does not go to it."""
    found = _format(template, format_key)
    return next((goal for goal in found.destinations if goal == name), None) or _not_there()


def _options(format_key: str, goal: Destination) -> Options:
    """Return what the address asks for beside the destination; a page that is not there for what it cannot have."""
    marks = "snijtekens" in request.args
    if marks and goal != "print":
        _not_there()
    paper = _one_of(FORMATS[format_key].papers if goal == "home" else (), "papier", usual="a4")
    codec = _one_of(_CODECS if goal == "screen" else (), "soort", usual="png")
    return Options(marks=marks, paper=paper, codec=codec)


def _one_of(possible: Sequence[T], name: str, *, usual: T) -> T:
    """Return what the address asks for by a name, else the usual; a page that is not there for what cannot be."""
    if name not in request.args:
        return usual
    return next((found for found in possible if found == request.args[name]), None) or _not_there()


def _not_there() -> NoReturn:
    abort(404)


def _handed_out(made: RenderedFile | Bundle, poster: Poster, format_key: str, destination: str) -> Response:
    """Count a file, note that it leaves, and return it."""
    services().posters.count_file(poster, format_key, destination)
    note_start(poster.id)
    return _attachment(made)


def _attachment(made: RenderedFile | Bundle) -> Response:
    """Return a file to save. A bundle has no length yet: it is made piece by piece while it is sent."""
    body: bytes | Iterable[bytes] = made.data if isinstance(made, RenderedFile) else made.chunks
    # The name holds plain letters only, so that it needs no encoding (RFC 6266).
    return Response(
        body,
        mimetype=made.mimetype,
        headers={"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"},
    )
