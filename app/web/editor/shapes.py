"""The same poster in all its shapes at once: the small pictures, and what is still to do in each format."""

from collections.abc import Iterable
from typing import NamedTuple

from flask import Response

from app.engine.content import Content
from app.engine.findings import Finding
from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.services.poster import Poster, filled
from app.services.rendering import Preview
from app.web.editor.xml_answers import json_part, xml_answer
from app.web.findings import shown
from app.web.formats import first_format
from app.web.gallery.shapes import Shape, shapes_of
from app.web.language import gettext, ngettext
from app.web.previews import preview_of
from app.web.shell import services


class ShapeTab(NamedTuple):
    """One shape. format: the one that its small picture is of. formats: all that have this shape, small to large."""

    title: str
    format: Format
    formats: tuple[Format, ...]


def shape_tabs(template: PosterTemplate) -> tuple[ShapeTab, ...]:
    """Return the shapes of a template, the one that most people come for first."""
    return tuple(
        ShapeTab(shape.title, shape.format, _formats(shape)) for shape in shapes_of(template, first_format(template))
    )


def preview_in(
    poster: Poster, template: PosterTemplate, content: Content, chosen: Format, *, prefix: str = "p"
) -> Preview:
    """Return a preview, judged as what most people do with a format: printing it, or showing it on a screen."""
    return preview_of(poster, template, content, chosen.key, chosen.destinations[0], prefix=prefix)


def shapes_xml(poster: Poster, template: PosterTemplate, content: Content) -> Response:
    """Return a small picture of each shape and what is to do in each format, as one XML document."""
    counts: dict[str, tuple[int, str]] = {}
    pictures = []
    for number, shape in enumerate(shape_tabs(template)):
        made = preview_in(poster, template, content, shape.format, prefix=f"s{number}-")
        pictures.append(made.svg)
        for found in shape.formats:
            is_drawn = found == shape.format
            counts[found.key] = count_of(made.findings if is_drawn else _findings(template, content, found))
    return xml_answer("shapes", json_part("counts", counts), *pictures)


def count_of(findings: Iterable[Finding]) -> tuple[int, str]:
    """Return how many findings stop a format, in figures and in words."""
    number = sum(each.stops for each in shown(findings))
    words = ngettext("nog %(num)d punt te doen", "nog %(num)d punten te doen", number)
    return number, words if number else gettext("klaar")


def _findings(template: PosterTemplate, content: Content, found: Format) -> tuple[Finding, ...]:
    return services().rendering.findings(template, filled(content, template), found.key, found.destinations[0])


def _formats(shape: Shape) -> tuple[Format, ...]:
    return tuple(found for use in (*shape.paper, *shape.screen) for found in use.formats)
