"""The first page of a proof: the poster in a thin frame, the watermark over it, and what it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.findings import Sentence
from app.engine.geometry import IDENTITY, Path, Rect
from app.engine.layout.proof.flow import Flow, Paragraph
from app.engine.layout.proof.look import Look
from app.engine.layout.proof.watermark import watermark
from app.engine.scene import ArtifactBegin, ArtifactEnd, Item, Stroke
from app.engine.sheet import FORMATS, Format, Sheet
from app.engine.units import MM

_EDGE = 12 * MM
_CAPTION = 13 * MM
_GAP = 5 * MM
_FRAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """A sheet of A4 that lies as the poster does. place: of the poster's trim on it."""

    sheet: Sheet
    place: Rect

    @classmethod
    def of(cls, poster: Format, look: Look) -> "FirstPage":
        """Return the page for posters of a format, which it shows as large as it can."""
        paper = FORMATS["a4-landscape" if poster.aspect > 1 else "a4"]
        sheet = look.brand.sheet(paper)
        room = Rect(_EDGE, _EDGE, sheet.trim.width - 2 * _EDGE, sheet.trim.height - 2 * _EDGE - _CAPTION - _GAP)
        scale = min(room.width / poster.trim.width, room.height / poster.trim.height)
        width, height = scale * poster.trim.width, scale * poster.trim.height
        place = Rect(room.center.x - width / 2, room.center.y - height / 2, width, height)
        return cls(sheet=sheet, place=place)

    def items(
        self, mark: Sentence, captions: tuple[Sentence, ...], language: str, look: Look, *, after: int
    ) -> Iterator[Item]:
        """Yield what stands over and under the poster.

        mark: the word across it. captions: the first is strong. after: how many tags the poster may have.
        """
        yield from watermark(mark.in_language(language), language, self.place, look, self.sheet)
        yield ArtifactBegin(kind="Layout")
        yield Stroke(path=Path.rect(self.place), paint=look.ink, width=_FRAME, matrix=IDENTITY)
        yield ArtifactEnd()
        flow = Flow(sheet=self.sheet, column=self._caption, first=after)
        for number, caption in enumerate(captions):
            voice = look.request("small" if number else "label", caption.in_language(language), language)
            flow.add(Paragraph(role="P", request=voice, before=2.0))
        yield from flow.pages[0]

    @property
    def _caption(self) -> Rect:
        """The room under the poster."""
        return Rect(self.place.x, self.place.bottom + _GAP, self.sheet.trim.width - self.place.x - _EDGE, _CAPTION)
