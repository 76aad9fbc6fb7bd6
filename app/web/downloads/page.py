"""The page of everything that can be taken away."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import render_template, url_for

from app.engine.findings import Finding
from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate
from app.engine.template.bilingual import as_filled_in
from app.services.poster import Poster, filled
from app.web.downloads.destinations import Choice, Variant
from app.web.downloads.drawings import drawing_of
from app.web.downloads.everything import everything_of
from app.web.downloads.offers import offers_for
from app.web.downloads.onward import elsewhere, onward_from
from app.web.drawn import drawn
from app.web.formats import chosen_format, format_groups, is_made_at_home
from app.web.previews import preview_of
from app.web.sections import form_order
from app.web.shell import services


def page(
    poster: Poster,
    template: PosterTemplate,
    format_key: str | None,
    *,
    refused: Mapping[Destination, tuple[Finding, ...]] | None = None,
    refused_all: tuple[Finding, ...] = (),
) -> str:
    """Return the page.

    refused: what the making of a file found, if that stopped it. refused_all: the same of the making of every file.
    """
    chosen = chosen_format(template, format_key)
    first, *others = chosen.destinations
    preview = preview_of(poster, template, poster.content, chosen.key, first)
    content = filled(poster.content, template)
    judged = {goal: services().rendering.findings(template, content, chosen.key, goal) for goal in others}
    found = {first: preview.findings, **judged, **(refused or {})}
    order = form_order(as_filled_in(template, content.second_language))
    offers = offers_for(chosen, found, order, at_home=is_made_at_home(template, chosen))
    return render_template(
        "downloads/choose.html",
        poster=poster,
        template=template,
        chosen=chosen,
        trim=chosen.trim,
        groups=format_groups(template),
        svg=drawn(preview.svg),
        offers=offers,
        everything=everything_of(template, content, offers, found, order, refused=refused_all),
        refused=bool(refused or refused_all),
        onward=onward_from(template, content, chosen, offers),
        elsewhere=elsewhere(poster, template, chosen),
        address_of=partial(_file_address, poster, chosen),
        drawing_of=partial(drawing_of, chosen),
    )


def _file_address(poster: Poster, chosen: Format, choice: Choice, variant: Variant) -> str:
    asked: dict[str, Any] = {"format_key": chosen.key, "destination": choice.destination, **variant.query}
    return url_for("downloads.file", poster_id=poster.id, **asked)
