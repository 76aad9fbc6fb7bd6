"""The shapes of a template: each drawing that it has, with what its sizes are good for."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from app.engine.sheet import Format
from app.engine.template import Artboard, PosterTemplate
from app.web.formats import boards_in_order, format_name, paper_of, usual_format, usual_of
from app.web.language import gettext

# Of a poster on paper, in m²: handed out up to A5, read from close by up to A3, on walls up to 1 m².
_HANDED_OUT, _CLOSE_BY, _WALLS = 0.032, 0.13, 1.0

# Width ÷ height up to which a screen is called tall, and square.
_TALL, _SQUARE = 0.62, 1.05


class Use(NamedTuple):
    """Sizes that are good for the same thing."""

    title: str
    formats: tuple[Format, ...]


class Shape(NamedTuple):
    """One drawing. title: no other shape of its template has it. format: the one that it is pictured in.

    paper, screen: what it can become.
    """

    title: str
    format: Format
    paper: tuple[Use, ...]
    screen: tuple[Use, ...]


def shapes_of(template: PosterTemplate, first: Format | None = None) -> tuple[Shape, ...]:
    """Return every shape, the one that most people come for first. first: pictures its shape, if not the usual one."""
    usual = first or usual_format(template)
    boards = boards_in_order(template, usual)
    pictured = [usual if usual in board.formats else usual_of(board.formats) for board in boards]
    titles = _titles(boards, pictured)
    return tuple(_shape(*each) for each in zip(titles, boards, pictured, strict=True))


def _shape(title: str, board: Artboard, pictured: Format) -> Shape:
    screen = [found for found in board.formats if found.unit == "px"]
    return Shape(title, pictured, tuple(_uses(paper_of(board))), tuple(_uses(screen)))


def _uses(formats: Sequence[Format]) -> Iterator[Use]:
    for title, found in groupby(formats, key=_use_title):
        yield Use(title, tuple(found))


def _titles(boards: Sequence[Artboard], pictured: Sequence[Format]) -> list[str]:
    """Return what shapes are called: one with many sizes of paper by how it lies, all others by the name of a size."""
    lying = [
        _lie(found) if found.unit == "mm" and len(board.formats) > 1 else ""
        for board, found in zip(boards, pictured, strict=True)
    ]
    return [
        lie if lie and lying.count(lie) == 1 else format_name(found) for lie, found in zip(lying, pictured, strict=True)
    ]


def _lie(found: Format) -> str:
    return gettext("Staand") if found.aspect < 1 else gettext("Liggend")


def _use_title(found: Format) -> str:
    if found.unit == "px":
        return _screen_use(found)
    if found.area_m2 <= _HANDED_OUT:
        return gettext("Om uit te delen")
    if found.area_m2 <= _CLOSE_BY:
        return gettext("Voor je raam of het prikbord")
    return gettext("Voor muur en straat") if found.area_m2 <= _WALLS else gettext("Voor een bushokje")


def _screen_use(found: Format) -> str:
    if found.aspect < _TALL:
        return gettext("Voor je story of een infoscherm")
    if found.aspect <= _SQUARE:
        return gettext("Voor Instagram en Facebook")
    return gettext("Voor een infoscherm of presentatie")
