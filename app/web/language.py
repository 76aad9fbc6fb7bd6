"""The words of the interface, in the visitor's language. All translation goes through here.

Messages are written in Dutch; `translations/fr.po` and `en.po` hold the others and are read as they are, so that
there is nothing to compile.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import flask_babel
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, g, redirect, request, session, url_for
from flask_babel import Babel, Domain
from werkzeug.wrappers import Response

from app.engine.findings import INTERFACE_LANGUAGES

__all__ = [
    "LANGUAGES",
    "TONGUE",
    "current",
    "day_of",
    "decimal",
    "gettext",
    "init_app",
    "lazy_gettext",
    "ngettext",
    "read_catalogue",
    "speak",
    "speak_unless_chosen",
]

LANGUAGES = {"nl": "Nederlands", "fr": "Français", "en": "English"}
TONGUE = "<any(fr, en):tongue>"
"""How addresses begin that bring whoever follows them to a language; without it a page speaks as its visitor does."""

_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
_FOLDER = Path(__file__).with_name("translations")


def gettext(message: str, **values: object) -> str:
    """Return a message in the visitor's language, its %(names)s filled in."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """Return the message that fits a number, in the visitor's language; %(num)d is the number."""
    return str(flask_babel.ngettext(one, many, number, **values))


def lazy_gettext(message: str) -> object:
    """Return a message that is translated when it is shown."""
    return flask_babel.lazy_gettext(message)


def current() -> str:
    """Return the language of the page: the visitor's choice, else what their browser asks for."""
    if "language" not in g:
        chosen = session.get("language")
        g.language = chosen if chosen in INTERFACE_LANGUAGES else _asked()
    language: str = g.language
    return language


def _asked() -> str:
    """Return the first language of the browser's list that the interface speaks, else Dutch."""
    g.has_asked = True
    tongues = (tag.lower().partition("-")[0] for tag, weight in request.accept_languages if weight)
    return next((tongue for tongue in tongues if tongue in INTERFACE_LANGUAGES), "nl")


def speak(language: str) -> None:
    """Remember the visitor's choice, if the interface speaks it."""
    if language in INTERFACE_LANGUAGES:
        session["language"] = language
        g.language = language


def speak_unless_chosen(language: str) -> None:
    """Speak a language on this page to a visitor who has chosen none, if the interface speaks it.

    To be called before anything of the page is translated.
    """
    if session.get("language") not in INTERFACE_LANGUAGES and language in INTERFACE_LANGUAGES:
        g.language = language


def day_of(moment: float) -> str:
    """Return the day (UTC) of a moment in the visitor's language, such as "vrijdag 20 maart"."""
    # A day stays beside its month where a line breaks.
    return str(flask_babel.format_date(datetime.fromtimestamp(moment, UTC).date(), "EEEE d\u00a0MMMM"))


def decimal(number: float) -> str:
    """Return a number to the tenth, written as in the visitor's language."""
    return str(flask_babel.format_decimal(round(number, 1), "#,##0.#"))


def read_catalogue(language: str) -> NullTranslations:
    """Return the translations of a language; Dutch needs none."""
    if language == "nl":
        return NullTranslations()
    with (_FOLDER / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


class _Catalogues(Domain):  # type: ignore[misc]
    """Every language's translations, read when the server starts."""

    def __init__(self) -> None:
        super().__init__()
        self._by_language = {language: read_catalogue(language) for language in INTERFACE_LANGUAGES}

    def get_translations(self) -> NullTranslations:
        return self._by_language[current()]


def init_app(app: Flask, babel: Babel) -> None:
    """Bind translation to the application, and let `?taal=fr` on any page choose the language.

    To be called before whatever may refuse a request, so that refusals are translated too.
    """
    babel.init_app(app, default_locale="nl_BE", locale_selector=lambda: _LOCALES[current()])
    app.before_request(_Catalogues().as_default)
    app.before_request(_follow_choice)
    app.after_request(_vary)
    app.context_processor(_for_templates)


def _follow_choice() -> Response | None:
    chosen = request.args.get("taal")
    if chosen is None or request.method != "GET":
        return None
    speak(chosen)
    rest = {key: value for key, value in request.args.items() if key != "taal"}
    # Quoted anew: the path is what a visitor typed, line ends included.
    path = _path_of_choice() or quote(request.path)
    return redirect(path + (f"?{urlencode(rest)}" if rest else ""), 303)


def _vary(response: Response) -> Response:
    """Tell caches that another browser may get this page in another language."""
    if g.get("has_asked"):
        response.vary.add("Accept-Language")
    return response


def _path_of_choice() -> str:
    """Return the address of a page in the visitor's language, where this one stands in a language of its own."""
    named = request.view_args or {}
    if "tongue" not in named or request.endpoint is None:
        return ""
    return url_for(request.endpoint, **{key: value for key, value in named.items() if key != "tongue"})


def _address_in(language: str) -> str:
    """Return the address of this page in another language: the same question, asked in it."""
    kept = [(key, value) for key, value in request.args.items(multi=True) if key != "taal"]
    return f"{_path_of_choice()}?{urlencode([*kept, ('taal', language)])}"


def _for_templates() -> dict[str, Any]:
    return {"language": current(), "languages": LANGUAGES, "address_in": _address_in}
