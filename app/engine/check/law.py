"""Rules of Belgian law: the responsible publisher, and what concerns the street."""

from collections.abc import Iterator

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Severity, sentence
from app.engine.sheet import Format
from app.engine.template import ImprintSlot
from app.engine.template.checked import CheckedContent

# Sheets above this trim area may be taxed, in m².
_TAXED_FROM = 1.0


@BOOK.rule(
    "imprint",
    why="Printed matter for the public must name a natural person who answers for it.",
    source="Strafwetboek of 8 June 1867, art. 299; brand.toml, imprint",
)
def street_posters_name_their_publisher(poster: CheckedContent) -> Iterator[Finding]:
    missing = tuple(_missing_parts(poster))
    if not missing:
        return
    for slot in poster.template.slots.values():
        if isinstance(slot, ImprintSlot):
            message = sentence("imprint", parts=tuple(sentence(f"imprint.part.{part}") for part in missing))
            yield Finding(code="imprint", severity=_severity(poster), slot=slot.key, message=message)


def _missing_parts(poster: CheckedContent) -> Iterator[str]:
    given = poster.imprint
    for part in poster.brand.imprint.required:
        if not getattr(given, part).strip():
            yield part
    if given.organisation.strip() and not given.seat.strip():
        yield "seat"


def _severity(poster: CheckedContent) -> Severity:
    purpose = poster.purpose
    from_a4_up = _area(purpose.format) >= poster.brand.imprint.required_from_mm2
    strict = purpose.destination in ("print", "home") and purpose.format.unit == "mm" and from_a4_up
    return Severity.ERROR if strict else Severity.WARNING


def _area(format: Format) -> float:
    return format.width * format.height


@BOOK.rule("home-address", why="A home address on a wall is there for everyone.", source="GDPR, art. 5(1)(c)")
def home_addresses_are_pointed_out(poster: CheckedContent) -> Iterator[Finding]:
    given = poster.imprint
    if given.street.strip() and not given.organisation.strip():
        for slot in poster.template.slots.values():
            if isinstance(slot, ImprintSlot):
                yield Finding(
                    code="home-address", severity=Severity.WARNING, slot=slot.key, message=sentence("home-address")
                )


@BOOK.rule(
    "poster-tax", why="Large posters seen by the public may be taxed.", source="Wetboek diverse rechten en taksen"
)
def large_posters_may_be_taxed(poster: CheckedContent) -> Iterator[Finding]:
    if poster.purpose.hangs_in_the_street and poster.purpose.format.area_m2 > _TAXED_FROM:
        yield Finding(code="poster-tax", severity=Severity.NOTE, slot="", message=sentence("poster-tax"))
