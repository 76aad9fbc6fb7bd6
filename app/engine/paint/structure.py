"""The document's structure: what a screen reader hears, in the order it hears it.

Sources: ISO 32000-1, 14.7–14.8; ISO 14289-1, 7.1 and 7.18.5 (links).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.engine.geometry import Rect
from app.engine.paint.leaf import Leaf
from app.engine.paint.objects import Document, Value, array, dictionary, literal, name, numbers, text_string
from app.engine.scene import TagBegin


@dataclass(slots=True)
class _Element:
    """One element and the marked pieces of the page that belong to it. leaf: how its scene lies on the page."""

    tag: TagBegin
    leaf: Leaf
    pieces: list[int] = field(default_factory=list)
    boxes: list[Rect] = field(default_factory=list)


class Structure:
    """Gathers tags while a page is painted, and writes the tree afterwards.

    leaf: the page. links: whether addresses become live.
    """

    def __init__(self, *, leaf: Leaf, links: bool) -> None:
        self._leaf, self.links = leaf, links
        self._elements: dict[tuple[int, str, str, str, str], _Element] = {}
        self.owners: list[_Element] = []

    def turn_to(self, leaf: Leaf) -> None:
        """Take tags of a scene that lies otherwise on the page."""
        self._leaf = leaf

    def mark(self, tag: TagBegin) -> int:
        """Return the number of a new piece of the page that belongs to this tag.

        A slot that is painted in several pieces stays one element.
        """
        key = (tag.order, tag.slot, tag.role, tag.language, tag.link)
        element = self._elements.setdefault(key, _Element(tag, self._leaf))
        element.pieces.append(len(self.owners))
        self.owners.append(element)
        return element.pieces[-1]

    def cover(self, box: Rect) -> None:
        """Note that the piece marked last reaches over this box of the scene."""
        self.owners[-1].boxes.append(box)

    def in_reading_order(self) -> list[_Element]:
        """Return the elements of the page."""
        return sorted(self._elements.values(), key=lambda element: element.tag.order)

    def write(self, *, document: Document, page: dict[str, Value], page_reference: Value, language: str) -> Value:
        """Complete the only page, enter the tree and return a reference to its root."""
        return write_tree([TaggedPage(self, page, page_reference)], document=document, language=language)


class TaggedPage(NamedTuple):
    """A page with the tags that were gathered on it."""

    structure: Structure
    page: dict[str, Value]
    reference: Value


def write_tree(pages: Sequence[TaggedPage], *, document: Document, language: str) -> Value:
    """Complete the pages, enter the tree and return a reference to its root. language: of the document."""
    root, root_reference = document.add_open()
    top, top_reference = document.add_open()
    kids: list[Value] = []
    parents: list[Value] = []
    links: list[Value] = []
    for number, (structure, page, reference) in enumerate(pages):
        writer = _Writer(document=document, page=reference, language=language, first_link=len(pages) + len(links))
        kids += [
            writer.element(element, top_reference, live=structure.links) for element in structure.in_reading_order()
        ]
        parents += [number, array(*(writer.owners[id(element)] for element in structure.owners))]
        links += writer.link_elements
        page.update(StructParents=number, Tabs="/S")
        if writer.annotations:
            page["Annots"] = array(*writer.annotations)
    parents += [part for pair in enumerate(links, len(pages)) for part in pair]
    top.update(Type="/StructElem", S="/Document", P=root_reference, K=array(*kids))
    root.update(
        Type="/StructTreeRoot",
        K=array(top_reference),
        ParentTree=document.add({"Nums": array(*parents)}),
        ParentTreeNextKey=len(pages) + len(links),
    )
    return root_reference


class _Writer:
    """Enters the elements of one page into a document. first_link: number of the first link in the parent tree."""

    def __init__(self, *, document: Document, page: Value, language: str, first_link: int) -> None:
        self._document, self._page, self._language, self._first_link = document, page, language, first_link
        self.owners: dict[int, Value] = {}
        self.link_elements: list[Value] = []
        self.annotations: list[Value] = []

    def element(self, element: _Element, parent: Value, *, live: bool) -> Value:
        """Enter one element with what is inside it; return a reference to the outermost."""
        if not (live and element.tag.link):
            return self._plain(element, parent)
        # A link is a phrase inside a paragraph, but it holds a figure whole.
        return (self._linked_figure if element.tag.role == "Figure" else self._linked_phrase)(element, parent)

    def _plain(self, element: _Element, parent: Value) -> Value:
        entries = {**self._entries(element, parent), "Pg": self._page, "K": array(*element.pieces)}
        reference = self._document.add(entries)
        self.owners[id(element)] = reference
        return reference

    def _linked_figure(self, element: _Element, parent: Value) -> Value:
        link, reference = self._document.add_open()
        kids = array(self._plain(element, reference), self._annotation(element, reference))
        link.update(Type="/StructElem", S="/Link", P=parent, K=kids)
        return reference

    def _linked_phrase(self, element: _Element, parent: Value) -> Value:
        link, reference = self._document.add_open()
        self.owners[id(element)] = reference
        outer = self._document.add({**self._entries(element, parent), "K": reference})
        kids = array(*element.pieces, self._annotation(element, reference))
        link.update(Type="/StructElem", S="/Link", P=outer, Pg=self._page, K=kids)
        return outer

    def _entries(self, element: _Element, parent: Value) -> dict[str, Value]:
        tag = element.tag
        entries: dict[str, Value] = {"Type": "/StructElem", "S": name(tag.role), "P": parent}
        if tag.alt:
            entries["Alt"] = text_string(tag.alt)
        if tag.actual_text:
            entries["ActualText"] = text_string(tag.actual_text)
        if tag.language and tag.language != self._language:
            entries["Lang"] = literal(tag.language)
        if tag.box is not None:
            entries["A"] = dictionary({"O": "/Layout", "Placement": "/Block", "BBox": _on_page(tag.box, element.leaf)})
        return entries

    def _annotation(self, element: _Element, link: Value) -> Value:
        """Enter the place that can be pressed; return the reference that binds it to its element."""
        number = self._first_link + len(self.link_elements)
        self.link_elements.append(link)
        annotation = self._document.add(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": _on_page(_reach(element), element.leaf),
                "Border": "[0 0 0]",
                "F": 4,
                "Contents": text_string(element.tag.alt or element.tag.link),
                "A": dictionary({"S": "/URI", "URI": literal(_ascii_address(element.tag.link))}),
                "StructParent": number,
                "P": self._page,
            }
        )
        self.annotations.append(annotation)
        return dictionary({"Type": "/OBJR", "Obj": annotation, "Pg": self._page})


def _on_page(box: Rect, leaf: Leaf) -> str:
    """Return a box of the scene, as far as it shows, as a rectangle of the page."""
    return numbers(*leaf.on_page(box.intersection(leaf.window) or box))


def _reach(element: _Element) -> Rect:
    """Return the box of all that an element paints."""
    boxes = [element.tag.box] if element.tag.box else element.boxes
    if not boxes:
        raise ValueError(f"the link of {element.tag.slot!r} paints nothing that could be pressed")
    reach = boxes[0]
    for box in boxes[1:]:
        reach = reach.union(box)
    return reach


def _ascii_address(address: str) -> str:
    """Return an address in ASCII, as ISO 32000-1, 12.6.4.7 wants it: the rest as escaped UTF-8."""
    return "".join(char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in address)
