"""Texts in capitals as ordinary letters."""

import re
import unicodedata

_BEGINNINGS = re.compile(r"(^\W*|[.!?…]\s+\W*|\n\s*\W*)(\w)")

# Turkish has an i with a dot and one without, in both cases; Python's own tables know English only.
_TURKISH = ("tr", "az")


def sentence_case(text: str, language: str, *, name: str) -> str:
    """Return a text in capitals as ordinary letters, each sentence with its capital and the brand's name as it is."""
    lowered = _lower(text, language)
    sentences = _BEGINNINGS.sub(lambda found: found[1] + _upper(found[2], language), lowered)
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, sentences, flags=re.IGNORECASE)


def _lower(text: str, language: str) -> str:
    if language.split("-")[0] in _TURKISH:
        text = unicodedata.normalize("NFC", text).replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", text.lower())


def _upper(letter: str, language: str) -> str:
    if letter == "i" and language.split("-")[0] in _TURKISH:
        return "İ"
    return letter.upper()
