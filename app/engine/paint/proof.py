"""A proof: a poster small on the first page, with marks over it, and pages to read after it."""

from collections.abc import Sequence
from datetime import datetime

from app.engine.color import PrintCondition
from app.engine.geometry import Rect
from app.engine.paint.book import Book, Layer
from app.engine.paint.inks import ScreenInks
from app.engine.paint.leaf import placed_leaf, screen_leaf
from app.engine.paint.pictures import Pictures
from app.engine.scene import Scene

PROOF_PPI = 200.0
"""Density of pictures on the paper of a proof, in px per inch."""


def paint_proof(
    poster: Scene,
    place: Rect,
    pages: Sequence[Scene],
    *,
    pictures: Pictures,
    condition: PrintCondition,
    date: datetime,
) -> bytes:
    """Return a file to look at: sRGB, PDF/UA-1, with live links.

    Of a poster with a character that its face lacks the proof is tagged, but does not call itself PDF/UA.
    place: of the poster's trim on the first page, over which the items of that page are painted. pages: at least one;
    the first gives the file its title and language.
    """
    policy = ScreenInks(pictures, condition, ppi=PROOF_PPI * place.width / poster.sheet.trim.width)
    book = Book(policy, links=True)
    first, *others = pages
    lying = placed_leaf(poster.sheet, place, first.sheet.trim)
    book.add(Layer(leaf=lying, items=poster.items), Layer(leaf=screen_leaf(first.sheet), items=first.items))
    for page in others:
        book.add(Layer(leaf=screen_leaf(page.sheet), items=page.items))
    return book.finish(first.title, first.language, date)
