"""The note that goes to a print shop with its files: everything that a shop would otherwise phone for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.color import Cmyk
from app.engine.content import Imprint
from app.engine.findings import Wording
from app.engine.layout import NotePart, NoteRow
from app.engine.names import format_name, long_date
from app.engine.pipeline import Options, job_note_pdf
from app.engine.sheet import format_of
from app.services.press_prints import STANDARD_NAMES, settled

_say = Wording(Path(__file__).with_name("words.toml"))

_NOBODY = "______________________"


class PressFile(NamedTuple):
    """A file that the note goes along with."""

    name: str
    format_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JobNote:
    """A note in one language: what it is about, and its parts."""

    title: str
    about: str
    parts: tuple[NotePart, ...]
    language: str

    @property
    def text(self) -> str:
        """The note as plain text."""
        parts = "\n\n".join(self._part(part) for part in self.parts)
        return f"{self.title.upper()}\n{self.about}\n\n{parts}\n"

    def pdf(self, brand: BrandKit, moment: datetime) -> bytes:
        """Return the note as a PDF, set in the brand's type. moment: with a time zone."""
        return job_note_pdf(brand, self.title, self.about, self.parts, language=self.language, date=moment)

    def _part(self, part: NotePart) -> str:
        return "\n".join([part.title.upper(), *(self._row(row) for row in part.rows)])

    def _row(self, row: NoteRow) -> str:
        if row.is_head:
            return f"- {row.words}"
        said = _say("labelled", label=row.label, words=row.words).in_language(self.language) if row.label else row.words
        return f"  {said}" if row.is_under else said


def job_note(
    title: str,
    files: Sequence[tuple[str, str]],
    brand: BrandKit,
    sender: Imprint,
    *,
    language: str,
    day: date,
    options: Options | None = None,
) -> JobNote:
    """Return the note. files: names of print files, each with the key of its format. options: that they are made with.

    language: of who reads it: nl, fr or en. Raises KeyError for a shop that the kit does not have.
    """
    chosen = settled(options or Options(), brand)
    writer = _Writer(brand.at(chosen.shop), chosen, language)
    parts = (
        writer.part("files", [row for file in files for row in writer.file(PressFile(*file))]),
        writer.part("order", writer.order()),
        writer.part("ready", writer.ready()),
        writer.part("paper", writer.paper()),
        writer.part("contact", [NoteRow(words=_sender(sender)), writer.row("phone")]),
    )
    about = _say("about", title=title, date=long_date(day)).in_language(language)
    return JobNote(title=_say("title").in_language(language), about=about, parts=parts, language=language)


def _sender(imprint: Imprint) -> str:
    return ", ".join(filter(None, (imprint.name, imprint.organisation))) or _NOBODY


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes rows. brand: at the shop. options: settled."""

    brand: BrandKit
    options: Options
    language: str

    def part(self, key: str, rows: Sequence[NoteRow] | Iterator[NoteRow]) -> NotePart:
        return NotePart(title=_say(key).in_language(self.language), rows=tuple(rows))

    def row(self, key: str, *, is_under: bool = False, **values: object) -> NoteRow:
        label, bar, words = _say(key, **values).in_language(self.language).partition(" | ")
        return NoteRow(label=label, words=words, is_under=is_under) if bar else NoteRow(words=label)

    def file(self, file: PressFile) -> Iterator[NoteRow]:
        """Yield a file's name and what it measures."""
        found, bleed, scale = format_of(file.format_key), self.brand.print.bleed, self.options.scale
        full = {"full_width": float(found.width + 2 * bleed), "full_height": float(found.height + 2 * bleed)}
        yield NoteRow(words=file.name, is_head=True)
        sides = {"width": found.width, "height": found.height}
        if found.is_own:
            yield self.row("size.own", is_under=True, **sides, **full)
        else:
            yield self.row("size", is_under=True, format=format_name(found), **sides, **full)
        if scale > 1:
            small = {name: _tenths(side / scale) for name, side in (sides | full).items()}
            yield self.row("size.scaled", is_under=True, scale=scale, **small)

    def order(self) -> Iterator[NoteRow]:
        """Yield what only the sender knows, as lines to fill in, and that a poster has one side."""
        for key in ("order.copies", "order.by"):
            yield self.row(key)

    def bleed(self) -> NoteRow:
        """Return how far the art goes on; of a file at a tenth in the file as well."""
        bleed, scale = float(self.brand.print.bleed), self.options.scale
        if scale > 1:
            return self.row("row.bleed.scaled", bleed=bleed, small=_tenths(bleed / scale))
        return self.row("row.bleed", bleed=bleed)

    def ready(self) -> Iterator[NoteRow]:
        """Yield what the files are."""
        rules, scale = self.brand.print, self.options.scale
        yield self.row("row.file", standard=STANDARD_NAMES[rules.standard])
        if rules.standard == "x1a":
            yield self.row("row.flat")
        yield self.bleed()
        yield self.row("row.marks" if self.options.marks else "row.no-marks")
        yield self.row("row.colours", ink=float(rules.condition.ink_limit))
        yield self.row("row.condition", condition=rules.condition.identifier)
        yield self.row("row.fonts")
        if rules.rich_black is not None:
            yield self.row("row.rich-black", inks=_amounts(rules.rich_black.inks))
        yield self.row("row.scaled", scale=scale, percent=100 * scale) if scale > 1 else self.row("row.scale")

    def paper(self) -> Iterator[NoteRow]:
        """Yield what to print on."""
        shop = self.brand.shops.get(self.brand.print.shop)
        advice = shop.paper if shop else None
        yield NoteRow(words=advice.in_language(self.language)) if advice else self.row("paper.coated")
        yield self.row("paper.outdoors")


def _tenths(length_mm: float) -> Decimal:
    """Return a length that is written to the tenth, however long it is."""
    return Decimal(f"{length_mm:.1f}".removesuffix(".0"))


def _amounts(inks: Cmyk) -> str:
    """Return inks as print shops write them, such as 60/40/40/100."""
    return "/".join(f"{100 * amount:.0f}" for amount in inks)
