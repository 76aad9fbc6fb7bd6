"""The artboard of a format, carried over to its sheet: art and frames in paint order, in pt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from app.engine.geometry import FillRule, Matrix, Path, Rect
from app.engine.layout.art import carried, fitted
from app.engine.scene import Fill, Stroke
from app.engine.sheet import Sheet
from app.engine.template import Artboard, ArtItem, ArtStep, ChoiceStep, FrameStep, Step

_UNIT = Rect(0, 0, 1, 1)

# In pt: frames that a designer drew against each other may overlap by a rounding.
_TOUCH = 1.0

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Art:
    """Decoration, ready to paint."""

    items: tuple[ArtItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The place of a slot or a stack on the sheet."""

    target: Literal["slot", "stack"]
    key: str
    box: Rect
    path: Path
    rule: FillRule


def arranged(artboard: Artboard, sheet: Sheet, chosen: Mapping[str, str], *, mirrored: bool) -> tuple[Art | Frame, ...]:
    """Return the steps of an artboard on a sheet. chosen: the value of every choice slot, and of pictures left out.

    mirrored: whether art and frames change sides.
    """
    art_map, frame_map = (_map(drawn, sheet, mirrored) for drawn in (artboard.trim, _UNIT))
    return tuple(
        Art(items=carried(step.items, _turned_back(step).then(art_map) if mirrored and step.upright else art_map))
        if isinstance(step, ArtStep)
        else _frame(step, frame_map)
        for step in _open(artboard.steps, chosen)
    )


def _turned_back(step: ArtStep) -> Matrix:
    """Return what makes up for mirroring, for art that must not be shown in reverse: it turns about its own middle."""
    outlines = [item.path for item in step.items if isinstance(item, Fill)]
    outlines += [item.path.transformed(item.matrix) for item in step.items if isinstance(item, Stroke)]
    box = reduce(Rect.union, (path.bounds for path in outlines))
    return Matrix(-1, 0, 0, 1, box.x + box.right, 0)


def slot_frames(artboard: Artboard, sheet: Sheet, chosen: Mapping[str, str], *, mirrored: bool) -> Iterator[Frame]:
    """Yield the frames of an artboard's slots alone, as `arranged` places them, without the art around them."""
    frame_map = _map(_UNIT, sheet, mirrored)
    for step in _open(artboard.steps, chosen):
        if isinstance(step, FrameStep) and step.target == "slot":
            yield _frame(step, frame_map)


def _map(drawn: Rect, sheet: Sheet, mirrored: bool) -> Matrix:
    target = sheet.trim_box
    straight = fitted(drawn, target)
    return straight.then(Matrix(-1, 0, 0, 1, target.width, 0)) if mirrored else straight


def _open(steps: Iterable[Step], chosen: Mapping[str, str]) -> Iterator[ArtStep | FrameStep]:
    """Yield the steps that are painted, conditional groups unfolded where they show."""
    for step in steps:
        if not isinstance(step, ChoiceStep):
            yield step
        elif chosen.get(step.slot) == step.value:
            yield from _open(step.steps, chosen)


def _frame(step: FrameStep, frame_map: Matrix) -> Frame:
    path = step.path.transformed(frame_map)
    box = Path.rect(step.box).transformed(frame_map).bounds
    return Frame(target=step.target, key=step.key, box=box, path=path, rule=step.rule)


def closed_up(box: Rect, empty: Iterable[Rect], taken: Iterable[Rect], side: Side) -> Rect:
    """Return a mark's frame, grown over empty frames beside it on one side, as far as nothing else is in between.

    So an absent QR code leaves no hole in the foot: the logo moves over to its place.
    """
    in_the_way = list(taken)
    for other in sorted(empty, key=lambda other: abs(other.center.x - box.center.x)):
        if not _is_beside(box, other, side):
            continue
        grown = Rect.between(min(box.x, other.x), box.y, max(box.right, other.right), box.bottom)
        if any(grown.grown(-_TOUCH).intersection(found) for found in in_the_way):
            break
        box = grown
    return box


def _is_beside(box: Rect, other: Rect, side: Side) -> bool:
    past = other.x >= box.right - _TOUCH if side == "right" else other.right <= box.x + _TOUCH
    level = min(box.bottom, other.bottom) - max(box.y, other.y)
    return past and level >= 0.5 * min(box.height, other.height)
