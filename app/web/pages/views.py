"""Pages to read, and what machines ask for."""

from datetime import date

from flask import Blueprint, Response, render_template, url_for
from flask.typing import ResponseReturnValue

from app.engine.names import long_date
from app.web.language import TONGUE, speak
from app.web.shell import say, services

bp = Blueprint("pages", __name__)

# The day on which the tool was last tried as the statement tells; the limits that it names are those of that day.
_ASSESSED = date(2026, 11, 22)

# Posters in the making belong to their makers.
_ROBOTS = "User-agent: *\nDisallow: /affiche\n"


@bp.get("/hulp")
@bp.get(f"/{TONGUE}/hulp")
def help(tongue: str = "") -> ResponseReturnValue:
    """Explain how a poster is made and printed."""
    speak(tongue)
    return render_template("pages/help.html")


@bp.get("/toegankelijkheid")
@bp.get(f"/{TONGUE}/toegankelijkheid")
def accessibility(tongue: str = "") -> ResponseReturnValue:
    """State how accessible the tool is, and where to report what is not.

    In the parts that the model statement of the European Commission has: decision (EU) 2018/1523.
    """
    speak(tongue)
    address = url_for("gallery.index", _external=True)
    return render_template("pages/accessibility.html", address=address, assessed=say(long_date(_ASSESSED)))


@bp.get("/privacy")
@bp.get(f"/{TONGUE}/privacy")
def privacy(tongue: str = "") -> ResponseReturnValue:
    """Tell what is kept, and how long."""
    speak(tongue)
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
