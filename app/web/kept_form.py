"""What a visitor had typed when something went wrong, so that it can be sent again or copied."""

from urllib.parse import urlsplit

from flask import request
from werkzeug.exceptions import HTTPException

Fields = list[tuple[str, str]]

# Fields that hold a visitor's own words.
_WORDS = ("text.", "imprint.")
_WORDS_OF_FILES = (".alt", ".credit", ".name", ".url")


def sent_fields() -> Fields | None:
    """Return the fields of a form of ours that was sent, without its token; nothing where no form was."""
    if request.method != "POST" or not _came_from_here():
        return None
    try:
        return [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    except HTTPException:
        return None


def words_in(fields: Fields) -> str:
    """Return what a visitor typed, one field a paragraph, to be copied."""
    typed = (value.strip() for name, value in fields if name.startswith(_WORDS) or name.endswith(_WORDS_OF_FILES))
    return "\n\n".join(filter(None, typed))


def _came_from_here() -> bool:
    """Return whether the form stood on a page of ours; a stranger's form must not be put before the visitor."""
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.host
