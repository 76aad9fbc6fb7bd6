"""What goes along with a poster: its words as text and as a web page, and the note for the print shop."""

from dataclasses import replace

from flask.typing import ResponseReturnValue

from app.engine.findings import has_errors
from app.engine.pipeline import Options
from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.companions import note_page, text_file, web_page_file
from app.services.poster import Poster, filled
from app.services.rendered import RenderedFile
from app.web.downloads.naming import naming_of
from app.web.downloads.onward import print_file, texts_of
from app.web.downloads.page import page
from app.web.downloads.views import attachment, bp, format_here, options_here
from app.web.downloads.wrong import NoSuchFile, wrong_goal
from app.web.held import open_poster
from app.web.language import current
from app.web.shell import services, this_minute


@bp.get("/affiche/<poster_id>/download/<format_key>/nota")
@page_budget
def note(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with the note for the print shop, as text to save."""
    poster, template = open_poster(poster_id)
    found, options = _for_press(poster, template, format_key)
    made = texts_of(print_file(template, filled(poster.content, template), found, options)).job_note
    return attachment(RenderedFile(name=made.name, body=made.text.encode(), mimetype="text/plain"))


@bp.get("/affiche/<poster_id>/download/<format_key>/nota.pdf")
@render_budget
def note_pdf(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with the note for the print shop, as a page."""
    poster, template = open_poster(poster_id)
    found, options = _for_press(poster, template, format_key)
    file = print_file(template, filled(poster.content, template), found, options)
    return attachment(note_page(services().rendering, file, moment=this_minute()))


@bp.get("/affiche/<poster_id>/download/<format_key>/tekst")
@page_budget
def text(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with everything that the poster says."""
    poster, template = open_poster(poster_id)
    format_here(poster, template, format_key)
    return attachment(text_file(services().rendering, template, filled(poster.content, template), current()))


@bp.get("/affiche/<poster_id>/download/<format_key>/webpagina")
@render_budget
def web_page(poster_id: str, format_key: str) -> ResponseReturnValue:
    """Answer with the poster as a web page; or, as it shows the photo, with what must change first."""
    poster, template = open_poster(poster_id)
    found, content = format_here(poster, template, format_key), filled(poster.content, template)
    if "web" not in found.destinations:
        raise NoSuchFile(poster, template, wrong_goal(found), found.key)
    findings = services().rendering.findings(template, content, found.key, "web")
    if has_errors(findings):
        return page(poster, template, found.key, refused={"web": findings}), 422
    made = web_page_file(services().rendering, template, content, found.key, language=current(), date=this_minute())
    return attachment(replace(made, name=naming_of(template, content)(made.name)))


def _for_press(poster: Poster, template: PosterTemplate, format_key: str) -> tuple[Format, Options]:
    """Return the format and the options of a print file. Raises NoSuchFile for what no shop prints."""
    found = format_here(poster, template, format_key)
    if "print" not in found.destinations:
        raise NoSuchFile(poster, template, wrong_goal(found), found.key)
    return found, options_here(poster, template, found, "print")
