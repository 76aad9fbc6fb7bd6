"""Reading SVG: what it says as outlines, and all that could not be said so."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.engine.errors import Fault, UnreadableFile
from app.engine.geometry import Rect, Size
from app.engine.vector.attributes import Lengths, fit, view_box
from app.engine.vector.bounds import visible_bounds
from app.engine.vector.document import Document
from app.engine.vector.drawing import Drawing
from app.engine.vector.guard import guard
from app.engine.vector.names import names_of
from app.engine.vector.problems import Problem
from app.engine.vector.source import line_of
from app.engine.vector.walk import Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file says. drawing: true to its author only where there are no problems.

    size: the width and height that the file asks for, in px, where it names both. layers: how many lie within each
    other that must be painted apart.
    """

    file: str
    drawing: Drawing
    problems: tuple[Problem, ...]
    size: Size | None
    layers: int

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every problem as a fault of its author's file."""
        return tuple(problem.fault(self.file) for problem in self.problems)


def read_svg(data: bytes, *, file: str, frames: bool = False) -> Reading:
    """Read SVG or gzipped SVG.

    file: its name, for faults. frames: whether elements named slot-… and stack-… are frames, as in an artboard,
    which also must have a viewBox.
    Raises UnreadableFile where there is nothing to read: svg-too-large, svg-broken, svg-entities, svg-not-svg,
    svg-too-complex.
    """
    return read_document(Document(data), file=file, frames=frames)


def read_document(document: Document, *, file: str, frames: bool = False) -> Reading:
    """Read an SVG that is parsed already."""
    cost = guard(document)
    size = _size(document)
    box = _view_box(document, size, required=frames)
    place = box or (Rect(0, 0, *size) if size else None)
    walk = Walk(document, frames=frames)
    try:
        marks = walk.marks(Lengths((place.width, place.height) if place else None))
    except RecursionError:
        raise UnreadableFile("svg-too-complex") from None
    place = place or visible_bounds(marks) or Rect(0, 0, 1, 1)
    return Reading(
        file=file,
        drawing=Drawing(box=place, marks=tuple(marks), names=dict(_names(document)) if frames else {}),
        problems=document.problems.all(),
        size=size,
        layers=cost.layers,
    )


def _names(document: Document) -> Iterator[tuple[str, int]]:
    """Yield what elements are called, with their lines; of a name that stands twice the first line counts, so last."""
    for element in reversed(list(document.root.iter(etree.Element))):
        yield from ((name, line_of(element)) for name in names_of(element))


def _size(document: Document) -> Size | None:
    """Return width and height of the root in px, None unless both are absolute."""
    try:
        width, height = (Lengths(None).read(document.root.get(name, ""), "x") for name in ("width", "height"))
    except ValueError:
        return None
    return Size(width, height) if width > 0 and height > 0 else None


def _view_box(document: Document, size: Size | None, *, required: bool) -> Rect | None:
    root = document.root
    text = root.get("viewBox")
    if text is None:
        if required:
            document.complain("view-box", "the drawing has no viewBox", root, refusal="")
        return None
    try:
        box = view_box(text)
        how = fit(root.get("preserveAspectRatio", "xMidYMid"))
    except ValueError as wrong:
        document.complain("view-box", str(wrong), root)
        return None
    bent = size is not None and abs(size.width * box.height / (size.height * box.width) - 1) > 0.005
    if bent and not required and (how.stretch or how.slice):
        document.complain(
            "view-box", "the drawing is stretched or cut to a size of its own", root, "preserveAspectRatio", ""
        )
    return box
