"""What presses ask: of each kind of print shop, and of black."""

from dataclasses import dataclass

from app.engine.color import Cmyk, PrintCondition
from app.engine.findings import Sentence
from app.engine.sheet import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """What one kind of print shop asks of a file.

    name, whom: what it is called and for whom it is, to people who know no print. bleed: in mm.
    marks: whether crop marks are wanted. paper: what to print on; None where the usual advice fits.
    """

    key: str
    name: Sentence
    whom: Sentence
    bleed: float
    marks: bool
    standard: Standard
    condition: PrintCondition
    paper: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RichBlack:
    """The inks of large black areas. smallest: in mm; an area whose mean thickness reaches it is large."""

    inks: Cmyk
    smallest: float
