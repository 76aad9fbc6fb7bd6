"""The live preview: a scene as SVG, ready to stand inside a page under a strict content policy.

Letters are outlines, colours are the soft proof, photos come by address. Only presentation attributes are used; a
`style` would be refused.
"""

from collections.abc import Callable
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from app.engine.color import Ink, PrintCondition
from app.engine.fonts import Face
from app.engine.geometry import IDENTITY, FillRule, Matrix, Path
from app.engine.paint.blends import proofed
from app.engine.paint.keys import GlyphKey
from app.engine.paint.nesting import Nesting
from app.engine.paint.numbers import matrix_row, row, short
from app.engine.paint.settled import settled_outlines
from app.engine.scene import (
    ArtifactBegin,
    ArtifactEnd,
    ClipBegin,
    ClipEnd,
    Fill,
    GlyphRun,
    GroupBegin,
    GroupEnd,
    Item,
    LinearGradient,
    Paint,
    Picture,
    RadialGradient,
    Scene,
    Stroke,
    TagBegin,
    TagEnd,
)

Address = Callable[[Picture], str]
"""Return the address of a picture's whole proof: upright, treated, not cropped."""

# Outlines of glyphs are written on a grid of this many units to the em.
_EM = 1000

# What SVG takes where nothing is said.
_MITER_LIMIT = 4.0


def paint_svg(scene: Scene, *, address: Address, condition: PrintCondition, prefix: str = "p", label: str = "") -> str:
    """Return the trim as SVG.

    prefix: of every id, unlike that of any other SVG in the page; a letter first. label: what a screen reader says;
    the scene's title where there is none.
    """
    painter = _SvgPainter(address=address, condition=condition, prefix=prefix)
    painter.paint(settled_outlines(scene.items, window=scene.sheet.trim_box))
    width, height = scene.sheet.trim
    title = label or scene.title
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {short(width)} {short(height)}" role="img"'
        f" aria-label={quoteattr(title)} lang={quoteattr(scene.language)}>"
    )
    return "".join((head, f"<title>{escape(title)}</title>", painter.definitions(), *painter.body(), "</svg>"))


class _SvgPainter:
    """Turns items into elements and gathers what they refer to."""

    def __init__(self, *, address: Address, condition: PrintCondition, prefix: str) -> None:
        self._address, self._condition, self._prefix = address, condition, prefix
        self._body: list[str] = []
        self._definitions: dict[object, tuple[str, str]] = {}

    def definitions(self) -> str:
        return f"<defs>{''.join(element for _, element in self._definitions.values())}</defs>"

    def body(self) -> list[str]:
        return self._body

    def paint(self, items: tuple[Item, ...]) -> None:
        """Paint items in order. Raises ValueError where their beginnings and ends do not match."""
        nesting = Nesting()
        for item in items:
            nesting.follow(item)
            self._paint_item(item)
        nesting.finish()

    def _paint_item(self, item: Item) -> None:
        match item:
            case Fill():
                self._fill(item)
            case Stroke():
                self._stroke(item)
            case GlyphRun():
                self._letters(item)
            case Picture():
                self._picture(item)
            case ClipBegin():
                self._body.append(f'<g clip-path="url(#{self._clip(item.path, item.rule)})">')
            case GroupBegin():
                self._body.append(f'<g opacity="{short(item.opacity)}">')
            case ClipEnd() | GroupEnd():
                self._body.append("</g>")
            case TagBegin() | TagEnd() | ArtifactBegin() | ArtifactEnd():
                # The drawing as a whole is one image to a screen reader.
                pass

    def _define(self, key: object, element: Callable[[str], str]) -> str:
        """Return the id of something that elements refer to, written once."""
        known = self._definitions.get(key)
        if known is None:
            id = f"{self._prefix}{len(self._definitions)}"
            known = self._definitions[key] = id, element(id)
        return known[0]

    def _fill(self, item: Fill) -> None:
        if not item.path:
            return
        paint = self._paint("fill", item.paint, item.opacity, IDENTITY)
        self._body.append(f'<path d="{path_data(item.path)}"{paint}{_rule("fill", item.rule)}/>')

    def _stroke(self, item: Stroke) -> None:
        scale = item.matrix.scale
        if not item.path or item.width <= 0 or not scale:
            return
        # The outline is kept near the scene's own scale, so that few decimals hold it.
        pen = Matrix.scaling(1 / scale).then(item.matrix)
        data = path_data(item.path.transformed(Matrix.scaling(scale)))
        paint = self._paint("stroke", item.paint, item.opacity, pen)
        self._body.append(f'<path d="{data}" fill="none"{paint}{_pen(item, scale)}{_transform("transform", pen)}/>')

    def _paint(self, name: str, paint: Paint, opacity: float, space: Matrix) -> str:
        """Return the attributes of a colour. space: from the element that is painted to the scene."""
        seen = f' {name}-opacity="{short(opacity)}"' if opacity < 1 else ""
        if isinstance(paint, Ink):
            return f' {name}="{self._condition.shown(paint).hex}"{seen}'
        id = self._define((paint, space), lambda id: self._gradient(id, paint, space))
        return f' {name}="url(#{id})"{seen}'

    def _gradient(self, id: str, paint: LinearGradient | RadialGradient, space: Matrix) -> str:
        tag = "linearGradient" if isinstance(paint, LinearGradient) else "radialGradient"
        stops = "".join(
            f'<stop offset="{short(stop.offset, 4)}" stop-color="{self._condition.shown(stop.ink).hex}"/>'
            for stop in proofed(paint.stops, self._condition)
        )
        transform = _transform("gradientTransform", paint.matrix.then(_inverse(space)))
        return f'<{tag} id="{id}" gradientUnits="userSpaceOnUse"{_line(paint)}{transform}>{stops}</{tag}>'

    def _clip(self, path: Path, rule: FillRule) -> str:
        def element(id: str) -> str:
            return f'<clipPath id="{id}"><path d="{path_data(path)}"{_rule("clip", rule)}/></clipPath>'

        return self._define((path, rule), element)

    def _letters(self, run: GlyphRun) -> None:
        if not run.glyphs:
            return
        unit = _EM / run.size
        place = Matrix(1 / unit, 0, 0, 1 / unit, *run.origin).then(run.matrix or IDENTITY)
        self._body.append(f'<g fill="{self._condition.shown(run.ink).hex}"{_transform("transform", place)}>')
        for glyph in run.glyphs:
            id = self._glyph(run.face, glyph.gid)
            if id:
                rise = f' y="{short(glyph.y * unit, 1)}"' if glyph.y else ""
                self._body.append(f'<use href="#{id}" x="{short(glyph.x * unit, 1)}"{rise}/>')
        self._body.append("</g>")

    def _glyph(self, face: Face, gid: int) -> str:
        """Return the id of a glyph's outline; none for a glyph that leaves no mark."""
        data = _glyph_data(GlyphKey(face, gid))
        return self._define((face.digest, gid), lambda id: f'<path id="{id}" d="{data}"/>') if data else ""

    def _picture(self, item: Picture) -> None:
        box, crop, source = item.box, item.crop, item.source
        self._body.append(
            f'<svg x="{short(box.x)}" y="{short(box.y)}" width="{short(box.width)}" height="{short(box.height)}"'
            f' viewBox="{row((crop.x, crop.y, crop.width, crop.height))}" preserveAspectRatio="none">'
            f'<image href={quoteattr(self._address(item))} width="{source.width}" height="{source.height}"'
            ' preserveAspectRatio="none"/></svg>'
        )


def path_data(path: Path, places: int = 2) -> str:
    """Return the `d` of an outline. Two decimals of a point are a hundredth of a pixel on most screens."""
    key = ("svg", places)
    if key not in path.written:
        path.written[key] = "".join([verb + row(xy, places) for verb, xy in path.segments])
    return path.written[key]


@lru_cache(maxsize=4096)
def _glyph_data(key: GlyphKey) -> str:
    outline = key.face.outline(key.gid)
    return path_data(outline.transformed(Matrix.scaling(_EM)), 0) if outline else ""


def _rule(kind: str, rule: FillRule) -> str:
    return f' {kind}-rule="evenodd"' if rule == "evenodd" else ""


def _line(paint: LinearGradient | RadialGradient) -> str:
    """Return where a gradient runs, in its own space."""
    if isinstance(paint, LinearGradient):
        places = {"x1": paint.start.x, "y1": paint.start.y, "x2": paint.end.x, "y2": paint.end.y}
    else:
        places = {
            "cx": paint.center.x,
            "cy": paint.center.y,
            "r": paint.radius,
            "fx": paint.focus.x,
            "fy": paint.focus.y,
            "fr": paint.focus_radius,
        }
    return "".join(f' {name}="{short(value, 6)}"' for name, value in places.items())


def _pen(stroke: Stroke, scale: float) -> str:
    """Return the attributes of a pen. scale: from the stroke's lengths to those that are written."""
    attributes = f' stroke-width="{short(stroke.width * scale)}"'
    if stroke.cap != "butt":
        attributes += f' stroke-linecap="{stroke.cap}"'
    if stroke.join != "miter":
        attributes += f' stroke-linejoin="{stroke.join}"'
    elif stroke.miter_limit != _MITER_LIMIT:
        attributes += f' stroke-miterlimit="{short(stroke.miter_limit)}"'
    if any(stroke.dashes):
        attributes += f' stroke-dasharray="{row([dash * scale for dash in stroke.dashes])}"'
        attributes += f' stroke-dashoffset="{short(stroke.dash_offset * scale)}"'
    return attributes


def _transform(name: str, matrix: Matrix) -> str:
    return "" if matrix == IDENTITY else f' {name}="matrix({matrix_row(matrix)})"'


def _inverse(matrix: Matrix) -> Matrix:
    """Return the map back. The determinant must not be 0."""
    a, b, c, d, e, f = matrix
    per = 1 / matrix.determinant
    return Matrix(d * per, -b * per, -c * per, a * per, (c * f - d * e) * per, (b * e - a * f) * per)
