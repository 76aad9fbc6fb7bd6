"""Which properties the reader knows, which do nothing to outlines, and which it must report."""

import re
from typing import NamedTuple

from app.engine.vector.problems import Kind

_STROKE = (
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
)

# Read by the reader itself. Source of the list: SVG 2, appendix on the property index.
READ = frozenset(
    {
        "clip-path",
        "clip-rule",
        "color",
        "display",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-size",
        "opacity",
        "overflow",
        "paint-order",
        "stop-color",
        "stop-opacity",
        *_STROKE,
        "transform",
        "visibility",
    }
)


class Effect(NamedTuple):
    """What a property does that outlines cannot follow.

    harmless: values at which it does nothing. drawn: values that the renderer at hand draws as a browser would.
    """

    kind: Kind
    harmless: frozenset[str]
    drawn: re.Pattern[str] | None = None


_NONE = frozenset({"none"})
_ANY = re.compile(".*", re.S)
_URL = re.compile(r"url\([^)]*\)")
_PX = r"-?(?:\d+\.?\d*|\.\d+)(?:px)?"

# `isolation` is not among them: without blending, which is, it changes nothing.
EFFECTS: dict[str, Effect] = {
    "filter": Effect("filter", _NONE, _ANY),
    "backdrop-filter": Effect("property", _NONE),
    "mask": Effect("mask", _NONE, _URL),
    "mask-image": Effect("property", _NONE),
    "-webkit-mask": Effect("property", _NONE),
    "-webkit-mask-image": Effect("property", _NONE),
    "mix-blend-mode": Effect("blend", frozenset({"normal"}), re.compile("[a-z-]+")),
    "vector-effect": Effect("stroke", _NONE),
    "transform-origin": Effect(
        "transform",
        frozenset({"0", "0 0", "0px 0px", "left top", "top left", "0% 0%"}),
        re.compile(rf"{_PX}[ ,]+{_PX}(?:[ ,]+0(?:px)?)?"),
    ),
    "translate": Effect("transform", _NONE),
    "rotate": Effect("transform", _NONE),
    "scale": Effect("transform", _NONE),
    "offset-path": Effect("transform", _NONE),
    "animation": Effect("animation", _NONE),
    "animation-name": Effect("animation", _NONE),
    "color-interpolation": Effect("property", frozenset({"auto", "srgb"})),
    "clip": Effect("property", frozenset({"auto"})),
    "all": Effect("property", frozenset()),
    "zoom": Effect("property", frozenset({"1", "normal"})),
    "d": Effect("property", frozenset()),
}

# Inherited, and of effect only where an outline has corners to mark.
MARKERS = ("marker-start", "marker-mid", "marker-end")

# Attributes that SVG 2 also allows in CSS, by the elements they count for; most programs know them as attributes only.
_BOX = frozenset({"x", "y", "width", "height"})
GEOMETRY: dict[str, frozenset[str]] = {
    "rect": _BOX | {"rx", "ry"},
    "circle": frozenset({"cx", "cy", "r"}),
    "ellipse": frozenset({"cx", "cy", "rx", "ry"}),
    "use": _BOX,
    "image": _BOX,
}

SHORTHANDS = {"marker": MARKERS}

COLORS = frozenset({"color", "fill", "stroke", "stop-color", "flood-color", "lighting-color"})

# What may stand as an attribute of its own; `d`, `clip`, `rotate`, `scale` and their like mean something else there.
PRESENTATION = (READ | set(EFFECTS) | set(MARKERS)) - {"d", "rotate", "scale", "translate", "all", "zoom", "animation"}

INHERITED = frozenset(
    {
        "clip-rule",
        "color",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-size",
        *MARKERS,
        "paint-order",
        *_STROKE,
        "visibility",
    }
)

ANIMATIONS = ("animate", "animateColor", "animateMotion", "animateTransform", "discard", "set")
