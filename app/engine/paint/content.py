"""A content stream: operators in the order they are painted, and the resources they name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from app.engine.geometry import FillRule, Matrix, Path
from app.engine.paint.numbers import matrix_row, row
from app.engine.paint.objects import Document, Value, dictionary, text_string

_OPERATORS = {"M": " m", "L": " l", "C": " c"}


@dataclass(frozen=True, slots=True)
class _State:
    """What the reader of the stream remembers and need not be told again."""

    fill: str = ""
    stroke: str = ""
    settings: str = ""


@dataclass(slots=True)
class Content:
    """Operators and resources of a page or a form."""

    document: Document
    operators: list[str] = field(default_factory=list)
    resources: dict[str, dict[str, Value]] = field(default_factory=dict)
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)

    def add(self, operator: str) -> None:
        self.operators.append(operator)

    def resource(self, category: str, key: str, value: Value) -> str:
        """Make a resource known to this stream and return its name."""
        self.resources.setdefault(category, {})[key] = value
        return f"/{key}"

    def save(self) -> None:
        self._stack.append(self._state)
        self.add("q")

    def restore(self) -> None:
        self._state = self._stack.pop()
        self.add("Q")

    @contextmanager
    def saved(self, *, when: bool = True) -> Iterator[None]:
        """Keep what is set inside from what follows."""
        if when:
            self.save()
        yield
        if when:
            self.restore()

    @contextmanager
    def said_as(self, text: str, *, when: bool = True) -> Iterator[None]:
        """Let readers take a text for what is painted inside. Source: ISO 32000-1, 14.9.4."""
        if when:
            self.add(f"/Span <</ActualText {text_string(text)}>> BDC")
        yield
        if when:
            self.add("EMC")

    def concat(self, matrix: Matrix) -> None:
        self.add(f"{matrix_row(matrix)} cm")

    def fill_with(self, operator: str) -> None:
        """Set the colour of fills, unless it is set already."""
        if operator != self._state.fill:
            self._state = replace(self._state, fill=operator)
            self.add(operator)

    def stroke_with(self, operator: str) -> None:
        """Set the colour of strokes, unless it is set already."""
        if operator != self._state.stroke:
            self._state = replace(self._state, stroke=operator)
            self.add(operator)

    def settings(self, key: str, value: Value) -> None:
        """Set graphics parameters by a dictionary of the resources."""
        if key != self._state.settings:
            self._state = replace(self._state, settings=key)
            self.add(f"{self.resource('ExtGState', key, value)} gs")

    def clip(self, path: Path, rule: FillRule) -> None:
        # An empty clip hides everything; a rectangle without area says so.
        self.add(path_operators(path) if path else "0 0 0 0 re")
        self.add("W* n" if rule == "evenodd" else "W n")

    def fill_path(self, path: Path, rule: FillRule) -> None:
        self.add(path_operators(path))
        self.add("f*" if rule == "evenodd" else "f")

    def stroke_path(self, path: Path) -> None:
        self.add(path_operators(path))
        self.add("S")

    def data(self) -> bytes:
        """Return the operators as bytes."""
        return "\n".join(self.operators).encode("ascii")

    def resource_dictionary(self, color_spaces: dict[str, Value]) -> Value:
        """Return the resources that this stream names. color_spaces: what device colours stand for, if anything."""
        named = {**self.resources, **({"ColorSpace": color_spaces} if color_spaces else {})}
        inner: dict[str, Value] = {category: dictionary(entries) for category, entries in named.items()}
        return dictionary({**inner, "Font": self.document.fonts_reference})


def path_operators(path: Path, places: int = 3) -> str:
    """Return the operators that build an outline."""
    key = ("pdf", places)
    if key not in path.written:
        lines = [row(xy, places) + _OPERATORS[verb] if xy else "h" for verb, xy in path.segments]
        path.written[key] = "\n".join(lines)
    return path.written[key]
