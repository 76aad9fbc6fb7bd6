"""A poster and the versions of its template: it stays as it is until its maker takes a newer one, and can go back."""

from contextlib import suppress
from dataclasses import dataclass

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from app.engine.content import Content
from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.services.poster import Poster
from app.services.posters import Changed
from app.services.renewing import Consequence, can_use, consequences, renewed
from app.web.drawn import drawn
from app.web.editor.shapes import preview_in
from app.web.formats import chosen_format, format_name
from app.web.language import gettext, ngettext
from app.web.security import visitor_key
from app.web.shell import say, services


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionNews:
    """What there is to tell of a poster's template. former: the version that it had until just now, or 0."""

    has_newer: bool
    is_retired: bool
    former: int


def version_news(template: PosterTemplate) -> VersionNews:
    """Return what the editor tells of the version that a poster is made with."""
    standing = services().catalog.standing(template)
    former = request.args.get("vorige", 0, type=int)
    known = services().catalog.versions(template.key) if former else ()
    return VersionNews(
        has_newer=standing.newer is not None,
        is_retired=standing.is_retired,
        former=former if former in known and former < template.version else 0,
    )


def comparison(poster: Poster, template: PosterTemplate) -> ResponseReturnValue:
    """Return the page that shows a poster in its version and in the newer one; where there is none, its editor."""
    newer = services().catalog.standing(template).newer
    chosen = chosen_format(template, request.args.get("formaat"))
    if newer is None:
        return redirect(url_for("editor.edit", poster_id=poster.id, formaat=chosen.key), 303)
    content = renewed(poster.content, template, newer)
    return render_template(
        "editor/version.html",
        poster=poster,
        template=template,
        newer=newer,
        chosen=chosen,
        can_use=can_use(poster.content, newer),
        changes=[_sentence(found) for found in consequences(poster.content, template, newer)],
        now=_picture(poster, template, poster.content, chosen, "n"),
        then=_picture(poster, newer, content, chosen_format(newer, chosen.key), "d"),
    )


def take_version(poster: Poster, template: PosterTemplate, number: str, format_key: str) -> ResponseReturnValue:
    """Let a poster go on with another version of its template, and lead back to its editor."""
    catalog = services().catalog
    known = next((each for each in catalog.versions(template.key) if str(each) == number), None)
    wanted = catalog.get(template.key, known) if known else None
    if wanted is None or wanted.status == "draft" or not can_use(poster.content, wanted):
        abort(404)
    content = renewed(poster.content, template, wanted)
    former = template.version if wanted.version > template.version else None
    # Where somebody saved in between, the editor shows that, and the version can be taken from there.
    with suppress(Changed):
        services().posters.save(poster.id, visitor_key(), poster.revision, content, version=wanted.version)
    return redirect(url_for("editor.edit", poster_id=poster.id, formaat=format_key, vorige=former), 303)


def _picture(poster: Poster, template: PosterTemplate, content: Content, chosen: Format, prefix: str) -> Markup:
    made = preview_in(poster, template, content, chosen, prefix=prefix)
    return drawn(made.svg)


def _sentence(found: Consequence) -> str:
    slot = say(found.label) if found.label else ""
    match found.change:
        case "not-shown":
            return gettext("“%(slot)s” staat er niet meer op. Wat je er invulde, blijft bewaard.", slot=slot)
        case "value-gone":
            value = say(found.value) if found.value else ""
            return gettext("Bij “%(slot)s” kun je “%(value)s” niet meer kiezen.", slot=slot, value=value)
        case "too-long":
            return gettext("“%(slot)s” is te lang voor de nieuwe versie. Maak het daarna korter.", slot=slot)
        case "to-fill-in":
            return gettext("“%(slot)s” moet je nog invullen.", slot=slot)
        case "formats-gone":
            names = ", ".join(map(format_name, found.formats))
            return ngettext(
                "Dit formaat is er niet meer: %(names)s.",
                "Deze formaten zijn er niet meer: %(names)s.",
                len(found.formats),
                names=names,
            )
