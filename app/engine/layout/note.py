"""A note laid out: a heading, and rows of a label and what it says, on as many sheets of A4 as they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.brand import BrandKit
from app.engine.findings import Severity
from app.engine.geometry import Rect
from app.engine.layout.art import fitted
from app.engine.layout.marks import brand_logo_box
from app.engine.layout.placed import placed_drawing
from app.engine.layout.proof.flow import Flow, Paragraph
from app.engine.layout.proof.look import Look
from app.engine.scene import ArtifactBegin, ArtifactEnd, Item, Scene
from app.engine.sheet import FORMATS
from app.engine.template import Anchor
from app.engine.units import MM

_EDGE = 20 * MM
_FOOT = 12 * MM

# Room over parts, rows, labels and what stands below a label, in pt.
_OVER_PART, _OVER_ROW, _OVER_LABEL, _OVER_WORDS = 18.0, 7.0, 10.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What one row says. label: what it is about, if anything. is_head: what the rows under it are about."""

    words: str
    label: str = ""
    is_head: bool = False
    is_under: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePart:
    """Rows under a title."""

    title: str
    rows: tuple[NoteRow, ...]


def lay_out_note(
    brand: BrandKit, title: str, about: str, parts: Sequence[NotePart], *, language: str
) -> tuple[Scene, ...]:
    """Return the pages of a note. language: of its words."""
    look = Look(brand=brand)
    sheet = brand.sheet(FORMATS["a4"])
    width, height = sheet.trim
    flow = Flow(sheet=sheet, column=Rect(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE - _FOOT))
    flow.add(
        Paragraph(role="H1", request=look.request("title", title, language)),
        Paragraph(role="P", request=look.request("body", about, language), before=_OVER_WORDS),
    )
    for part in parts:
        head = Paragraph(role="H2", request=look.request("group", part.title, language), before=_OVER_PART)
        first, *others = (tuple(_row(row, look, language)) for row in part.rows)
        flow.add(head, *first)
        for row in others:
            flow.add(*row)
    scenes = (tuple(items) + tuple(_mark(look, flow)) for items in flow.pages)
    return tuple(Scene(sheet=sheet, language=language, title=f"{title} – {about}", items=items) for items in scenes)


def _row(row: NoteRow, look: Look, language: str) -> Iterator[Paragraph]:
    if row.is_head:
        yield Paragraph(
            role="P", request=look.request("body", row.words, language, marker=look.strong), before=_OVER_ROW
        )
        return
    if not row.label:
        yield Paragraph(role="P", request=look.request("body", row.words, language), before=_OVER_ROW)
        return
    # Each stands on a line of its own here, so that it begins as one.
    words = row.words[:1].upper() + row.words[1:]
    rule = look.signal(Severity.NOTE)
    yield Paragraph(role="P", request=look.request("label", row.label, language), before=_OVER_LABEL, rule=rule)
    yield Paragraph(role="P", request=look.request("body", words, language), before=_OVER_WORDS)


def _mark(look: Look, flow: Flow) -> Iterator[Item]:
    """Yield the brand's mark at the bottom of a page, which readers pass over."""
    brand, column = look.brand, flow.column
    drawing = brand.logo.drawings["light"]
    # A frame without width: the mark is as small as it may be.
    corner = Rect(column.right, column.bottom, 0, _FOOT)
    box = brand_logo_box(drawing, corner, Anchor("bottom", "end"), brand, flow.sheet, mirrored=False)
    yield ArtifactBegin(kind="Page")
    yield from placed_drawing(drawing, fitted(drawing.box, box), brand)
    yield ArtifactEnd()
