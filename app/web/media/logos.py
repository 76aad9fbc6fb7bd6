"""The logos of a poster, small."""

from flask import Response, abort
from flask.typing import ResponseReturnValue

from app.extensions import picture_budget
from app.services.plates import plate_svg
from app.web.media.views import bp
from app.web.security import keep_private, visitor_key
from app.web.shell import services


@bp.get("/affiche/<poster_id>/logo/<digest>")
@picture_budget
def logo(poster_id: str, digest: str) -> ResponseReturnValue:
    """Answer with a logo of a poster on a plate, to those who hold the poster."""
    keep_private()
    poster = services().posters.get(poster_id, visitor_key())
    if not any((upload.digest, upload.kind) == (digest, "logo") for upload in poster.uploads):
        abort(404)
    svg = plate_svg(services().uploads.kept_logo(digest), services().catalog.brand)
    response = Response(svg, mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
