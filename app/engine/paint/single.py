"""A tagged file of one page: of a poster for the press or for a web site."""

from collections.abc import Mapping
from datetime import datetime

from app.engine.geometry import Path
from app.engine.paint.assembly import fill_page, finish_tagged
from app.engine.paint.bookmarks import bookmark
from app.engine.paint.inks import InkPolicy
from app.engine.paint.leaf import Leaf
from app.engine.paint.metadata import Metadata
from app.engine.paint.objects import Document, Value
from app.engine.paint.page import PagePainter
from app.engine.paint.structure import Structure
from app.engine.scene import Item, Scene


class SingleFile:
    """One file in the making."""

    def __init__(self, scene: Scene, *, document: Document, policy: InkPolicy, leaf: Leaf, links: bool = False) -> None:
        self._scene, self._document, self._policy, self._leaf = scene, document, policy, leaf
        self._structure = Structure(leaf=leaf, links=links)
        self._painter = PagePainter(document=document, policy=policy, base=leaf.base, structure=self._structure)

    @property
    def painter(self) -> PagePainter:
        """What paints the page, for what is no part of the scene."""
        return self._painter

    def paint(self, items: tuple[Item, ...]) -> None:
        """Paint items as far as the leaf shows them."""
        content = self._painter.content
        with content.saved():
            content.clip(Path.rect(self._leaf.window), "nonzero")
            self._painter.paint(items)

    def finish(
        self,
        date: datetime,
        *,
        press_version: str = "",
        subject: str = "",
        is_flat: bool = False,
        catalog: Mapping[str, Value] | None = None,
    ) -> tuple[bytes, ...]:
        """Return the file, in pieces. press_version: of PDF/X. subject: what to know before printing.

        is_flat: whether the page may hold nothing see-through. catalog: what its catalogue holds besides.
        """
        document, scene = self._document, self._scene
        page, reference = document.add_page()
        content = self._painter.finish()
        fill_page(page, self._leaf, content, self._painter, document, self._policy)
        tree = self._structure.write(document=document, page=page, page_reference=reference, language=scene.language)
        if is_flat:
            del page["Group"]
        metadata = Metadata(
            title=scene.title,
            language=scene.language,
            date=date,
            content=content,
            press_version=press_version,
            subject=subject,
            is_universal=not self._painter.shows_notdef,
        )
        # Whoever reads on a screen finds the poster by its headline; a press has no use for that.
        listed = bookmark(document, scene.title, reference) if self._structure.links else {}
        return finish_tagged(document, metadata, tree, catalog={**listed, **(catalog or {})})
