"""Computed style: what an element paints with, inheritance done."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from app.engine.color import Rgb
from app.engine.geometry import FillRule
from app.engine.vector.attributes import Lengths, Paint, color, number, share
from app.engine.vector.properties import INHERITED, MARKERS

Server = str
"""The id of a gradient, pattern or the like that a paint points to."""


@dataclass(frozen=True, slots=True)
class PaintChoice:
    """A fill or stroke as declared: nothing, a colour, the current colour, or a paint server with what stands in."""

    paint: Paint | None = None
    current: bool = False
    server: Server = ""


_BLACK = Paint(Rgb(0, 0, 0))
NOTHING = PaintChoice()


@dataclass(frozen=True, slots=True)
class Style:
    """Inherited properties with their initial values. Lengths in user units."""

    color: Paint = _BLACK
    fill: PaintChoice = PaintChoice(_BLACK)
    fill_rule: FillRule = "nonzero"
    fill_opacity: float = 1.0
    clip_rule: FillRule = "nonzero"
    stroke: PaintChoice = NOTHING
    stroke_opacity: float = 1.0
    stroke_width: float = 1.0
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0
    visible: bool = True
    stroke_first: bool = False
    font_size: float | None = 16.0
    markers: frozenset[str] = field(default_factory=frozenset)


INITIAL = Style()

Complaint = Callable[[str, str], None]
"""Called with a property and what is wrong with it."""


def derived(parent: Style, declared: Mapping[str, str], lengths: Lengths, complain: Complaint) -> Style:
    """Return the style of an element in a parent of this style; complain about declarations that cannot be read."""
    changes: dict[str, Any] = {}
    for name in _ORDER:
        if name in declared:
            _declare(name, declared[name], parent, changes, lengths, complain)
    for name in MARKERS:
        if name in declared and declared[name] != "inherit":
            marked = changes.get("markers", parent.markers) - {name}
            changes["markers"] = marked if declared[name] in ("none", "initial") else marked | {name}
    return replace(parent, **changes) if changes else parent


def _declare(
    name: str, value: str, parent: Style, changes: dict[str, Any], lengths: Lengths, complain: Complaint
) -> None:
    key, read = _READERS[name]
    if value in ("inherit", "unset"):
        return
    if value == "initial":
        changes[key] = getattr(INITIAL, key)
        return
    if name != "font-size":
        lengths = Lengths(lengths.viewport, changes.get("font_size", parent.font_size))
    else:
        lengths = Lengths(lengths.viewport, parent.font_size)
    try:
        changes[key] = read(value, lengths)
    except ValueError as wrong:
        complain(name, str(wrong))


def _paint_choice(value: str, lengths: Lengths) -> PaintChoice:
    server = re.fullmatch(r"url\(\s*(['\"]?)\s*([^'\")]*?)\s*\1\s*\)\s*(.*)", value, re.S)
    if not server:
        return _plain_choice(value)
    if not server[2].startswith("#"):
        raise ValueError(f"{value!r} points outside the file")
    instead = _plain_choice(server[3]) if server[3] else NOTHING
    return replace(instead, server=server[2][1:])


def _plain_choice(value: str) -> PaintChoice:
    if value == "none":
        return NOTHING
    if value.lower() == "currentcolor":
        return PaintChoice(current=True)
    return PaintChoice(color(value))


def _color(value: str, lengths: Lengths) -> Paint:
    if value.lower() == "currentcolor":
        raise ValueError("the current colour in terms of itself")
    return color(value)


def _one_of(*words: str) -> Callable[[str, Lengths], str]:
    def read(value: str, lengths: Lengths) -> str:
        if value not in words:
            raise ValueError(f"{value!r} is not understood; known: {', '.join(words)}")
        return value

    return read


def _share(value: str, lengths: Lengths) -> float:
    return share(value)


def _length(value: str, lengths: Lengths) -> float:
    return lengths.read(value, "both")


def _width(value: str, lengths: Lengths) -> float:
    width = lengths.read(value, "both")
    if width < 0:
        raise ValueError("a negative width")
    return width


def _miter_limit(value: str, lengths: Lengths) -> float:
    limit = number(value)
    if limit < 1:
        raise ValueError("a miter limit below 1")
    return limit


def _dashes(value: str, lengths: Lengths) -> tuple[float, ...]:
    if value == "none":
        return ()
    dashes = tuple(lengths.read(part, "both") for part in re.split(r"[\s,]+", value.strip()) if part)
    if any(dash < 0 for dash in dashes):
        raise ValueError("a negative dash")
    if not sum(dashes):
        return ()
    return dashes * 2 if len(dashes) % 2 else dashes


def _visible(value: str, lengths: Lengths) -> bool:
    return _one_of("visible", "hidden", "collapse")(value, lengths) == "visible"


def _stroke_first(value: str, lengths: Lengths) -> bool:
    words = value.split()
    if not set(words) <= {"normal", "fill", "stroke", "markers"}:
        raise ValueError(f"{value!r} is no order of painting")
    order = [word for word in (*words, "fill", "stroke") if word in ("fill", "stroke")]
    return order[0] == "stroke"


def _font_size(value: str, lengths: Lengths) -> float | None:
    """Text is never set, so only `em` asks for this; keywords that depend on fonts leave it unknown."""
    if value.endswith("%"):
        return None if lengths.font_size is None else number(value[:-1]) / 100 * lengths.font_size
    try:
        return lengths.read(value, "both")
    except ValueError:
        return None


_RULES = _one_of("nonzero", "evenodd")

_READERS: dict[str, tuple[str, Callable[[str, Lengths], Any]]] = {
    "color": ("color", _color),
    "font-size": ("font_size", _font_size),
    "fill": ("fill", _paint_choice),
    "fill-rule": ("fill_rule", _RULES),
    "fill-opacity": ("fill_opacity", _share),
    "clip-rule": ("clip_rule", _RULES),
    "stroke": ("stroke", _paint_choice),
    "stroke-opacity": ("stroke_opacity", _share),
    "stroke-width": ("stroke_width", _width),
    "stroke-linecap": ("cap", _one_of("butt", "round", "square")),
    "stroke-linejoin": ("join", _one_of("miter", "round", "bevel")),
    "stroke-miterlimit": ("miter_limit", _miter_limit),
    "stroke-dasharray": ("dashes", _dashes),
    "stroke-dashoffset": ("dash_offset", _length),
    "visibility": ("visible", _visible),
    "paint-order": ("stroke_first", _stroke_first),
}

# The size of type first: other lengths may be told in em.
_ORDER = ("font-size", *(name for name in _READERS if name != "font-size"))

if not set(_READERS) <= INHERITED:
    raise RuntimeError("a property is read as inherited that is not")


def read_declaration(name: str, value: str, lengths: Lengths) -> Any:
    """Return the value of one inherited property. Raises ValueError for one that does not hold."""
    return _READERS[name][1](value, lengths)


def share_of(declared: Mapping[str, str], name: str, complain: Complaint) -> float:
    """Return an opacity that is not inherited, 1 when it is not declared."""
    value = declared.get(name, "1")
    if value in ("initial", "unset"):
        return 1.0
    try:
        return share(value)
    except ValueError as wrong:
        complain(name, str(wrong))
        return 1.0


def resolved(choice: PaintChoice, style: Style) -> Paint | None:
    """Return the plain paint of a choice, without its paint server."""
    return style.color if choice.current else choice.paint
