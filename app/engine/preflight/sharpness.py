"""Rules of pixels: dense enough for the size of the sheet."""

import math
from collections.abc import Iterator, Mapping
from itertools import takewhile

from app.engine.brand import SheetTable, measure
from app.engine.findings import Finding, Sentence, Severity, finding, sentence
from app.engine.names import format_name
from app.engine.preflight.rules import BOOK, Judged
from app.engine.scene import PictureFit
from app.engine.sheet import FORMATS, Format
from app.engine.units import INCH

# What is held in the hand; the kit's limits for logos hold there.
_IN_THE_HAND = FORMATS["a4"]


@BOOK.rule(
    "photo-too-coarse",
    weighs="error",
    why="A photo with too few pixels prints as a blur.",
    source="brand.toml, photo: error_ppi per sheet size and viewing distance",
)
def photos_are_sharp_enough(judged: Judged) -> Iterator[Finding]:
    limit = measure(judged.poster.brand.photo.error_ppi, judged.format)
    for fit in _of_kind(judged, "photo"):
        if fit.effective_ppi < limit:
            advice = _way_out(judged, fit, limit)
            yield finding("photo-too-coarse", Severity.ERROR, fit.slot, size=judged.size, advice=advice)


@BOOK.rule(
    "photo-coarse",
    weighs="warning",
    why="People step up to a face, and from close by it looks soft.",
    source="brand.toml, photo: warning_ppi per sheet size and viewing distance",
)
def photos_are_crisp(judged: Judged) -> Iterator[Finding]:
    rules = judged.poster.brand.photo
    least, good = (measure(table, judged.format) for table in (rules.error_ppi, rules.warning_ppi))
    for fit in _of_kind(judged, "photo"):
        if least <= fit.effective_ppi < good:
            if judged.format.unit == "px":
                advice = _advice(judged, fit, "advice.nearer", "advice.nearer.zoomed")
                yield finding("photo-coarse.screen", Severity.WARNING, fit.slot, size=judged.size, advice=advice)
            else:
                yield finding("photo-coarse", Severity.WARNING, fit.slot, size=judged.size, advice=_nearer(judged, fit))


def _of_kind(judged: Judged, kind: str) -> Iterator[PictureFit]:
    return (fit for fit in judged.scene.pictures if fit.kind == kind)


def _way_out(judged: Judged, fit: PictureFit, limit: float) -> Sentence:
    """Say which size a photo still serves, or how large a photo this size needs."""
    rules, smaller = judged.poster.brand.photo, _on_smaller_sheets(judged, fit)
    largest, sharp = (largest_served(smaller, table) for table in (rules.error_ppi, rules.warning_ppi))
    if largest and sharp and sharp != largest:
        keys = "advice.up-to.sharp", "advice.up-to.sharp.zoomed"
        return _advice(judged, fit, *keys, size=format_name(largest), sharp=format_name(sharp))
    if largest:
        return _advice(judged, fit, "advice.up-to", "advice.up-to.zoomed", size=format_name(largest))
    width, height = (math.ceil(side / INCH * limit) for side in fit.box.size)
    return sentence("advice.larger", width=width, height=height)


def _nearer(judged: Judged, fit: PictureFit) -> Sentence:
    """Say up to which size a photo bears to be looked at from close by, and what else helps."""
    sharp = largest_served(_on_smaller_sheets(judged, fit), judged.poster.brand.photo.warning_ppi)
    if sharp:
        return _advice(judged, fit, "advice.sharp", "advice.sharp.zoomed", sharp=format_name(sharp))
    return _advice(judged, fit, "advice.nearer", "advice.nearer.zoomed")


def _advice(judged: Judged, fit: PictureFit, plain: str, zoomed: str, **details: object) -> Sentence:
    """Return one of two sentences: only a photo that was brought closer can be shown from further away."""
    is_zoomed = any(photo.slot.key == fit.slot and photo.choice.zoom > 1 for photo in judged.poster.photos())
    return sentence(zoomed if is_zoomed else plain, **details)


def _on_smaller_sheets(judged: Judged, fit: PictureFit) -> dict[Format, float]:
    """Return how dense the pixels of a photo would lie on each smaller sheet of the same drawing, in px per inch."""
    size = judged.format.trim.geometric_mean
    return {
        other: fit.effective_ppi * size / other.trim.geometric_mean
        for other in judged.poster.template.artboard(judged.format.key).formats
        if other.unit == judged.format.unit and other.trim.geometric_mean < size
    }


def largest_served(densities: Mapping[Format, float], limits: SheetTable) -> Format | None:
    """Return the largest format up to which a photo is dense enough on every one; None where it is on none.

    densities: px per inch of the photo on each format. limits: the least of them, by size of the sheet.
    """
    by_size = sorted(densities, key=lambda format: format.trim.geometric_mean)
    served = list(takewhile(lambda format: densities[format] >= measure(limits, format), by_size))
    return served[-1] if served else None


@BOOK.rule(
    "logo-unreadable",
    weighs="error",
    why="A logo of a few pixels is a smear.",
    source="brand.toml, partner_logo: error_ppi, at the distance of the sheet",
)
def logos_have_pixels_enough(judged: Judged) -> Iterator[Finding]:
    limit = judged.poster.brand.partner_logo.error_ppi * _distance_share(judged)
    for fit in _of_kind(judged, "logo"):
        if fit.effective_ppi < limit:
            yield finding("logo-unreadable.coarse", Severity.ERROR, fit.slot, size=judged.size)


@BOOK.rule(
    "logo-coarse",
    weighs="warning",
    why="A jagged logo looks careless.",
    source="brand.toml, partner_logo: warning_ppi, at the distance of the sheet",
)
def logos_are_crisp(judged: Judged) -> Iterator[Finding]:
    rules, share = judged.poster.brand.partner_logo, _distance_share(judged)
    for fit in _of_kind(judged, "logo"):
        if rules.error_ppi * share <= fit.effective_ppi < rules.warning_ppi * share:
            yield finding("logo-coarse", Severity.WARNING, fit.slot, size=judged.size)


def _distance_share(judged: Judged) -> float:
    """Return how much less an eye sees from where this sheet is read than of a sheet in the hand, at most 1."""
    limits = judged.poster.brand.photo.error_ppi
    return min(1.0, measure(limits, judged.format) / measure(limits, _IN_THE_HAND))
