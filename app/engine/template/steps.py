"""From a drawing to paint steps: art as scene items in palette inks, frames and choices between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.engine.color import Ink, Rgb, Stop
from app.engine.geometry import Matrix, Rect, Size
from app.engine.scene import Fill, GroupBegin, GroupEnd, LinearGradient, Paint, RadialGradient, Stroke
from app.engine.scene.items import ClipBegin, ClipEnd
from app.engine.template.values import ArtStep, ChoiceStep, FrameStep, Step
from app.engine.vector.drawing import Area, ColorStop, Frame, Group, Line, LinearShade, Mark, Shade

ArtItem = Fill | Stroke | ClipBegin | ClipEnd | GroupBegin | GroupEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMaker:
    """Turns marks into steps. matrix: drawing → artboard pt. trim: in pt. inks: the palette by screen colour.

    choices: the groups of choice values by id, as (slot, value).
    """

    matrix: Matrix
    trim: Size
    inks: Mapping[Rgb, Ink]
    choices: Mapping[str, tuple[str, str]]

    def steps(self, marks: tuple[Mark, ...]) -> tuple[Step, ...]:
        """Return what is painted, in order; art between two frames is one step."""
        found: list[Step] = []
        art: list[ArtItem] = []
        for part in self._walk(marks):
            if isinstance(part, FrameStep | ChoiceStep):
                _close(art, found)
                found.append(part)
            else:
                art.append(part)
        _close(art, found)
        return tuple(found)

    def _walk(self, marks: tuple[Mark, ...]) -> Iterator[ArtItem | FrameStep | ChoiceStep]:
        for mark in marks:
            if isinstance(mark, Frame):
                yield self._frame(mark)
            elif isinstance(mark, Group):
                yield from self._group(mark)
            elif mark.path:
                yield self._fill(mark) if isinstance(mark, Area) else self._stroke(mark)

    def _group(self, group: Group) -> Iterator[ArtItem | FrameStep | ChoiceStep]:
        if group.id in self.choices:
            slot, value = self.choices[group.id]
            yield ChoiceStep(slot=slot, value=value, steps=self.steps((_without_id(group),)))
            return
        clips = [ClipBegin(path=clip.path.transformed(self.matrix), rule=clip.rule) for clip in group.clips]
        begin: list[ArtItem] = [*clips]
        end: list[ArtItem] = [ClipEnd() for _ in clips]
        if group.opacity < 1:
            begin.append(GroupBegin(opacity=group.opacity, box=self._extent(group.marks)))
            end.insert(0, GroupEnd())
        yield from begin
        for part in self._walk(group.marks):
            if isinstance(part, FrameStep | ChoiceStep):
                # Clips are lifted around frames, which must lie inside them anyway: a step is whole in itself.
                yield from end
                yield part
                yield from begin
            else:
                yield part
        yield from end

    def _extent(self, marks: tuple[Mark, ...]) -> Rect:
        boxes = [box for mark in marks for box in self._boxes(mark)]
        extent = boxes[0] if boxes else Rect(0, 0, 0, 0)
        for box in boxes:
            extent = extent.union(box)
        return extent

    def _boxes(self, mark: Mark) -> Iterator[Rect]:
        if isinstance(mark, Group):
            for inner in mark.marks:
                yield from self._boxes(inner)
        elif isinstance(mark, Line):
            into = mark.matrix.then(self.matrix)
            # A mitred corner reaches out at most so far.
            reach = mark.width / 2 * into.scale * max(1.0, mark.miter_limit)
            yield mark.path.transformed(into).bounds.grown(reach)
        elif mark.path:
            yield mark.path.transformed(self.matrix).bounds

    def _frame(self, frame: Frame) -> FrameStep:
        shrink = self.matrix.then(Matrix.scaling(1 / self.trim.width, 1 / self.trim.height))
        path = frame.path.transformed(shrink)
        target, _, key = frame.id.partition("-")
        return FrameStep(
            target="stack" if target == "stack" else "slot", key=key, box=path.bounds, path=path, rule=frame.rule
        )

    def _fill(self, area: Area) -> Fill:
        return Fill(
            path=area.path.transformed(self.matrix),
            paint=self._paint(area.shade),
            rule=area.rule,
            opacity=area.opacity,
        )

    def _stroke(self, line: Line) -> Stroke:
        return Stroke(
            path=line.path,
            paint=self._paint(line.shade),
            width=line.width,
            matrix=line.matrix.then(self.matrix),
            cap=line.cap,
            join=line.join,
            miter_limit=line.miter_limit,
            dashes=line.dashes,
            dash_offset=line.dash_offset,
            opacity=line.opacity,
        )

    def _paint(self, shade: Shade) -> Paint:
        if isinstance(shade, Rgb):
            return self.inks[shade]
        matrix = shade.matrix.then(self.matrix)
        stops = tuple(self._stop(stop) for stop in shade.stops)
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

    def _stop(self, stop: ColorStop) -> Stop:
        return Stop(offset=stop.offset, ink=self.inks[stop.color])


def _without_id(group: Group) -> Group:
    return Group(marks=group.marks, opacity=group.opacity, clips=group.clips)


def _close(art: list[ArtItem], steps: list[Step]) -> None:
    """Move the art gathered so far into a step, unless it paints nothing."""
    if any(isinstance(item, Fill | Stroke) for item in art):
        steps.append(ArtStep(items=tuple(art)))
    art.clear()
