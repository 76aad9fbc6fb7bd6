"""What a reader does not understand: named with line and cure, never passed over in silence."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.engine.errors import Fault

Kind = Literal[
    "animation",
    "blend",
    "clip",
    "color",
    "element",
    "filter",
    "foreign",
    "frame",
    "frame-name",
    "gradient",
    "image",
    "length",
    "marker",
    "mask",
    "path",
    "pattern",
    "property",
    "reference",
    "script",
    "selector",
    "stroke",
    "style-sheet",
    "text",
    "transform",
    "view-box",
]


UNCLEAR = "svg-unclear"
"""The refusal of what no renderer at hand shows as a browser would."""


class _Cure(NamedTuple):
    """words: what the author does about it. refusal: why not even pixels can be made of it, else empty."""

    words: str
    refusal: str = ""


_CURES: dict[Kind, _Cure] = {
    "animation": _Cure("export a still drawing", "svg-animation"),
    "blend": _Cure("flatten the transparency effect"),
    "clip": _Cure("clip with one simple outline"),
    "color": _Cure("write the colour as #rrggbb", UNCLEAR),
    "element": _Cure("convert it to paths or delete it", UNCLEAR),
    "filter": _Cure("delete the effect or draw it as shapes"),
    "foreign": _Cure("delete it and export as plain SVG", "svg-foreign"),
    "frame": _Cure("draw the frame as one rect, path or other closed shape"),
    "frame-name": _Cure("give ID and label (Object properties) the same name, and each name to one shape"),
    "gradient": _Cure("use a plain linear or radial gradient between opaque colours"),
    "image": _Cure("redraw the picture as shapes"),
    "length": _Cure("write a plain number", UNCLEAR),
    "marker": _Cure("convert arrow heads and markers to paths"),
    "mask": _Cure("use a clip path, or cut the shapes themselves"),
    "path": _Cure("export the outline again"),
    "pattern": _Cure("draw the pattern as shapes or use a flat colour"),
    "property": _Cure("remove it or bake it into the shapes", UNCLEAR),
    "reference": _Cure("let it point to an id in the same file, or delete it"),
    "script": _Cure("export as plain SVG without scripts", "svg-script"),
    "selector": _Cure("use class, id or element selectors, or presentation attributes"),
    "stroke": _Cure("convert the stroke to an outline", UNCLEAR),
    "style-sheet": _Cure("export with presentation attributes", UNCLEAR),
    "text": _Cure("convert the text to outlines", "svg-text"),
    "transform": _Cure("apply the transformation to the shapes", UNCLEAR),
    "view-box": _Cure("give the svg element a plain viewBox", UNCLEAR),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in an SVG that the reader does not paint as its author meant.

    line: 1-based. where: the element with its id, and the attribute. refusal: the reason of UnreadableFile when
    not even a picture of it would be true; empty when a renderer of the whole of SVG can show it.
    """

    line: int
    where: str
    kind: Kind
    message: str
    cure: str
    refusal: str = ""

    @property
    def fatal(self) -> bool:
        return bool(self.refusal)

    def fault(self, file: str) -> Fault:
        """Return the problem as a fault of an author's file."""
        return Fault(file=file, line=self.line, where=self.where, problem=self.message, cure=self.cure)


class Problems:
    """The problems found so far, each once, however often `use` repeats its element."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, kind: Kind, message: str, *, where: str, line: int, refusal: str | None = None) -> None:
        """Note a problem. refusal: overrides the one of its kind; "" where pixels do."""
        cure = _CURES[kind]
        problem = Problem(
            line=line,
            where=where,
            kind=kind,
            message=message,
            cure=cure.words,
            refusal=cure.refusal if refusal is None else refusal,
        )
        self._found.setdefault(problem)

    def all(self) -> tuple[Problem, ...]:
        """Return them by line."""
        return tuple(sorted(self._found, key=lambda problem: problem.line))
