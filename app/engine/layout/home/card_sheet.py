"""What stands on a sheet of cards around them: cut marks, their size, a ruler."""

from collections.abc import Iterator
from decimal import Decimal

from app.engine.geometry import Point, Rect
from app.engine.imposition import HOME_EDGE, CardPlan
from app.engine.imposition.cards import CARD_BLEED
from app.engine.layout.home.slip import slip
from app.engine.layout.home.stationery import GRAY, Stationery, decoration, line, say
from app.engine.names import format_name
from app.engine.scene import Item, Scene, Stroke
from app.engine.sheet import Format
from app.engine.units import MM, to_mm

_GAP, _LENGTH = 0.5 * MM, 2.5 * MM


def card_scene(plan: CardPlan, found: Format, tools: Stationery, *, title: str) -> Scene:
    """Return what stands around the cards of a format. title: of the document."""
    first = plan.places[0]
    words = say(
        "cards.slip",
        count=len(plan.places),
        width=round(to_mm(first.width)),
        height=round(to_mm(first.height)),
        share=Decimal(round(100 * plan.scale)),
        format=format_name(found),
    )
    items = (*_cut_marks(plan), *slip(tools, plan.slip, (words,)))
    return Scene(sheet=tools.sheet, language=tools.language, title=title, items=tuple(decoration(items)))


def _cut_marks(plan: CardPlan) -> Iterator[Item]:
    """Yield the ends of every straight cut, all outside the cards."""
    room = Rect(0, 0, *plan.sheet).grown(-HOME_EDGE)
    block = plan.block.grown(CARD_BLEED + _GAP)
    xs = dict.fromkeys(round(edge, 3) for place in plan.places for edge in (place.x, place.right))
    ys = dict.fromkeys(round(edge, 3) for place in plan.places for edge in (place.y, place.bottom))
    for x in xs:
        yield _mark(Point(x, block.y), Point(x, max(room.y, block.y - _LENGTH)))
        yield _mark(Point(x, block.bottom), Point(x, min(room.bottom, block.bottom + _LENGTH)))
    for y in ys:
        yield _mark(Point(block.x, y), Point(max(room.x, block.x - _LENGTH), y))
        yield _mark(Point(block.right, y), Point(min(room.right, block.right + _LENGTH), y))


def _mark(start: Point, end: Point) -> Stroke:
    return line(start, end, GRAY)
