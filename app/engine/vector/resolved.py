"""An SVG with its style sheets worked out and everything foreign taken away, for a renderer to make pixels of.

What browsers and renderers read differently is settled here by our own reading: which declarations hold, what a colour
or a transform means. So the renderer sees presentation attributes in their plainest form and nothing else.
"""

from lxml import etree

from app.engine.geometry import Rect, Size
from app.engine.vector.attributes import Lengths, Paint, color, transform
from app.engine.vector.document import Document, href_of, local_url, tag_of
from app.engine.vector.properties import COLORS, EFFECTS, GEOMETRY, PRESENTATION
from app.engine.vector.source import SVG, XLINK_HREF
from app.engine.vector.style import NOTHING, PaintChoice, read_declaration

# Of effect inside filters and masks only, which outlines never reach.
_PASSED_ON = frozenset(
    {"color-interpolation-filters", "flood-color", "flood-opacity", "lighting-color", "mask-type", "shape-rendering"}
)
_IN_STYLE = ("mix-blend-mode", "isolation")
_WITHOUT_PAINT = ("style", "title", "desc", "metadata", "script")


def resolved(document: Document, *, box: Rect, size_px: Size) -> str:
    """Return the document as SVG text of a size in px. It is used up by this.

    box: what is seen of a file without a viewBox.
    """
    root = document.root
    for element in list(root.iter()):
        if element is root or (tag_of(element) and tag_of(element) not in _WITHOUT_PAINT):
            _resolve(document, element)
        elif element.getparent() is not None:
            element.getparent().remove(element)  # type: ignore[union-attr]
    root.set("width", f"{size_px.width:g}")
    root.set("height", f"{size_px.height:g}")
    if root.get("viewBox") is None:
        root.set("viewBox", f"{box.x:.9g} {box.y:.9g} {box.width:.9g} {box.height:.9g}")
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _resolve(document: Document, element: etree._Element) -> None:
    declared = document.cascade.declared(element)
    href = href_of(element)
    for name in list(element.attrib):
        text = str(name)
        if text.startswith(("{", "on")) or text in ("class", "style", "href") or text in PRESENTATION:
            del element.attrib[name]
    if tag_of(element) == "a":
        element.tag = f"{SVG}g"
    elif href:
        element.set(XLINK_HREF, href)
    styles = []
    for name, value in declared.items():
        if name in _IN_STYLE:
            styles.append(f"{name}:{value}")
        elif (plain := _plain(document, name, value)) is not None:
            element.set(name, plain)
        elif name in GEOMETRY.get(tag_of(element), ()):
            element.attrib.pop(name, "")
    if styles:
        element.set("style", ";".join(styles))


def _plain(document: Document, name: str, value: str) -> str | None:
    """Return a value as every renderer reads it; None for one that does not hold."""
    if value in ("inherit", "initial", "unset"):
        return value if name in PRESENTATION and value == "inherit" else None
    try:
        if name in ("fill", "stroke"):
            return _paint(read_declaration(name, value, Lengths((1.0, 1.0))))
        if name in COLORS:
            return value if value.lower() == "currentcolor" else _color(color(value))
        if name == "transform":
            return "matrix({} {} {} {} {} {})".format(*(f"{number:.9g}" for number in transform(value)))
    except ValueError:
        return None
    if name in EFFECTS or name == "clip-path":
        id = local_url(value)
        return None if id and document.by_id(id) is None else value
    return value if name in PRESENTATION or name in _PASSED_ON else None


def _paint(choice: PaintChoice) -> str:
    plain = "currentColor" if choice.current else _color(choice.paint) if choice.paint else "none"
    if not choice.server:
        return plain
    return f"url(#{choice.server})" + ("" if choice.paint is NOTHING.paint and not choice.current else f" {plain}")


def _color(paint: Paint) -> str:
    if paint.alpha == 1:
        return paint.color.hex
    return f"rgba({paint.color.red}, {paint.color.green}, {paint.color.blue}, {paint.alpha:.6g})"
