"""An artboard taken apart: every painted shape and every frame with its true outline, to be judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.geometry import FillRule, Matrix, Path, Rect
from app.engine.vector.drawing import Area, Clip, Frame, Group, Line, Mark

# In pt: corners that an editor rounds are still right.
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One shape or frame, in artboard pt. bounds: of what shows, strokes included, clips cut off.

    branch: the ids of the conditional groups it lies in, outermost first. solid: whether it hides what is below it.
    faded: whether a group around it is see-through. clips: outlines outside of which it does not show.
    """

    mark: Area | Line | Frame
    path: Path
    rule: FillRule
    bounds: Rect
    branch: tuple[str, ...]
    clips: tuple[Clip, ...]
    solid: bool
    faded: bool

    @property
    def name(self) -> str:
        """What the designer can look for: the name of a frame, the id of a shape, or that it has none."""
        if isinstance(self.mark, Frame):
            return self.mark.id
        return f"#{self.mark.id}" if self.mark.id else "shape without id"


def take_apart(marks: tuple[Mark, ...], matrix: Matrix) -> tuple[Piece, ...]:
    """Return every shape and frame of a drawing; `matrix` maps the drawing into artboard pt."""
    return tuple(_pieces(marks, matrix, _Inside()))


CONDITIONS = ("choice-", "empty-", "languages-")
"""How the id of a group begins that is painted only now and then.

For one value of a choice, without a picture, in posters of one language or of two.
"""


_LANGUAGES = re.compile(r"(languages-(?:one|two))(?:-.+)?")


def language_group(id: str) -> str:
    """Return "languages-one" or "languages-two" for the id of such a group, else nothing.

    A name of the designer's own may follow, so that there can be several: languages-two-stems.
    """
    found = _LANGUAGES.fullmatch(id)
    return found[1] if found else ""


def is_conditional(mark: Mark) -> bool:
    """Return whether a mark is a group that is painted only now and then."""
    return isinstance(mark, Group) and mark.id.startswith(CONDITIONS)


def is_upright_box(path: Path) -> bool:
    """Return whether an outline is one upright rectangle, whichever element it was drawn with."""
    corners = [xy for verb, xy in path.segments if verb in ("M", "L")]
    if len(corners) not in (4, 5) or any(verb == "C" for verb, _ in path.segments):
        return False
    bounds = path.bounds
    places = {(_side(x, bounds.x, bounds.right), _side(y, bounds.y, bounds.bottom)) for x, y in corners}
    return len(places) == 4 and all(None not in place for place in places)


def _side(value: float, low: float, high: float) -> bool | None:
    """Return on which of two sides a coordinate lies: False, True, or None for neither."""
    if abs(value - low) < _ROUNDING:
        return False
    return True if abs(value - high) < _ROUNDING else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inside:
    """What the groups around a mark do to it."""

    branch: tuple[str, ...] = ()
    clips: tuple[Clip, ...] = ()
    faded: bool = False

    def entered(self, group: Group, matrix: Matrix) -> "_Inside":
        """Return what also holds inside a group."""
        clips = tuple(Clip(path=clip.path.transformed(matrix), rule=clip.rule) for clip in group.clips)
        return _Inside(
            branch=(*self.branch, language_group(group.id) or group.id) if is_conditional(group) else self.branch,
            clips=self.clips + clips,
            faded=self.faded or group.opacity < 1,
        )


def _pieces(marks: tuple[Mark, ...], matrix: Matrix, inside: _Inside) -> Iterator[Piece]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _pieces(mark.marks, matrix, inside.entered(mark, matrix))
        elif mark.path:
            yield _piece(mark, matrix, inside)


def _piece(mark: Area | Line | Frame, matrix: Matrix, inside: _Inside) -> Piece:
    into = mark.matrix.then(matrix) if isinstance(mark, Line) else matrix
    path = mark.path.transformed(into)
    bounds = path.bounds.grown(mark.width / 2 * into.scale) if isinstance(mark, Line) else path.bounds
    return Piece(
        mark=mark,
        path=path,
        rule="nonzero" if isinstance(mark, Line) else mark.rule,
        bounds=bounds if isinstance(mark, Frame) else _clipped(bounds, inside.clips),
        branch=inside.branch,
        clips=inside.clips,
        solid=isinstance(mark, Area) and mark.opacity >= 1 and not inside.faded,
        faded=inside.faded,
    )


def _clipped(bounds: Rect, clips: tuple[Clip, ...]) -> Rect:
    for clip in clips:
        shown = bounds.intersection(clip.path.bounds) if clip.path else None
        bounds = shown or Rect(bounds.x, bounds.y, 0, 0)
    return bounds
