"""Gradients: from paint servers to shades of a drawing. Source: SVG 2, chapter 14."""

import math
from collections.abc import Iterator

from lxml import etree

from app.engine.color import Rgb
from app.engine.geometry import Matrix, Point, Rect
from app.engine.vector.attributes import Axis, Lengths, Paint, color, share, transform
from app.engine.vector.document import Document, tag_of
from app.engine.vector.drawing import ColorStop, LinearShade, RadialShade, Shade
from app.engine.vector.problems import UNCLEAR
from app.engine.vector.source import line_of

_GRADIENTS = ("linearGradient", "radialGradient")
_LONGEST_CHAIN = 16


def shade(document: Document, server: etree._Element, box: Rect, matrix: Matrix, lengths: Lengths) -> Shade | None:
    """Return the shade that a gradient gives to a shape, None where it paints nothing.

    box: of the shape's outline, in its own user space. matrix: of that space into the drawing's.
    """
    chain = list(_chain(document, server))
    for gradient in chain:
        document.report_effects(gradient)
    stops = _stops(document, chain, lengths)
    if len(stops) < 2:
        return stops[0].color if stops else None
    if _inherited(chain, "spreadMethod", "pad") != "pad":
        document.complain("gradient", "a gradient that repeats beyond its ends", server, "spreadMethod")
    by_box = _inherited(chain, "gradientUnits", "objectBoundingBox") != "userSpaceOnUse"
    if by_box:
        if not box.width or not box.height:
            return None
        matrix = Matrix(box.width, 0, 0, box.height, box.x, box.y).then(matrix)
        lengths = Lengths((1.0, 1.0), lengths.font_size)
    try:
        matrix = transform(_inherited(chain, "gradientTransform", "")).then(matrix)
        return _placed(document, chain, stops, matrix, lengths)
    except ValueError as wrong:
        document.complain("gradient", str(wrong), server, refusal=UNCLEAR)
        return None


def _placed(
    document: Document, chain: list[etree._Element], stops: tuple[ColorStop, ...], matrix: Matrix, lengths: Lengths
) -> Shade | None:
    if abs(matrix.determinant) < 1e-18:
        document.complain("gradient", "a gradient squeezed to nothing", chain[0])
        return None
    tag = tag_of(chain[0])
    own = [gradient for gradient in chain if tag_of(gradient) == tag]

    def place(name: str, default: str, axis: Axis) -> float:
        return lengths.read(_inherited(own, name, default), axis)

    if tag == "linearGradient":
        start = Point(place("x1", "0%", "x"), place("y1", "0%", "y"))
        end = Point(place("x2", "100%", "x"), place("y2", "0%", "y"))
        if start == end:
            return stops[-1].color
        return LinearShade(start=start, end=end, stops=stops, matrix=matrix)
    center = Point(place("cx", "50%", "x"), place("cy", "50%", "y"))
    radius, focus_radius = place("r", "50%", "both"), place("fr", "0%", "both")
    fx, fy = _inherited(own, "fx", ""), _inherited(own, "fy", "")
    focus = Point(lengths.read(fx, "x") if fx else center.x, lengths.read(fy, "y") if fy else center.y)
    if radius <= 0:
        return stops[-1].color
    if focus_radius < 0 or math.dist(focus, center) + focus_radius > radius * 0.999:
        document.complain("gradient", "a radial gradient whose focus is not inside its circle", chain[0])
        return None
    return RadialShade(focus=focus, focus_radius=focus_radius, center=center, radius=radius, stops=stops, matrix=matrix)


def _chain(document: Document, gradient: etree._Element) -> Iterator[etree._Element]:
    """Yield a gradient and those whose attributes and stops it takes over."""
    seen: set[etree._Element] = set()
    here: etree._Element | None = gradient
    while here is not None and tag_of(here) in _GRADIENTS:
        if here in seen or len(seen) == _LONGEST_CHAIN:
            document.complain("gradient", "a gradient that refers to itself", gradient, "href")
            return
        seen.add(here)
        yield here
        here = document.target(here)


def _inherited(chain: list[etree._Element], name: str, default: str) -> str:
    return next((value for gradient in chain if (value := gradient.get(name)) is not None), default).strip()


def _stops(document: Document, chain: list[etree._Element], lengths: Lengths) -> tuple[ColorStop, ...]:
    """Return the stops of the first gradient in the chain that has any; offsets never fall."""
    for gradient in chain:
        found: list[ColorStop] = []
        for element in gradient:
            if tag_of(element) == "stop":
                stop = _stop(document, element, lengths)
                offset = max(stop.offset, found[-1].offset if found else 0.0)
                found.append(ColorStop(offset=offset, color=stop.color, line=stop.line))
        if found:
            return tuple(found)
    return ()


def _stop(document: Document, element: etree._Element, lengths: Lengths) -> ColorStop:
    declared = document.cascade.declared(element)
    line = line_of(element)
    try:
        offset = share(element.get("offset") or "0")
        paint = _stop_color(document, element, declared.get("stop-color", "#000000"), lengths)
        opacity = share(declared.get("stop-opacity", "1")) * paint.alpha
    except ValueError as wrong:
        document.complain("gradient", str(wrong), element, refusal=UNCLEAR)
        return ColorStop(offset=0, color=Rgb(0, 0, 0), line=line)
    if opacity != 1:
        document.complain("gradient", "a gradient that turns transparent", element, "stop-opacity")
    return ColorStop(offset=offset, color=paint.color, line=line)


def _stop_color(document: Document, element: etree._Element, value: str, lengths: Lengths) -> Paint:
    if value.lower() == "currentcolor":
        return document.style_in_place(element, lengths).color
    return color(value)
