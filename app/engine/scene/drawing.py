"""Drawings as items of a scene: outlines placed, colours as inks, groups with their boxes."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from app.engine.color import Ink, Rgb, Stop
from app.engine.geometry import Matrix, Path, Rect
from app.engine.photo import PhotoSource
from app.engine.scene.items import (
    ClipBegin,
    ClipEnd,
    Fill,
    GroupBegin,
    GroupEnd,
    Item,
    LinearGradient,
    Paint,
    RadialGradient,
    Stroke,
)
from app.engine.vector.bounds import visible_bounds
from app.engine.vector.drawing import (
    Area,
    ColorStop,
    Drawing,
    Frame,
    Group,
    Line,
    LinearShade,
    Mark,
    RadialShade,
    Shade,
)
from app.engine.vector.taken import LogoPicture

# Inks mixed in equal steps run through other colours than light does; so many steps keep them together.
GRADIENT_STEPS = 16

# Steps finer than this, of 255, are not seen.
_FINEST_STEP = 6

InkOf = Callable[[Rgb], Ink]


def drawing_items(
    drawing: Drawing,
    matrix: Matrix,
    ink_of: InkOf,
    *,
    clip: bool = False,
    gradient_steps: int = GRADIENT_STEPS,
) -> tuple[Item, ...]:
    """Return a drawing as items. matrix: of its space into the scene's. Frames leave nothing.

    ink_of: also asked for the colours between the stops of a gradient. clip: to the drawing's box.
    gradient_steps: between two stops, at most; 1 for inks that are to be mixed with each other directly.
    """
    setter = MarkSetter(matrix, ink_of, gradient_steps)
    items = tuple(setter.items(drawing.marks))
    if not clip or not items:
        return items
    return (ClipBegin(path=Path.rect(drawing.box).transformed(matrix)), *items, ClipEnd())


def picture_source(picture: LogoPicture) -> PhotoSource:
    """Return the pixels of a logo as what a Picture shows."""
    return PhotoSource(digest=picture.digest, width=picture.width, height=picture.height, has_alpha=picture.has_alpha)


class MarkSetter:
    """Sets the marks of one drawing. Arguments as for drawing_items."""

    def __init__(self, matrix: Matrix, ink_of: InkOf, gradient_steps: int) -> None:
        self._matrix, self._ink_of, self._steps = matrix, ink_of, gradient_steps

    def items(self, marks: tuple[Mark, ...]) -> Iterator[Item]:
        for mark in marks:
            if isinstance(mark, Group):
                yield from self._group(mark)
            elif not isinstance(mark, Frame):
                yield self.shape(mark)

    def shape(self, mark: Area | Line) -> Fill | Stroke:
        """Return one painted shape. Raises TypeError for what is none."""
        match mark:
            case Area():
                return self._fill(mark)
            case Line():
                return self._stroke(mark)
        raise TypeError(f"not a mark: {mark!r}")

    def extent(self, group: Group) -> Rect | None:
        """Return the box around what a group paints, None where it paints nothing."""
        box = visible_bounds(group.marks)
        return box and Path.rect(box).transformed(self._matrix).bounds

    def _group(self, group: Group) -> Iterator[Item]:
        inside = list(self.items(group.marks))
        box = self.extent(group)
        if not inside or box is None:
            return
        for clip in group.clips:
            yield ClipBegin(path=clip.path.transformed(self._matrix), rule=clip.rule)
        if group.opacity < 1:
            yield GroupBegin(opacity=group.opacity, box=box)
        yield from inside
        if group.opacity < 1:
            yield GroupEnd()
        for _ in group.clips:
            yield ClipEnd()

    def _fill(self, area: Area) -> Fill:
        return Fill(
            path=area.path.transformed(self._matrix),
            paint=self._paint(area.shade),
            rule=area.rule,
            opacity=area.opacity,
        )

    def _stroke(self, line: Line) -> Stroke:
        return Stroke(
            path=line.path,
            paint=self._paint(line.shade),
            width=line.width,
            matrix=line.matrix.then(self._matrix),
            cap=line.cap,
            join=line.join,
            miter_limit=line.miter_limit,
            dashes=line.dashes,
            dash_offset=line.dash_offset,
            opacity=line.opacity,
        )

    def _paint(self, shade: Shade) -> Paint:
        if isinstance(shade, Rgb):
            return self._ink_of(shade)
        stops, matrix = self._stops(shade), shade.matrix.then(self._matrix)
        if isinstance(shade, LinearShade):
            return LinearGradient(start=shade.start, end=shade.end, stops=stops, matrix=matrix)
        return RadialGradient(
            focus=shade.focus,
            focus_radius=shade.focus_radius,
            center=shade.center,
            radius=shade.radius,
            stops=stops,
            matrix=matrix,
        )

    def _stops(self, shade: LinearShade | RadialShade) -> tuple[Stop, ...]:
        stops = [Stop(offset=shade.stops[0].offset, ink=self._ink_of(shade.stops[0].color))]
        for one, other in pairwise(shade.stops):
            stops.extend(self._between(one, other))
        return tuple(stops)

    def _between(self, one: ColorStop, other: ColorStop) -> Iterator[Stop]:
        """Yield stops from one to another, this one left out: as dense as their colours differ."""
        far = max(abs(a - b) for a, b in zip(one.color, other.color, strict=True))
        steps = max(1, min(self._steps, -(-far // _FINEST_STEP))) if other.offset > one.offset else 1
        for step in range(1, steps + 1):
            share = step / steps
            ink = self._ink_of(one.color.mixed(other.color, share))
            yield Stop(offset=one.offset + (other.offset - one.offset) * share, ink=ink)
