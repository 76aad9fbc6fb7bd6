"""Which declarations hold for an element: presentation attributes, style sheets, the style attribute."""

import re
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
from lxml import etree

from app.engine.vector.problems import Problems
from app.engine.vector.properties import PRESENTATION, SHORTHANDS
from app.engine.vector.source import SVG, line_of, text_of

# Rules with an effect on the page that a still drawing cannot show.
_MOVING_RULES = ("keyframes", "-webkit-keyframes")
# Rules without effect on outlines.
_IDLE_RULES = ("charset", "namespace")


@dataclass(frozen=True, slots=True)
class _Selector:
    """A compound selector: all its parts must fit one element."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def specificity(self) -> tuple[int, int, int]:
        return len(self.ids), len(self.classes), int(self.tag != "*")

    @property
    def key(self) -> str:
        """The part by which candidates are looked up."""
        if self.ids:
            return "#" + self.ids[0]
        return "." + self.classes[0] if self.classes else self.tag

    def fits(self, tag: str, id: str, classes: frozenset[str]) -> bool:
        return (
            self.tag in ("*", tag)
            and all(name == id for name in self.ids)
            and all(name in classes for name in self.classes)
        )


_Declaration = tuple[str, str, bool]
"""Name, value, important."""


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: _Selector
    order: int
    declarations: tuple[_Declaration, ...]


class Cascade:
    """The style sheets of one document, and what they come to for each element."""

    def __init__(self, root: etree._Element, problems: Problems) -> None:
        self._problems = problems
        self._rules: dict[str, list[_Rule]] = {}
        self._known: dict[etree._Element, dict[str, str]] = {}
        self._count = 0
        for sheet in root.iter(f"{SVG}style"):
            self._read_sheet(sheet)

    def declared(self, element: etree._Element) -> dict[str, str]:
        """Return the winning value of each property that is declared on an element."""
        if element not in self._known:
            self._known[element] = self._resolve(element)
        return self._known[element]

    def _resolve(self, element: etree._Element) -> dict[str, str]:
        attributes = element.attrib
        values = {name: value.strip() for name, value in attributes.items() if name in PRESENTATION}
        style = attributes.get("style")
        own = self._inline(element, str(style)) if style else ()
        if not self._rules and not own:
            return values  # type: ignore[return-value]
        rules = [declaration for rule in self._matching(element) for declaration in rule.declarations]
        for important in (False, True):
            for name, value, urgent in (*rules, *own):
                if urgent is important:
                    values[name] = value
        return _longhand(values)  # type: ignore[arg-type]

    def _inline(self, element: etree._Element, style: str) -> tuple[_Declaration, ...]:
        declarations, wrong = _read_declarations(style)
        if wrong:
            self._note("style-sheet", f"the style attribute cannot be read: {wrong}", element)
        return declarations

    def _matching(self, element: etree._Element) -> list[_Rule]:
        """Return the rules that fit, weakest first."""
        if not self._rules:
            return []
        tag = etree.QName(element).localname
        id, classes = element.get("id", ""), frozenset(element.get("class", "").split())
        keys = ("*", tag, *(f".{name}" for name in classes), f"#{id}")
        found = [rule for key in keys for rule in self._rules.get(key, ()) if rule.selector.fits(tag, id, classes)]
        return sorted(found, key=lambda rule: (rule.selector.specificity, rule.order))

    def _read_sheet(self, sheet: etree._Element) -> None:
        if sheet.get("type", "text/css").strip().lower() not in ("", "text/css"):
            self._note("style-sheet", "a style sheet in a language other than CSS", sheet)
            return
        if sheet.get("media", "all").strip() not in ("", "all", "screen", "print"):
            self._note("style-sheet", "a style sheet for certain media only", sheet)
        text = text_of(sheet)
        for node in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if node.type == "qualified-rule":
                self._read_rule(node, sheet)
            elif node.type == "at-rule":
                self._read_at_rule(node, sheet)
            else:
                self._note("style-sheet", f"the style sheet cannot be read: {node.message}", sheet)

    def _read_at_rule(self, node: "tinycss2.ast.AtRule", sheet: etree._Element) -> None:
        name = node.lower_at_keyword
        if name in _MOVING_RULES:
            self._note("animation", "a style sheet moves the drawing", sheet)
        elif name == "import":
            self._problems.add(
                "reference",
                "a style sheet fetches another",
                where="style",
                line=line_of(sheet),
                refusal="svg-reference",
            )
        elif name not in _IDLE_RULES:
            self._note("style-sheet", f"@{name} in a style sheet", sheet)

    def _read_rule(self, node: "tinycss2.ast.QualifiedRule", sheet: etree._Element) -> None:
        declarations, wrong = _read_declarations(node.content)
        if wrong:
            self._note("style-sheet", f"a style rule cannot be read: {wrong}", sheet)
        if not declarations:
            return
        for part in tinycss2.serialize(node.prelude).split(","):
            selector = _read_selector(part.strip())
            if selector is None:
                self._note("selector", f"the selector {part.strip()!r} is not understood", sheet)
                continue
            self._rules.setdefault(selector.key, []).append(_Rule(selector, self._count, declarations))
            self._count += 1

    def _note(self, kind: str, message: str, element: etree._Element) -> None:
        where = etree.QName(element).localname
        self._problems.add(kind, message, where=where, line=line_of(element))  # type: ignore[arg-type]


_NAME = r"-?[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff-]*"
_COMPOUND = re.compile(rf"(\*|{_NAME})?((?:[.#]{_NAME})*)")


def _read_selector(text: str) -> _Selector | None:
    """Return a compound of element, class and id selectors; None for any other."""
    found = _COMPOUND.fullmatch(text)
    if not found or not text:
        return None
    parts = re.findall(rf"([.#])({_NAME})", found[2])
    return _Selector(
        found[1] or "*",
        tuple(name for sign, name in parts if sign == "#"),
        tuple(name for sign, name in parts if sign == "."),
    )


def _read_declarations(content: "str | list[tinycss2.ast.Node]") -> tuple[tuple[_Declaration, ...], str]:
    """Return the declarations of a block, and what is wrong with it, or ""."""
    return _parsed(content) if isinstance(content, str) else _declarations(content)


@lru_cache(maxsize=2048)
def _parsed(content: str) -> tuple[tuple[_Declaration, ...], str]:
    return _declarations(content)


def _declarations(content: "str | list[tinycss2.ast.Node]") -> tuple[tuple[_Declaration, ...], str]:
    found: list[_Declaration] = []
    wrong = ""
    for node in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            found.append((node.lower_name, tinycss2.serialize(node.value).strip(), node.important))
        else:
            wrong = node.message if node.type == "error" else "a rule within a rule"
    return tuple(found), wrong


def _longhand(values: dict[str, str]) -> dict[str, str]:
    """Return the declarations with shorthands written out."""
    for short, longs in SHORTHANDS.items():
        if short in values:
            values |= dict.fromkeys(longs, values[short])
    return values
