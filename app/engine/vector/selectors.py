"""Selectors of style sheets: names, classes, ids, and elements inside others. Source: Selectors 4."""

import re
from dataclasses import dataclass

from lxml import etree

_NAME = r"-?[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff-]*"
_COMPOUND = re.compile(rf"(\*|{_NAME})?((?:[.#]{_NAME})*)")
_PART = re.compile(rf"([.#])({_NAME})")
_COMBINATOR = re.compile(r"\s*(>)\s*|\s+")


@dataclass(frozen=True, slots=True)
class _Compound:
    """Conditions that one element meets together."""

    tag: str
    ids: frozenset[str]
    classes: frozenset[str]

    def fits(self, element: etree._Element) -> bool:
        return (
            self.tag in ("*", etree.QName(element).localname)
            and (not self.ids or self.ids == {element.get("id")})
            and (not self.classes or self.classes <= set(element.get("class", "").split()))
        )


@dataclass(frozen=True, slots=True)
class Selector:
    """An element, and what it must lie in: pairs of ">" (directly) or " " (anywhere) and a compound, inmost first."""

    subject: _Compound
    around: tuple[tuple[str, _Compound], ...] = ()

    @property
    def specificity(self) -> tuple[int, int, int]:
        parts = (self.subject, *(compound for _, compound in self.around))
        return (
            sum(len(part.ids) for part in parts),
            sum(len(part.classes) for part in parts),
            sum(part.tag != "*" for part in parts),
        )

    @property
    def key(self) -> str:
        """The part by which candidates are looked up: "#id", ".class" or the name of an element."""
        if self.subject.ids:
            return "#" + min(self.subject.ids)
        return "." + min(self.subject.classes) if self.subject.classes else self.subject.tag

    def fits(self, element: etree._Element) -> bool:
        return self.subject.fits(element) and _lies_in(element, self.around)


def _lies_in(element: etree._Element, around: tuple[tuple[str, _Compound], ...]) -> bool:
    if not around:
        return True
    (combinator, compound), outer = around[0], around[1:]
    parent = element.getparent()
    while parent is not None:
        if compound.fits(parent) and _lies_in(parent, outer):
            return True
        parent = None if combinator == ">" else parent.getparent()
    return False


def read_selector(text: str) -> Selector | None:
    """Return a selector, None for one that asks for more than names, classes, ids and elements inside others."""
    parts: list[_Compound] = []
    combinators: list[str] = []
    at, text = 0, text.strip()
    while True:
        found = _COMPOUND.match(text, at)
        if not found or not found[0]:
            return None
        parts.append(_compound(found))
        at = found.end()
        if at == len(text):
            break
        between = _COMBINATOR.match(text, at)
        if not between:
            return None
        combinators.append(between[1] or " ")
        at = between.end()
    return Selector(parts[-1], tuple(zip(reversed(combinators), reversed(parts[:-1]), strict=True)))


def _compound(found: re.Match[str]) -> _Compound:
    names = _PART.findall(found[2])
    return _Compound(
        found[1] or "*",
        frozenset(name for sign, name in names if sign == "#"),
        frozenset(name for sign, name in names if sign == "."),
    )
