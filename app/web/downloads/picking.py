"""The ZIP: what is in it by default, and the page where somebody ticks what should be."""

from collections.abc import Iterable
from typing import NamedTuple

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate
from app.extensions import page_budget, render_budget
from app.services.pieces import Piece, pieces_of, sensible_pieces
from app.services.poster import Poster, filled
from app.services.rendered import ContentRejected
from app.web.downloads.asked import whole_query, wishes_of
from app.web.downloads.naming import naming_of
from app.web.downloads.own_size import format_asked
from app.web.downloads.page import page
from app.web.downloads.views import bp, handed_out
from app.web.downloads.wrong import NoSuchFile, wrong_format, wrong_wishes
from app.web.formats import FormatGroup, format_groups, usual_format
from app.web.held import open_poster
from app.web.language import current, gettext
from app.web.shell import services, this_minute

_GOALS: tuple[Destination, ...] = ("print", "home", "web", "screen")


class Picked(NamedTuple):
    """What is ticked: destinations, and keys of formats."""

    goals: frozenset[str]
    formats: frozenset[str]


@bp.get("/affiche/<poster_id>/download/kies")
@page_budget
def pick(poster_id: str) -> ResponseReturnValue:
    """Show what can go into the ZIP; a sensible set is ticked."""
    poster, template = open_poster(poster_id)
    key = request.args.get("formaat")
    found = format_asked(template, key)
    problem = wrong_format(template, key) or wrong_wishes(found, request.args)
    everything = pieces_of(template) if request.args.get("alles") == "ja" else _sensible(template, found)
    return _picking(poster, template, found, _ticked(everything), problem)


@bp.get("/affiche/<poster_id>/download/all")
@render_budget
def bundle(poster_id: str) -> ResponseReturnValue:
    """Answer with a ZIP of what was ticked, sent while it is made; or with what must change first.

    Without a tick it holds a sensible set.
    """
    poster, template = open_poster(poster_id)
    key, content = request.args.get("formaat"), filled(poster.content, template)
    found = format_asked(template, key)
    if problem := wrong_format(template, key) or wrong_wishes(found, request.args):
        raise NoSuchFile(poster, template, problem, found.key)
    picked = Picked(frozenset(request.args.getlist("voor")), frozenset(request.args.getlist("maat")))
    pieces = _pieces(template, found, picked) if any(picked) else _sensible(template, found)
    if not pieces:
        nothing = gettext("Daar komt geen bestand uit. Vink aan waarvoor, en minstens één maat die daarbij past.")
        return _picking(poster, template, found, picked, nothing), 422
    try:
        begun = services().bundles.open(
            template,
            content,
            language=current(),
            date=this_minute(),
            pieces=pieces,
            wishes=_wishes(found),
            wished_for=found,
            called=naming_of(template, content),
        )
    except ContentRejected as rejected:
        return page(poster, template, found.key, refused_all=rejected.findings), 422
    return handed_out(begun, poster, "all", "all")


def _sensible(template: PosterTemplate, found: Format) -> tuple[Piece, ...]:
    return sensible_pieces(template, found, usual_format(template))


def _pieces(template: PosterTemplate, found: Format, picked: Picked) -> tuple[Piece, ...]:
    """Return the files that were ticked; nothing for what there is not."""
    keys = [one.key for one in _formats(template, found) if one.key in picked.formats]
    return tuple(piece for piece in (pieces_of(template, keys) if keys else ()) if piece.destination in picked.goals)


def _wishes(found: Format) -> dict[Destination, Options]:
    """Return what the address asks of the files, as the page of the files had it."""
    return wishes_of(found, request.args, services().catalog.brand)


def _ticked(pieces: Iterable[Piece]) -> Picked:
    chosen = tuple(pieces)
    return Picked(frozenset(piece.destination for piece in chosen), frozenset(piece.format_key for piece in chosen))


def _formats(template: PosterTemplate, found: Format) -> tuple[Format, ...]:
    return (found, *template.formats) if found.is_own else template.formats


def _picking(poster: Poster, template: PosterTemplate, found: Format, picked: Picked, problem: str = "") -> str:
    own = (FormatGroup(gettext("Je eigen maat"), ((found,),)),) if found.is_own else ()
    return render_template(
        "downloads/pick.html",
        poster=poster,
        asked=whole_query(found, _wishes(found)),
        goals=[(goal, words) for goal, words in _goal_words().items()],
        groups=(*own, *format_groups(template)),
        picked=picked,
        problem=problem,
    )


def _goal_words() -> dict[Destination, str]:
    words = gettext("Drukker"), gettext("Thuis"), gettext("Website"), gettext("Scherm")
    return dict(zip(_GOALS, words, strict=True))
