"""What a visitor reads when something goes wrong: what happened, what to do, and whatever was typed, kept."""

from urllib.parse import quote, urlencode

from flask import Flask, Response, jsonify, make_response, render_template, request, url_for
from flask_limiter import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.extensions import retry_seconds
from app.services.catalog import UnknownTemplate
from app.services.not_made import NotMade
from app.services.posters import Gone, NotYours
from app.store import DatabaseDown, FileGone
from app.web import logs
from app.web.error_words import AWAY, BY_STATUS, FOR_SCRIPTS, NO_POSTER, NOT_MADE, Words, too_large, too_many
from app.web.kept_form import sent_fields, words_in
from app.web.people import people

# A repeated press of the button helps against these.
_WORTH_REPEATING = {400, 429, 500, 503}
_BUSY_SECONDS = "30"
_FILE_PAGES = {"downloads.file", "downloads.proof", "downloads.bundle", "downloads.note_pdf", "downloads.web_page"}


def init_app(app: Flask) -> None:
    """Answer every error with a page in the visitor's language."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(RateLimitExceeded, _too_often)
    app.register_error_handler(CSRFError, _http_error)
    app.register_error_handler(UnknownTemplate, lambda _error: error_page(404))
    app.register_error_handler(Gone, lambda _error: error_page(404, NO_POSTER))
    # The same answer as for a poster that is gone: who guesses learns nothing.
    app.register_error_handler(NotYours, lambda _error: error_page(404, NO_POSTER))
    app.register_error_handler(FileGone, lambda _error: error_page(404))
    app.register_error_handler(NotMade, lambda error: error_page(503, None if error.will_pass else NOT_MADE))
    app.register_error_handler(Exception, _crash)


def error_page(status: int, words: Words | None = None) -> Response:
    """Return the page for a status; a form that was sent is kept in it, ready to be sent again or copied.

    A script is told the same in one message.
    """
    shown = words or BY_STATUS.get(status) or BY_STATUS[404 if status < 500 else 500]
    told = _message(status, shown) if _for_script() else _page(status, shown)
    response = make_response(told, status)
    response.headers["X-Robots-Tag"] = "noindex"
    if status == 503:
        response.headers["Retry-After"] = _BUSY_SECONDS
    return response


def _for_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _message(status: int, words: Words) -> Response:
    return jsonify(message=f"{words.title}. {FOR_SCRIPTS.get(status, words.advice)}")


def _page(status: int, words: Words) -> str:
    fields, repeats = sent_fields(), status in _WORTH_REPEATING
    return render_template(
        "error.html",
        status=status,
        words=words,
        reference=logs.request_id(),
        fields=fields if repeats else None,
        typed=words_in(fields or []),
        again=_same_address(status) if words is not NOT_MADE else "",
        files_address=_files_address(status),
        poster_address=_poster_address() if status == 413 else "",
        people=people(),
    )


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if 300 <= status < 400:
        return make_response(error.get_response())
    response = error_page(status, too_large(bool(_poster_address())) if status == 413 else None)
    if status == 405 and (allowed := getattr(error, "valid_methods", None)):
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _too_often(_error: RateLimitExceeded) -> Response:
    seconds = retry_seconds()
    response = error_page(429, too_many(seconds))
    response.headers["Retry-After"] = str(seconds)
    return response


def _crash(error: Exception) -> Response:
    logs.note_crash(error)
    # A full disk and a database that does not answer pass; whoever comes back finds everything as it was.
    if isinstance(error, OSError | DatabaseDown):
        return error_page(503, AWAY)
    return error_page(500)


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
