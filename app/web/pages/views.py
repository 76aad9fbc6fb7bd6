"""Pages to read, and what machines ask for."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from app.web.shell import services

bp = Blueprint("pages", __name__)

# Posters in the making belong to their makers.
_ROBOTS = "User-agent: *\nDisallow: /affiche\n"


@bp.get("/hulp")
def help() -> ResponseReturnValue:
    """Explain how a poster is made and printed."""
    return render_template("pages/help.html")


@bp.get("/toegankelijkheid")
def accessibility() -> ResponseReturnValue:
    """State how accessible the tool is, and where to report what is not."""
    return render_template("pages/accessibility.html")


@bp.get("/privacy")
def privacy() -> ResponseReturnValue:
    """Tell what is kept, and how long."""
    return render_template("pages/privacy.html")


@bp.get("/robots.txt")
def robots() -> ResponseReturnValue:
    """Tell search engines where they have no business."""
    return Response(_ROBOTS, mimetype="text/plain")


@bp.get("/healthz")
def health() -> ResponseReturnValue:
    """Tell a watchdog that the process answers and its database too."""
    services().posters.is_alive()
    return Response("ok\n", mimetype="text/plain", headers={"Cache-Control": "no-store"})
