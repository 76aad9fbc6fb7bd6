"""Directions of mixed text: embedding levels and visual order. Source: Unicode, UAX #9.

The rules for weak, neutral and implicit types are python-bidi's. What it lacks is added here: isolates
(X5a–X6a), by resolving each isolate as a text of its own, and pairs of brackets (N0). Beyond the standard, a telephone
number in groups is one number: UAX #9 leaves that to who knows what is one (4.3, HL3).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from bidi import algorithm

RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})

_INITIATORS = "\u2066\u2067\u2068"
_FIRST_STRONG = "\u2068"
_POP = "\u2069"
_NEEDS_RESOLVING = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
_DEEPEST = 60

# White space, and what rule L1 counts with it. Source: UAX #9, L1 and 5.2.
_SPACE = ("WS", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")

# Pairs beyond these do not occur in the languages of posters. Source: Unicode, BidiBrackets.txt.
_BRACKETS = dict(
    zip("([{\u2045\u207d\u3008\u300a\u300c\u300e\u3010", ")]}\u2046\u207e\u3009\u300b\u300d\u300f\u3011", strict=True)
)

# A telephone number in groups, as it is dialled: from the left, in texts of any direction.
_TELEPHONE = re.compile(r"(?<![\w+])(?:\+\d{1,3}|\(?0\d{1,4}\)?)(?:[ \u00a0\u202f./-]{1,2}\(?\d{1,9}\)?){1,6}(?!\w)")
_LEAST_FIGURES = 8

Char = dict[str, Any]
T = TypeVar("T")


def is_rtl_language(language: str) -> bool:
    """Return whether a language, as BCP 47 tag, is written from right to left."""
    return language.split("-")[0].lower() in RTL_LANGUAGES


def base_level(text: str, language: str) -> int:
    """Return the level of a paragraph: 1 for right to left.

    A right-to-left language decides; otherwise the first strong character outside isolates does (P2, P3).
    """
    return 1 if is_rtl_language(language) or _first_strong_is_rtl(text) else 0


def _first_strong_is_rtl(text: str) -> bool:
    depth = 0
    for char in text:
        if char in _INITIATORS:
            depth += 1
        elif char == _POP:
            depth = max(0, depth - 1)
        elif not depth and (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL"):
            return kind != "L"
    return False


@lru_cache(maxsize=1024)
def levels(text: str, base: int) -> tuple[int, ...]:
    """Return the embedding level of each character of one paragraph (a text without line ends)."""
    if not base and not any(unicodedata.bidirectional(char) in _NEEDS_RESOLVING for char in text):
        return (0,) * len(text)
    found: list[int] = [base] * len(text)
    _resolve(text, range(len(text)), base, found)
    _keep_telephone_numbers(text, found)
    return tuple(found)


def _keep_telephone_numbers(text: str, found: list[int]) -> None:
    """Give the signs and spaces of a telephone number the direction of its figures."""
    for number in _TELEPHONE.finditer(text):
        start, end = number.span()
        figures = [index for index in range(start, end) if text[index].isdigit()]
        level = found[figures[0]]
        if len(figures) >= _LEAST_FIGURES and not level % 2:
            found[start:end] = [level] * (end - start)


def _resolve(text: str, indices: Sequence[int], base: int, found: list[int]) -> None:
    """Enter the levels of the characters at `indices`, then those of the isolates among them."""
    outer, isolates = _split_isolates(text, indices)
    _resolve_flat(text, outer, base, found)
    for initiator, inner in isolates:
        level = found[initiator]
        if inner and level < _DEEPEST:
            rtl = _is_rtl_isolate(text, initiator, inner)
            _resolve(text, inner, (level + 1) | 1 if rtl else (level + 2) & ~1, found)
        else:
            for index in inner:
                found[index] = level


def _split_isolates(text: str, indices: Sequence[int]) -> tuple[list[int], list[tuple[int, list[int]]]]:
    """Part the characters into those outside isolates (with the signs around them) and each isolate's own.

    An isolate that is never closed reaches to the end.
    """
    outer: list[int] = []
    isolates: list[tuple[int, list[int]]] = []
    depth = 0
    for index in indices:
        char = text[index]
        if char == _POP and depth:
            depth -= 1
        (isolates[-1][1] if depth else outer).append(index)
        if char in _INITIATORS:
            if not depth:
                isolates.append((index, []))
            depth += 1
    return outer, isolates


def _is_rtl_isolate(text: str, initiator: int, inner: Sequence[int]) -> bool:
    if text[initiator] == _FIRST_STRONG:
        return _first_strong_is_rtl("".join(text[index] for index in inner))
    return text[initiator] == "\u2067"


def _resolve_flat(text: str, indices: Sequence[int], base: int, found: list[int]) -> None:
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "R" if base else "L"
    shown = "".join(_stand_in(text[index]) for index in indices)
    algorithm.get_embedding_levels(shown, storage)
    for index, char in zip(indices, storage["chars"], strict=True):
        char["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    for run in storage["runs"]:
        _resolve_brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = {char["index"]: char["level"] for char in storage["chars"]}
    level = base
    for index in indices:
        # Characters that rule X9 removes go with the one before them (UAX #9, 5.2).
        level = found[index] = resolved.get(index, level)


def _stand_in(char: str) -> str:
    """Return a character that python-bidi takes for another one."""
    if char in _INITIATORS + _POP:
        # Isolates as a whole are neutral to what surrounds them.
        return "\ufffc"
    # Characters newer than Python's tables have no type there; most letters run from left to right.
    return char if unicodedata.bidirectional(char) else "a"


def _resolve_brackets(chars: list[Char], before: str) -> None:
    """Give paired brackets the direction of what they hold, or of what stands before them (N0)."""
    for opening, closing in sorted(_bracket_pairs(chars)):
        embedding = "R" if chars[opening]["level"] % 2 else "L"
        inside = {_strong(char) for char in chars[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            context = next((kind for char in reversed(chars[:opening]) if (kind := _strong(char))), before)
            direction = context if context != embedding else embedding
        chars[opening]["type"] = chars[closing]["type"] = direction


def _strong(char: Char) -> str:
    """Return L or R as rule N0 sees a character's type; numbers count as R. Empty for neutrals."""
    kind: str = char["type"]
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _bracket_pairs(chars: list[Char]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for index, char in enumerate(chars):
        if char["type"] != "ON":
            continue
        if char["ch"] in _BRACKETS:
            waiting.append((_BRACKETS[char["ch"]], index))
        elif any(char["ch"] == closing for closing, _ in waiting):
            while waiting:
                closing, opening = waiting.pop()
                if closing == char["ch"]:
                    yield opening, index
                    break


def line_levels(text: str, found: Sequence[int], base: int) -> list[int]:
    """Return the levels of one line: tabs, and white space before them and at its end, take the paragraph's (L1)."""
    result = list(found)
    at_edge = True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        at_edge = kind in ("B", "S") or (at_edge and kind in _SPACE)
        if at_edge:
            result[index] = base
    return result


def visual_order(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Return runs of one line in the order they stand on paper, from left to right (L2)."""
    order = list(zip(items, item_levels, strict=True))
    lowest_odd = min((level for level in item_levels if level % 2), default=1)
    for level in range(max(item_levels, default=0), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and order[end][1] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return [item for item, _ in order]
