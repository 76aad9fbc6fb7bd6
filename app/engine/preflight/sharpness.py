"""Rules of pixels: dense enough for the size of the sheet."""

from collections.abc import Iterator

from app.engine.brand import BrandKit, measure
from app.engine.findings import Finding, Sentence, Severity, sentence
from app.engine.preflight.rules import BOOK, Judged, finding
from app.engine.scene import PictureFit
from app.engine.sheet import Format


@BOOK.rule(
    "photo-too-coarse",
    "photo-coarse",
    why="A photo with too few pixels prints as a blur.",
    source="brand.toml, photo: ppi per sheet size and viewing distance",
)
def photos_are_sharp_enough(judged: Judged) -> Iterator[Finding]:
    format, rules = judged.scene.sheet.format, judged.poster.brand.photo
    for fit in judged.scene.pictures:
        if fit.kind != "photo":
            continue
        limit = measure(rules.error_ppi, format)
        size, ppi = format.key.upper(), round(fit.effective_ppi)
        if fit.effective_ppi < limit:
            advice = _advice(judged, fit, limit)
            shown = {"size": size, "ppi": ppi, "limit": round(limit), "advice": advice}
            yield finding("photo-too-coarse", Severity.ERROR, fit.slot, None, **shown)
        elif fit.effective_ppi < measure(rules.warning_ppi, format):
            yield finding("photo-coarse", Severity.WARNING, fit.slot, size=size, ppi=ppi)


def _advice(judged: Judged, fit: PictureFit, limit: float) -> Sentence:
    """Say which size this photo still serves, or how large a photo this size needs."""
    fitting = [other for other in judged.poster.template.formats if _serves(fit, judged, other)]
    if fitting:
        largest = max(fitting, key=lambda other: other.trim.geometric_mean)
        return sentence("advice.up-to", size=largest.key.upper())
    width, height = (round(side / 72 * limit) for side in fit.box.size)
    return sentence("advice.larger", width=width, height=height)


def _serves(fit: PictureFit, judged: Judged, other: Format) -> bool:
    here = judged.scene.sheet.format
    if other.unit != here.unit or other.trim.geometric_mean >= here.trim.geometric_mean:
        return False
    there = fit.effective_ppi * here.trim.geometric_mean / other.trim.geometric_mean
    return there >= measure(_limits(judged.poster.brand), other)


def _limits(brand: BrandKit) -> dict[str, float]:
    return dict(brand.photo.error_ppi)


@BOOK.rule("logo-coarse", why="A jagged logo looks careless.", source="brand.toml, partner_logo: ppi")
def logos_are_sharp_enough(judged: Judged) -> Iterator[Finding]:
    rules = judged.poster.brand.partner_logo
    for fit in judged.scene.pictures:
        if fit.kind == "logo" and fit.effective_ppi < rules.warning_ppi:
            size = judged.scene.sheet.format.key.upper()
            yield finding("logo-coarse", Severity.WARNING, fit.slot, size=size, ppi=round(fit.effective_ppi))
