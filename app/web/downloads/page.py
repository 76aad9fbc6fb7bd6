"""The page of everything that can be taken away."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from flask import render_template, request, url_for

from app.engine.content import Content
from app.engine.findings import Finding, Sentence
from app.engine.pipeline import Options
from app.engine.sheet import OWN_LEAST_MM, OWN_MOST_MM, Destination, Format
from app.engine.template import PosterTemplate
from app.engine.template.bilingual import as_filled_in
from app.services.poster import Poster, filled
from app.services.web_page import pasted_page
from app.web.downloads.asked import Wishes, whole_query, wishes_of
from app.web.downloads.destinations import Choice, Variant
from app.web.downloads.drawings import drawing_of
from app.web.downloads.everything import everything_of
from app.web.downloads.offers import offers_for
from app.web.downloads.onward import elsewhere, onward_from
from app.web.downloads.own_size import OwnSize, format_asked, is_own_offered
from app.web.downloads.pictures import too_heavy
from app.web.downloads.weights import weight_of, weight_words
from app.web.downloads.wrong import wrong_format, wrong_wishes
from app.web.drawn import drawn
from app.web.formats import chosen_format, format_groups, is_made_at_home
from app.web.previews import preview_of
from app.web.sections import form_order
from app.web.shell import say, services

# Of ids of the drawing with little ink; the other one stands in the same page.
_LEAN = "l"


def page(
    poster: Poster,
    template: PosterTemplate,
    format_key: str | None,
    *,
    refused: Mapping[Destination, tuple[Finding, ...]] | None = None,
    refused_all: tuple[Finding, ...] = (),
    own: OwnSize | None = None,
    problem: str = "",
) -> str:
    """Return the page.

    refused: what the making of a file found, if that stopped it. refused_all: the same of the making of every file.
    own: a size that was asked for and cannot be. problem: with the address of a file that is not there.
    """
    chosen = format_asked(template, format_key)
    content = filled(poster.content, template)
    wishes, unsaved = _possible(template, content, chosen, wishes_of(chosen, request.args, services().catalog.brand))
    first, *others = wishes
    preview = preview_of(poster, template, poster.content, chosen.key, first, options=wishes[first])
    judged = {goal: services().rendering.findings(template, content, chosen.key, goal, wishes[goal]) for goal in others}
    found = {first: preview.findings, **judged, **(refused or {})}
    order = form_order(as_filled_in(template, content.second_language))
    offers = offers_for(chosen, found, order, wishes, at_home=is_made_at_home(template, chosen))
    return render_template(
        "downloads/choose.html",
        poster=poster,
        template=template,
        chosen=chosen,
        shared=chosen_format(template, chosen.key),
        trim=chosen.trim,
        groups=format_groups(template),
        svg=drawn(preview.svg),
        lean_svg=_lean_svg(poster, template, chosen, wishes),
        unsaved=say(unsaved) if unsaved else "",
        offers=offers,
        everything=everything_of(template, content, chosen, offers, found, order, refused=refused_all),
        refused=bool(refused or refused_all),
        problem=problem or wrong_format(template, format_key) or wrong_wishes(chosen, request.args),
        tab_of=partial(_tab_address, poster),
        onward=onward_from(template, content, chosen, offers, wishes.get("print")),
        elsewhere=elsewhere(poster, template, chosen),
        own=own or OwnSize(),
        own_limits=(OWN_LEAST_MM, OWN_MOST_MM),
        too_heavy=partial(too_heavy, chosen),
        weight_words=weight_words,
        has_own=is_own_offered(template),
        code=pasted_page(services().rendering.transcript(template, content), services().catalog.brand),
        address_of=partial(_file_address, poster, chosen),
        asked=whole_query(chosen, wishes),
        page_of=partial(_page_address, poster, chosen, wishes),
        weight_of=partial(_weight, poster, chosen),
        drawing_of=partial(drawing_of, chosen),
    )


def _possible(
    template: PosterTemplate, content: Content, chosen: Format, wishes: dict[Destination, Options]
) -> tuple[dict[Destination, Options], Sentence | None]:
    """Return the wishes without the one to save ink where a poster cannot; and the sentence that says so."""
    home = wishes.get("home")
    if home is None or not home.save_ink:
        return wishes, None
    findings = services().rendering.findings(template, content, chosen.key, "home", home)
    why = next((found.message for found in findings if found.code == "save-ink"), None)
    return ({**wishes, "home": replace(home, save_ink=False)} if why else wishes), why


def _lean_svg(poster: Poster, template: PosterTemplate, chosen: Format, wishes: Wishes) -> Any:
    """Return the poster as it is with little ink; nothing where nobody asks for it."""
    home = wishes.get("home")
    if home is None or not home.save_ink:
        return None
    preview = preview_of(poster, template, poster.content, chosen.key, "home", prefix=_LEAN, options=home)
    return drawn(preview.svg)


def _file_address(poster: Poster, chosen: Format, choice: Choice, variant: Variant) -> str:
    asked: dict[str, Any] = {"format_key": chosen.key, **variant.query}
    if variant.page == "downloads.file":
        asked["destination"] = choice.destination
    return url_for(variant.page, poster_id=poster.id, **asked)


def _page_address(poster: Poster, chosen: Format, wishes: Wishes, goal: Destination, options: Options) -> str:
    """Return the address of this page with other options for one destination, and everything else as it is."""
    asked: dict[str, Any] = whole_query(chosen, {**wishes, goal: options})
    return url_for("downloads.choose", poster_id=poster.id, _anchor=f"file-{goal}", **asked)


def _tab_address(poster: Poster, found: Format) -> str:
    """Return the address of this page for another format, with the wishes that this one can have too."""
    asked: dict[str, Any] = whole_query(found, wishes_of(found, request.args, services().catalog.brand))
    return url_for("downloads.choose", poster_id=poster.id, **asked)


def _weight(poster: Poster, chosen: Format, choice: Choice, variant: Variant) -> int:
    return weight_of(poster, chosen.key, choice.destination, variant.query)
