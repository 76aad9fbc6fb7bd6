"""Large black areas in inks of all plates: black ink alone looks grey on a large field."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from app.engine.brand import PrintRules
from app.engine.color import Ink
from app.engine.geometry import Path, polygon_area
from app.engine.scene import Fill, Item, TagBegin, TagEnd
from app.engine.units import to_mm


def with_rich_black(items: Iterable[Item], rules: PrintRules) -> Iterator[Item]:
    """Yield items, the large areas of the palette's black in the kit's rich black.

    Type stays on the black plate, which keeps it sharp; so does a code, which leads somewhere and stands in a tag of
    its own. Colours that came with a logo are left as they are.
    """
    is_code = False
    for item in items:
        if isinstance(item, TagBegin | TagEnd):
            is_code = isinstance(item, TagBegin) and bool(item.link)
        yield _enriched(item, rules) if isinstance(item, Fill) and not is_code else item


def _enriched(item: Fill, rules: PrintRules) -> Fill:
    rich, ink = rules.rich_black, item.paint
    if rich is None or not isinstance(ink, Ink) or not ink.name or not ink.is_black_only:
        return item
    if to_mm(thickness(item.path)) < rich.smallest:
        return item
    return replace(item, paint=replace(ink, cmyk=rich.inks, srgb=rules.judged_under.proof(rich.inks)))


def thickness(path: Path) -> float:
    """Return how thick an outline is on average, in pt: of a long bar its width, of a square half its side.

    Twice the area by the length of the edge. Parts that lie over each other count each; holes make it thinner.
    """
    area, edge = 0.0, 0.0
    for corners in path.polygons(0.5):
        area += polygon_area(corners)
        sides = pairwise([*corners, corners[0]])
        edge += sum(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 for one, other in sides)
    return 2 * abs(area) / edge if edge else 0.0
