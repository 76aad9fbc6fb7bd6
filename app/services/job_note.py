"""The note that goes to a print shop with its files: everything that a shop would otherwise phone for."""

from collections.abc import Sequence
from datetime import date

from app.engine.brand import BrandKit
from app.engine.content import Imprint
from app.engine.findings import Sentence
from app.engine.names import format_name, long_date
from app.engine.sheet import format_of
from app.services.words import joined, say

_NOBODY = "______________________"


def job_note(
    title: str, files: Sequence[tuple[str, str]], brand: BrandKit, sender: Imprint, *, language: str, day: date
) -> str:
    """Return the note as plain text. files: names of print files, each with the key of its format."""
    condition = brand.print.condition
    words = say(
        "job-note",
        title=title,
        date=long_date(day),
        files=joined([_file(name, format_key, brand.print.bleed) for name, format_key in files], "\n"),
        bleed=float(brand.print.bleed),
        ink=float(condition.ink_limit),
        condition=condition.identifier,
        contact=say("job-note.contact", sender=_sender(sender)),
    )
    return words.in_language(language)


def _file(name: str, format_key: str, bleed_mm: float) -> Sentence:
    found = format_of(format_key)
    return say(
        "job-note.file",
        name=name,
        width=found.width,
        height=found.height,
        format=format_name(found),
        full_width=float(found.width + 2 * bleed_mm),
        full_height=float(found.height + 2 * bleed_mm),
    )


def _sender(imprint: Imprint) -> str:
    return ", ".join(filter(None, (imprint.name, imprint.organisation))) or _NOBODY
