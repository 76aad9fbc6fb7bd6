"""Which properties the reader knows, which do nothing to outlines, and which it must report."""

from app.engine.vector.problems import Kind

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
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "transform",
        "visibility",
    }
)

# Change what is seen, in a way that outlines cannot follow; with the values at which they do nothing.
# `isolation` is not among them: without blending, which is, it changes nothing.
REPORTED: dict[str, tuple[Kind, frozenset[str]]] = {
    "filter": ("filter", frozenset({"none"})),
    "backdrop-filter": ("filter", frozenset({"none"})),
    "mask": ("mask", frozenset({"none"})),
    "mask-image": ("mask", frozenset({"none"})),
    "-webkit-mask": ("mask", frozenset({"none"})),
    "-webkit-mask-image": ("mask", frozenset({"none"})),
    "mix-blend-mode": ("blend", frozenset({"normal"})),
    "vector-effect": ("stroke", frozenset({"none"})),
    "transform-origin": ("transform", frozenset({"0", "0 0", "0px 0px", "left top", "top left", "0% 0%"})),
    "translate": ("transform", frozenset({"none"})),
    "rotate": ("transform", frozenset({"none"})),
    "scale": ("transform", frozenset({"none"})),
    "offset-path": ("transform", frozenset({"none"})),
    "animation": ("animation", frozenset({"none"})),
    "animation-name": ("animation", frozenset({"none"})),
    "color-interpolation": ("gradient", frozenset({"auto", "srgb"})),
    "clip": ("clip", frozenset({"auto"})),
    "all": ("property", frozenset()),
    "zoom": ("property", frozenset({"1", "normal"})),
    "d": ("property", frozenset()),
}

# Inherited, and of effect only where an outline has corners to mark.
MARKERS = ("marker-start", "marker-mid", "marker-end")

# Attributes of shapes that SVG 2 also allows in CSS; most programs know them as attributes only.
GEOMETRY = frozenset({"cx", "cy", "r", "rx", "ry", "x", "y", "width", "height"})

SHORTHANDS = {"marker": MARKERS}

# What may stand as an attribute of its own; `d`, `clip`, `rotate`, `scale` and their like mean something else there.
PRESENTATION = (READ | set(REPORTED) | set(MARKERS)) - {"d", "rotate", "scale", "translate", "all", "zoom", "animation"}

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
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "visibility",
    }
)
