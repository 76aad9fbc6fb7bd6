"""Rules of Belgian law: the responsible publisher, and what concerns the street."""

from collections.abc import Iterator

from app.engine.check.rules import BOOK
from app.engine.check.words import without
from app.engine.content import IMPRINT_PARTS, clean
from app.engine.findings import Finding, Fix, Severity, finding, sentence
from app.engine.fonts import missing_characters
from app.engine.template import ImprintSlot
from app.engine.template.checked import CheckedContent, seen

# Sheets above this trim area may be taxed, in m².
_TAXED_FROM = 1.0

_IMPRINT_WEIGHS = "error for print and home from A4 up, and where the template requires it; else warning"


@BOOK.rule(
    "imprint",
    weighs=_IMPRINT_WEIGHS,
    why="Printed matter for the public must name a natural person who answers for it.",
    source="Strafwetboek of 8 June 1867, art. 299; brand.toml, imprint",
)
def street_posters_name_their_publisher(poster: CheckedContent) -> Iterator[Finding]:
    slots = list(poster.imprint_slots())
    if not slots:
        if _hangs_in_public(poster):
            yield finding("imprint.no-place", Severity.WARNING, "")
        return
    missing = list(_missing_parts(poster))
    parts = tuple(sentence(f"imprint.part.{part}") for part in missing)
    key = "imprint.private" if poster.template.is_private else "imprint"
    for slot in slots if missing else ():
        yield finding(key, _weight(poster, slot), slot.key, parts=parts).at(f"imprint.{missing[0]}")


@BOOK.rule(
    "imprint",
    weighs=_IMPRINT_WEIGHS,
    why="A name or address that is none, such as “x” or “----”, names nobody.",
    source="Strafwetboek of 8 June 1867, art. 299: the true name and the true address",
)
def publishers_are_named_in_earnest(poster: CheckedContent) -> Iterator[Finding]:
    typed = {part: seen(getattr(poster.imprint, part)) for part in IMPRINT_PARTS}
    names = {part: f"imprint.part.{part}" for part in IMPRINT_PARTS} | {
        "organisation": "imprint.other-part.organisation"
    }
    unreal = [part for part, text in typed.items() if text and not _is_real(part, text)]
    parts = tuple(sentence(names[part]) for part in unreal)
    for slot in poster.imprint_slots() if unreal else ():
        yield finding("imprint.unreal", _weight(poster, slot), slot.key, parts=parts).at(f"imprint.{unreal[0]}")


def _is_real(part: str, text: str) -> bool:
    """Return whether a part of an imprint may be one: names are short in some languages, towns and streets shorter.

    A postcode has a figure in almost every country, an organisation may be called by figures alone.
    """
    letters = [char.casefold() for char in text if char.isalpha()]
    figures = [char for char in text if char.isdigit()]
    if part == "postcode":
        return any(figure != "0" for figure in figures)
    if set(letters) == {"x"}:
        return False
    if part == "organisation":
        return bool(letters or figures)
    return len(letters) > (1 if part == "name" else 0)


def _weight(poster: CheckedContent, slot: ImprintSlot) -> Severity:
    return Severity.ERROR if slot.required or _hangs_in_public(poster) else Severity.WARNING


def _missing_parts(poster: CheckedContent) -> Iterator[str]:
    given = poster.imprint
    for part in poster.brand.imprint.required:
        if not seen(getattr(given, part)):
            yield part
    if seen(given.organisation) and not seen(given.seat):
        yield "seat"


def _hangs_in_public(poster: CheckedContent) -> bool:
    """Return whether a poster leaves as paper that is large enough for the street."""
    format = poster.purpose.format
    large = format.width * format.height >= poster.brand.imprint.required_from_mm2
    return poster.purpose.hangs_in_the_street and large


@BOOK.rule(
    "home-address", weighs="warning", why="A home address on a wall is there for everyone.", source="GDPR, art. 5(1)(c)"
)
def home_addresses_are_pointed_out(poster: CheckedContent) -> Iterator[Finding]:
    given = poster.imprint
    if given.street.strip() and not given.organisation.strip():
        for slot in poster.imprint_slots():
            key, format = _home_address_words(poster, slot)
            yield finding(key, Severity.WARNING, slot.key, format=format).at("imprint.street")


def _home_address_words(poster: CheckedContent, slot: ImprintSlot) -> tuple[str, str]:
    """Return which sentence fits, and the format that it may name.

    Who has no organisation to answer for the poster can only leave the address out, where that is allowed.
    """
    if not poster.template.is_private:
        return "home-address", ""
    if _weight(poster, slot) is Severity.WARNING:
        return "home-address.private", ""
    smaller = None if slot.required else poster.template.largest_below(poster.brand.imprint.required_from_mm2)
    return ("home-address.asked", smaller.key.upper()) if smaller else ("home-address.always", "")


@BOOK.rule(
    "missing-glyph",
    weighs="error",
    why="An empty box on a wall cannot be mended.",
    source="the fonts of the brand kit",
    fix="takes the characters out",
)
def fonts_can_show_the_imprint(poster: CheckedContent) -> Iterator[Finding]:
    slots = list(poster.imprint_slots())
    typed = {f"imprint.{part}": getattr(poster.imprint, part) for part in IMPRINT_PARTS}
    typed |= {f"photo.{photo.slot.key}.credit": photo.choice.credit for photo in poster.photos()}
    faces = poster.brand.styles[poster.brand.imprint.style].faces
    changes: list[tuple[str, str]] = []
    missing: list[str] = []
    for key, text in typed.items():
        lacking = missing_characters(clean(text).text, faces)
        if lacking:
            missing += lacking
            changes.append((key, without(clean(text).text, lacking)))
    if missing:
        fix = Fix(label=sentence("missing-glyph.fix"), changes=tuple(changes))
        characters = " ".join(dict.fromkeys(missing))
        for slot in slots:
            found = finding("missing-glyph", Severity.ERROR, slot.key, fix, label=slot.label, characters=characters)
            yield found.at(changes[0][0])


@BOOK.rule(
    "credit",
    weighs="warning",
    why="Who took the photo has the right to be named; a name must not vanish.",
    source="Wetboek Economisch Recht, art. XI.165",
)
def photographers_are_named(poster: CheckedContent) -> Iterator[Finding]:
    names = tuple(poster.credits())
    if names and not any(poster.imprint_slots()):
        slot = next(photo.slot.key for photo in poster.photos() if photo.choice.credit.strip())
        yield finding("credit", Severity.WARNING, slot, names=names).at(f"photo.{slot}.credit")


@BOOK.rule(
    "poster-tax",
    weighs="note, for print and home above 1 m²",
    why="Large posters seen by the public may be taxed.",
    source="Wetboek diverse rechten en taksen",
)
def large_posters_may_be_taxed(poster: CheckedContent) -> Iterator[Finding]:
    if poster.purpose.hangs_in_the_street and poster.purpose.format.area_m2 > _TAXED_FROM:
        yield finding("poster-tax", Severity.NOTE, "")
