"""Links that show a poster to whoever has them: the page that they open, and how they are made and stopped."""

from typing import get_args

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.engine.findings import has_errors
from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.poster import filled
from app.services.poster_text import title_of
from app.services.sharing import NotShared, SharedPoster, Span, TooManyLinks
from app.services.text_version import text_version
from app.web.error_words import Words
from app.web.errors import error_page
from app.web.formats import chosen_format
from app.web.held import open_poster
from app.web.language import gettext, speak_unless_chosen
from app.web.security import keep_unnamed, visitor_key
from app.web.share.section import section_of, until_words
from app.web.shell import say, services, this_minute

bp = Blueprint("share", __name__)
bp.add_app_template_global(section_of, "sharing_of")

# Wide enough to read small letters on a phone held close, or on a large screen.
PICTURE_WIDTH = 1400


@bp.get("/deel/<token>")
@page_budget
def show(token: str) -> ResponseReturnValue:
    """Show a poster as it is now, with its text, to whoever has the link."""
    shared, template = _open(token)
    speak_unless_chosen(shared.content.language)
    content, shape = filled(shared.content, template), chosen_format(template, shared.format_key)
    lines = services().rendering.transcript(template, content)
    findings = services().rendering.findings(template, content, shape.key, shape.destinations[0])
    return render_template(
        "share/show.html",
        token=token,
        shape=shape,
        picture=_picture_size(shape),
        title=title_of(lines, say(template.name)),
        lines=text_version(lines, services().catalog.brand),
        until=until_words(shared.until),
        lacks_photo=shared.lacks_photo,
        is_finished=not has_errors(findings),
    )


@bp.get("/deel/<token>/beeld.webp")
@render_budget
def picture(token: str) -> ResponseReturnValue:
    """Answer with the poster as a picture: of a photo in it only what the poster shows."""
    shared, template = _open(token)
    content, shape = filled(shared.content, template), chosen_format(template, shared.format_key)
    made = services().rendering.picture(template, content, shape.key, PICTURE_WIDTH, date=this_minute())
    return Response(made.data, mimetype=made.mimetype)


@bp.post("/affiche/<poster_id>/deel")
@page_budget
def create(poster_id: str) -> ResponseReturnValue:
    """Make a link that shows the poster in a format, until the chosen day."""
    _, template = open_poster(poster_id)
    shape = chosen_format(template, request.form.get("format"))
    try:
        link = services().sharing.create(poster_id, visitor_key(), _span(request.form.get("until", "")), shape.key)
    except TooManyLinks:
        # The page says so where its button would be.
        return _back(poster_id, shape, "delen")
    return _back(poster_id, shape, f"link-{link.id}")


@bp.post("/affiche/<poster_id>/deel/<link_id>/stop")
@page_budget
def stop(poster_id: str, link_id: str) -> ResponseReturnValue:
    """Let a link show nothing any more."""
    _, template = open_poster(poster_id)
    services().sharing.stop(poster_id, visitor_key(), link_id)
    return _back(poster_id, chosen_format(template, request.form.get("format")), "delen")


@bp.errorhandler(NotShared)
def not_shared(_error: NotShared) -> Response:
    """Tell the same of a link that is over, stopped or never was: who guesses learns nothing."""
    title = gettext("Deze link toont geen affiche")
    advice = gettext(
        "Misschien is zijn tijd voorbij, of is het delen gestopt. Vraag een nieuwe link aan wie hem je stuurde."
    )
    return error_page(404, Words(title, advice))


def _open(token: str) -> tuple[SharedPoster, PosterTemplate]:
    keep_unnamed()
    shared = services().sharing.find(token)
    return shared, services().catalog.get(shared.template, shared.template_version)


def _span(name: str) -> Span:
    """Return the span that a form names; the form of ours names no other."""
    spans: tuple[Span, ...] = get_args(Span)
    if name not in spans:
        abort(400)
    return spans[spans.index(name)]


def _back(poster_id: str, shape: Format, anchor: str) -> ResponseReturnValue:
    address = url_for("downloads.choose", poster_id=poster_id, formaat=shape.key, _anchor=anchor)
    return redirect(address, 303)


def _picture_size(shape: Format) -> tuple[int, int]:
    return PICTURE_WIDTH, round(PICTURE_WIDTH * shape.height / shape.width)
