"""Basic shapes as outlines, in their own user space. Source: SVG 2, chapter 10."""

from lxml import etree

from app.engine.geometry import Path, Point, Rect
from app.engine.vector.attributes import Axis, Lengths
from app.engine.vector.pathdata import Segment, read_path, read_points

SHAPES = frozenset({"rect", "circle", "ellipse", "line", "polyline", "polygon", "path"})

MARKABLE = frozenset({"line", "polyline", "polygon", "path"})

_AXES: dict[str, Axis] = {
    **dict.fromkeys(("x", "cx", "rx", "x1", "x2", "width"), "x"),
    **dict.fromkeys(("y", "cy", "ry", "y1", "y2", "height"), "y"),
    "r": "both",
}


class _Measures:
    """The attributes of one element as lengths."""

    def __init__(self, element: etree._Element, lengths: Lengths) -> None:
        self._element, self._lengths = element, lengths

    def __call__(self, name: str) -> float:
        """Return a length, 0 when it is not given."""
        return self.maybe(name) or 0.0

    def maybe(self, name: str) -> float | None:
        """Return a length, None for one that is not given or "auto"."""
        text = self._element.get(name)
        if text is None or text.strip() in ("", "auto"):
            return None
        return self._lengths.read(text, _AXES[name])

    def size(self, name: str) -> float | None:
        """Return a length that must not be negative."""
        value = self.maybe(name)
        if value is not None and value < 0:
            raise ValueError(f"{name} is negative")
        return value


def outline(tag: str, element: etree._Element, lengths: Lengths) -> tuple[Path, str]:
    """Return the outline of a shape, empty where it paints nothing, and what is wrong with it, or "".

    Raises ValueError where a measure cannot be read.
    """
    if tag == "path":
        return read_path(element.get("d", ""))
    if tag in ("polyline", "polygon"):
        points, wrong = read_points(element.get("points", ""))
        return _polygon(points, closed=tag == "polygon"), wrong
    measure = _Measures(element, lengths)
    if tag == "rect":
        return _rect(measure), ""
    if tag == "line":
        return Path((("M", (measure("x1"), measure("y1"))), ("L", (measure("x2"), measure("y2"))))), ""
    return _ellipse(tag, measure), ""


def _rect(measure: _Measures) -> Path:
    width, height = measure.size("width") or 0, measure.size("height") or 0
    if not width or not height:
        return Path(())
    box = Rect(measure("x"), measure("y"), width, height)
    rx, ry = measure.size("rx"), measure.size("ry")
    rx, ry = (ry if rx is None else rx) or 0, (rx if ry is None else ry) or 0
    return Path.rounded_rect(box, rx, ry)


def _ellipse(tag: str, measure: _Measures) -> Path:
    if tag == "circle":
        rx = ry = measure.size("r")
    else:
        rx, ry = measure.size("rx"), measure.size("ry")
        rx, ry = (ry if rx is None else rx), (rx if ry is None else ry)
    if not rx or not ry:
        return Path(())
    return Path.ellipse(Point(measure("cx"), measure("cy")), rx, ry)


def _polygon(points: list[tuple[float, float]], *, closed: bool) -> Path:
    if len(points) < 2:
        return Path(())
    segments: list[Segment] = [("M", points[0]), *(("L", point) for point in points[1:])]
    return Path((*segments, ("Z", ())) if closed else tuple(segments))
