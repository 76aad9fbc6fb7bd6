"""One parsed SVG with what all who read it share: ids, declarations, styles, and the list of problems."""

import re

from lxml import etree

from app.engine.vector.attributes import Lengths
from app.engine.vector.cascade import Cascade
from app.engine.vector.problems import Kind, Problems
from app.engine.vector.properties import EFFECTS, GEOMETRY
from app.engine.vector.source import SVG, XLINK_HREF, line_of, parse
from app.engine.vector.style import INITIAL, Style, derived

_LOCAL_URL = re.compile(r"url\(\s*(['\"]?)\s*#([^'\")]*?)\s*\1\s*\)")


def tag_of(element: etree._Element) -> str:
    """Return the name of an SVG element, "" for comments and elements of other name spaces."""
    tag = element.tag
    return tag[len(SVG) :] if isinstance(tag, str) and tag.startswith(SVG) else ""


def href_of(element: etree._Element) -> str:
    """Return what an element points to, "" for nothing. `href` wins over `xlink:href`, SVG 2, 16.1.5."""
    return (element.get("href") or element.get(XLINK_HREF) or "").strip()


def local_url(value: str) -> str:
    """Return the id in a value that is one url(#id) and nothing else, else ""."""
    found = _LOCAL_URL.fullmatch(value)
    return found[2] if found else ""


class Document:
    """An SVG, parsed and safe to walk.

    Raises UnreadableFile as `source.parse` does.
    """

    def __init__(self, data: bytes) -> None:
        self.root = parse(data)
        self.problems = Problems()
        self.cascade = Cascade(self.root, self.problems)
        self._ids: dict[str, etree._Element] = {}
        for element in self.root.iter(f"{SVG}*"):
            id = element.get("id")
            if id:
                self._ids.setdefault(id, element)
        self._styles: dict[etree._Element, Style] = {}

    def by_id(self, id: str) -> etree._Element | None:
        return self._ids.get(id)

    def target(self, element: etree._Element) -> etree._Element | None:
        """Return the element that another's href names in this file."""
        href = href_of(element)
        return self.by_id(href[1:]) if href.startswith("#") else None

    def complain(
        self, kind: Kind, message: str, element: etree._Element, attribute: str = "", refusal: str | None = None
    ) -> None:
        """Note a problem of an element."""
        id = element.get("id")
        where = tag_of(element) + (f"#{id}" if id else "") + (f" {attribute}" if attribute else "")
        self.problems.add(kind, message, where=where, line=line_of(element), refusal=refusal)

    def style_under(self, parent: Style, element: etree._Element, lengths: Lengths) -> Style:
        """Return the style of an element in a parent of the given style."""

        def complain(name: str, wrong: str) -> None:
            kind: Kind = "color" if name in ("fill", "stroke", "color") else "property"
            self.complain(kind, wrong, element, name)

        return derived(parent, self.cascade.declared(element), lengths, complain)

    def style_in_place(self, element: etree._Element, lengths: Lengths) -> Style:
        """Return the style of an element where it stands in the file: what clip paths and stops are read with."""
        if element not in self._styles:
            parent = element.getparent()
            above = INITIAL if parent is None else self.style_in_place(parent, lengths)
            self._styles[element] = self.style_under(above, element, lengths)
        return self._styles[element]

    def report_effects(self, element: etree._Element) -> None:
        """Note the properties of an element that change its look in a way that outlines cannot follow."""
        declared = self.cascade.declared(element)
        for name, value in declared.items():
            if name in EFFECTS:
                self._report_effect(element, name, value)
            elif name in GEOMETRY.get(tag_of(element), ()):
                self.complain("property", f"{name} in a style instead of an attribute", element, name)

    def _report_effect(self, element: etree._Element, name: str, value: str) -> None:
        effect = EFFECTS[name]
        if value.lower() in effect.harmless or value in ("initial", "unset"):
            return
        id = local_url(value)
        if id and self.by_id(id) is None:
            self.complain("reference", f"there is nothing named {id!r}", element, name)
            return
        drawn = effect.drawn is not None and effect.drawn.fullmatch(value)
        self.complain(effect.kind, f"{name}: {value[:40]} is not painted", element, name, "" if drawn else None)
