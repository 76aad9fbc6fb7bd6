"""A proof laid out: the poster on its first page; findings, words to read through and a place to sign on the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File

from app.engine.findings import Finding, Sentence, Severity, Wording, has_errors
from app.engine.geometry import Rect
from app.engine.layout.art import fitted
from app.engine.layout.marks import brand_logo_box
from app.engine.layout.placed import placed_drawing
from app.engine.layout.proof.first_page import FirstPage
from app.engine.layout.proof.flow import Flow, Paragraph
from app.engine.layout.proof.look import Look
from app.engine.layout.text import fit_text, place
from app.engine.layout.transcript import TranscriptLine, transcript
from app.engine.names import format_with_size, long_date
from app.engine.scene import ArtifactBegin, ArtifactEnd, Item, Scene
from app.engine.sheet import FORMATS
from app.engine.template import Anchor
from app.engine.template.checked import CheckedContent
from app.engine.units import MM

_say = Wording(File(__file__).with_name("words.toml"))

_EDGE = 20 * MM
_FOOT = 12 * MM

# Room over a title, a heading, and what stands under them, in pt.
_OVER_TITLE, _OVER_GROUP, _OVER_TEXT = 30.0, 18.0, 6.0

# What the brand says of itself needs no reading through.
_NOT_READ = ("brand-logo",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPages:
    """place: of the poster's trim on the first page. pages: scenes; what the first holds stands over the poster."""

    place: Rect
    pages: tuple[Scene, ...]


def lay_out_proof(
    poster: CheckedContent, title: str, findings: Sequence[Finding], *, language: str, day: date
) -> ProofPages:
    """Return the pages of a proof. title: of the poster. language: that its reader speaks, nl, fr or en."""
    return _Report(poster, title, tuple(findings), language, day).pages()


class _Report:
    """One proof while it is laid out."""

    def __init__(
        self, poster: CheckedContent, title: str, findings: tuple[Finding, ...], language: str, day: date
    ) -> None:
        self._poster, self._findings, self._language, self._day = poster, findings, language, day
        self._look = Look(brand=poster.brand)
        self._title = _say("title", title=title).in_language(language)

    def pages(self) -> ProofPages:
        first = FirstPage.of(self._poster.purpose.format, self._look)
        over = first.items(
            _say("watermark"), self._captions(), self._language, self._look, after=len(self._poster.template.slots)
        )
        sheet = self._look.brand.sheet(FORMATS["a4"])
        width, height = sheet.trim
        column = Rect(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE - _FOOT)
        flow = Flow(sheet=sheet, column=column)
        self._write(flow)
        scenes = [Scene(sheet=first.sheet, language=self._language, title=self._title, items=tuple(over))]
        for number, items in enumerate(flow.pages, 2):
            whole = (*items, *self._foot(flow, number, len(flow.pages) + 1))
            scenes.append(Scene(sheet=sheet, language=self._language, title=self._title, items=whole))
        return ProofPages(place=first.place, pages=tuple(scenes))

    def _captions(self) -> tuple[Sentence, ...]:
        shown = _say(
            "caption",
            template=self._poster.template.name,
            format=format_with_size(self._poster.purpose.format),
            date=long_date(self._day),
        )
        return shown, _say("purpose")

    def _write(self, flow: Flow) -> None:
        flow.add(self._heading("findings"), self._lead(self._verdict()))
        for severity in Severity:
            self._group(flow, severity)
        self._read_through(flow)
        flow.add(*self._agreement())

    # What was found

    def _verdict(self) -> str:
        if has_errors(self._findings):
            on_screen = self._poster.purpose.format.unit == "px"
            return "findings.refused.screen" if on_screen else "findings.refused"
        return "findings.remarks" if self._findings else "findings.none"

    def _group(self, flow: Flow, severity: Severity) -> None:
        told = dict.fromkeys(found.message for found in self._findings if found.severity is severity)
        lines = [self._finding(message, severity) for message in told]
        if lines:
            request = self._look.request(
                "group", self._in_words(str(severity)), self._language, bar=self._look.signal(severity)
            )
            flow.add(Paragraph(role="H3", request=request, before=_OVER_GROUP), lines[0])
        for line in lines[1:]:
            flow.add(line)

    def _finding(self, message: Sentence, severity: Severity) -> Paragraph:
        words = message.in_language(self._language)
        request = self._look.request("body", words, self._language, marker=self._look.signal(severity))
        return Paragraph(role="P", request=request, before=_OVER_TEXT)

    # What to read through

    def _read_through(self, flow: Flow) -> None:
        said = [line for line in transcript(self._poster) if line.kind not in _NOT_READ]
        head = (self._heading("texts"), self._lead("texts.lead" if said else "texts.none"))
        first, *others = [tuple(self._said(line)) for line in said] or [()]
        flow.add(*head, *first)
        for entry in others:
            flow.add(*entry)

    def _said(self, line: TranscriptLine) -> Iterator[Paragraph]:
        kind = "text.shown" if line.kind in ("photo", "logo") else "text.plain"
        label = _say(kind, label=line.label).in_language(self._language)
        yield Paragraph(
            role="P",
            request=self._look.request("label", label, self._language),
            before=2.5 * _OVER_TEXT,
            rule=self._look.signal(Severity.NOTE),
        )
        yield Paragraph(role="P", request=self._look.request("body", line.text, line.language), before=3.0)

    # The yes

    def _agreement(self) -> Iterator[Paragraph]:
        refused = has_errors(self._findings)
        yield self._heading("agreement")
        yield self._lead("agreement.lead.refused" if refused else "agreement.lead")
        for key in ("agreement.name", "agreement.date", "agreement.signature"):
            request = self._look.request("label", self._in_words(key), self._language)
            yield Paragraph(role="P", request=request, before=15 * MM, rule=self._look.ink)

    # Parts of all pages

    def _in_words(self, key: str) -> str:
        return _say(key).in_language(self._language)

    def _heading(self, key: str) -> Paragraph:
        return Paragraph(
            role="H2", request=self._look.request("title", self._in_words(key), self._language), before=_OVER_TITLE
        )

    def _lead(self, key: str) -> Paragraph:
        return Paragraph(
            role="P", request=self._look.request("body", self._in_words(key), self._language), before=_OVER_TEXT
        )

    def _foot(self, flow: Flow, number: int, count: int) -> Iterator[Item]:
        """Yield what stands at the bottom of a page: its number and the brand's mark, which readers pass over."""
        words = _say("page", title=self._title, number=number, count=count).in_language(self._language)
        brand, column = self._look.brand, flow.column
        drawing = brand.logo.drawings["light"]
        # A frame without width: the mark is as small as it may be.
        corner = Rect(column.right, column.bottom, 0, _FOOT)
        logo = brand_logo_box(drawing, corner, Anchor("bottom", "end"), brand, flow.sheet, mirrored=False)
        frame = Rect(column.x, column.bottom, logo.x - column.x - _FOOT, _FOOT)
        request = self._look.request("small", words, self._language)
        text = place(fit_text(request, frame.size, flow.sheet), frame, valign="bottom")
        yield ArtifactBegin(kind="Page")
        yield from text.runs
        yield from placed_drawing(drawing, fitted(drawing.box, logo), brand)
        yield ArtifactEnd()
