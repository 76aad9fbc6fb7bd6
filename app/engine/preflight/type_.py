"""Rules of set type: it fits, it can be read, it stays clear of the knife."""

from collections.abc import Iterator

from app.engine.brand import measure
from app.engine.findings import Finding, Severity
from app.engine.preflight.rules import BOOK, Judged, finding
from app.engine.scene import GlyphRun


@BOOK.rule("overset", why="Text that does not fit is told, never dropped.", source="the frames of the artboard")
def texts_fit(judged: Judged) -> Iterator[Finding]:
    for fit in judged.scene.texts:
        if fit.overset:
            label = judged.label(fit.slot)
            yield finding("overset", Severity.ERROR, fit.slot, label=label, over=max(1, fit.overset_chars))


@BOOK.rule(
    "type-too-small", why="Small type fills in and cannot be read from a walk.", source="brand.toml, styles: minimum"
)
def type_keeps_its_minimum(judged: Judged) -> Iterator[Finding]:
    brand, format = judged.poster.brand, judged.scene.sheet.format
    for fit in judged.scene.texts:
        least = measure(brand.styles[fit.style].minimum, format)
        if fit.size < least - 0.01:
            yield _too_small(judged, fit.slot, fit.size, least)
    if format.unit == "mm":
        for slot, size in _smallest_runs(judged).items():
            if size < brand.print.smallest_type - 0.01:
                yield _too_small(judged, slot, size, brand.print.smallest_type)


def _smallest_runs(judged: Judged) -> dict[str, float]:
    sizes: dict[str, float] = {}
    for owner, item in judged.painted():
        if isinstance(item, GlyphRun) and owner:
            sizes[owner] = min(item.size, sizes.get(owner, item.size))
    return sizes


def _too_small(judged: Judged, slot: str, found: float, least: float) -> Finding:
    return finding(
        "type-too-small",
        Severity.ERROR,
        slot,
        label=judged.label(slot),
        size=judged.scene.sheet.format.key.upper(),
        found=round(found, 1),
        limit=float(least),
    )


@BOOK.rule(
    "safe-area", why="The knife of the guillotine wanders by a few millimetres.", source="brand.toml, print: safe area"
)
def live_matter_stays_clear_of_the_edge(judged: Judged) -> Iterator[Finding]:
    safe = judged.scene.sheet.safe_box.grown(0.1)
    for fit in judged.scene.texts:
        if not safe.contains(fit.box):
            yield finding("safe-area.text", Severity.ERROR, fit.slot, label=judged.label(fit.slot))
    for mark in judged.scene.marks:
        if not safe.contains(mark.box):
            yield finding("safe-area", Severity.ERROR, mark.slot, label=judged.label(mark.slot))
