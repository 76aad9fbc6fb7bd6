"""A drawing written as SVG of our own making: nothing foreign is left in it, and any renderer reads it alike."""

from collections.abc import Iterable
from html import escape

from app.engine.color import Rgb
from app.engine.geometry import Matrix, Path, Rect
from app.engine.vector.drawing import Area, Clip, Drawing, Frame, Line, LinearShade, Mark, RadialShade, Shade


def plain_svg(drawing: Drawing, *, width_px: int, height_px: int, box: Rect | None = None) -> str:
    """Return a drawing as an SVG document of a size in px. box: the part to be seen, else the drawing's own box."""
    view = box or drawing.box
    writer = _Writer()
    body = writer.marks(drawing.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" height="{height_px}" preserveAspectRatio="none" '
        f'viewBox="{_row((view.x, view.y, view.width, view.height))}"><defs>{"".join(writer.defs)}</defs>{body}</svg>'
    )


class _Writer:
    """Writes marks, and collects the definitions that they point to."""

    def __init__(self) -> None:
        self.defs: list[str] = []

    def marks(self, marks: Iterable[Mark]) -> str:
        return "".join(self._mark(mark) for mark in marks)

    def _mark(self, mark: Mark) -> str:
        if isinstance(mark, Area):
            rule = ' fill-rule="evenodd"' if mark.rule == "evenodd" else ""
            return f'<path d="{_data(mark.path)}"{rule}{self._paint("fill", mark.shade, mark.opacity)}/>'
        if isinstance(mark, Line):
            return self._line(mark)
        if isinstance(mark, Frame):
            return ""
        body = f"<g{_opacity('opacity', mark.opacity)}>{self.marks(mark.marks)}</g>"
        for clip in mark.clips:
            body = f'<g clip-path="url(#{self._clip(clip)})">{body}</g>'
        return body

    def _line(self, line: Line) -> str:
        attributes = {
            "fill": "none",
            "stroke-width": _number(line.width),
            "stroke-linecap": line.cap,
            "stroke-linejoin": line.join,
            "stroke-miterlimit": _number(line.miter_limit),
            "transform": f"matrix({_row(line.matrix)})",
        }
        if line.dashes:
            attributes |= {"stroke-dasharray": _row(line.dashes), "stroke-dashoffset": _number(line.dash_offset)}
        said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        # The shade lies in the drawing's space, the pen in its own.
        back = _inverse(line.matrix)
        return f'<path d="{_data(line.path)}"{said}{self._paint("stroke", line.shade, line.opacity, back)}/>'

    def _paint(self, name: str, shade: Shade, opacity: float, back: Matrix | None = None) -> str:
        color = shade.hex if isinstance(shade, Rgb) else f"url(#{self._gradient(shade, back)})"
        return f' {name}="{color}"{_opacity(f"{name}-opacity", opacity)}'

    def _gradient(self, shade: LinearShade | RadialShade, back: Matrix | None) -> str:
        id = f"d{len(self.defs)}"
        matrix = shade.matrix if back is None else shade.matrix.then(back)
        stops = "".join(
            f'<stop offset="{_number(stop.offset)}" stop-color="{stop.color.hex}"/>' for stop in shade.stops
        )
        if isinstance(shade, LinearShade):
            tag, place = "linearGradient", dict(zip(("x1", "y1", "x2", "y2"), (*shade.start, *shade.end), strict=True))
        else:
            tag = "radialGradient"
            values = (*shade.center, shade.radius, *shade.focus, shade.focus_radius)
            place = dict(zip(("cx", "cy", "r", "fx", "fy", "fr"), values, strict=True))
        said = "".join(f' {name}="{_number(value)}"' for name, value in place.items())
        space = f'gradientUnits="userSpaceOnUse" gradientTransform="matrix({_row(matrix)})"'
        self.defs.append(f'<{tag} id="{id}" {space}{said}>{stops}</{tag}>')
        return id

    def _clip(self, clip: Clip) -> str:
        id = f"d{len(self.defs)}"
        self.defs.append(f'<clipPath id="{id}"><path d="{_data(clip.path)}" clip-rule="{clip.rule}"/></clipPath>')
        return id


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    whole = matrix.determinant
    return Matrix(d / whole, -b / whole, -c / whole, a / whole, (c * f - d * e) / whole, (b * e - a * f) / whole)


def _opacity(name: str, value: float) -> str:
    return f' {name}="{_number(value)}"' if value < 1 else ""


def _data(path: Path) -> str:
    return "".join(verb + _row(xy) for verb, xy in path.segments)


def _row(values: Iterable[float]) -> str:
    return " ".join(map(_number, values))


def _number(value: float) -> str:
    return f"{value:.9g}"
