"""Painting a shape: its fill and its stroke as marks, in the order that it asks for."""

from dataclasses import dataclass, replace

from lxml import etree

from app.engine.geometry import IDENTITY, Matrix, Path
from app.engine.vector.attributes import Lengths, Paint
from app.engine.vector.document import Document, tag_of
from app.engine.vector.drawing import Area, Mark, Shade
from app.engine.vector.shades import shade
from app.engine.vector.source import line_of
from app.engine.vector.strokes import stroke_marks
from app.engine.vector.style import PaintChoice, Style, resolved


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element is painted. matrix: of its user space into the drawing's."""

    style: Style
    matrix: Matrix
    lengths: Lengths

    def moved(self, inner: Matrix) -> "Place":
        return replace(self, matrix=inner.then(self.matrix))


class Painter:
    """Paints the shapes of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def marks(self, element: etree._Element, id: str, path: Path, place: Place) -> list[Mark]:
        """Return what a shape paints: nothing, its fill, its stroke or both. id: what its marks are called."""
        marks = [*self._fill(element, id, path, place), *self._stroke(element, id, path, place)]
        if place.style.stroke_first and len(marks) > 1 and isinstance(marks[0], Area):
            marks = [*marks[1:], marks[0]]
        return marks

    def _fill(self, element: etree._Element, id: str, path: Path, place: Place) -> list[Mark]:
        style = place.style
        found = self._shade(element, "fill", style.fill, path, place)
        opacity = style.fill_opacity * (found[1] if found else 0)
        if found is None or not opacity:
            return []
        area = Area(
            path=path if place.matrix == IDENTITY else path.transformed(place.matrix),
            shade=found[0],
            rule=style.fill_rule,
            opacity=opacity,
            line=line_of(element),
            id=id,
        )
        return [area]

    def _stroke(self, element: etree._Element, id: str, path: Path, place: Place) -> list[Mark]:
        style = place.style
        found = self._shade(element, "stroke", style.stroke, path, place) if style.stroke_width else None
        opacity = style.stroke_opacity * (found[1] if found else 0)
        if found is None or not opacity:
            return []
        try:
            return list(stroke_marks(path, found[0], style, opacity, place.matrix, line_of(element), id))
        except ValueError as wrong:
            self._document.complain("stroke", str(wrong), element, refusal="svg-too-complex")
            return []

    def _shade(
        self, element: etree._Element, name: str, choice: PaintChoice, path: Path, place: Place
    ) -> tuple[Shade, float] | None:
        """Return what a shape is painted with and its opacity, or None for nothing."""
        plain = resolved(choice, place.style)
        if not choice.server:
            return plain and (plain.color, plain.alpha)
        server = self._document.by_id(choice.server)
        tag = "" if server is None else tag_of(server)
        if server is None or tag not in ("linearGradient", "radialGradient"):
            return self._instead(element, name, choice.server, tag, plain)
        found = shade(self._document, server, path.bounds, place.matrix, place.lengths)
        return None if found is None else (found, 1.0)

    def _instead(
        self, element: etree._Element, name: str, server: str, tag: str, plain: Paint | None
    ) -> tuple[Shade, float] | None:
        """Return what stands in for a paint server that is not there or not known."""
        if tag == "pattern":
            self._document.complain("pattern", f"{name} with a pattern", element, name)
        elif plain is None:
            self._document.complain("reference", f"there is no gradient {server!r}", element, name)
        return plain and (plain.color, plain.alpha)
