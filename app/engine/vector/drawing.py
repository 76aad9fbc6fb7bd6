"""A drawing as outlines: what an SVG says, in its own user space, with colours as it names them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from app.engine.color import Rgb
from app.engine.geometry import FillRule, Matrix, Path, Point, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorStop:
    """A colour at a place between 0 and 1 of a gradient."""

    offset: float
    color: Rgb
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearShade:
    """Colours along a line; `matrix` maps its space into the drawing's. Padded beyond its ends."""

    start: Point
    end: Point
    stops: tuple[ColorStop, ...]
    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class RadialShade:
    """Colours between two circles; `matrix` maps their space into the drawing's. Padded beyond its ends."""

    focus: Point
    focus_radius: float
    center: Point
    radius: float
    stops: tuple[ColorStop, ...]
    matrix: Matrix


Shade = Rgb | LinearShade | RadialShade


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled outline, in the drawing's space. line, id: of the element it came from."""

    path: Path
    shade: Shade
    rule: FillRule = "nonzero"
    opacity: float = 1.0
    line: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A drawn outline. `path`, width and dashes are in the space that `matrix` maps into the drawing's."""

    path: Path
    shade: Shade
    width: float
    matrix: Matrix
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0
    opacity: float = 1.0
    line: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """An outline, in the drawing's space, outside of which nothing shows."""

    path: Path
    rule: FillRule = "nonzero"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Marks that belong together. opacity: of the group as a whole. clips: all of them hold."""

    marks: tuple["Mark", ...]
    opacity: float = 1.0
    clips: tuple[Clip, ...] = ()
    id: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The place of a slot or a stack in an artboard: an outline that is not painted.

    id: such as "slot-photo" or "stack-copy". is_rect: whether it is an upright rectangle on the page.
    """

    id: str
    path: Path
    rule: FillRule
    is_rect: bool
    line: int


Mark: TypeAlias = "Area | Line | Group | Frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Marks in paint order, and the box of the drawing (its viewBox) that they are clipped to or may overshoot.

    names: what elements of an artboard are called, painted or not, each with its line.
    """

    box: Rect
    marks: tuple[Mark, ...]
    names: Mapping[str, int] = field(default_factory=dict)
