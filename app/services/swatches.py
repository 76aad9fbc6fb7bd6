"""What each value of a choice looks like: the flat art that its drawing paints for it, small."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.engine.color import Ink, Rgb
from app.engine.geometry import Rect
from app.engine.paint.svg import path_data
from app.engine.scene import Fill
from app.engine.template import ArtStep, ChoiceStep, PosterTemplate
from app.engine.template.values import Step


class Area(NamedTuple):
    """One colour of a swatch. outline: as the path data of SVG, in pt of the drawing."""

    outline: str
    color: Rgb


class Swatch(NamedTuple):
    """A value of a choice, as it is painted. trim: the part of the drawing that is seen."""

    trim: Rect
    areas: tuple[Area, ...]


def swatches_of(template: PosterTemplate, slot: str, format_key: str) -> Mapping[str, Swatch]:
    """Return how each value of a choice looks in a format; none where its values cannot be told apart by colours."""
    board = template.artboard(format_key)
    found = {
        step.value: Swatch(board.trim, tuple(_areas(step.steps))) for step in _choices(board.steps) if step.slot == slot
    }
    can_be_told_apart = len({swatch.areas for swatch in found.values()}) == len(found)
    return found if can_be_told_apart and all(swatch.areas for swatch in found.values()) else {}


def _choices(steps: tuple[Step, ...]) -> Iterator[ChoiceStep]:
    for step in steps:
        if isinstance(step, ChoiceStep):
            yield step


def _areas(steps: tuple[Step, ...]) -> Iterator[Area]:
    art = (item for step in steps if isinstance(step, ArtStep) for item in step.items)
    for item in art:
        if isinstance(item, Fill) and isinstance(item.paint, Ink):
            yield Area(path_data(item.path), item.paint.srgb)
