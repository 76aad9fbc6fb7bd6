"""Small drawings of what hands do: cut a sheet, glue a row, glue the rows together."""

from collections.abc import Iterator

from app.engine.color import Ink
from app.engine.findings import Severity
from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.imposition import TilePlan
from app.engine.layout.home.stationery import DARK, GRAY, Drawn, Stationery, arrow, hatched, line, say, scissors, turned
from app.engine.scene import Fill, Stroke

# Shares of the height of a drawing: what is cut off, what takes glue.
_OFF, _GLUE = 0.14, 0.16

_FIRST_STEP = 3


def cutting_and_glueing(tools: Stationery, box: Rect, plan: TilePlan, unit: float) -> Iterator[Drawn]:
    """Yield the drawings beside each other, each with the number of its step. unit: what a millimetre of A4 is."""
    drawn = [_cut(tools, box.height, unit)]
    drawn += [_row(tools, box.height, unit)] if plan.columns > 1 else []
    drawn += [_join(tools, box.height, unit)] if plan.rows > 1 else []
    pitch = box.width / len(drawn)
    for place, items in enumerate(drawn):
        left = box.x + place * pitch
        yield from tools.step(_FIRST_STEP + place, Point(left + 3 * unit, box.y + 3 * unit), 6 * unit)
        yield from turned(items, Matrix.translation(left + 9 * unit, box.y))


def _cut(tools: Stationery, high: float, unit: float) -> Iterator[Drawn]:
    """Yield one sheet: dashes where it is cut, stripes where it takes glue."""
    sheet = Rect(0, 0, 1.05 * high, high)
    off, glue = _OFF * high, _GLUE * high
    part = Rect.between(off, off, sheet.right - glue - 0.06 * high, high - glue - 0.06 * high)
    yield from _sheet(tools, part, glue, right=True, below=True)
    yield Stroke(path=Path.rect(sheet), paint=GRAY, width=0.6, matrix=IDENTITY)
    yield line(Point(part.x, 0), Point(part.x, high), DARK, width=0.9, dashes=(4, 2.5))
    yield line(Point(0, part.y), Point(sheet.right, part.y), DARK, width=0.9, dashes=(4, 2.5))
    yield from turned(scissors(Point(0, 0), 5.5 * unit), Matrix(0, -1, 1, 0, part.x, high + 0.5 * unit))
    size = 0.075 * high
    yield from tools.words(say("guide.off"), Rect(part.x, 0, part.width, off), size=size, align="center")
    yield from tools.knocked_out(say("guide.glue"), Rect(part.x, part.bottom, part.width, glue), size=size)


def _row(tools: Stationery, high: float, unit: float) -> Iterator[Drawn]:
    """Yield a sheet that goes on the strip of the one before it."""
    side, glue = 0.4 * high, _GLUE * high
    top = (high - side) / 2
    first, second = Rect(0, top, side, side), Rect(side + glue + 0.14 * high, top, side, side)
    yield from _sheet(tools, first, glue, right=True, below=False)
    yield from _sheet(tools, second, glue, right=False, below=False, ink=_second(tools))
    yield from tools.number(1, first.center, 0.16 * high, ground=tools.look.paper)
    yield from tools.number(2, second.center, 0.16 * high, ground=tools.look.paper)
    level = top - 0.13 * high
    yield from arrow(Point(second.center.x, level), Point(first.right, level), tools.look.strong, width=0.5 * unit)


def _join(tools: Stationery, high: float, unit: float) -> Iterator[Drawn]:
    """Yield a row that goes on the strip of the one above it."""
    wide, tall, glue = 0.42 * high, 0.32 * high, _GLUE * high
    low = high - tall
    for column, ink in enumerate((_first(tools), _second(tools))):
        part = Rect(column * wide, 0, wide, tall)
        yield from _sheet(tools, part, glue, right=False, below=True, ink=ink)
        yield from _sheet(tools, Rect(part.x, low, wide, tall), glue, right=False, below=False, ink=ink)
    x = 2 * wide + 0.12 * high
    yield from arrow(Point(x, low + tall / 2), Point(x, tall), tools.look.strong, width=0.5 * unit)


def _sheet(
    tools: Stationery, part: Rect, glue: float, *, right: bool, below: bool, ink: Ink | None = None
) -> Iterator[Drawn]:
    """Yield a sheet as it looks once it is cut. right, below: whether it has a strip there."""
    yield Fill(path=Path.rect(part), paint=ink or _first(tools))
    if right:
        yield from hatched(Rect(part.right, part.y, glue, part.height))
    if below:
        yield from hatched(Rect(part.x, part.bottom, part.width + (glue if right else 0), glue))
    outline = Rect.between(part.x, part.y, part.right + glue * right, part.bottom + glue * below)
    yield Stroke(path=Path.rect(outline), paint=GRAY, width=0.6, matrix=IDENTITY)


def _first(tools: Stationery) -> Ink:
    return tools.look.signal(Severity.NOTE)


def _second(tools: Stationery) -> Ink:
    return tools.look.signal(Severity.WARNING)
