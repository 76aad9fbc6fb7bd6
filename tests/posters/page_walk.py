"""Walks through everything a page paints, with the state in which it is painted. Knows PDF, not the painter."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FILLS = {"f", "F", "f*"}
_STROKES = {"S", "s"}
_BOTH = {"B", "B*", "b", "b*"}
_SHOWS = {"Tj", "TJ", "'", '"'}
_DEVICE = {"k": "/DeviceCMYK", "rg": "/DeviceRGB", "g": "/DeviceGray"}

Matrix = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Color:
    """A colour as it is set. pattern: where the space is one of patterns."""

    space: object = "/DeviceGray"
    numbers: tuple[float, ...] = (0.0,)
    pattern: Any = None


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state, as far as anybody asks."""

    matrix: Matrix = _IDENTITY
    fill: Color = Color()
    stroke: Color = Color()
    font: Any = None
    settings: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing that is painted. kind: area, line, text, image, shading.

    source: the image or the shading. codes: bytes of shown text. marks: tags around it, outermost first, as
    (tag, properties).
    """

    kind: str
    color: Color
    state: State
    marks: tuple[tuple[str, Any], ...]
    resources: Any
    source: Any = None
    codes: bytes = b""

    @property
    def mcid(self) -> int | None:
        found = [int(properties["/MCID"]) for _, properties in self.marks if _has(properties, "/MCID")]
        return found[-1] if found else None

    @property
    def is_artifact(self) -> bool:
        return any(tag == "/Artifact" for tag, _ in self.marks)


def _has(properties: object, key: str) -> bool:
    return isinstance(properties, pikepdf.Dictionary) and key in properties


@dataclass(slots=True)
class _Walk:
    resources: Any
    state: State
    marks: list[tuple[str, Any]] = field(default_factory=list)
    stack: list[State] = field(default_factory=list)


def walked(page: pikepdf.Page) -> Iterator[Painted]:
    """Yield what a page paints, forms included, in order. Raises ValueError for what does not match."""
    yield from _stream(page, _Walk(resources=page.Resources, state=State()))


def _stream(stream: Any, walk: _Walk) -> Iterator[Painted]:
    depth, open_marks = len(walk.stack), len(walk.marks)
    for instruction in pikepdf.parse_content_stream(stream):
        yield from _step(str(instruction.operator), list(instruction.operands), walk)
    if len(walk.stack) != depth or len(walk.marks) != open_marks:
        raise ValueError("q and Q, or BDC and EMC, do not match")


def _step(operator: str, operands: list[Any], walk: _Walk) -> Iterator[Painted]:
    state = walk.state
    if operator == "q":
        walk.stack.append(state)
    elif operator == "Q":
        walk.state = walk.stack.pop()
    elif operator == "cm":
        walk.state = replace(state, matrix=times(tuple(map(float, operands)), state.matrix))
    elif operator in ("BDC", "BMC"):
        walk.marks.append((str(operands[0]), _properties(operands, walk.resources)))
    elif operator == "EMC":
        walk.marks.pop()
    elif operator == "gs":
        walk.state = replace(state, settings=(*state.settings, walk.resources.ExtGState[str(operands[0])]))
    elif operator == "Tf":
        walk.state = replace(state, font=walk.resources.Font[str(operands[0])])
    elif operator == "Do":
        yield from _external(walk.resources.XObject[str(operands[0])], walk)
    elif operator == "BI" or operator == "INLINE IMAGE":
        raise ValueError("an inline image")
    else:
        walk.state = _colored(operator, operands, walk)
        yield from _paint(operator, operands, walk)


def _properties(operands: list[Any], resources: Any) -> Any:
    if len(operands) < 2:
        return None
    return resources.Properties[str(operands[1])] if isinstance(operands[1], pikepdf.Name) else operands[1]


def _colored(operator: str, operands: list[Any], walk: _Walk) -> State:
    """Return the state after an operator that may set a colour."""
    target = "stroke" if operator[0] in "CKRGS" else "fill"
    key = operator.lower()
    if key in _DEVICE:
        return replace(walk.state, **{target: Color(_DEVICE[key], tuple(map(float, operands)))})
    if key == "cs":
        name = str(operands[0])
        space = walk.resources.ColorSpace[name] if name in walk.resources.get("/ColorSpace", {}) else name
        return replace(walk.state, **{target: Color(space, ())})
    if key in ("sc", "scn"):
        before: Color = getattr(walk.state, target)
        pattern = walk.resources.Pattern[str(operands[-1])] if isinstance(operands[-1], pikepdf.Name) else None
        numbers = tuple(float(part) for part in operands if not isinstance(part, pikepdf.Name))
        return replace(walk.state, **{target: replace(before, numbers=numbers, pattern=pattern)})
    return walk.state


def _paint(operator: str, operands: list[Any], walk: _Walk) -> Iterator[Painted]:
    state = walk.state
    common = {"state": state, "marks": tuple(walk.marks), "resources": walk.resources}
    if operator in _FILLS | _BOTH:
        yield Painted("area", state.fill, **common)
    if operator in _STROKES | _BOTH:
        yield Painted("line", state.stroke, **common)
    if operator in _SHOWS:
        yield Painted("text", state.fill, codes=_codes(operands), **common)
    if operator == "sh":
        shading = walk.resources.Shading[str(operands[0])]
        yield Painted("shading", Color(shading.ColorSpace, ()), source=shading, **common)


def _codes(operands: list[Any]) -> bytes:
    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _external(found: Any, walk: _Walk) -> Iterator[Painted]:
    if found.Subtype == "/Form":
        matrix = times(tuple(map(float, found.get("/Matrix", _IDENTITY))), walk.state.matrix)
        inside = _Walk(found.get("/Resources", walk.resources), replace(walk.state, matrix=matrix), walk.marks)
        yield from _stream(found, inside)
        return
    color = Color(found.ColorSpace, ())
    yield Painted("image", color, walk.state, tuple(walk.marks), walk.resources, source=found)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that maps by one and then by the other."""
    a, b, c, d, e, f = one
    A, B, C, D, E, F = other
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)
