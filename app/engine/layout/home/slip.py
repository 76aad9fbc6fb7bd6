"""The slip of a sheet: its number, what it is, and the ruler that shows whether it was printed at its true size."""

from collections.abc import Iterator

from app.engine.findings import Sentence
from app.engine.geometry import Point, Rect
from app.engine.imposition.paper import SLIP
from app.engine.layout.home.stationery import RULER, Drawn, Stationery, turned, upwards
from app.engine.units import MM

_GAP = 2 * MM
_SIZE = 7.0


def slip(tools: Stationery, box: Rect, lines: tuple[Sentence, ...], *, number: int = 0) -> Iterator[Drawn]:
    """Yield the slip in a box; from the bottom up in one that is higher than wide. number: of the sheet, 0 for none.

    lines: the words, one under the other.
    """
    if box.height > box.width:
        flat = Rect(0, 0, box.height, box.width)
        yield from turned(slip(tools, flat, lines, number=number), upwards(box))
        return
    left = box.x
    if number:
        yield from tools.number(number, Point(left + SLIP / 2, box.center.y), SLIP)
        left += SLIP + _GAP
    room = Rect.between(left, box.y, box.right - RULER - 2 * _GAP, box.bottom)
    pitch = room.height / len(lines)
    for at, words in enumerate(lines):
        row = Rect(room.x, room.y + at * pitch, room.width, pitch)
        yield from tools.words(words, row, size=_SIZE, valign="middle")
    yield from tools.ruler(Point(box.right - RULER - 0.5, box.bottom - 0.25))
