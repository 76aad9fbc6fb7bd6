"""The document's structure: what a screen reader hears, in the order it hears it.

Sources: ISO 32000-1, 14.7–14.8; ISO 14289-1, 7.1 and 7.18.5 (links).
"""

from dataclasses import dataclass, field

from app.engine.geometry import Matrix, Rect
from app.engine.paint.objects import Document, Value, array, dictionary, literal, name, numbers, text_string
from app.engine.scene import TagBegin


@dataclass(slots=True)
class _Element:
    """One element and the marked pieces of the page that belong to it."""

    tag: TagBegin
    pieces: list[int] = field(default_factory=list)
    boxes: list[Rect] = field(default_factory=list)


class Structure:
    """Gathers tags while a page is painted, and writes the tree afterwards.

    base: from the scene to the page. links: whether addresses become live.
    """

    def __init__(self, *, base: Matrix, links: bool) -> None:
        self._base, self._links = base, links
        self._elements: dict[tuple[int, str, str], _Element] = {}
        self._owners: list[_Element] = []

    def mark(self, tag: TagBegin) -> int:
        """Return the number of a new piece of the page that belongs to this tag."""
        element = self._elements.setdefault((tag.order, tag.slot, tag.role), _Element(tag))
        element.pieces.append(len(self._owners))
        self._owners.append(element)
        return element.pieces[-1]

    def cover(self, box: Rect) -> None:
        """Note that the piece marked last reaches over this box of the scene."""
        self._owners[-1].boxes.append(box)

    def write(self, *, document: Document, page: dict[str, Value], page_reference: Value, language: str) -> Value:
        """Complete the page, enter the tree and return a reference to its root."""
        writer = _Writer(document=document, page=page_reference, base=self._base, language=language)
        root, root_reference = document.add_open()
        top, top_reference = document.add_open()
        elements = sorted(self._elements.values(), key=lambda element: element.tag.order)
        kids = [writer.element(element, top_reference, live=self._links) for element in elements]
        top.update(Type="/StructElem", S="/Document", P=root_reference, K=array(*kids))
        owners = array(*(writer.owners[id(element)] for element in self._owners))
        parents = [0, owners, *(part for pair in enumerate(writer.link_elements, 1) for part in pair)]
        root.update(
            Type="/StructTreeRoot",
            K=array(top_reference),
            ParentTree=document.add({"Nums": array(*parents)}),
            ParentTreeNextKey=1 + len(writer.link_elements),
        )
        page.update(StructParents=0, Tabs="/S")
        if writer.annotations:
            page["Annots"] = array(*writer.annotations)
        return root_reference


class _Writer:
    """Enters elements into a document."""

    def __init__(self, *, document: Document, page: Value, base: Matrix, language: str) -> None:
        self._document, self._page, self._base, self._language = document, page, base, language
        self.owners: dict[int, Value] = {}
        self.link_elements: list[Value] = []
        self.annotations: list[Value] = []

    def element(self, element: _Element, parent: Value, *, live: bool) -> Value:
        """Enter one element with what is inside it; return a reference to the outermost."""
        tag = element.tag
        if not (live and tag.link):
            return self._leaf(element, tag.role, parent)
        # A link is a phrase inside a paragraph, but it holds a figure whole.
        outer, outer_reference = self._document.add_open()
        if tag.role == "Figure":
            inner = self._leaf(element, tag.role, outer_reference)
            outer.update(Type="/StructElem", S="/Link", P=parent)
            outer["K"] = array(inner, self._annotation(element, outer_reference))
            return outer_reference
        inner_entries, inner_reference = self._document.add_open()
        self.owners[id(element)] = inner_reference
        inner_entries.update(Type="/StructElem", S="/Link", P=outer_reference, Pg=self._page)
        inner_entries["K"] = array(*element.pieces, self._annotation(element, inner_reference))
        outer.update(self._entries(element, tag.role, parent), K=inner_reference)
        return outer_reference

    def _leaf(self, element: _Element, role: str, parent: Value) -> Value:
        entries = {**self._entries(element, role, parent), "Pg": self._page, "K": array(*element.pieces)}
        reference = self._document.add(entries)
        self.owners[id(element)] = reference
        return reference

    def _entries(self, element: _Element, role: str, parent: Value) -> dict[str, Value]:
        tag = element.tag
        entries: dict[str, Value] = {"Type": "/StructElem", "S": name(role), "P": parent}
        if tag.alt:
            entries["Alt"] = text_string(tag.alt)
        if tag.actual_text:
            entries["ActualText"] = text_string(tag.actual_text)
        if tag.language and tag.language != self._language:
            entries["Lang"] = literal(tag.language)
        if tag.box is not None:
            box = numbers(*self._on_page(tag.box))
            entries["A"] = dictionary({"O": "/Layout", "Placement": "/Block", "BBox": box})
        return entries

    def _annotation(self, element: _Element, link: Value) -> Value:
        """Enter the place that can be pressed; return the reference that binds it to its element."""
        self.link_elements.append(link)
        annotation = self._document.add(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": numbers(*self._on_page(_reach(element))),
                "Border": "[0 0 0]",
                "F": 4,
                "Contents": text_string(element.tag.alt or element.tag.link),
                "A": dictionary({"S": "/URI", "URI": literal(_ascii_address(element.tag.link))}),
                "StructParent": len(self.link_elements),
                "P": self._page,
            }
        )
        self.annotations.append(annotation)
        return dictionary({"Type": "/OBJR", "Obj": annotation, "Pg": self._page})

    def _on_page(self, box: Rect) -> tuple[float, float, float, float]:
        one = self._base.apply(box.x, box.y)
        other = self._base.apply(box.right, box.bottom)
        return min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y)


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
