"""Rules of the press: bleed, ink, thin lines."""

from collections.abc import Iterator

from app.engine.findings import Finding, Severity
from app.engine.geometry import Path, Point
from app.engine.preflight.rules import BOOK, Judged, finding
from app.engine.scene import ClipBegin, Fill, Picture, Stroke

# Points along each side of the bleed at which the art must have arrived.
_PROBES = 24


@BOOK.rule(
    "bleed",
    why="Art that stops at the trim leaves a white edge.",
    source="brand.toml, print: bleed; ISO 15930-7, BleedBox",
)
def art_reaches_the_edge_of_the_bleed(judged: Judged) -> Iterator[Finding]:
    if judged.scene.sheet.format.unit != "mm":
        return
    painted = list(_painted_paths(judged))
    if any(not any(path.holds(spot) for path in painted) for spot in _edge(judged)):
        yield finding("bleed", Severity.ERROR, "")


def _painted_paths(judged: Judged) -> Iterator[Path]:
    for _, item in judged.painted():
        if isinstance(item, Fill | ClipBegin):
            yield item.path
        elif isinstance(item, Picture):
            yield Path.rect(item.box)


def _edge(judged: Judged) -> Iterator[Point]:
    box = judged.scene.sheet.bleed_box.grown(-0.2)
    for step in range(_PROBES + 1):
        x, y = box.x + box.width * step / _PROBES, box.y + box.height * step / _PROBES
        yield from (Point(x, box.y), Point(x, box.bottom), Point(box.x, y), Point(box.right, y))


@BOOK.rule(
    "ink-limit", why="Too much ink does not dry and sticks to the next sheet.", source="brand.toml, print: ink limit"
)
def ink_stays_within_the_limit(judged: Judged) -> Iterator[Finding]:
    limit = judged.poster.brand.print.condition.ink_limit
    heaviest = max(judged.inks(), key=lambda found: found[1].cmyk.coverage, default=None)
    if heaviest is not None and heaviest[1].cmyk.coverage > limit + 0.05:
        shown = round(heaviest[1].cmyk.coverage)
        yield finding("ink-limit", Severity.ERROR, heaviest[0], found=shown, limit=round(limit))


@BOOK.rule("line-too-thin", why="Hairlines vanish or break on the press.", source="brand.toml, print: thinnest line")
def lines_are_thick_enough(judged: Judged) -> Iterator[Finding]:
    least = judged.poster.brand.print.thinnest_line
    strict = judged.poster.purpose.destination in ("print", "home") and judged.scene.sheet.format.unit == "mm"
    thin: dict[str, float] = {}
    for owner, item in judged.painted():
        if isinstance(item, Stroke):
            width = item.width * item.matrix.scale
            if width < least - 0.001:
                thin[owner] = min(width, thin.get(owner, width))
    for owner, width in thin.items():
        key = "line-too-thin.logo" if owner else "line-too-thin"
        severity = Severity.ERROR if strict else Severity.WARNING
        yield finding(key, severity, owner, found=f"{width:.2f}", limit=f"{least:.2f}")
