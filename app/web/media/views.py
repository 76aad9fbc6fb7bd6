"""Pictures and styles: thumbnails of templates, photos of a poster, what belongs to the brand."""

import hashlib
from datetime import UTC, datetime

from flask import Blueprint, Response, abort, current_app, request
from flask.typing import ResponseReturnValue

from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.photo import media_type
from app.engine.template import PosterTemplate
from app.extensions import picture_budget, remembered
from app.web.previews import CHOICE_WIDTH, PREVIEW_WIDTH
from app.web.security import keep_private, visitor_key
from app.web.shell import brand_version, keep_forever, offered, services

bp = Blueprint("media", __name__)

# Widths that pages ask for, in px; others are refused, so that nobody fills the cache.
THUMBNAIL_WIDTHS = (240, 480, 720)
PHOTO_WIDTHS = (CHOICE_WIDTH, PREVIEW_WIDTH)

# A sample is not made on a day; with a fixed one the same sample gives the same bytes.
_SAMPLE_DATE = datetime(2026, 1, 1, tzinfo=UTC)


@bp.get("/sjablonen/<name>/beeld/<language>/<format_key>-<int:width>")
def thumbnail(name: str, language: str, format_key: str, width: int) -> ResponseReturnValue:
    """Answer with a real rendering of a template's sample."""
    template = offered(name)
    if width not in THUMBNAIL_WIDTHS or language not in _shown_languages(template):
        abort(404)
    if format_key not in {found.key for found in template.formats}:
        abort(404)
    key = _key("thumbnail", template.digest, brand_version(), language, format_key, str(width))
    data = remembered(key, lambda: _thumbnail(template, language, format_key, width))
    response = Response(data, mimetype=media_type(data))
    response.set_etag(key)
    if request.args.get("v") == template.digest[:12] + brand_version():
        keep_forever(response)
    return response.make_conditional(request)


def _shown_languages(template: PosterTemplate) -> frozenset[str]:
    """Return the languages in which a template's sample is shown: those of the pages, and those it has beside them."""
    return frozenset((*INTERFACE_LANGUAGES, *services().catalog.sample_languages(template)))


def _thumbnail(template: PosterTemplate, language: str, format_key: str, width: int) -> bytes:
    return services().rendering.thumbnail(template, language, format_key, width, date=_SAMPLE_DATE).data


@bp.get("/affiche/<poster_id>/foto/<digest>-<int:width>")
@picture_budget
def photo(poster_id: str, digest: str, width: int) -> ResponseReturnValue:
    """Answer with a photo of a poster as it will be printed, to those who hold the poster."""
    keep_private()
    poster = services().posters.get(poster_id, visitor_key())
    if width not in PHOTO_WIDTHS or not poster.has_file(digest):
        abort(404)
    data = services().rendering.photo_preview(digest, width, better_light="licht" in request.args)
    return _for_one_hour(Response(data, mimetype=media_type(data)))


@bp.get("/affiche/<poster_id>/logo/<digest>")
@picture_budget
def logo(poster_id: str, digest: str) -> ResponseReturnValue:
    """Answer with a logo of a poster on a plate, to those who hold the poster."""
    keep_private()
    poster = services().posters.get(poster_id, visitor_key())
    if not any((upload.digest, upload.kind) == (digest, "logo") for upload in poster.uploads):
        abort(404)
    return _for_one_hour(Response(services().rendering.logo_plate(digest), mimetype="image/svg+xml"))


def _for_one_hour(response: Response) -> Response:
    """Let the visitor's own browser keep a picture: the preview asks for the same one at every key press."""
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@bp.get("/merk/<version>/kleuren.css")
def tokens(version: str) -> ResponseReturnValue:
    """Answer with the brand's palette as CSS."""
    return _of_brand(version, Response(current_app.extensions["affiche-tokens"], mimetype="text/css"))


@bp.get("/merk/<version>/letter-<int:weight>.woff2")
def brand_font(version: str, weight: int) -> ResponseReturnValue:
    """Answer with the brand's type for pages."""
    font = services().catalog.brand.pages.fonts.get(weight)
    if font is None:
        abort(404)
    return _of_brand(version, Response(font, mimetype="font/woff2"))


@bp.get("/merk/<version>/logo/<ground>.svg")
def brand_logo(version: str, ground: str) -> ResponseReturnValue:
    """Answer with the brand's own mark, for a light or a dark ground."""
    return _of_brand(version, _drawing(services().catalog.brand.logo.svgs.get(ground)))


@bp.get("/merk/<version>/tekening/<name>.svg")
def illustration(version: str, name: str) -> ResponseReturnValue:
    """Answer with an illustration of the brand."""
    return _of_brand(version, _drawing(services().catalog.brand.illustration_svgs.get(name)))


@bp.get("/favicon.ico")
@bp.get("/favicon.svg")
def favicon() -> ResponseReturnValue:
    """Answer with the brand's symbol."""
    response = _drawing(services().catalog.brand.logo.svgs["symbol"])
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _drawing(svg: bytes | None) -> Response:
    if svg is None:
        abort(404)
    return Response(svg, mimetype="image/svg+xml")


def _of_brand(version: str, response: Response) -> Response:
    if version != brand_version():
        response.headers["Cache-Control"] = "no-cache"
        return response
    return keep_forever(response)


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
