"""The artboard of a format, carried over to its sheet: art and frames in paint order, in pt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.engine.geometry import FillRule, Matrix, Path, Rect
from app.engine.layout.art import ArtItem, carried, fitted
from app.engine.sheet import Sheet
from app.engine.template import Artboard, ArtStep, ChoiceStep, FrameStep, Step

_UNIT = Rect(0, 0, 1, 1)


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
    """Return the steps of an artboard on a sheet. chosen: the value of every choice slot.

    mirrored: art and frames change sides, where the artboard allows it.
    """
    target = sheet.trim_box
    flip = Matrix(-1, 0, 0, 1, target.width, 0) if mirrored and artboard.mirror else None
    art_map, frame_map = fitted(artboard.trim, target), fitted(_UNIT, target)
    if flip:
        art_map, frame_map = art_map.then(flip), frame_map.then(flip)
    return tuple(_placed(step, art_map, frame_map) for step in _open(artboard.steps, chosen))


def _open(steps: Iterable[Step], chosen: Mapping[str, str]) -> Iterator[ArtStep | FrameStep]:
    """Yield the steps that are painted, groups of a choice unfolded."""
    for step in steps:
        if not isinstance(step, ChoiceStep):
            yield step
        elif chosen.get(step.slot) == step.value:
            yield from _open(step.steps, chosen)


def _placed(step: ArtStep | FrameStep, art_map: Matrix, frame_map: Matrix) -> Art | Frame:
    if isinstance(step, ArtStep):
        return Art(items=carried(step.items, art_map))
    path = step.path.transformed(frame_map)
    box = Path.rect(step.box).transformed(frame_map).bounds
    return Frame(target=step.target, key=step.key, box=box, path=path, rule=step.rule)


def closed_up(
    frame: Frame, empty: Iterable[Frame], horizontal: Literal["start", "center", "end"], *, rtl: bool
) -> Frame:
    """Return a mark's frame, grown over empty frames beside it on the side it leans to.

    So an absent QR code leaves no hole in the foot: the logo moves over to its place.
    """
    leans_right = (horizontal == "end") != rtl
    if horizontal == "center":
        return frame
    box = frame.box
    for other in empty:
        beside = other.box.x >= box.right - 1 if leans_right else other.box.right <= box.x + 1
        level = min(box.bottom, other.box.bottom) - max(box.y, other.box.y)
        if beside and level >= 0.5 * min(box.height, other.box.height):
            left, right = min(box.x, other.box.x), max(box.right, other.box.right)
            box = Rect.between(left, box.y, right, box.bottom)
    return replace(frame, box=box, path=Path.rect(box))
