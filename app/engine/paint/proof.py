"""A proof: a poster small on the first page, with marks over it, and pages to read after it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.engine.color import PrintCondition
from app.engine.geometry import Matrix, Path, Rect
from app.engine.paint.assembly import fill_page, finish_tagged
from app.engine.paint.inks import ScreenInks
from app.engine.paint.leaf import Leaf, screen_leaf
from app.engine.paint.metadata import Metadata
from app.engine.paint.objects import Document
from app.engine.paint.page import PagePainter, shows_notdef, write_fonts
from app.engine.paint.pictures import Pictures
from app.engine.paint.structure import Structure, TaggedPage, write_tree
from app.engine.paint.typeface import FontUse
from app.engine.scene import Item, Scene

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
    book = _Book(ScreenInks(pictures, condition, ppi=PROOF_PPI * place.width / poster.sheet.trim.width))
    first, *others = pages
    book.add((_placed(poster, place, first), poster.items), (screen_leaf(first.sheet), first.items))
    for page in others:
        book.add((screen_leaf(page.sheet), page.items))
    return book.finish(first.title, first.language, date)


def _placed(poster: Scene, place: Rect, page: Scene) -> Leaf:
    """Return how the trim of a poster lies on a page."""
    scale = place.width / poster.sheet.trim.width
    leaf, height = screen_leaf(poster.sheet), page.sheet.trim.height
    return replace(leaf, media=page.sheet.trim, base=Matrix(scale, 0, 0, -scale, place.x, height - place.y))


class _Book:
    """A tagged file of several pages that share their fonts."""

    def __init__(self, policy: ScreenInks) -> None:
        self._policy, self._document = policy, Document()
        self._fonts: dict[str, FontUse] = {}
        self._pages: list[TaggedPage] = []
        self._contents: list[bytes] = []

    def add(self, *layers: tuple[Leaf, Sequence[Item]]) -> None:
        """Add a page of one or more scenes, each with how it lies on the page."""
        leaf = layers[-1][0]
        structure = Structure(leaf=leaf, links=True)
        painter = PagePainter(
            document=self._document, policy=self._policy, base=leaf.base, structure=structure, fonts=self._fonts
        )
        for lying, items in layers:
            structure.turn_to(lying)
            painter.turn_to(lying.base)
            with painter.content.saved():
                painter.content.clip(Path.rect(lying.window), "nonzero")
                painter.paint(tuple(items))
        page, reference = self._document.add_page()
        self._contents.append(painter.close())
        fill_page(page, leaf, self._contents[-1], painter, self._document, self._policy)
        self._pages.append(TaggedPage(structure, page, reference))

    def finish(self, title: str, language: str, date: datetime) -> bytes:
        """Return the file."""
        write_fonts(self._fonts, self._document)
        tree = write_tree(self._pages, document=self._document, language=language)
        metadata = Metadata(
            title=title,
            language=language,
            date=date,
            content=b"".join(self._contents),
            for_press=False,
            is_universal=not shows_notdef(self._fonts),
        )
        return finish_tagged(self._document, metadata, tree)
