"""Groups that keep their sides where the artboard mirrors: they hold art alone."""

from collections.abc import Iterator

from app.engine.template.pieces import is_conditional
from app.engine.toml_table import FaultBook
from app.engine.vector.drawing import Frame, Group, Mark
from app.engine.vector.names import UPRIGHT


def judge_upright(marks: tuple[Mark, ...], book: FaultBook) -> None:
    """Report single shapes that carry such a group's name, and groups that hold what must change sides."""
    for mark in _all(marks):
        if not mark.id.startswith(UPRIGHT):
            continue
        if not isinstance(mark, Group):
            book.add(mark.id, "is no group", "put the shape in a group and name that", line=mark.line)
            continue
        for inner in _all(mark.marks):
            if isinstance(inner, Frame) or is_conditional(inner):
                problem = f"lies in {mark.id}, which art alone may do"
                book.add(inner.id, problem, "move it out of that group", line=inner.line)


def _all(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        yield mark
        if isinstance(mark, Group):
            yield from _all(mark.marks)
