"""Rules of the press: bleed, ink, thin lines."""

from collections.abc import Iterator

from app.engine.findings import Finding, Severity, finding, hundredths
from app.engine.geometry import Point
from app.engine.preflight.rules import BOOK, Judged
from app.engine.scene import Fill, Item, Stroke

# Points along each side of the sheet at which the art must go on as far as it should.
_PROBES = 24

# In pt: coordinates that an editor rounds are not called short.
_ROUNDING = 0.2


@BOOK.rule(
    "bleed",
    weighs="error, for print",
    why="Art that stops at the trim leaves a white edge.",
    source="brand.toml, print: bleed; ISO 15930-7, BleedBox",
)
def art_goes_on_into_the_bleed(judged: Judged) -> Iterator[Finding]:
    if not judged.is_printed:
        return
    if any(_is_painted(judged, inside) and not _is_painted(judged, outside) for inside, outside in _edges(judged)):
        brand = judged.poster.brand
        asks_more = brand.print.bleed > min((shop.bleed for shop in brand.shops.values()), default=brand.print.bleed)
        yield finding("bleed.shop" if asks_more else "bleed", Severity.ERROR, "", bleed=brand.print.bleed)


def _edges(judged: Judged) -> Iterator[tuple[Point, Point]]:
    """Yield places just within the trim, each with the one across from it at the edge of the bleed."""
    trim = judged.scene.sheet.trim_box.grown(-_ROUNDING)
    bleed = judged.scene.sheet.bleed_box.grown(-_ROUNDING)
    for step in range(_PROBES + 1):
        share = step / _PROBES
        x, y = trim.x + trim.width * share, trim.y + trim.height * share
        far_x, far_y = bleed.x + bleed.width * share, bleed.y + bleed.height * share
        yield Point(x, trim.y), Point(far_x, bleed.y)
        yield Point(x, trim.bottom), Point(far_x, bleed.bottom)
        yield Point(trim.x, y), Point(bleed.x, far_y)
        yield Point(trim.right, y), Point(bleed.right, far_y)


def _is_painted(judged: Judged, spot: Point) -> bool:
    """Return whether anything is painted at a place. Lines do not count: they have no ground to go on."""
    return any(not isinstance(item, Stroke) for item, _ in judged.surface.at(spot))


@BOOK.rule(
    "ink-limit",
    weighs="error, for print",
    why="Too much ink does not dry and sticks to the next sheet.",
    source="brand.toml, print: ink limit",
)
def ink_stays_within_the_limit(judged: Judged) -> Iterator[Finding]:
    if not judged.is_printed:
        return
    limit = judged.poster.brand.print.condition.ink_limit
    slot, heaviest = max(judged.inks(), key=lambda found: found[1].cmyk.coverage, default=("", None))
    if heaviest is not None and heaviest.cmyk.coverage > limit + 0.05:
        yield finding("ink-limit", Severity.ERROR, slot, found=round(heaviest.cmyk.coverage), limit=round(limit))


@BOOK.rule(
    "line-too-thin",
    weighs="error for print and home, else warning",
    why="Hairlines vanish or break on the press.",
    source="brand.toml, print: thinnest line",
)
def lines_are_thick_enough(judged: Judged) -> Iterator[Finding]:
    least = judged.poster.brand.print.thinnest_line
    on_paper = judged.is_printed or judged.poster.purpose.destination == "home"
    thin: dict[str, float] = {}
    for owner, width in _lines(judged):
        if width < least - 0.001:
            thin[owner] = min(width, thin.get(owner, width))
    for owner, width in thin.items():
        is_logo = owner and judged.slot(owner).kind == "logo"
        key = "line-too-thin.logo" if is_logo else "line-too-thin"
        shown = {"found": hundredths(width), "limit": hundredths(least), "size": judged.size}
        yield finding(key, Severity.ERROR if on_paper else Severity.WARNING, owner, None, **shown)


def _lines(judged: Judged) -> Iterator[tuple[str, float]]:
    """Yield every line with its width in pt, but for those around an area of the same colour: they are its edge."""
    before: Item | None = None
    for owner, item in judged.painted():
        if isinstance(item, Stroke):
            around = isinstance(before, Fill) and before.paint == item.paint
            if not (around and isinstance(before, Fill) and before.path == item.path.transformed(item.matrix)):
                yield owner, item.width * item.matrix.scale
        before = item
