"""The gallery and the page of one template."""

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.services.selection import Wishes, suited
from app.web.formats import usual_format
from app.web.gallery.filters import address_with, asked, chosen, filters, jobs_of
from app.web.gallery.going_on import going_on
from app.web.gallery.shapes import shapes_of
from app.web.language import TONGUE, current, gettext, ngettext, speak
from app.web.needs import needs_of
from app.web.people import people
from app.web.shell import offered, services

bp = Blueprint("gallery", __name__)


class Card(NamedTuple):
    """A template on the shelf. format, language: of the sample that is shown."""

    template: PosterTemplate
    format: Format
    language: str


@bp.get("/")
@bp.get(f"/{TONGUE}/")
def index(tongue: str = "") -> ResponseReturnValue:
    """Show every published template that suits the filters of the address."""
    speak(tongue)
    templates = services().catalog.published()
    question = asked(request.args, templates)
    if "" in request.args.values():
        # A form sends the filters that nobody chose as well; the address is to hold the others alone.
        return redirect(address_with({key: value for key, value in request.args.items() if value}), 303)
    found = suited(templates, question.wishes)
    return render_template(
        "gallery/index.html",
        cards=[_card(template, question.wishes) for template in found],
        count=_count(len(found)),
        filters=filters(templates, question.wishes),
        chosen=chosen(templates, question.wishes),
        misread=question.misread,
        people=people(),
        own=going_on(all_of_them=request.args.get("mijn") == "alle"),
    )


@bp.get("/sjablonen", strict_slashes=False)
@bp.get(f"/{TONGUE}/sjablonen", strict_slashes=False)
@bp.get("/affiche", strict_slashes=False)
def shelf(tongue: str = "") -> ResponseReturnValue:
    """Lead whoever shortens an address by hand to the posters."""
    return redirect(url_for("gallery.index", tongue=tongue or None), 302)


@bp.get("/sjablonen/<name>")
@bp.get(f"/{TONGUE}/sjablonen/<name>")
def template(name: str, tongue: str = "") -> ResponseReturnValue:
    """Show one template: its shapes, what it needs, whom it is for, and the button to begin."""
    speak(tongue)
    found = offered(name)
    samples = services().catalog.sample_languages(found)
    return render_template(
        "gallery/template.html",
        template=found,
        shapes=shapes_of(found),
        needs=needs_of(found),
        jobs=list(jobs_of(found)),
        samples=samples,
        shown=_shown(request.args.get("voorbeeld", ""), samples),
    )


def _card(template: PosterTemplate, wishes: Wishes) -> Card:
    """Return a template as the gallery shows it: where a language was asked for, in that one."""
    samples = services().catalog.sample_languages(template)
    return Card(template, usual_format(template), _shown(wishes.get("language", ""), samples))


def _shown(wished: str, samples: Sequence[str]) -> str:
    """Return the language in which a sample is shown: the one wished for, else the visitor's."""
    return wished if wished in samples else current()


def _count(found: int) -> str:
    if not found:
        return gettext("Geen affiches gevonden")
    return ngettext("%(num)d affiche gevonden", "%(num)d affiches gevonden", found)
