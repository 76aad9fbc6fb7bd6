"""The gallery and the page of one template."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.web.formats import format_groups, usual_format
from app.web.language import current
from app.web.needs import needs_of
from app.web.shell import offered, services

bp = Blueprint("gallery", __name__)


@bp.get("/")
def index() -> ResponseReturnValue:
    """Show every published template."""
    templates = services().catalog.published()
    shown = [(template, usual_format(template)) for template in templates]
    return render_template("gallery/index.html", shown=shown)


@bp.get("/sjablonen/<name>")
def template(name: str) -> ResponseReturnValue:
    """Show one template: its formats, what it needs, and the button to begin."""
    found = offered(name)
    spoken = current() if current() in found.languages else found.languages[0]
    return render_template(
        "gallery/template.html",
        template=found,
        large=usual_format(found),
        groups=format_groups(found),
        needs=needs_of(found),
        spoken=spoken,
    )
