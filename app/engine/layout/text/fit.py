"""Copyfitting: the largest size at which texts fit their boxes, alone or stacked in one column."""

from collections.abc import Sequence
from dataclasses import replace

from app.engine.geometry import Size
from app.engine.layout.text.column import Column
from app.engine.layout.text.filling import filled
from app.engine.layout.text.setter import Setter
from app.engine.layout.text.values import TextBlock, TextRequest
from app.engine.sheet import Sheet


def fit_text(request: TextRequest, box: Size, sheet: Sheet) -> TextBlock:
    """Set one text as large as its style, its lines and its box allow; where its style says so, line by line.

    A text that does not fit is set at its smallest size, whole, and says that it is overset.
    """
    setter = _setter(request, box.width, sheet)
    if setter.is_empty:
        return setter.empty_block()
    if setter.request.style.fill and (block := filled(setter.request, box, setter.smallest, setter.largest)):
        return block
    setting = setter.best(setter.largest, box.height)
    return setter.block(setting) if setting else setter.overset_block(box.height)


def fit_stack(requests: Sequence[TextRequest], box: Size, gap: float, sheet: Sheet) -> tuple[TextBlock, ...]:
    """Set several texts under each other in one column so that all of them fit its height.

    gap: × the size of the text that follows; an empty text takes none. All give way together, each between its own
    largest and smallest size; what room is left then goes to the text with the largest type first.
    """
    setters = [_setter(request, box.width, sheet) for request in requests]
    blocks = iter(Column(setters, box.height, gap).blocks())
    return tuple(setter.empty_block() if setter.is_empty else next(blocks) for setter in setters)


def _setter(request: TextRequest, width: float, sheet: Sheet) -> Setter:
    fitting = replace(request, style=request.style.in_language(request.language))
    smallest, largest = fitting.sizes(sheet)
    return Setter(fitting, width=width, smallest=smallest, largest=largest)


def stack_height(blocks: Sequence[TextBlock], gap: float) -> float:
    """Return the height of blocks under each other. gap: × the size of each block but the first that has words."""
    shown = [block for block in blocks if not block.is_empty]
    return sum(block.height for block in shown) + gap * sum(block.size for block in shown[1:])
