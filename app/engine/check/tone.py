"""How a text sounds: exclamations, words that hurt, long sentences."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

# With the space that French puts before it.
_EXCLAMATION = re.compile(r"[ \u00a0\u202f]*[!！]")
_SENTENCE_END = re.compile(r"[.!?…؟]+\s+|\n+")
_WORD = re.compile(r"\w[\w'’.-]*")


def exclamations(text: str) -> int:
    """Return the number of exclamation marks."""
    return len(_EXCLAMATION.findall(text))


def calmed(text: str, limit: int) -> str:
    """Return a text with only its first `limit` exclamation marks; others become full stops, or go where one stands."""
    pieces: list[str] = []
    end = 0
    for number, found in enumerate(_EXCLAMATION.finditer(text), 1):
        pieces.append(text[end : found.start()])
        if number <= limit:
            pieces.append(found[0])
        elif pieces[-1] and pieces[-1][-1] not in ".?…,\n":
            pieces.append(".")
        end = found.end()
    return "".join([*pieces, text[end:]])


def flagged(text: str, words: Sequence[str], instead: Mapping[str, str]) -> Iterator[str]:
    """Yield those of the words, or groups of words, that a text holds, whatever their capitals.

    instead: what to write for each; a text that already says so is left alone.
    """
    said = _plain(text)
    for word in words:
        better = _plain(instead.get(word, ""))
        rest = said.replace(better, "\0") if better and _plain(word) in better else said
        if re.search(rf"(?<!\w){re.escape(_plain(word))}(?!\w)", rest):
            yield word


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("'", "’").casefold().split())


def longest_sentence(text: str) -> int:
    """Return the number of words of the longest sentence; a line break ends one too."""
    return max((len(_WORD.findall(part)) for part in _SENTENCE_END.split(text)), default=0)
