"""The editor of one poster. It works as a plain form; scripts only make it quicker."""

from flask import Blueprint, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.extensions import copy_budget, create_budget, page_budget, preview_budget, shapes_budget, upload_budget
from app.services.poster import Poster
from app.services.posters import Changed
from app.web.editor import answers
from app.web.editor.intake import Refused, take_in_all, take_in_one
from app.web.editor.posted import apply_changes, changes_back, read_posted
from app.web.editor.shapes import shapes_xml
from app.web.editor.version import comparison, take_version, version_news
from app.web.formats import chosen_format
from app.web.held import open_poster
from app.web.language import current, gettext, speak
from app.web.security import keep_private, visitor_key
from app.web.shell import offered, services

bp = Blueprint("editor", __name__)
bp.add_app_template_global(version_news)

# Buttons that lead on to another page, by their value.
_NEXT_PAGES = {"download": "downloads.choose", "newer": "editor.compare", "wipe": "editor.confirm"}


@bp.post("/affiche")
@create_budget
def create() -> ResponseReturnValue:
    """Start a poster from a template."""
    template = offered(request.form.get("template", ""))
    poster = services().posters.create(template, current(), visitor_key())
    return redirect(url_for("editor.edit", poster_id=poster.id), 303)


@bp.get("/affiche/<poster_id>")
@page_budget
def edit(poster_id: str) -> ResponseReturnValue:
    """Show the form beside the preview."""
    poster, template = open_poster(poster_id)
    # The session lives as long as the poster: counted from the last visit.
    session.modified = True
    asked = request.args
    return answers.page(poster, template, asked.get("formaat"), is_copy="kopie" in asked, is_asked="gevraagd" in asked)


@bp.post("/affiche/<poster_id>")
@preview_budget
@upload_budget
@copy_budget
def submit(poster_id: str) -> ResponseReturnValue:
    """Take in what was typed and sent, keep it, and do what the pressed button says."""
    poster, template = open_poster(poster_id)
    posted = read_posted(poster, template)
    intake = take_in_all(poster, template, posted.content)
    changes = answers.asked_changes(posted, poster, template, intake.content)
    content = apply_changes(intake.content, template, changes)
    try:
        saved = services().posters.save(poster_id, visitor_key(), posted.revision, content, turn=posted.turn)
    except Changed as changed:
        return answers.conflict(changed.current, template, content, posted)
    if intake.refused:
        return answers.page(saved, template, posted.format_key, refused=intake.refused), 422
    if posted.do == "look" or (changes and posted.do != "undo"):
        undo = changes_back(intake.content, template, changes)
        return answers.page(saved, template, posted.format_key, undo=undo, pick=posted.pick)
    return jsonify(revision=saved.revision) if posted.wants_json else _go_on(posted.do, saved, posted.format_key)


@bp.post("/affiche/<poster_id>/voorbeeld")
@preview_budget
def preview(poster_id: str) -> ResponseReturnValue:
    """Answer with the picture and the findings of what stands in the form; nothing is kept."""
    poster, template = open_poster(poster_id)
    return answers.preview_xml(poster, template, read_posted(poster, template))


@bp.post("/affiche/<poster_id>/vormen")
@shapes_budget
def shapes(poster_id: str) -> ResponseReturnValue:
    """Answer with small pictures of all shapes and what is to do in each format; nothing is kept."""
    poster, template = open_poster(poster_id)
    return shapes_xml(poster, template, read_posted(poster, template).content)


@bp.post("/affiche/<poster_id>/bestand")
@upload_budget
def upload(poster_id: str) -> ResponseReturnValue:
    """Take in one photo or logo for a slot and tell its key, for scripts."""
    poster, template = open_poster(poster_id)
    try:
        taken = take_in_one(poster, template, request.form.get("slot", ""))
    except Refused as why:
        return jsonify(message=str(why)), 422
    picture = answers.picture_address(poster.id, taken.key, taken.kind)
    return jsonify(file=taken.key, focus=taken.focus, picture=picture)


@bp.post("/affiche/<poster_id>/kopie")
@create_budget
def copy(poster_id: str) -> ResponseReturnValue:
    """Start another poster from what is kept of this one."""
    keep_private()
    copied = services().posters.copy(poster_id, visitor_key())
    return redirect(url_for("editor.edit", poster_id=copied.id, kopie=1), 303)


@bp.get("/affiche/<poster_id>/verder/<token>")
def resume(poster_id: str, token: str) -> ResponseReturnValue:
    """Let whoever has the resume link go on with the poster."""
    keep_private()
    services().posters.resume(poster_id, token, visitor_key())
    return redirect(url_for("editor.edit", poster_id=poster_id), 303)


@bp.get("/affiche/<poster_id>/versie")
@page_budget
def compare(poster_id: str) -> ResponseReturnValue:
    """Show the poster in the version that it is made with and in the newer one."""
    return comparison(*open_poster(poster_id))


@bp.post("/affiche/<poster_id>/versie")
@page_budget
def take_newer(poster_id: str) -> ResponseReturnValue:
    """Let the poster go on with the version that the form names."""
    poster, template = open_poster(poster_id)
    shape = chosen_format(template, request.form.get("format"))
    return take_version(poster, template, request.form.get("version", ""), shape.key)


@bp.get("/affiche/<poster_id>/wis")
@page_budget
def confirm(poster_id: str) -> ResponseReturnValue:
    """Ask whether the poster and its files may go, and say what goes."""
    poster, template = open_poster(poster_id)
    chosen = chosen_format(template, request.args.get("formaat"))
    return render_template("editor/confirm.html", poster=poster, template=template, chosen=chosen)


@bp.post("/affiche/<poster_id>/wis")
def delete(poster_id: str) -> ResponseReturnValue:
    """Remove the poster and its files now."""
    keep_private()
    services().posters.delete(poster_id, visitor_key())
    return render_template("editor/deleted.html", title=gettext("Alles is gewist"))


def _go_on(do: str, saved: Poster, format_key: str) -> ResponseReturnValue:
    if do in _NEXT_PAGES:
        return redirect(url_for(_NEXT_PAGES[do], poster_id=saved.id, formaat=format_key), 303)
    if do == "copy":
        copied = services().posters.copy(saved.id, visitor_key())
        return redirect(url_for("editor.edit", poster_id=copied.id, formaat=format_key, kopie=1), 303)
    if do.startswith("versie:"):
        return take_version(*open_poster(saved.id), do.removeprefix("versie:"), format_key)
    if do.startswith("taal:"):
        speak(do.removeprefix("taal:"))
    return redirect(url_for("editor.edit", poster_id=saved.id, formaat=format_key), 303)
