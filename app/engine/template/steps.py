"""From a drawing to paint steps: art as scene items in palette inks, frames and conditional groups between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.engine.color import Ink, Rgb
from app.engine.geometry import Matrix, Rect, Size
from app.engine.scene import Fill, GroupBegin, GroupEnd, Stroke
from app.engine.scene.drawing import MarkSetter
from app.engine.scene.items import ClipBegin, ClipEnd
from app.engine.template.pieces import language_group
from app.engine.template.places import languages_of, place_of
from app.engine.template.values import LANGUAGES, ArtItem, ArtStep, ChoiceStep, FrameStep, Step
from app.engine.vector.drawing import Frame, Group, Mark
from app.engine.vector.names import UPRIGHT

# The stops of an artboard are palette colours, and those inks are mixed with each other directly.
_GRADIENT_STEPS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMaker:
    """Turns marks into steps. matrix: drawing → artboard pt. trim: in pt. inks: the palette by screen colour.

    conditions: conditional groups by id, as (slot, value). frames: the ids of all frames of the drawing.
    """

    matrix: Matrix
    trim: Size
    inks: Mapping[Rgb, Ink]
    conditions: Mapping[str, tuple[str, str]]
    frames: frozenset[str] = frozenset()

    @property
    def _setter(self) -> MarkSetter:
        return MarkSetter(self.matrix, self.inks.__getitem__, _GRADIENT_STEPS)

    def steps(self, marks: tuple[Mark, ...]) -> tuple[Step, ...]:
        """Return what is painted, in order; art between two frames is one step."""
        found: list[Step] = []
        art: list[ArtItem] = []
        for part in self._walk(marks):
            if isinstance(part, Step):
                _close(art, found)
                found.append(part)
            else:
                art.append(part)
        _close(art, found)
        return tuple(found)

    def _walk(self, marks: tuple[Mark, ...]) -> Iterator[ArtItem | Step]:
        for mark in marks:
            if isinstance(mark, Frame):
                yield self._frame(mark)
            elif isinstance(mark, Group):
                yield from self._group(mark)
            elif mark.path:
                yield self._setter.shape(mark)

    def _group(self, group: Group) -> Iterator[ArtItem | Step]:
        condition = language_group(group.id) or group.id
        if condition in self.conditions:
            slot, value = self.conditions[condition]
            yield ChoiceStep(slot=slot, value=value, steps=self.steps((_without_id(group),)))
            return
        if group.id.startswith(UPRIGHT):
            yield from (_upright(step) for step in self.steps((_without_id(group),)))
            return
        clips = [ClipBegin(path=clip.path.transformed(self.matrix), rule=clip.rule) for clip in group.clips]
        begin: list[ArtItem] = [*clips]
        end: list[ArtItem] = [ClipEnd() for _ in clips]
        if group.opacity < 1:
            begin.append(GroupBegin(opacity=group.opacity, box=self._setter.extent(group) or Rect(0, 0, 0, 0)))
            end.insert(0, GroupEnd())
        yield from begin
        for part in self._walk(group.marks):
            if isinstance(part, Step):
                # Clips are lifted around frames, which must lie inside them anyway: a step is whole in itself.
                yield from end
                yield replace(part, items=(*begin, *part.items, *end)) if isinstance(part, ArtStep) else part
                yield from begin
            else:
                yield part
        yield from end

    def _frame(self, frame: Frame) -> FrameStep | ChoiceStep:
        """Return the place of a slot or stack; where it has another in two languages, on a condition."""
        step, count = self._place(frame), languages_of(frame.id, self.frames)
        return ChoiceStep(slot=LANGUAGES, value=count, steps=(step,)) if count else step

    def _place(self, frame: Frame) -> FrameStep:
        shrink = self.matrix.then(Matrix.scaling(1 / self.trim.width, 1 / self.trim.height))
        path = frame.path.transformed(shrink)
        place = place_of(frame.id)
        return FrameStep(target=place.target, key=place.key, box=path.bounds, path=path, rule=frame.rule)


def _upright(step: Step) -> Step:
    return replace(step, upright=True) if isinstance(step, ArtStep) else step


def _without_id(group: Group) -> Group:
    return Group(marks=group.marks, opacity=group.opacity, clips=group.clips)


def _close(art: list[ArtItem], steps: list[Step]) -> None:
    """Move the art gathered so far into a step, unless it paints nothing."""
    if any(isinstance(item, Fill | Stroke) for item in art):
        steps.append(ArtStep(items=tuple(art)))
    art.clear()
