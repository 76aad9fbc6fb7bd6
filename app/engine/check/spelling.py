"""The brand's name as everyone misspells it: found as a name, left alone as the English noun."""

import re
import unicodedata
from collections.abc import Iterator

from app.engine.brand import Words

# After these words a capital in the middle of an English sentence is a name, not a noun: "at Block", "join Block".
_BEFORE_A_NAME = re.compile(r"\b(?:at|by|with|from|via|through|join|meet|visit|follow)\s+$", re.IGNORECASE)


def misspelt(text: str, language: str, words: Words) -> list[str]:
    """Return the misspellings of the brand's name, in order of appearance."""
    return [found[0] for found in _names(_composed(text), language, words)]


def mended(text: str, language: str, words: Words) -> str:
    """Return the text with the brand's name spelt right."""
    text = _composed(text)
    pieces, end = [], 0
    for found in _names(text, language, words):
        pieces += [text[end : found.start()], words.name]
        end = found.end()
    return "".join([*pieces, text[end:]])


def _composed(text: str) -> str:
    """Return a text in which an e and its bar are one character, as the name and its misspellings are written."""
    return unicodedata.normalize("NFC", text)


def _names(text: str, language: str, words: Words) -> Iterator[re.Match[str]]:
    spellings = sorted(map(_composed, words.misspellings), key=len, reverse=True)
    if not spellings:
        return
    # Addresses and handles are spelt as they are registered.
    whole = rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, spellings))})(?![\w@/-]|\.\w)"
    for found in re.finditer(whole, text):
        if found[0] not in words.nouns or _is_name(text, found, language, words.compounds):
            yield found


def _is_name(text: str, found: re.Match[str], language: str, compounds: tuple[str, ...]) -> bool:
    """Judge the English noun by what stands around it. Other languages borrow it, but then without a capital."""
    behind = rf"[\s-]+(?:{'|'.join(map(re.escape, compounds))})"
    if compounds and re.compile(behind, re.IGNORECASE).match(text, found.end()):
        return False
    if language.split("-")[0] != "en":
        return True
    return _BEFORE_A_NAME.search(text[: found.start()].rstrip("“\"'‘(") or " ") is not None
