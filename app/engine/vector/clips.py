"""Clip paths: from `clipPath` elements to outlines that all hold. Source: CSS Masking 1, section 6."""

from dataclasses import dataclass
from itertools import combinations

from lxml import etree

from app.engine.geometry import IDENTITY, FillRule, Matrix, Path, Rect
from app.engine.vector.attributes import Lengths, transform
from app.engine.vector.document import Document, local_url, tag_of
from app.engine.vector.drawing import Clip
from app.engine.vector.problems import UNCLEAR
from app.engine.vector.shapes import SHAPES, outline
from app.engine.vector.style import Style

_MOST_PARTS = 200
_CONVEX = frozenset({"rect", "circle", "ellipse"})


@dataclass(frozen=True, slots=True)
class _Part:
    """One shape of a clip path, in the drawing's space. simple: its winding is the same all over."""

    path: Path
    rule: FillRule
    simple: bool


class ClipReader:
    """Reads the clip paths of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def clips(
        self, id: str, user: etree._Element, box: Rect | None, matrix: Matrix, lengths: Lengths
    ) -> list[Clip] | None:
        """Return the outlines that all hold for an element, or None where nothing of it is left.

        user: the element that is clipped. box: of its outline in its own user space, None when that is not known.
        matrix: of that space into the drawing's.
        """
        clip = self._document.by_id(id)
        if clip is None or tag_of(clip) != "clipPath":
            self._document.complain("reference", f"there is no clip path {id!r}", user, "clip-path")
            return []
        self._document.report_effects(clip)
        inside = self._content_matrix(clip, user, box)
        if inside is None:
            return []
        found: list[Clip] = []
        further = self._own_clip(clip)
        if further:
            outer = self.clips(further, clip, box, matrix, lengths)
            if outer is None:
                return None
            found.extend(outer)
        parts = self._parts(clip, box, inside.then(matrix), lengths, found)
        if not parts:
            return None
        found.append(self._united(parts, user))
        return found

    def _content_matrix(self, clip: etree._Element, user: etree._Element, box: Rect | None) -> Matrix | None:
        own = self._transform(clip)
        if clip.get("clipPathUnits", "userSpaceOnUse").strip() != "objectBoundingBox":
            return own
        if box is None or own != IDENTITY or not box.width or not box.height:
            self._document.complain("clip", "a clip path in units of what it clips", user, "clip-path")
            return None
        return Matrix(box.width, 0, 0, box.height, box.x, box.y)

    def _transform(self, element: etree._Element) -> Matrix:
        try:
            return transform(self._document.cascade.declared(element).get("transform", ""))
        except ValueError as wrong:
            self._document.complain("transform", str(wrong), element, "transform")
            return IDENTITY

    def _own_clip(self, element: etree._Element) -> str:
        value = self._document.cascade.declared(element).get("clip-path", "none")
        if value == "none":
            return ""
        id = local_url(value)
        if not id:
            self._document.complain("clip", f"clip-path: {value[:40]} is not understood", element, "clip-path", UNCLEAR)
        return id

    def _parts(
        self, clip: etree._Element, box: Rect | None, matrix: Matrix, lengths: Lengths, found: list[Clip]
    ) -> list[_Part]:
        """Return the shapes of a clip path. Clips on a shape go to `found` where it is the only one."""
        parts: list[_Part] = []
        children = [child for child in clip if tag_of(child) not in ("", "title", "desc", "metadata", "style")]
        for child in children:
            style = self._document.style_in_place(child, lengths)
            inner = self._own_clip(child)
            if inner and len(children) > 1:
                self._document.complain("clip", "a clip path whose parts are clipped themselves", child, "clip-path")
            elif inner:
                own = self._transform(child).then(matrix)
                held = self.clips(inner, child, None, own, lengths)
                if held is None:
                    continue
                found.extend(held)
            part = self._part(child, style, matrix, lengths)
            if part:
                parts.append(part)
        return parts

    def _part(self, element: etree._Element, style: Style, matrix: Matrix, lengths: Lengths) -> _Part | None:
        self._document.report_effects(element)
        tag = tag_of(element)
        if not style.visible or self._document.cascade.declared(element).get("display") == "none":
            return None
        matrix = self._transform(element).then(matrix)
        if tag == "use":
            return self._used(element, style, matrix, lengths)
        if tag == "text":
            self._document.complain("text", "text as a clip path", element)
            return None
        if tag not in SHAPES:
            self._document.complain("clip", f"{tag} in a clip path", element)
            return None
        try:
            path, wrong = outline(tag, element, lengths)
        except ValueError as nonsense:
            path, wrong = Path(()), str(nonsense)
        if wrong:
            self._document.complain("path", wrong, element)
        if not path:
            return None
        return _Part(path.transformed(matrix), style.clip_rule, tag in _CONVEX)

    def _used(self, use: etree._Element, style: Style, matrix: Matrix, lengths: Lengths) -> _Part | None:
        target = self._document.target(use)
        if target is None or tag_of(target) not in SHAPES:
            self._document.complain("clip", "use of something other than a shape in a clip path", use, "href")
            return None
        if self._own_clip(target):
            self._document.complain("clip", "a clip path whose parts are clipped themselves", target, "clip-path")
        try:
            dx, dy = lengths.read(use.get("x", "0"), "x"), lengths.read(use.get("y", "0"), "y")
        except ValueError as wrong:
            self._document.complain("length", str(wrong), use)
            return None
        within = self._document.style_under(style, target, lengths)
        return self._part(target, within, Matrix.translation(dx, dy).then(matrix), lengths)

    def _united(self, parts: list[_Part], user: etree._Element) -> Clip:
        """Return one outline for the union of the parts."""
        if len(parts) == 1:
            return Clip(path=parts[0].path, rule=parts[0].rule)
        whole = Path(tuple(segment for part in parts for segment in part.path.segments))
        rules = {part.rule for part in parts if not part.simple} or {"nonzero"}
        if len(rules) == 1 and _are_apart([part.path.bounds for part in parts]):
            return Clip(path=whole, rule=rules.pop())
        if all(part.simple for part in parts):
            # Wound the same way, overlapping parts never cancel each other.
            alike = Path(tuple(segment for part in parts for segment in _clockwise(part.path).segments))
            return Clip(path=alike, rule="nonzero")
        self._document.complain("clip", "a clip path of several outlines that overlap", user, "clip-path")
        return Clip(path=whole, rule="nonzero")


def _are_apart(boxes: list[Rect]) -> bool:
    return len(boxes) <= _MOST_PARTS and all(one.intersection(other) is None for one, other in combinations(boxes, 2))


def _clockwise(path: Path) -> Path:
    """Return a convex outline so that it winds clockwise on the page."""
    corners = next(path.polygons())
    area = sum(a.x * b.y - b.x * a.y for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))
    return path if area >= 0 else _reversed(path)


def _reversed(path: Path) -> Path:
    """Return one closed subpath run through backwards."""
    points = [(0.0, 0.0)]
    back: list[tuple[str, tuple[float, ...]]] = []
    for verb, xy in path.segments:
        if verb == "C":
            back.append(("C", (*xy[2:4], *xy[0:2], *points[-1])))
        elif verb == "L":
            back.append(("L", points[-1]))
        if verb != "Z":
            points.append((xy[-2], xy[-1]))
    return Path((("M", points[-1]), *reversed(back), ("Z", ())))  # type: ignore[arg-type]
