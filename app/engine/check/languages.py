"""The language of words: whether a text is clearly in another one than it is said to be."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Severity, finding
from app.engine.fonts import is_ignorable
from app.engine.fonts.scripts import scripts
from app.engine.names import language_name
from app.engine.template.checked import CheckedContent

_FILE = Path(__file__).with_name("languages.toml")

# A word, with the apostrophe that an elided one ends in; those with a capital that are no names; what ends a sentence.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*’?")
_ALWAYS_CAPITAL = ("I", "I’")
_SENTENCE_END = re.compile(r"[.!?…:؟\n]+")

# Fewer words are as likely a name, a job or a greeting.
_LEAST_WORDS = 3

# Of the words: so many must be frequent ones of the other language (running text has about half), and those of the own
# language may be so many times fewer. Measured on every text that comes along with the project, in nine languages.
_SHARE, _MARGIN = 0.33, 3

# Of the words, in another script.
_SCRIPT_SHARE = 0.8


class _Language(NamedTuple):
    """How a language is known. words: frequent ones. proofs: of these, what no name holds and no other language has."""

    script: str
    words: frozenset[str] = frozenset()
    proofs: frozenset[str] = frozenset()


@BOOK.rule(
    "other-language",
    weighs="warning",
    why="Words in another language than the poster's are broken, hyphenated and read aloud wrongly.",
    source="WCAG 2.2, 3.1.2; languages.toml beside the rule",
)
def texts_are_in_their_language(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        found = other_language(text.text, text.language, poster.brand.languages)
        if found:
            key = "other-language" if text.language == poster.language else "other-language.marked"
            names = {"found": language_name(found), "own": language_name(_base(text.language))}
            yield finding(key, Severity.WARNING, slot.key, None, **names).at(f"text.{slot.key}")


def other_language(text: str, own: str, among: Iterable[str]) -> str:
    """Return the language that a text clearly is in, where it is not its own; empty where nothing is clear.

    own: as BCP 47 tag. among: the languages that it may be in. Short texts, names and job titles are never clear.
    """
    known = _languages()
    words = _words(text)
    if _base(own) not in known or len(words) < _LEAST_WORDS:
        return ""
    others = [other for other in map(_base, among) if other != _base(own) and other in known]
    return _by_script(words, known[_base(own)], others) or _by_words(words, known[_base(own)], others)


def _base(language: str) -> str:
    return language.split("-")[0].lower()


def _by_script(words: Sequence[str], own: _Language, others: Iterable[str]) -> str:
    """Return the language that alone has the script of most words. Those that share theirs are told by their words."""
    found = [scripts(word)[0] for word in words]
    alone = [other for other in others if not _languages()[other].words and _languages()[other].script != own.script]
    for other in alone:
        same = [name for name in alone if _languages()[name].script == _languages()[other].script]
        if found.count(_languages()[other].script) >= _SCRIPT_SHARE * len(found) and len(same) == 1:
            return other
    return ""


def _by_words(words: Sequence[str], own: _Language, others: Iterable[str]) -> str:
    """Return the language whose frequent words a text is made of."""
    counts = sorted(((_count(words, own, _languages()[other]), other) for other in others), reverse=True)
    (most, found), (next_most, _) = (*counts, (0, ""), (0, ""))[:2]
    return found if most > next_most else ""


def _count(words: Sequence[str], own: _Language, other: _Language) -> int:
    """Return how many words are frequent ones of another language; 0 where that is no clear majority."""
    hits = [word for word in words if word in other.words and word not in own.words]
    against = sum(word in own.words and word not in other.words for word in words)
    is_text = len(set(hits)) > 1 and not other.proofs.isdisjoint(hits)
    return len(hits) if is_text and len(hits) >= max(_SHARE * len(words), _MARGIN * against) else 0


def _words(text: str) -> list[str]:
    """Return the words of a text, each sentence's first in small letters; a capital is left to names."""
    plain = unicodedata.normalize("NFC", text).replace("'", "’")
    plain = "".join(char for char in plain if not is_ignorable(char))
    plain = plain.lower() if plain.isupper() else plain
    sentences = (_WORD.findall(part) for part in _SENTENCE_END.split(plain))
    return [
        word.lower() if not number or word in _ALWAYS_CAPITAL else word
        for words in sentences
        for number, word in enumerate(words)
    ]


@lru_cache(maxsize=1)
def _languages() -> dict[str, _Language]:
    with _FILE.open("rb") as file:
        tables = tomllib.load(file)
    sentences, titles = (
        {key: frozenset(table.get(name, "").split()) for key, table in tables.items()}
        for name in ("sentences", "titles")
    )
    words = {key: sentences[key] | titles[key] for key in tables}
    return {
        key: _Language(
            script=table["script"],
            words=words[key],
            proofs=sentences[key].difference(*(words[other] for other in tables if other != key)),
        )
        for key, table in tables.items()
    }
