"""Pages to read: type and drawings alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn

from app.engine.color import PrintCondition
from app.engine.paint.book import Book, Layer
from app.engine.paint.inks import ScreenInks
from app.engine.paint.leaf import screen_leaf
from app.engine.scene import Picture, Scene
from app.engine.units import INCH


def paint_pages(pages: Sequence[Scene], *, condition: PrintCondition, date: datetime) -> bytes:
    """Return a file to read: sRGB, PDF/UA-1. pages: at least one, without pictures; the first gives title and language.

    Raises ValueError for a picture.
    """
    book = Book(ScreenInks(_NoPictures(), condition, ppi=INCH), links=True)
    for page in pages:
        book.add(Layer(leaf=screen_leaf(page.sheet), items=page.items))
    return book.finish(pages[0].title, pages[0].language, date)


class _NoPictures:
    def print_master(self, picture: Picture) -> NoReturn:
        raise ValueError(f"a page to read holds no pictures: {picture.source.digest}")

    def proof_master(self, picture: Picture, ppi: float) -> NoReturn:
        self.print_master(picture)
