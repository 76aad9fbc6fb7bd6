"""A laid-out poster: what is painted, and what the layout has to say about how it came about."""

from dataclasses import dataclass

from app.engine.geometry import Rect
from app.engine.scene.items import Item
from app.engine.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFit:
    """How a text slot was set. size and smallest: in pt. box: around the set lines, bars included.

    overset: whether text did not fit at the smallest size; it is set all the same, never dropped.
    overset_chars: about how many characters are too many. lines: the text of each line as broken.
    sizes: of each line, in pt, where lines have sizes of their own; size is then the smallest.
    """

    slot: str
    style: str
    size: float
    smallest: float
    lines: tuple[str, ...]
    box: Rect
    overset: bool = False
    overset_chars: int = 0
    sizes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFit:
    """How a photo or a logo of pixels was placed. effective_ppi: density at true size."""

    slot: str
    box: Rect
    effective_ppi: float
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkFit:
    """How a logo, a QR code or the imprint was placed. module: of a QR code, in pt; size: of type, in pt."""

    slot: str
    kind: str
    box: Rect
    clear_box: Rect
    module: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One poster on one sheet, ready to be painted.

    language: BCP 47, of the poster as a whole. title: for the document. items: in paint order.
    """

    sheet: Sheet
    language: str
    title: str
    items: tuple[Item, ...]
    texts: tuple[TextFit, ...] = ()
    pictures: tuple[PictureFit, ...] = ()
    marks: tuple[MarkFit, ...] = ()
