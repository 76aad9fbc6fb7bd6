"""What a visitor reads when something goes wrong: what happened, what to do, and whatever was typed, kept."""

import math
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from flask import Flask, Response, make_response, render_template, request, url_for
from flask_limiter import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.extensions import retry_seconds
from app.services.catalog import UnknownTemplate
from app.services.posters import Gone, NotYours
from app.services.rendering import NotMade
from app.store import DatabaseDown, FileGone
from app.web import logs
from app.web.language import gettext, lazy_gettext, ngettext
from app.web.shell import services


class Words(NamedTuple):
    """What an error page says. Lazy: translated when shown."""

    title: object
    advice: object


_WORDS = {
    400: Words(
        lazy_gettext("Deze pagina is te lang blijven openstaan"),
        lazy_gettext("Voor je veiligheid vragen we je om nog eens op de knop te drukken."),
    ),
    404: Words(
        lazy_gettext("Deze pagina is er niet"),
        lazy_gettext("Misschien is het adres niet helemaal juist. Alle sjablonen vind je op de startpagina."),
    ),
    405: Words(
        lazy_gettext("Zo kun je deze pagina niet openen"),
        lazy_gettext("Begin opnieuw vanaf de startpagina. Wat bewaard was, blijft bewaard."),
    ),
    413: Words(
        lazy_gettext("Dit bestand is te groot"),
        lazy_gettext("Ga terug en kies een kleiner bestand. Wat bewaard was, staat er nog."),
    ),
    500: Words(
        lazy_gettext("Er ging iets mis bij ons"),
        lazy_gettext("Dat ligt niet aan jou. Probeer het opnieuw; wat bewaard was, staat er nog."),
    ),
    503: Words(
        lazy_gettext("Het is nu erg druk"),
        lazy_gettext("Probeer het over een minuut opnieuw. Wat bewaard was, staat er nog."),
    ),
}
_NO_POSTER = Words(
    lazy_gettext("Deze affiche kunnen we je niet tonen"),
    lazy_gettext(
        "Ze is gewist, of je begon eraan op een ander toestel. Open dan de link om verder te werken die je daar kreeg."
    ),
)
_NOT_MADE = Words(
    lazy_gettext("Dit bestand lukte niet"),
    lazy_gettext(
        "Het was te veel werk voor ons. Kies een kleiner formaat of een kleinere foto en probeer het opnieuw."
    ),
)
# A repeated press of the button helps against these.
_WORTH_REPEATING = {400, 429, 500, 503}
_BUSY_SECONDS = "30"
_FILE_PAGES = {"downloads.file", "downloads.proof", "downloads.bundle"}


def init_app(app: Flask) -> None:
    """Answer every error with a page in the visitor's language."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(RateLimitExceeded, _too_often)
    app.register_error_handler(CSRFError, _http_error)
    app.register_error_handler(UnknownTemplate, lambda _error: error_page(404))
    app.register_error_handler(Gone, lambda _error: error_page(404, _NO_POSTER))
    # The same answer as for a poster that is gone: who guesses learns nothing.
    app.register_error_handler(NotYours, lambda _error: error_page(404, _NO_POSTER))
    app.register_error_handler(FileGone, lambda _error: error_page(404))
    app.register_error_handler(NotMade, lambda error: error_page(503, None if error.will_pass else _NOT_MADE))
    app.register_error_handler(Exception, _crash)


def error_page(status: int, words: Words | None = None) -> Response:
    """Return the page for a status; a form that was sent is kept in it, ready to be sent again."""
    shown = words or _WORDS.get(status) or _WORDS[404 if status < 500 else 500]
    page = render_template(
        "error.html",
        status=status,
        words=shown,
        reference=logs.request_id(),
        typed=_typed(status),
        again=_same_address(status) if shown is not _NOT_MADE else "",
        files_address=_files_address(status),
        poster_address=_poster_address() if status == 413 else "",
    )
    response = make_response(page, status)
    response.headers["X-Robots-Tag"] = "noindex"
    if status == 503:
        response.headers["Retry-After"] = _BUSY_SECONDS
    return response


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if 300 <= status < 400:
        return make_response(error.get_response())
    response = error_page(status, _too_large() if status == 413 else None)
    if status == 405 and (allowed := getattr(error, "valid_methods", None)):
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _too_often(_error: RateLimitExceeded) -> Response:
    seconds = retry_seconds()
    # The limiter counts one second too many; nobody is sent away for two minutes by it.
    response = error_page(429, _too_many(max(1, math.ceil((seconds - 1) / 60))))
    response.headers["Retry-After"] = str(seconds)
    return response


def _too_many(minutes: int) -> Words:
    advice = ngettext(
        "Er kwamen heel veel vragen van jouw adres. Wacht een minuut en probeer het opnieuw.",
        "Er kwamen heel veel vragen van jouw adres. Wacht %(num)d minuten en probeer het opnieuw.",
        minutes,
    )
    return Words(gettext("Even ademhalen"), advice)


def _too_large() -> Words:
    largest = services().settings.photo_mb
    advice = gettext("Kies een bestand van hoogstens %(mb)d MB. Wat bewaard was, staat er nog.", mb=largest)
    if _poster_address():
        # The form was too long to be read, so only the browser still has what stood in it.
        typed = gettext("Wat je net typte, vind je terug met de knop Vorige van je browser.")
        advice = f"{advice} {typed}"
    return Words(_WORDS[413].title, advice)


def _crash(error: Exception) -> Response:
    logs.note_crash(error)
    # A full disk and a database that does not answer pass; whoever comes back finds everything as it was.
    if isinstance(error, OSError | DatabaseDown):
        return error_page(503)
    return error_page(500)


def _typed(status: int) -> list[tuple[str, str]]:
    """Return the fields of a form that may be sent again, without its token."""
    if request.method != "POST" or status not in _WORTH_REPEATING or not _came_from_here():
        return []
    try:
        return [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    except HTTPException:
        return []


def _same_address(status: int) -> str:
    """Return the address to ask for once more where that may help, else nothing."""
    if request.method != "GET" or status not in _WORTH_REPEATING:
        return ""
    # One slash: a path that begins with two would be the address of another site. Quoted anew, as it was decoded.
    path, query = quote("/" + request.path.lstrip("/")), urlencode(list(request.args.items(multi=True)))
    return f"{path}?{query}" if query else path


def _files_address(status: int) -> str:
    """Return where somebody was who asked for a file that could not be made; nothing for any other page."""
    if request.endpoint not in _FILE_PAGES or status not in _WORTH_REPEATING or not request.view_args:
        return ""
    asked = request.view_args
    format_key = asked.get("format_key", request.args.get("formaat"))
    return url_for("downloads.choose", poster_id=asked["poster_id"], formaat=format_key)


def _poster_address() -> str:
    """Return where the poster is whose form was sent; nothing for any other page."""
    if request.endpoint != "editor.submit" or not request.view_args:
        return ""
    return url_for("editor.edit", poster_id=request.view_args["poster_id"])


def _came_from_here() -> bool:
    """Return whether the form stood on a page of ours; a stranger's form must not be put before the visitor."""
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.host
