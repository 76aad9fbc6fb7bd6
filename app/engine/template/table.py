"""Reading one table of a TOML file key by key: what is wrong is written down, and reading goes on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.template.faults import FaultBook, choose, listed

Word = TypeVar("Word", bound=str)

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


class Table:
    """A table and its place in the file. Every key that is asked for counts as known; `close` reports the others.

    A key without default is required. What is missing or wrong is a fault, and a harmless value stands in for it,
    so that the rest of the file is still judged.
    """

    def __init__(self, values: Mapping[str, object], path: str, book: FaultBook) -> None:
        self._values, self._path, self.book = values, path, book
        self._known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def where(self, key: str = "") -> str:
        """Return the dotted key as it stands in the file; without a key, that of the table itself."""
        return ".".join(filter(None, (self._path, key)))

    def has_other(self, key: str, kind: type) -> bool:
        """Return whether something of another type stands under this key, which then has its own fault."""
        return key in self._values and not _is_a(self._values[key], kind)

    def is_text(self, key: str) -> bool:
        """Return whether a text stands under this key, where a list may stand too."""
        return isinstance(self._values.get(key), str)

    def fault(self, key: str, problem: str, cure: str) -> None:
        """Write down that something is wrong with a key; with an empty key, with the table itself."""
        self.book.add(self.where(key), problem, cure)

    def names(self, key: str, known: Iterable[str]) -> bool:
        """Return whether one of the known words stands under this key."""
        return self._values.get(key) in tuple(known)

    def text(self, key: str, *, default: str | None = None) -> str:
        found = self._get(key, str, default)
        return found if isinstance(found, str) else ""

    def one_of(self, key: str, known: Iterable[Word], *, default: Word | None = None) -> Word:
        """Return a word out of the known ones; the first of them stands in for a wrong one."""
        words = tuple(known)
        found = self._get(key, str, default)
        for word in words:
            if found == word:
                return word
        if isinstance(found, str):
            self.fault(key, f'"{found}" is not known here', choose(found, words))
        return words[0]

    def whole(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        """Return a whole number within limits."""
        found = self._get(key, int, default)
        if not isinstance(found, int):
            return least
        if not least <= found <= most:
            self.fault(key, f"{found} is out of range", f"use {least} to {most}")
        return min(max(found, least), most)

    def number(self, key: str, *, least: float, most: float, default: float | None = None) -> float:
        """Return a number within limits."""
        found = self._get(key, float, default)
        if not isinstance(found, float):
            return least
        if not least <= found <= most:
            self.fault(key, f"{found:g} is out of range", f"use {least:g} to {most:g}")
        return min(max(found, least), most)

    def flag(self, key: str) -> bool:
        """Return true or false; false when absent."""
        return self._get(key, bool, False) is True

    def numbers(self, key: str, kind: type[int] | type[float], count: int) -> tuple[float, ...]:
        """Return a list of so many numbers, or an empty one when it is not that."""
        found = self._get(key, list, None)
        if not isinstance(found, list):
            return ()
        if len(found) != count or not all(_is_a(item, kind) for item in found):
            self.fault(key, "is not as expected", f"write {count} {'whole ' if kind is int else ''}numbers")
            return ()
        return tuple(found)

    def words(self, key: str, *, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts, each once."""
        found = self._get(key, list, None if default is None else list(default))
        if not isinstance(found, list):
            return ()
        if not all(isinstance(item, str) for item in found):
            self.fault(key, "holds something other than texts", 'write a list such as ["one", "two"]')
            return ()
        for twice in sorted({item for item in found if found.count(item) > 1}):
            self.fault(key, f'"{twice}" stands here twice', "keep it once")
        return tuple(dict.fromkeys(found))

    def words_of(self, key: str, known: Iterable[Word], *, default: tuple[Word, ...] | None = None) -> tuple[Word, ...]:
        """Return a list of words that are all known; unknown ones are faults."""
        choices = {str(word): word for word in known}
        found = self.words(key, default=default)
        for word in found:
            if word not in choices:
                self.fault(key, f'"{word}" is not known here', choose(word, choices))
        if not found and key in self and not self._values[key]:
            self.fault(key, "is empty", f"name at least one of {listed(choices)}")
        return tuple(choices[word] for word in found if word in choices)

    def table(self, key: str) -> "Table | None":
        """Return a table inside this one, None when absent."""
        found = self._get(key, dict, {})
        return Table(found, self.where(key), self.book) if isinstance(found, dict) and key in self else None

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """Yield the named tables inside a table, such as every `[slot.NAME]`."""
        found = self._get(key, dict, {})
        for name, values in found.items() if isinstance(found, dict) else ():
            if isinstance(values, dict):
                yield name, Table(values, f"{self.where(key)}.{name}", self.book)
            else:
                self.fault(f"{key}.{name}", "is not a table", f"write [{self.where(key)}.{name}]")

    def list_of_tables(self, key: str) -> Iterator["Table"]:
        """Yield the tables of a list, such as every `[[artboard]]`."""
        found = self._get(key, list, [])
        for index, values in enumerate(found if isinstance(found, list) else ()):
            if isinstance(values, dict):
                yield Table(values, f"{self.where(key)}[{index}]", self.book)
            else:
                self.fault(key, f"entry {index + 1} is not a table", "write a table with keys")

    def by_language(self, key: str, languages: Iterable[str]) -> dict[str, object]:
        """Return what a table says for each language, of any type; unknown languages are faults."""
        table = self.table(key)
        known = tuple(languages)
        found = {} if table is None else dict(table._values)
        for language in found:
            if language not in known:
                self.fault(f"{key}.{language}", "is not a language of this poster", choose(language, known))
        return {language: value for language, value in found.items() if language in known}

    def sentence(self, key: str, languages: Iterable[str], *, required: bool) -> Sentence | None:
        """Return what the user is told, in every language of the interface; None when absent and not required."""
        if key not in self:
            self._known.add(key)
            if required:
                self._missing(key, "a text in nl, fr and en")
            return None
        said = self.by_language(key, dict.fromkeys((*INTERFACE_LANGUAGES, *languages)))
        texts = {language: value.strip() for language, value in said.items() if isinstance(value, str)}
        for language in said.keys() - texts.keys():
            self.fault(f"{key}.{language}", "is not a text", "write it between quotes")
        lacking = [key for key in INTERFACE_LANGUAGES if not texts.get(key) and (key in texts or key not in said)]
        if lacking:
            self.fault(key, f"lacks {', '.join(lacking)}", "say it in nl, fr and en: the interface speaks all three")
        return Sentence(**{language: texts.get(language, "") for language in INTERFACE_LANGUAGES})

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                self.fault(key, "is an unknown key", choose(key, sorted(self._known)))

    def _get(self, key: str, kind: type, default: object) -> object:
        """Return the value of a key if it is of this kind; else the default, with a fault where that is due."""
        self._known.add(key)
        if key not in self._values:
            if default is None:
                self._missing(key, _NAMES[kind])
            return default
        found = self._values[key]
        if not _is_a(found, kind):
            self.fault(key, f"is not {_NAMES[kind]}", f"write {_NAMES[kind]}")
            return default
        return float(found) if kind is float and isinstance(found, int) else found

    def _missing(self, key: str, what: str) -> None:
        self.book.add(self.where(key), "is missing", f"add it: {what}", line=self.book.line_of(self._path))


def judge_name(table: Table, key: str, name: str) -> None:
    """Report a name that an element of a drawing could not carry in its id."""
    if not _NAME.fullmatch(name) and (table.is_text(key) or not key):
        table.fault(key, f'"{name}" cannot be part of an id', "use letters, digits, - and _, a letter first")


def _is_a(found: object, kind: type) -> bool:
    if isinstance(found, bool):
        return kind is bool
    return isinstance(found, (int, float) if kind is float else kind)
