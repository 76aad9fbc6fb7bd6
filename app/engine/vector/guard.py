"""What an SVG may not hold, and how much of anything: decided before a single shape is read.

References are counted as if they were written out, without doing so: a file of 2 kB can ask for 10⁹ shapes.
"""

import re
from dataclasses import dataclass, replace

from lxml import etree

from app.engine.errors import UnreadableFile
from app.engine.vector.document import Document, href_of, local_url, tag_of
from app.engine.vector.properties import ANIMATIONS, MARKERS
from app.engine.vector.source import SVG

MAX_ELEMENTS = 20_000
MAX_DEPTH = 64
MAX_REFERENCES = 1_000
# A cubic curve takes six numbers; the outline of 50 000 of them is the most that is drawn.
_MAX_NUMBERS = 6 * 50_000

_FOREIGN_URL = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?\s*#)[^)\s]")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g)\s*;\s*base64\s*,", re.I)
_LAYERED = frozenset({"opacity", "clip-path", "mask", "filter", "mix-blend-mode", "isolation"})
_DIGITS = re.compile(r"\d+")


def guard(document: Document) -> "Cost":
    """Note scripts and references to elsewhere as problems; return the cost of what is left.

    Raises UnreadableFile("svg-too-complex").
    """
    _check_instructions(document)
    for element in document.root.iter(f"{SVG}*"):
        _check_scripts(document, element)
        _check_references(document, element)
    total = _Costs(document).of(document.root, 1)
    if total.elements > MAX_ELEMENTS or total.references > MAX_REFERENCES or total.numbers > _MAX_NUMBERS:
        raise UnreadableFile("svg-too-complex")
    return total


def _check_instructions(document: Document) -> None:
    instruction = document.root.getprevious()
    while instruction is not None:
        if isinstance(instruction, etree._ProcessingInstruction) and instruction.target == "xml-stylesheet":
            document.complain("reference", "a style sheet outside the file", document.root, refusal="svg-reference")
        instruction = instruction.getprevious()


def _check_scripts(document: Document, element: etree._Element) -> None:
    if tag_of(element) == "script":
        document.complain("script", "a script could change what is seen", element)
    if tag_of(element) in ANIMATIONS:
        document.complain("animation", "a movement", element)
    for name in element.attrib:
        if str(name).lower().startswith("on"):
            document.complain("script", "a handler could change what is seen", element, str(name))


def _check_references(document: Document, element: etree._Element) -> None:
    tag, href = tag_of(element), href_of(element)
    is_picture = tag in ("image", "feImage") and _PICTURE.match(href)
    # The target of a link is never fetched and never written out.
    if href and tag != "a" and not href.startswith("#") and not is_picture:
        document.complain("reference", f"{href[:40]!r} is outside the file", element, "href", "svg-reference")
    texts = [str(value) for value in element.attrib.values()]
    if tag == "style":
        texts.append(element.text or "")
    if any("url(" in text and _FOREIGN_URL.search(text) for text in texts):
        document.complain("reference", "url() points outside the file", element, refusal="svg-reference")


@dataclass(frozen=True, slots=True)
class Cost:
    """What drawing an element comes to, references written out.

    depth: of elements inside each other. layers: of those that are painted apart and then laid on the rest.
    """

    elements: int = 0
    references: int = 0
    numbers: int = 0
    depth: int = 0
    layers: int = 0

    def plus(self, other: "Cost", times: int = 1) -> "Cost":
        return Cost(
            self.elements + other.elements * times,
            self.references + other.references * times,
            self.numbers + other.numbers * times,
            max(self.depth, other.depth),
            max(self.layers, other.layers),
        )


class _Costs:
    """Costs by element, each computed once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[etree._Element, Cost] = {}
        self._open: set[etree._Element] = set()

    def of(self, element: etree._Element, level: int) -> Cost:
        """Return the cost of an element `level` deep. Raises UnreadableFile for circles and for too deep a nest."""
        if element in self._open or level > MAX_DEPTH:
            raise UnreadableFile("svg-too-complex")
        if element not in self._known:
            self._open.add(element)
            self._known[element] = self._sum(element, level)
            self._open.discard(element)
        cost = self._known[element]
        if level + cost.depth - 1 > MAX_DEPTH:
            raise UnreadableFile("svg-too-complex")
        return cost

    def _sum(self, element: etree._Element, level: int) -> Cost:
        own = len(_DIGITS.findall(element.get("d", ""))) + len(_DIGITS.findall(element.get("points", "")))
        cost = Cost(elements=1, numbers=own)
        for child in element:
            if tag_of(child):
                cost = cost.plus(self.of(child, level + 1))
        for target, times in self._targets(element, cost.numbers):
            inner = self.of(target, level + 1)
            cost = cost.plus(replace(inner, references=inner.references + 1), times)
        apart = not _LAYERED.isdisjoint(self._document.cascade.declared(element))
        return replace(cost, depth=cost.depth + 1, layers=cost.layers + apart)

    def _targets(self, element: etree._Element, numbers: int) -> list[tuple[etree._Element, int]]:
        """Return the elements that are drawn again for this one, and how often each."""
        found: list[tuple[etree._Element | None, int]] = []
        tag = tag_of(element)
        if tag in ("use", "pattern", "feImage", "linearGradient", "radialGradient"):
            found.append((self._document.target(element), 1))
        for name, value in self._document.cascade.declared(element).items():
            id = local_url(value) if "url(" in value else ""
            if id:
                # A marker is drawn at every corner of the shapes inside.
                found.append((self._document.by_id(id), max(1, numbers // 2) if name in MARKERS else 1))
        return [(target, times) for target, times in found if target is not None and not _is_cheap(target)]


def _is_cheap(target: etree._Element) -> bool:
    """Gradients without a chain are looked up, not drawn again."""
    return tag_of(target) in ("linearGradient", "radialGradient") and not href_of(target)
