"""What every page shares: addresses of static files, the brand's colours, and a few words in templates."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, current_app, request, url_for

from app.engine.findings import Sentence
from app.engine.fonts import count_chars, is_rtl_language
from app.engine.template import PosterTemplate
from app.services import Services
from app.services.catalog import UnknownTemplate
from app.services.program import program_version
from app.web.formats import format_name, format_size
from app.web.language import current
from app.web.tokens import ROLES, role_color

STATIC = Path(__file__).with_name("static")
_TYPES = {".css": "text/css", ".js": "text/javascript"}
_FOREVER = "public, max-age=31536000, immutable"


def services() -> Services:
    """Return the services of this application."""
    found: Services = current_app.extensions["affiche"]
    return found


def brand_version() -> str:
    """Return what stands in the address of everything that is the brand's: changes with the kit and the program."""
    return hashlib.sha256((services().catalog.brand.digest + program_version()).encode()).hexdigest()[:12]


def this_minute() -> datetime:
    """Return the date that files are made with: one for all who ask within a minute, for whom one is made."""
    return datetime.now(UTC).replace(second=0, microsecond=0)


def offered(name: str) -> PosterTemplate:
    """Return a published template by its name; never by a path. Raises UnknownTemplate."""
    templates = {template.key: template for template in services().catalog.published()}
    if name not in templates:
        raise UnknownTemplate(name, sorted(templates))
    return templates[name]


@lru_cache(maxsize=1)
def static_files() -> Mapping[str, bytes]:
    """Return every static file by its name; together they are a hundred kilobytes."""
    files = sorted(found for found in STATIC.rglob("*") if found.is_file())
    return {file.relative_to(STATIC).as_posix(): file.read_bytes() for file in files}


@lru_cache(maxsize=1)
def static_version() -> str:
    """Return what stands in the address of every static file: changes when one of them does."""
    digest = hashlib.sha256()
    for name, data in static_files().items():
        digest.update(name.encode() + data)
    return digest.hexdigest()[:12]


def asset(name: str) -> str:
    """Return the address of a static file. The version is a folder, so that modules find each other beside them."""
    return url_for("static", version=static_version(), filename=name)


def say(sentence: Sentence) -> str:
    """Return a sentence of the engine in the visitor's language."""
    return sentence.in_language(current())


def keep_forever(response: Response) -> Response:
    """Let every cache keep an answer whose address changes with it."""
    response.headers["Cache-Control"] = _FOREVER
    return response


def init_app(app: Flask) -> None:
    """Serve the static files, and give templates what they share."""
    app.add_url_rule("/bron/<version>/<path:filename>", "static", _static)
    app.add_template_global(asset)
    for function in (say, count_chars, is_rtl_language, format_name, format_size):
        app.add_template_global(function)
    app.context_processor(_for_templates)


def _static(version: str, filename: str) -> Response:
    data = static_files().get(filename)
    if version != static_version() or data is None:
        abort(404)
    return keep_forever(Response(data, mimetype=_TYPES[Path(filename).suffix]))


def _for_templates() -> dict[str, Any]:
    kit = services().catalog.brand
    return {
        "brand": kit,
        "brand_version": brand_version(),
        "theme_color": role_color(kit, ROLES["foot"][0]).hex,
        "operator": services().settings,
        "owner": services().settings.owner or kit.name,
        "endpoint": request.endpoint or "",
    }
