"""Drawings as bytes of our own: small JSON that is read back without meeting a foreign file again."""

from collections.abc import Iterable
from typing import Any

from app.engine.color import Rgb
from app.engine.geometry import Matrix, Path, Point, Rect
from app.engine.vector.drawing import (
    Area,
    Clip,
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

_LENGTHS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def drawing_as_data(drawing: Drawing) -> dict[str, Any]:
    """Return a drawing as plain lists and numbers of nine digits. Frames are not kept."""
    box = drawing.box
    return {"box": _numbers((box.x, box.y, box.width, box.height)), "marks": _marks(drawing.marks)}


def drawing_from_data(data: dict[str, Any]) -> Drawing:
    """Return the drawing. Raises KeyError, TypeError or ValueError for what drawing_as_data did not write."""
    return Drawing(box=Rect(*map(float, data["box"])), marks=_read_marks(data["marks"]))


def _marks(marks: Iterable[Mark]) -> list[list[Any]]:
    return [_mark(mark) for mark in marks if not isinstance(mark, Frame)]


def _mark(mark: Area | Line | Group) -> list[Any]:
    if isinstance(mark, Area):
        return ["area", _path(mark.path), _shade(mark.shade), mark.rule, mark.opacity]
    if isinstance(mark, Group):
        clips = [[_path(clip.path), clip.rule] for clip in mark.clips]
        return ["group", _marks(mark.marks), mark.opacity, clips]
    pen = [mark.width, mark.cap, mark.join, mark.miter_limit, _numbers(mark.dashes), mark.dash_offset]
    return ["line", _path(mark.path), _shade(mark.shade), _numbers(mark.matrix), pen, mark.opacity]


def _read_marks(data: list[list[Any]]) -> tuple[Mark, ...]:
    return tuple(_read_mark(*mark) for mark in data)


def _read_mark(kind: str, *parts: Any) -> Mark:
    if kind == "area":
        path, shade, rule, opacity = parts
        return Area(path=_read_path(path), shade=_read_shade(shade), rule=rule, opacity=opacity)
    if kind == "group":
        marks, opacity, clips = parts
        held = tuple(Clip(path=_read_path(path), rule=rule) for path, rule in clips)
        return Group(marks=_read_marks(marks), opacity=opacity, clips=held)
    if kind != "line":
        raise ValueError(f"not a mark: {kind!r}")
    path, shade, matrix, (width, cap, join, miter_limit, dashes, dash_offset), opacity = parts
    return Line(
        path=_read_path(path),
        shade=_read_shade(shade),
        matrix=Matrix(*matrix),
        width=width,
        cap=cap,
        join=join,
        miter_limit=miter_limit,
        dashes=tuple(dashes),
        dash_offset=dash_offset,
        opacity=opacity,
    )


def _path(path: Path) -> list[Any]:
    verbs = "".join(verb for verb, _ in path.segments)
    return [verbs, _numbers(number for _, xy in path.segments for number in xy)]


def _read_path(data: list[Any]) -> Path:
    verbs, numbers = data
    segments, at = [], 0
    for verb in verbs:
        end = at + _LENGTHS[verb]
        segments.append((verb, tuple(numbers[at:end])))
        at = end
    return Path(tuple(segments))


def _shade(shade: Shade) -> Any:
    if isinstance(shade, Rgb):
        return shade.hex
    stops = [[stop.offset, stop.color.hex] for stop in shade.stops]
    if isinstance(shade, LinearShade):
        return ["linear", _numbers((*shade.start, *shade.end)), stops, _numbers(shade.matrix)]
    circles = (*shade.focus, shade.focus_radius, *shade.center, shade.radius)
    return ["radial", _numbers(circles), stops, _numbers(shade.matrix)]


def _read_shade(data: Any) -> Shade:
    if isinstance(data, str):
        return Rgb.from_hex(data)
    kind, place, stops, matrix = data
    read = tuple(ColorStop(offset=offset, color=Rgb.from_hex(color)) for offset, color in stops)
    if kind == "linear":
        x1, y1, x2, y2 = place
        return LinearShade(start=Point(x1, y1), end=Point(x2, y2), stops=read, matrix=Matrix(*matrix))
    fx, fy, focus_radius, cx, cy, radius = place
    return RadialShade(
        focus=Point(fx, fy),
        focus_radius=focus_radius,
        center=Point(cx, cy),
        radius=radius,
        stops=read,
        matrix=Matrix(*matrix),
    )


def _numbers(values: Iterable[float]) -> list[float]:
    return [float(f"{value:.9g}") for value in values]
