"""The text version of a poster, for a page: everything that it says, with what may be followed from there."""

from collections.abc import Iterable
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.findings import Sentence
from app.engine.fonts import is_rtl_language
from app.engine.layout import TranscriptLine
from app.engine.template.addresses import is_allowed
from app.services.poster_text import on_one_line


class SaidLine(NamedTuple):
    """One thing that a poster says, on one line.

    role: its structure type, such as H1 or P. label: what it is, for all but plain words. language: BCP 47, of the
    text. from_right: whether that is read from right to left. link: an address that may be followed, else empty.
    """

    role: str
    label: Sentence | None
    text: str
    language: str
    from_right: bool
    link: str


def text_version(lines: Iterable[TranscriptLine], brand: BrandKit) -> tuple[SaidLine, ...]:
    """Return everything that a poster says, in reading order."""
    return tuple(_said(line, brand) for line in lines)


def _said(line: TranscriptLine, brand: BrandKit) -> SaidLine:
    return SaidLine(
        role=line.role,
        label=None if line.kind == "text" else line.label,
        text=on_one_line(line.text),
        language=line.language,
        from_right=is_rtl_language(line.language) and not line.link,
        # A finished poster holds no other address; one in the making may hold anything.
        link=line.link if is_allowed(line.link, brand.qr.schemes) else "",
    )
