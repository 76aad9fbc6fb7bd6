"""Texts under each other, over as many pages as they need."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from app.engine.color import Ink
from app.engine.geometry import Path, Rect, Size
from app.engine.layout.text import PlacedText, TextBlock, TextRequest, fit_text, place
from app.engine.scene import ArtifactBegin, ArtifactEnd, Fill, Item, TagBegin, TagEnd
from app.engine.sheet import Sheet

# Higher than any text, in pt.
_ENDLESS = 1e6

_RULE_THICKNESS, _RULE_ABOVE = 0.5, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text with its role in the document.

    before: room over it, in pt, except at the top of a page. rule: ink of a thin line over it.
    """

    role: str
    request: TextRequest
    before: float = 0.0
    rule: Ink | None = None


@dataclass(slots=True, kw_only=True)
class Flow:
    """A column that goes on over pages of one size.

    column: where texts may stand on each page. first: number of the first text in the reading order.
    pages: items of each, so far. top: where the next text goes.
    """

    sheet: Sheet
    column: Rect
    first: int = 0
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    top: float = field(init=False)
    _order: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        self.top, self._order = self.column.y, count(self.first)

    def add(self, *parts: Paragraph) -> None:
        """Add paragraphs, which stay together where one page can hold them."""
        blocks = [fit_text(part.request, Size(self.column.width, _ENDLESS), self.sheet) for part in parts]
        height = sum(block.height + part.before for block, part in zip(blocks, parts, strict=True))
        if height > self.column.bottom - self.top and height <= self.column.height:
            self._turn()
        for part, block in zip(parts, blocks, strict=True):
            self._set(part, block)

    def _turn(self) -> None:
        if self.top > self.column.y:
            self.pages.append([])
            self.top = self.column.y

    def _set(self, part: Paragraph, block: TextBlock) -> None:
        """Set a paragraph; one that is higher than the page goes on in the next."""
        self.top += part.before if self.top > self.column.y else 0.0
        if part.rule is not None:
            line = Rect(self.column.x, self.top - _RULE_ABOVE, self.column.width, _RULE_THICKNESS)
            self.pages[-1] += _decoration(Fill(path=Path.rect(line), paint=part.rule))
        while True:
            lines = _fitting(block, self.column.bottom - self.top)
            if lines == len(block.lines):
                self._put(part, block)
                return
            if lines:
                self._put(part, replace(block, lines=block.lines[:lines]))
                block = replace(block, lines=block.lines[lines:])
            self._turn()

    def _put(self, part: Paragraph, block: TextBlock) -> None:
        box = Rect(self.column.x, self.top, self.column.width, block.height)
        self.pages[-1] += tagged(part, place(block, box), next(self._order))
        self.top += block.height


def tagged(part: Paragraph, text: PlacedText, order: int) -> tuple[Item, ...]:
    """Return a paragraph in its place as items of a page. order: its place in the reading order of the page."""
    if not text.runs:
        return ()
    tag = TagBegin(
        slot="",
        role=part.role,
        order=order,
        language=part.request.language,
        actual_text=_as_read(text) if any(run.level % 2 for run in text.runs) else "",
    )
    bars = _decoration(*text.bars) if text.bars else ()
    return (*bars, tag, *text.runs, TagEnd())


def _as_read(text: PlacedText) -> str:
    return " ".join(" ".join(text.fit.lines).split())


def _decoration(*items: Fill) -> tuple[Item, ...]:
    return (ArtifactBegin(kind="Layout"), *items, ArtifactEnd())


def _fitting(block: TextBlock, room: float) -> int:
    """Return how many lines of a block fit a height, in pt."""
    return sum(block.base_line(number) + block.size * block.depth <= room for number in range(len(block.lines)))
