"""Which declarations hold for an element: presentation attributes, style sheets, the style attribute."""

from dataclasses import dataclass
from functools import lru_cache

import tinycss2
from lxml import etree

from app.engine.vector.problems import Kind, Problems
from app.engine.vector.properties import COLORS, PRESENTATION, SHORTHANDS
from app.engine.vector.selectors import Selector, read_selector
from app.engine.vector.source import SVG, line_of, text_of

# Rules with an effect on the page that a still drawing cannot show.
_MOVING_RULES = ("keyframes", "-webkit-keyframes")
# Rules without effect on outlines: no text is ever set.
_IDLE_RULES = ("charset", "namespace", "font-face")

_Declaration = tuple[str, str, bool]
"""Name, value, important."""


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: Selector
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
        # An empty value says nothing, as everywhere in CSS.
        values = {str(name): str(value).strip() for name, value in attributes.items() if name in PRESENTATION and value}
        style = attributes.get("style")
        own = self._inline(element, str(style)) if style else ()
        if not self._rules and not own:
            return values
        rules = [declaration for rule in self._matching(element) for declaration in rule.declarations]
        for important in (False, True):
            for name, value, urgent in (*rules, *own):
                if urgent is important and not (_is_wide(name, value) and name in values):
                    values[name] = value
        return _longhand(values)

    def _inline(self, element: etree._Element, style: str) -> tuple[_Declaration, ...]:
        declarations, wrong = _parsed(style)
        if wrong:
            self._note("style-sheet", f"the style attribute cannot be read: {wrong}", element)
        return declarations

    def _matching(self, element: etree._Element) -> list[_Rule]:
        """Return the rules that fit, weakest first."""
        if not self._rules:
            return []
        classes = {f".{name}" for name in element.get("class", "").split()}
        keys = {"*", etree.QName(element).localname, f"#{element.get('id')}", *classes}
        found = [rule for key in keys for rule in self._rules.get(key, ()) if rule.selector.fits(element)]
        return sorted(found, key=lambda rule: (rule.selector.specificity, rule.order))

    def _read_sheet(self, sheet: etree._Element) -> None:
        if sheet.get("type", "text/css").strip().lower() not in ("", "text/css"):
            self._note("style-sheet", "a style sheet in a language other than CSS", sheet)
            return
        if sheet.get("media", "all").strip() not in ("", "all"):
            self._note("style-sheet", "a style sheet for certain media only", sheet)
        for node in tinycss2.parse_stylesheet(text_of(sheet), skip_comments=True, skip_whitespace=True):
            if node.type == "qualified-rule":
                self._read_rule(node, sheet)
            elif node.type == "at-rule":
                self._read_at_rule(node.lower_at_keyword, sheet)
            else:
                self._note("style-sheet", f"the style sheet cannot be read: {node.message}", sheet)

    def _read_at_rule(self, name: str, sheet: etree._Element) -> None:
        if name in _MOVING_RULES:
            self._note("animation", "a style sheet moves the drawing", sheet)
        elif name == "import":
            self._note("reference", "a style sheet fetches another", sheet, refusal="svg-reference")
        elif name not in _IDLE_RULES:
            self._note("style-sheet", f"@{name} in a style sheet", sheet)

    def _read_rule(self, node: "tinycss2.ast.QualifiedRule", sheet: etree._Element) -> None:
        declarations, wrong = _declarations(node.content)
        if wrong:
            self._note("style-sheet", f"a style rule cannot be read: {wrong}", sheet)
        if not declarations:
            return
        for part in tinycss2.serialize(node.prelude).split(","):
            selector = read_selector(part)
            if selector is None:
                self._note("selector", f"the selector {part.strip()!r} is not understood", sheet, "svg-unclear")
                continue
            if selector.around:
                self._note("selector", f"the selector {part.strip()!r} looks at more than one element", sheet)
            self._rules.setdefault(selector.key, []).append(_Rule(selector, self._count, declarations))
            self._count += 1

    def _note(self, kind: Kind, message: str, element: etree._Element, refusal: str | None = None) -> None:
        where = etree.QName(element).localname
        self._problems.add(kind, message, where=where, line=line_of(element), refusal=refusal)


def _is_wide(name: str, value: str) -> bool:
    """Return whether this is a colour beyond sRGB; files for browsers old and new name its sRGB twin before it."""
    return name in COLORS and value.startswith(("color(", "lab(", "lch(", "oklab(", "oklch("))


@lru_cache(maxsize=2048)
def _parsed(content: str) -> tuple[tuple[_Declaration, ...], str]:
    return _declarations(content)


def _declarations(content: "str | list[tinycss2.ast.Node]") -> tuple[tuple[_Declaration, ...], str]:
    """Return the declarations of a block, and what is wrong with it, or ""."""
    found: list[_Declaration] = []
    wrong = ""
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
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
