"""Finished files, by what they are for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, NoReturn, TypeVar

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from app.engine.findings import Finding
from app.engine.pipeline import Codec, Options
from app.engine.sheet import FORMATS, Destination, Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.bundle import Bundle
from app.services.posters import Poster, filled
from app.services.rendering import ContentRejected, RenderedFile
from app.web.downloads.destinations import Choice, Variant
from app.web.downloads.everything import everything_of
from app.web.downloads.offers import offers_for
from app.web.formats import chosen_format, format_groups
from app.web.held import open_poster
from app.web.language import current
from app.web.previews import preview_of
from app.web.sections import form_order
from app.web.shell import services

bp = Blueprint("downloads", __name__)

_CODECS: tuple[Codec, ...] = ("png", "jpg")

T = TypeVar("T", bound=str)


@bp.get("/affiche/<poster_id>/download")
@page_budget
def choose(poster_id: str) -> ResponseReturnValue:
    """Show what the poster can become, and what still stands in the way."""
    poster, template = open_poster(poster_id)
    return _page(poster, template, request.args.get("formaat"))


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
            date=datetime.now(UTC),
        )
    except ContentRejected as rejected:
        return _page(poster, template, format_key, refused={goal: rejected.findings}), 422
    services().posters.count_file(poster, format_key, destination)
    return _attachment(made)


@bp.get("/affiche/<poster_id>/download/<format_key>/proof")
@render_budget
def proof(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with a file for somebody's yes; of an unfinished poster too."""
    poster, template = open_poster(poster_id)
    if format_key not in {found.key for found in template.formats}:
        _not_there()
    made = services().rendering.proof(
        template,
        filled(poster.content, template),
        format_key=format_key,
        language=current(),
        date=datetime.now(UTC),
    )
    services().posters.count_file(poster, format_key, "proof")
    return _attachment(made)


@bp.get("/affiche/<poster_id>/download/all")
@render_budget
def bundle(poster_id: str) -> ResponseReturnValue:
    """Answer with every file that is ready in one ZIP, sent while it is made; or with what must change first."""
    poster, template = open_poster(poster_id)
    content = filled(poster.content, template)
    try:
        begun = services().bundles.open(template, content, language=current(), date=datetime.now(UTC))
    except ContentRejected as rejected:
        return _page(poster, template, request.args.get("formaat"), refused_all=rejected.findings), 422
    services().posters.count_file(poster, "all", "all")
    return _attachment(begun)


def _destination(template: PosterTemplate, format_key: str, name: str) -> Destination:
    """Return the destination with this name; a page that is not there for a format that does not go to it."""
    formats = (found for found in template.formats if found.key == format_key)
    return next((goal for found in formats for goal in found.destinations if goal == name), None) or _not_there()


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


def _page(
    poster: Poster,
    template: PosterTemplate,
    format_key: str | None,
    *,
    refused: Mapping[Destination, tuple[Finding, ...]] | None = None,
    refused_all: tuple[Finding, ...] = (),
) -> str:
    """Return the page of everything to take away.

    refused: what the making of a file found, if that stopped it. refused_all: the same of the making of every file.
    """
    chosen = chosen_format(template, format_key)
    first, *others = chosen.destinations
    preview = preview_of(poster, template, poster.content, chosen.key, first)
    content = filled(poster.content, template)
    judged = {goal: services().rendering.findings(template, content, chosen.key, goal) for goal in others}
    found = {first: preview.findings, **judged, **(refused or {})}
    order = form_order(template)
    offers = offers_for(chosen, found, order)
    return render_template(
        "downloads/choose.html",
        poster=poster,
        template=template,
        chosen=chosen,
        groups=format_groups(template),
        svg=Markup(preview.svg),  # noqa: S704 - drawn by our own painter, from numbers
        offers=offers,
        everything=everything_of(template, content, offers, found, order, refused=refused_all),
        refused=bool(refused or refused_all),
        address_of=partial(_file_address, poster, chosen),
    )


def _file_address(poster: Poster, chosen: Format, choice: Choice, variant: Variant) -> str:
    asked: dict[str, Any] = {"format_key": chosen.key, "destination": choice.destination, **variant.query}
    return url_for("downloads.file", poster_id=poster.id, **asked)


def _attachment(made: RenderedFile | Bundle) -> Response:
    """Return a file to save. A bundle has no length yet: it is made piece by piece while it is sent."""
    body: bytes | Iterable[bytes] = made.data if isinstance(made, RenderedFile) else made.chunks
    # The name holds plain letters only, so that it needs no encoding (RFC 6266).
    return Response(
        body,
        mimetype=made.mimetype,
        headers={"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"},
    )
