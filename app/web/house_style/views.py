"""The page and its pictures. Pictures have addresses of their own, so that a page never waits for them.

There is a fixed number of them, each is made once and kept, and what makes them lets few wait: they need no budget.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress

from flask import Blueprint, Flask, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.engine.findings import INTERFACE_LANGUAGES
from app.extensions import remembered
from app.services.not_made import NotMade
from app.services.showcase import Side, Verdict, verdicts
from app.web.house_style.brand_parts import brand_parts
from app.web.house_style.limits import limit_groups, little_ink
from app.web.house_style.rule_chapters import rule_chapters
from app.web.language import TONGUE, current, speak
from app.web.shell import keep_forever, services

bp = Blueprint("house_style", __name__)

# What the two sides of an example are called in addresses.
SIDE_NAMES: dict[str, Side] = {"fout": "wrong", "goed": "right"}


@bp.get("/huisstijl")
@bp.get(f"/{TONGUE}/huisstijl")
def page(tongue: str = "") -> ResponseReturnValue:
    """Show what the brand is made of, and every rule."""
    speak(tongue)
    kit = services().catalog.brand
    return render_template(
        "house_style/page.html",
        parts=brand_parts(kit),
        limit_groups=limit_groups(kit),
        little_ink=little_ink(kit),
        chapters=rule_chapters(_verdicts(current())),
        example_address=_example_address,
        specimen_address=_specimen_address,
    )


def _verdicts(language: str) -> Mapping[str, Verdict]:
    """Return what the engine says of the examples; nothing while it cannot be asked, for rules read without them."""
    try:
        return verdicts(_kept_verdicts(language))
    except NotMade:
        return {}


def _kept_verdicts(language: str) -> bytes:
    return _remembered("verdicts", lambda: services().showcase.judge_all(language), language)


def warm(app: Flask) -> None:
    """Have the examples judged before anybody asks for them: whoever comes first would else wait for some seconds.

    To be run in a thread of its own. One language after the other, so that visitors find a worker free.
    """
    for language in INTERFACE_LANGUAGES:
        with app.app_context(), suppress(NotMade):
            _kept_verdicts(language)


@bp.get("/huisstijl/<key>/<language>/<side>.svg")
def example(key: str, language: str, side: str) -> ResponseReturnValue:
    """Answer with one side of an example."""
    showcase = services().showcase
    if not showcase.has(key) or language not in INTERFACE_LANGUAGES or side not in SIDE_NAMES:
        abort(404)
    return _picture(lambda: showcase.draw(key, SIDE_NAMES[side], language), "example", key, side, language)


@bp.get("/huisstijl/letter/<style>-<language>.svg")
def specimen(style: str, language: str) -> ResponseReturnValue:
    """Answer with a line of text in a type style."""
    if style not in services().catalog.brand.styles or language not in INTERFACE_LANGUAGES:
        abort(404)
    return _picture(lambda: services().showcase.specimen(style, language), "specimen", style, language)


def _picture(make: Callable[[], bytes], *key: str) -> Response:
    response = Response(_remembered(key[0], make, *key[1:]), mimetype="image/svg+xml")
    if request.args.get("v") == services().showcase.version:
        keep_forever(response)
    return response


def _remembered(kind: str, make: Callable[[], bytes], *key: str) -> bytes:
    """Return what is kept of this kit and this program, else make and keep it."""
    return remembered(":".join(("showcase", services().showcase.version, kind, *key)), make)


def _example_address(key: str, side: str) -> str:
    return url_for("house_style.example", key=key, language=current(), side=side, v=services().showcase.version)


def _specimen_address(style: str) -> str:
    return url_for("house_style.specimen", style=style, language=current(), v=services().showcase.version)
