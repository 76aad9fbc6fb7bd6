"""Walking an SVG: each element as marks, in paint order."""

from dataclasses import replace

from lxml import etree

from app.engine.errors import UnreadableFile
from app.engine.geometry import IDENTITY, Matrix, Path, Rect
from app.engine.vector.attributes import Axis, Lengths, fit, fitted, transform, view_box
from app.engine.vector.clips import ClipReader
from app.engine.vector.document import Document, href_of, local_url, tag_of
from app.engine.vector.drawing import Area, Clip, Frame, Group, Line, Mark
from app.engine.vector.names import FRAMES, name_of, other_name
from app.engine.vector.painting import Painter, Place
from app.engine.vector.problems import UNCLEAR, Kind
from app.engine.vector.properties import ANIMATIONS
from app.engine.vector.shapes import MARKABLE, SHAPES, outline
from app.engine.vector.source import line_of, text_of
from app.engine.vector.style import INITIAL, share_of

MAX_SEGMENTS = 50_000

# Not painted where they stand, by SVG's own rules.
_UNPAINTED = frozenset(
    {
        "", "clipPath", "color-profile", "cursor", "defs", "desc", "filter", "font", "font-face", "linearGradient",
        "marker", "mask", "metadata", "pattern", "radialGradient", "script", "style", "symbol", "title", "view",
        *ANIMATIONS,
    }
)  # fmt: skip

_REPORTED: dict[str, tuple[Kind, str]] = {
    "text": ("text", "text, and no font to set it in"),
    "image": ("image", "a picture made of pixels"),
    "foreignObject": ("foreign", "content in a language other than SVG"),
    "flowRoot": ("text", "text that flows"),
}


class Walk:
    """One walk through one document."""

    def __init__(self, document: Document, *, frames: bool) -> None:
        self._document = document
        self._frames = frames
        self._clips = ClipReader(document)
        self._painter = Painter(document)
        self._segments = 0

    def marks(self, lengths: Lengths) -> list[Mark]:
        """Return the marks of the whole file.

        Raises UnreadableFile("svg-too-complex") beyond 50 000 segments.
        """
        root = self._document.root
        self._document.report_effects(root)
        declared = self._document.cascade.declared(root)
        if declared.get("display") == "none":
            return []
        if "transform" in declared:
            self._document.complain("transform", "the whole drawing is transformed", root, "transform")
        place = Place(self._document.style_under(INITIAL, root, lengths), IDENTITY, lengths)
        return self._wrapped(root, self._children(root, place), place, None)

    def _children(self, element: etree._Element, place: Place) -> list[Mark]:
        return [mark for child in element for mark in self._element(child, place)]

    def _element(self, element: etree._Element, above: Place) -> list[Mark]:
        """Return the marks of one element and all in it."""
        tag = tag_of(element)
        declared = self._document.cascade.declared(element) if tag not in _UNPAINTED else {}
        if tag in _UNPAINTED or declared.get("display") == "none" or not self._applies(element):
            return []
        is_frame = self._frames and name_of(element).startswith(FRAMES)
        if tag in _REPORTED and not is_frame:
            self._report(tag, element)
            return []
        place = self._place(element, above)
        if place is None or not place.matrix.determinant:
            return []
        return self._frame(element, place) if is_frame else self._painted(tag, element, place)

    def _place(self, element: etree._Element, above: Place) -> Place | None:
        """Return where an element is painted, None where its transform cannot be read."""
        try:
            inner = transform(self._document.cascade.declared(element).get("transform", ""))
        except ValueError as wrong:
            self._document.complain("transform", str(wrong), element, "transform")
            return None
        self._document.report_effects(element)
        style = self._document.style_under(above.style, element, above.lengths)
        lengths = Lengths(above.lengths.viewport, style.font_size)
        return Place(style, inner.then(above.matrix), lengths)

    def _name(self, element: etree._Element) -> str:
        """Return what an element is called: in artboards by its designer, elsewhere by its id."""
        return name_of(element) if self._frames else element.get("id", "")

    def _painted(self, tag: str, element: etree._Element, place: Place) -> list[Mark]:
        if tag in SHAPES:
            return self._shape(tag, element, place)
        if tag in ("g", "a"):
            return self._wrapped(element, self._children(element, place), place, None)
        if tag == "use":
            return self._use(element, place)
        if tag == "svg":
            return self._wrapped(element, self._viewport(element, place, None, None), place, None)
        if tag == "switch":
            chosen = next((child for child in element if tag_of(child) and self._applies(child)), None)
            marks = [] if chosen is None else self._element(chosen, place)
            return self._wrapped(element, marks, place, None)
        self._document.complain("element", f"{tag} is not understood", element)
        return []

    def _report(self, tag: str, element: etree._Element) -> None:
        if tag == "text" and not text_of(element).strip():
            return
        if tag == "image" and not href_of(element):
            return
        kind, message = _REPORTED[tag]
        self._document.complain(kind, message, element)

    def _applies(self, element: etree._Element) -> bool:
        """Return whether an element's conditions hold. Source: SVG 2, 5.8; no extensions are known here."""
        if element.get("systemLanguage") is not None:
            self._document.complain("property", "shown in one language only", element, "systemLanguage")
        return not element.get("requiredExtensions", "").strip()

    # Containers ------------------------------------------------------------------------------------------------

    def _use(self, element: etree._Element, place: Place) -> list[Mark]:
        target = self._document.target(element)
        if target is None:
            self._document.complain("reference", f"there is nothing named {href_of(element)!r}", element, "href")
            return []
        try:
            x, y = self._measure(element, "x", "0", place), self._measure(element, "y", "0", place)
        except ValueError as wrong:
            self._document.complain("length", str(wrong), element)
            return []
        place = place.moved(Matrix.translation(x, y))
        is_viewport = tag_of(target) in ("symbol", "svg")
        marks = self._instance(element, target, place) if is_viewport else self._element(target, place)
        return self._wrapped(element, marks, place, None)

    def _instance(self, use: etree._Element, target: etree._Element, place: Place) -> list[Mark]:
        """Return the marks of a symbol or svg that is used; the use decides its size."""
        declared = self._document.cascade.declared(target)
        if declared.get("display") == "none":
            return []
        self._document.report_effects(target)
        if "transform" in declared:
            # SVG 2 lets a symbol be transformed, and few programs do.
            self._document.complain("transform", "a symbol that is transformed itself", target, "transform")
        style = self._document.style_under(place.style, target, place.lengths)
        place = replace(place, style=style)
        marks = self._viewport(target, place, use.get("width"), use.get("height"))
        return self._wrapped(target, marks, place, None)

    def _viewport(self, element: etree._Element, place: Place, width: str | None, height: str | None) -> list[Mark]:
        """Return the marks within a nested svg or a symbol, clipped to its viewport unless it lets them show."""
        try:
            room = self._room(element, place, width, height)
            box = view_box(element.get("viewBox", "")) if element.get("viewBox") else None
            how = fit(element.get("preserveAspectRatio", "xMidYMid"))
        except ValueError as wrong:
            self._document.complain("view-box", str(wrong), element)
            return []
        if room.width <= 0 or room.height <= 0:
            return []
        inner = fitted(box, room, how) if box else Matrix.translation(room.x, room.y)
        size = (box.width, box.height) if box else (room.width, room.height)
        within = replace(place, matrix=inner.then(place.matrix), lengths=Lengths(size, place.style.font_size))
        marks = self._children(element, within)
        shown = self._document.cascade.declared(element).get("overflow", "hidden")
        if not marks or shown in ("visible", "auto"):
            return marks
        return [Group(marks=tuple(marks), clips=(Clip(path=Path.rect(room).transformed(place.matrix)),))]

    def _room(self, element: etree._Element, place: Place, width: str | None, height: str | None) -> Rect:
        """Return the viewport of a nested svg or symbol. width, height: of the use, which win."""
        wide = self._measure(element, "width", "100%", place) if width is None else place.lengths.read(width, "x")
        high = self._measure(element, "height", "100%", place) if height is None else place.lengths.read(height, "y")
        return Rect(self._measure(element, "x", "0", place), self._measure(element, "y", "0", place), wide, high)

    def _measure(self, element: etree._Element, name: str, default: str, place: Place) -> float:
        axis: Axis = "x" if name in ("x", "width") else "y"
        text = element.get(name, default)
        return place.lengths.read(default if text.strip() == "auto" else text, axis)

    # Shapes ----------------------------------------------------------------------------------------------------

    def _outline(self, tag: str, element: etree._Element, lengths: Lengths) -> Path:
        try:
            path, wrong = outline(tag, element, lengths)
        except ValueError as nonsense:
            self._document.complain("length", str(nonsense), element)
            return Path(())
        if wrong:
            self._document.complain("path", wrong, element)
        self._segments += len(path.segments)
        if self._segments > MAX_SEGMENTS:
            raise UnreadableFile("svg-too-complex")
        return path

    def _frame(self, element: etree._Element, place: Place) -> list[Mark]:
        label = other_name(element)
        if label:
            self._document.complain("frame-name", f"its label is {label}, its ID {element.get('id')}", element)
        shape, there = self._only_shape(element, place)
        tag = tag_of(shape)
        if there is None or tag not in SHAPES or tag == "line":
            what = "a group of several shapes, or of none" if tag in ("g", "a") else tag
            self._document.complain("frame", f"a frame made of {what}", element)
            return []
        path = self._outline(tag, shape, there.lengths)
        if not path:
            self._document.complain("frame", "a frame without an area", element)
            return []
        upright = tag == "rect" and there.matrix.is_upright and not (shape.get("rx") or shape.get("ry"))
        frame = Frame(
            id=name_of(element),
            path=path.transformed(there.matrix),
            rule=there.style.fill_rule,
            is_rect=upright,
            line=line_of(element),
        )
        return [frame]

    def _only_shape(self, element: etree._Element, place: Place) -> tuple[etree._Element, Place | None]:
        """Return the shape that a frame is made of: itself, or the only one in groups that programs lay around it."""
        here, there = element, place
        while tag_of(here) in ("g", "a"):
            shown = [child for child in here if self._is_shown(child)]
            inner = self._place(shown[0], there) if len(shown) == 1 else None
            if inner is None:
                return here, None
            here, there = shown[0], inner
        return here, there

    def _is_shown(self, element: etree._Element) -> bool:
        tag = tag_of(element)
        return tag not in _UNPAINTED and self._document.cascade.declared(element).get("display") != "none"

    def _shape(self, tag: str, element: etree._Element, place: Place) -> list[Mark]:
        style = place.style
        path = self._outline(tag, element, place.lengths)
        if not path or not style.visible:
            return []
        if style.markers and tag in MARKABLE:
            self._document.complain("marker", "markers along an outline", element, min(style.markers))
        return self._wrapped(element, self._painter.marks(element, self._name(element), path, place), place, path)

    # Opacity and clips of the whole ----------------------------------------------------------------------------

    def _wrapped(self, element: etree._Element, marks: list[Mark], place: Place, path: Path | None) -> list[Mark]:
        """Return the marks of an element with what holds for it as a whole: opacity, clip path, name."""
        if not marks:
            return []
        declared = self._document.cascade.declared(element)
        opacity = 1.0
        if "opacity" in declared:
            opacity = share_of(
                declared, "opacity", lambda name, wrong: self._document.complain("property", wrong, element, name)
            )
        clips = self._clips_of(element, declared.get("clip-path", "none"), place, path)
        if clips is None or not opacity:
            return _frames_in(marks) if self._frames else []
        if not clips and len(marks) == 1 and opacity < 1 and isinstance(marks[0], Area | Line):
            marks, opacity = [replace(marks[0], opacity=marks[0].opacity * opacity)], 1.0
        id = self._name(element) if path is None else ""
        if opacity == 1 and not clips and not id:
            return marks
        line = line_of(element)
        return [Group(marks=tuple(marks), opacity=opacity, clips=tuple(clips), id=id, line=line)]

    def _clips_of(self, element: etree._Element, value: str, place: Place, path: Path | None) -> list[Clip] | None:
        if value in ("none", "initial", "unset"):
            return []
        id = local_url(value)
        if not id:
            self._document.complain("clip", f"clip-path: {value[:40]} is not understood", element, "clip-path", UNCLEAR)
            return []
        box = path.bounds if path else None
        return self._clips.clips(id, element, box, place.matrix, place.lengths)


def _frames_in(marks: list[Mark]) -> list[Mark]:
    """Return the frames among marks that are not to be seen: a frame holds its place all the same."""
    found: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Frame):
            found.append(mark)
        elif isinstance(mark, Group):
            found.extend(_frames_in(list(mark.marks)))
    return found
