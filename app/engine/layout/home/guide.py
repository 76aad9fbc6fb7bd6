"""The first page of a poster over many sheets: a picture of it with the sheets on it, and what to do, step by step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.engine.findings import Sentence, Severity
from app.engine.geometry import IDENTITY, Path, Point, Rect
from app.engine.imposition import TilePlan
from app.engine.layout.art import fitted
from app.engine.layout.home.drawings import cutting_and_glueing
from app.engine.layout.home.stationery import (
    GRAY,
    Stationery,
    cut_line,
    decoration,
    say,
)
from app.engine.layout.marks import brand_logo_box
from app.engine.layout.placed import placed_drawing
from app.engine.layout.text import PlacedText
from app.engine.names import format_with_size
from app.engine.scene import Item, Scene, Stroke, TagBegin, TagEnd
from app.engine.sheet import Format
from app.engine.template import Anchor
from app.engine.units import MM

# In pt on A4; on A3 all is larger by √2.
_TITLE, _FACTS, _STEP, _HOW, _DISC = 30.0, 10.0, 12.5, 10.0, 7 * MM

_A4 = (210 * MM, 297 * MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Boxes:
    """Where things stand on the page, in pt."""

    head: Rect
    picture: Rect
    steps: Rect
    drawings: Rect
    ruler: Point


def _boxes(width: float, height: float, unit: float) -> _Boxes:
    """Return the places on a page. unit: what a millimetre of A4 is there."""
    margin, top, lying = 15 * unit, (42 if width > height else 46) * unit, width > height
    right, bottom = width - margin, height - 13 * unit
    picture = Rect(margin, top, (132 if lying else 102) * unit, (94 if lying else 144.5) * unit)
    drawn = (34 if lying else 46) * unit
    low = bottom - (15 if lying else 21) * unit
    return _Boxes(
        head=Rect(margin, margin, right - margin, top - margin),
        picture=picture,
        steps=Rect.between(picture.right + 9 * unit, top, right, low),
        drawings=Rect(margin, low - drawn, right - margin, drawn),
        ruler=Point(margin, bottom),
    )


def lay_out_guide(plan: TilePlan, poster: Format, tools: Stationery, *, title: str, after: int) -> tuple[Scene, Rect]:
    """Return the page and where the poster's trim lies on it; what the page holds stands over the poster.

    title: of the document. after: how many tags the poster may have.
    """
    page = _Guide(plan, poster, tools)
    scene = Scene(sheet=tools.sheet, language=tools.language, title=title, items=tuple(page.items(after)))
    return scene, page.place


class _Guide:
    """One page while it is laid out."""

    def __init__(self, plan: TilePlan, poster: Format, tools: Stationery) -> None:
        self._plan, self._poster, self._tools = plan, poster, tools
        width, height = tools.sheet.trim
        self._grown = max(width, height) / max(_A4)
        self._unit = self._grown * MM
        self._boxes = _boxes(width, height, self._unit)
        box, trim = self._boxes.picture, poster.trim
        self._scale = min(box.width / trim.width, box.height / trim.height)
        self.place = Rect(box.x, box.y, self._scale * trim.width, self._scale * trim.height)

    def items(self, after: int) -> Iterator[Item]:
        yield from decoration(self._grid())
        texts = tuple(self._texts())
        for order, (role, text) in enumerate(texts, after):
            if text.bars:
                yield from decoration(text.bars)
            yield TagBegin(slot="", role=role, order=order, language=self._tools.language)
            yield from text.runs
            yield TagEnd()
        yield from decoration(self._discs(text for _, text in texts[2::2]))
        yield from decoration(cutting_and_glueing(self._tools, self._boxes.drawings, self._plan, self._unit))
        yield from decoration(self._tools.ruler(self._boxes.ruler))
        yield from decoration(self._mark())

    # The picture

    def _grid(self) -> Iterator[Item]:
        """Yield the sheets over the poster: their edges, and the number of each."""
        paper = self._tools.look.paper
        yield Stroke(path=Path.rect(self.place), paint=GRAY, width=0.5, matrix=IDENTITY)
        parts = [self._on_picture(tile.part) for tile in self._plan.tiles]
        for x in dict.fromkeys(round(part.x, 3) for part in parts):
            if x > self.place.x + 1:
                yield from cut_line(Point(x, self.place.y), Point(x, self.place.bottom), paper)
        for y in dict.fromkeys(round(part.y, 3) for part in parts):
            if y > self.place.y + 1:
                yield from cut_line(Point(self.place.x, y), Point(self.place.right, y), paper)
        across = min(_DISC * self._grown, *(0.5 * min(part.size) for part in parts))
        for tile, part in zip(self._plan.tiles, parts, strict=True):
            yield from self._tools.number(tile.number, Point(part.x + 0.75 * across, part.y + 0.75 * across), across)

    def _on_picture(self, part: Rect) -> Rect:
        scale, place = self._scale, self.place
        return Rect(place.x + scale * part.x, place.y + scale * part.y, scale * part.width, scale * part.height)

    # The words

    def _steps(self) -> tuple[str, ...]:
        rows = ("rows",) if self._plan.columns > 1 else ()
        joins = ("join",) if self._plan.rows > 1 else ()
        return ("print", "sort", "cut", *rows, *joins)

    def _texts(self) -> Iterator[tuple[str, PlacedText]]:
        """Yield the texts with their roles, as they are read."""
        tools, head, plan = self._tools, self._boxes.head, self._plan
        title = tools.in_words(say("guide.title", count=len(plan.tiles)))
        facts = say(
            "guide.facts",
            format=format_with_size(self._poster),
            count=len(plan.tiles),
            paper=plan.paper.upper(),
            columns=plan.columns,
            rows=plan.rows,
        )
        bar = tools.look.signal(Severity.WARNING)
        yield "H2", tools.text(title, head, voice="title", size=_TITLE * self._grown, bar=bar, valign="top")
        yield "P", self._line(facts, Rect(head.x, head.y + 15.5 * self._unit, *head.size), _FACTS)
        top = self._boxes.steps.y
        for key in self._steps():
            text = self._step(say(f"guide.step.{key}"), top, strong=True)
            yield "P", text
            text = self._step(say(f"guide.how.{key}"), text.fit.box.bottom + 1.8 * self._unit, strong=False)
            yield "P", text
            top = text.fit.box.bottom + 6 * self._unit

    def _line(self, words: Sentence, box: Rect, size: float) -> PlacedText:
        return self._tools.text(self._tools.in_words(words), box, voice="body", size=size * self._grown)

    def _step(self, words: Sentence, top: float, *, strong: bool) -> PlacedText:
        steps, indent = self._boxes.steps, 12 * self._unit
        box = Rect(steps.x + indent, top, steps.width - indent, steps.height)
        return self._tools.text(
            self._tools.in_words(words),
            box,
            voice="group" if strong else "body",
            size=(_STEP if strong else _HOW) * self._grown,
        )

    def _discs(self, heads: Iterable[PlacedText]) -> Iterator[Item]:
        """Yield the numbers of the steps. heads: their first lines."""
        steps, across = self._boxes.steps, 8 * self._unit
        for number, text in enumerate(heads, 1):
            first = text.fit.box.y + 0.5 * _STEP * 1.2 * self._grown
            yield from self._tools.step(number, Point(steps.x + across / 2, first), across)

    def _mark(self) -> Iterator[Item]:
        """Yield the brand's mark in the corner."""
        brand, head = self._tools.look.brand, self._boxes.head
        drawing = brand.logo.drawings["light"]
        corner = Rect(head.right, self._boxes.ruler.y - head.height, 0, head.height)
        logo = brand_logo_box(drawing, corner, Anchor("bottom", "end"), brand, self._tools.sheet, mirrored=False)
        yield from placed_drawing(drawing, fitted(drawing.box, logo), brand)
