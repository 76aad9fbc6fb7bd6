"""The poster that an address names, for the visitor who holds it."""

from app.engine.template import PosterTemplate
from app.services.poster import Poster
from app.web.security import keep_private, visitor_key
from app.web.shell import services


def open_poster(poster_id: str) -> tuple[Poster, PosterTemplate]:
    """Return a poster with its template; the answer becomes the visitor's own. Raises Gone, NotYours."""
    keep_private()
    poster = services().posters.get(poster_id, visitor_key())
    return poster, services().catalog.get(poster.template, poster.template_version)
