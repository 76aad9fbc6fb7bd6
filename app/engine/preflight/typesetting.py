"""Rules of set type: it fits, it can be read, it stays clear of the knife."""

from collections.abc import Iterator

from app.engine.brand import measure
from app.engine.findings import Finding, Severity, finding, hundredths
from app.engine.preflight.rules import BOOK, Judged
from app.engine.scene import GlyphRun
from app.engine.template import TextSlot


@BOOK.rule(
    "overset", weighs="error", why="Text that does not fit is told, never dropped.", source="the frames of the artboard"
)
def texts_fit(judged: Judged) -> Iterator[Finding]:
    for fit in judged.scene.texts:
        if not fit.overset:
            continue
        slot = judged.slot(fit.slot)
        # Fewer characters do not help where line breaks alone take more lines than there are.
        most = judged.poster.lines_of(slot)[1] if isinstance(slot, TextSlot) else 0
        if most and judged.poster.words(fit.slot).count("\n") >= most:
            key = "overset.lines" if most > 1 else "overset.one-line"
            yield finding(key, Severity.ERROR, fit.slot, label=slot.label, limit=most)
        else:
            key = "overset" if fit.overset_chars > 1 else "overset.one"
            yield finding(key, Severity.ERROR, fit.slot, label=slot.label, over=fit.overset_chars)


@BOOK.rule(
    "type-too-small",
    weighs="error",
    why="Small type fills in and cannot be read from a walk.",
    source="brand.toml, type: minimum",
)
def type_keeps_its_minimum(judged: Judged) -> Iterator[Finding]:
    styles, smallest = judged.poster.brand.styles, judged.poster.brand.print.smallest_type
    limits = {fit.slot: measure(styles[fit.style].minimum, judged.format) for fit in judged.scene.texts}
    for slot, size in _smallest_runs(judged).items():
        limit = max(limits.get(slot, 0.0), smallest if judged.format.unit == "mm" else 0.0)
        if size < limit - 0.01:
            shown = {"size": judged.size, "found": hundredths(size), "limit": hundredths(limit)}
            yield finding("type-too-small", Severity.ERROR, slot, None, label=judged.label(slot), **shown)


def _smallest_runs(judged: Judged) -> dict[str, float]:
    """Return the size of the smallest type of each slot, in pt."""
    sizes: dict[str, float] = {}
    for owner, item in judged.painted():
        if isinstance(item, GlyphRun) and owner:
            sizes[owner] = min(item.size, sizes.get(owner, item.size))
    return sizes


@BOOK.rule(
    "safe-area",
    weighs="error",
    why="The knife of the guillotine wanders by a few millimetres.",
    source="brand.toml, print: safe area",
)
def live_matter_stays_clear_of_the_edge(judged: Judged) -> Iterator[Finding]:
    safe = judged.scene.sheet.safe_box.grown(0.1)
    for fit in judged.scene.texts:
        if fit.slot not in judged.pushed and not safe.contains(fit.box):
            yield finding("safe-area.text", Severity.ERROR, fit.slot, label=judged.label(fit.slot))
    outside = {mark.slot for mark in judged.scene.marks if not safe.contains(mark.box)}
    for slot in sorted(outside):
        yield finding("safe-area", Severity.ERROR, slot, label=judged.label(slot))
