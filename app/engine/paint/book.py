"""A tagged file of several pages for screens and printers at home, which share their fonts and pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine.geometry import IDENTITY, Path, Rect
from app.engine.paint.assembly import fill_page, finish_tagged
from app.engine.paint.inks import InkPolicy
from app.engine.paint.leaf import Leaf
from app.engine.paint.metadata import Metadata
from app.engine.paint.objects import Document, Value
from app.engine.paint.page import PagePainter, shows_notdef, write_fonts
from app.engine.paint.structure import Structure, TaggedPage, write_tree
from app.engine.paint.typeface import FontUse
from app.engine.scene import ArtifactBegin, Item, TagBegin


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Items of a scene, and how that lies on the page."""

    leaf: Leaf
    items: Sequence[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A scene that the file holds once, put on a page as a picture. leaf: how it lies, and what of it shows."""

    leaf: Leaf
    form: Value
    mark: TagBegin | ArtifactBegin


class Book:
    """One file in the making."""

    def __init__(self, policy: InkPolicy, *, links: bool) -> None:
        self._policy, self._document, self._links = policy, Document(), links
        self._fonts: dict[str, FontUse] = {}
        self._pictures: dict[object, tuple[str, Value]] = {}
        self._pages: list[TaggedPage] = []
        self._contents: list[bytes] = []

    def form(self, items: Sequence[Item], window: Rect, *, live: bool) -> Value:
        """Enter a scene that pages can show. window: the part of it that may show. live: type instead of outlines."""
        painter = PagePainter(
            document=self._document,
            policy=self._policy,
            base=IDENTITY,
            structure=None,
            fonts=self._fonts,
            pictures=self._pictures,
            live=live,
        )
        # Where the form is shown the words have been said: whoever copies text gets them once.
        with painter.content.said_as(" ", when=live):
            painter.paint(tuple(items))
        data, form = painter.as_form(window)
        self._contents.append(data)
        return form

    def add(self, *layers: Layer | Stamp) -> None:
        """Add a page of layers, the lowest first; the last says how large it is."""
        leaf = layers[-1].leaf
        structure = Structure(leaf=leaf, links=self._links)
        painter = PagePainter(
            document=self._document,
            policy=self._policy,
            base=leaf.base,
            structure=structure,
            fonts=self._fonts,
            pictures=self._pictures,
        )
        for layer in layers:
            structure.turn_to(layer.leaf)
            painter.turn_to(layer.leaf.base)
            with painter.content.saved():
                painter.content.clip(Path.rect(layer.leaf.window), "nonzero")
                if isinstance(layer, Stamp):
                    painter.stamp(layer.form, layer.mark)
                else:
                    painter.paint(tuple(layer.items))
        page, reference = self._document.add_page()
        self._contents.append(painter.close())
        fill_page(page, leaf, self._contents[-1], painter, self._document, self._policy)
        self._pages.append(TaggedPage(structure, page, reference))

    def finish(
        self, title: str, language: str, date: datetime, *, preferences: Mapping[str, Value] | None = None
    ) -> bytes:
        """Return the file. preferences: how a reader is to show and print it."""
        write_fonts(self._fonts, self._document)
        tree = write_tree(self._pages, document=self._document, language=language)
        metadata = Metadata(
            title=title,
            language=language,
            date=date,
            content=b"".join(self._contents),
            is_universal=not shows_notdef(self._fonts),
        )
        return b"".join(finish_tagged(self._document, metadata, tree, preferences=preferences))
