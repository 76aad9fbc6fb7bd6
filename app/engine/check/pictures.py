"""Rules of photos and logos that need no layout: there, readable, allowed, described."""

from collections.abc import Iterator

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Fix, Severity, finding, sentence
from app.engine.photo import lit_lightness
from app.engine.template import LogoSlot, PhotoSlot, QrSlot
from app.engine.template.checked import CheckedContent, seen

# What each kind lacks, and the key of it in a content file.
_REQUIRED = {
    PhotoSlot: ("required.photo", "photo.{slot}.file"),
    LogoSlot: ("required.file", "logo.{slot}.file"),
    QrSlot: ("required.qr", "qr.{slot}.url"),
}


@BOOK.rule(
    "required", weighs="error", why="A poster with a hole in it says nothing.", source="the template's own `required`"
)
def required_pictures_are_there(poster: CheckedContent) -> Iterator[Finding]:
    for slot in poster.template.slots.values():
        key, field = _REQUIRED.get(type(slot), ("", ""))
        if key and slot.required and poster.is_empty(slot.key):
            yield finding(key, Severity.ERROR, slot.key, label=slot.label).at(field.format(slot=slot.key))


@BOOK.rule(
    "unreadable-file", weighs="error", why="Half a picture must not reach the press.", source="the limits of uploads"
)
def files_are_readable(poster: CheckedContent) -> Iterator[Finding]:
    chosen = {key: photo.file for key, photo in poster.content.photos.items()}
    chosen |= {key: logo.file for key, logo in poster.content.logos.items()}
    for slot, name in chosen.items():
        trouble = poster.media.unreadable.get(name)
        if trouble is not None:
            yield finding(f"unreadable-file.{trouble.reason}", Severity.ERROR, slot, None, **trouble.details)


@BOOK.rule(
    "picture-kind", weighs="error", why="Each place is drawn for one kind of picture.", source="the template's `allow`"
)
def pictures_are_of_the_kind_the_slot_takes(poster: CheckedContent) -> Iterator[Finding]:
    for photo in poster.photos():
        kind = "illustration" if photo.choice.illustration else "photo"
        if kind not in photo.slot.allow:
            yield finding(f"picture-kind.{kind}", Severity.ERROR, photo.slot.key, label=photo.slot.label)


@BOOK.rule(
    "consent",
    weighs="error",
    why="Who is shown must agree to be shown in public.",
    source="Wetboek Economisch Recht, art. XI.174",
)
def people_in_photos_agree(poster: CheckedContent) -> Iterator[Finding]:
    key = "consent.private" if poster.template.is_private else "consent"
    for photo in poster.photos():
        if not photo.choice.illustration and not photo.choice.consent:
            yield finding(key, Severity.ERROR, photo.slot.key).at(f"photo.{photo.slot.key}.consent")


@BOOK.rule(
    "alt-missing",
    weighs="error",
    why="A poster must be readable for who cannot see it.",
    source="PDF/UA-1, 7.3; WCAG 2.2, 1.1.1",
)
def photos_are_described(poster: CheckedContent) -> Iterator[Finding]:
    for photo in poster.photos():
        # The brand's own illustrations come with their description.
        if not photo.choice.illustration and not seen(photo.choice.alt):
            yield finding("alt-missing", Severity.ERROR, photo.slot.key).at(f"photo.{photo.slot.key}.alt")


@BOOK.rule(
    "photo-dark",
    weighs="warning",
    why="Ink on paper darkens a dark photo further.",
    source="brand.toml, photo: dark, flat",
    fix="brings better light into the photo",
)
def photos_are_light_enough(poster: CheckedContent) -> Iterator[Finding]:
    rules = poster.brand.photo
    for photo in poster.photos():
        source, slot = photo.source, photo.slot.key
        if source is None:
            continue
        if photo.choice.light:
            if lit_lightness(source.mean_light, source.tones) < rules.dark:
                yield finding("photo-dark.still", Severity.WARNING, slot)
        elif source.mean_light < rules.dark:
            yield finding("photo-dark", Severity.WARNING, slot, _better_light(slot))
        elif source.contrast < rules.flat:
            yield finding("photo-dark.flat", Severity.WARNING, slot, _better_light(slot))


def _better_light(slot: str) -> Fix:
    return Fix(label=sentence("photo-dark.fix"), changes=((f"photo.{slot}.light", True),))


@BOOK.rule(
    "logo-name",
    weighs="warning",
    why="Who has the poster read aloud is to hear whose logo it is.",
    source="WCAG 2.2, 1.1.1",
)
def logos_are_named(poster: CheckedContent) -> Iterator[Finding]:
    for filled in poster.logos():
        if filled.logo is not None and not poster.owner_of(filled):
            slot = filled.slot
            yield finding("logo-name", Severity.WARNING, slot.key, label=slot.label).at(f"logo.{slot.key}.name")


@BOOK.rule(
    "logo-rasterised",
    weighs="note",
    why="Lines stay sharp at any size; pixels do not.",
    source="docs/poster-templates.md",
)
def rasterised_logos_are_mentioned(poster: CheckedContent) -> Iterator[Finding]:
    for filled in poster.logos():
        if filled.logo is not None and filled.logo.rasterised:
            reason = sentence(f"rasterised.{filled.logo.rasterised}")
            yield finding("logo-rasterised", Severity.NOTE, filled.slot.key, reason=reason)
