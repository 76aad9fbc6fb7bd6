"""The brand's name as everyone misspells it: found as a name, left alone as the English noun."""

import re
from collections.abc import Iterator

from app.engine.brand import Words

# What turns "Career" into a noun: an article, possessive or adjective before it, or a noun after it.
_NOUN_AFTER = re.compile(r"\s+(?:[A-Z]|center|centre|coach|day|path|switch|change|office|guidance|advice|break)")


def misspelt(text: str, language: str, words: Words) -> list[str]:
    """Return the misspellings of the brand's name, in order of appearance."""
    return [found[0] for found in _names(text, language, words)]


def mended(text: str, language: str, words: Words) -> str:
    """Return the text with the brand's name spelt right."""
    pieces, end = [], 0
    for found in _names(text, language, words):
        pieces += [text[end : found.start()], words.name]
        end = found.end()
    return "".join([*pieces, text[end:]])


def _names(text: str, language: str, words: Words) -> Iterator[re.Match[str]]:
    spellings = "|".join(re.escape(spelling) for spelling in sorted(words.misspellings, key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w@./-])(?:{spellings})(?![\w@/-]|\.\w)", text):
        if not found[0].isascii() or _is_name(text, found, language):
            yield found


def _is_name(text: str, found: re.Match[str], language: str) -> bool:
    """Judge a spelling in plain letters, which may also be the English noun."""
    if found[0].islower() or found[0].isupper():
        return False
    if _NOUN_AFTER.match(text[found.end() :]):
        return False
    before = text[: found.start()].rstrip()
    begins_sentence = not before or before[-1] in '.!?…:\n"“'
    return language != "en" or not begins_sentence
