"""Reading a TOML file key by key: what is wrong is written down with its line, and reading goes on."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Self, TypeVar

from app.engine.errors import Fault
from app.engine.toml_lines import TomlLines, line_of_syntax_error

Word = TypeVar("Word", bound=str)

_KINDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


class FaultBook:
    """The faults of one TOML file, in the order they are found. file: as its author knows it."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file, self.text = file, text
        self.faults: list[Fault] = []

    @cached_property
    def lines(self) -> TomlLines:
        """The lines of the text's keys, found when the first fault asks: most files have none."""
        return TomlLines(self.text)

    def add(self, where: str, problem: str, cure: str, *, line: int | None = None) -> None:
        """Write down one fault; the line is that of the key `where` unless given."""
        found = self.lines.line_of(where) if line is None else line
        self.faults.append(Fault(file=self.file, line=found, where=where, problem=problem, cure=cure))


class Table:
    """A table and its place in the file. Every key that is asked for counts as known; `close` reports the others.

    A key without default is required. What is missing or wrong is a fault, and a harmless value stands in for it,
    so that the rest of the file is still judged.
    """

    def __init__(self, values: Mapping[str, object], path: str, book: FaultBook) -> None:
        self.values, self.path, self.book = values, path, book
        self._known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def where(self, key: str = "") -> str:
        """Return the dotted key as it stands in the file; without a key, that of the table itself."""
        return ".".join(filter(None, (self.path, key)))

    def fault(self, key: str, problem: str, cure: str) -> None:
        """Write down that something is wrong with a key; with an empty key, with the table itself."""
        self.book.add(self.where(key), problem, cure)

    def text(self, key: str, *, default: str | None = None) -> str:
        """Return a text; empty texts count only where the default is empty."""
        found = self._get(key, str, default)
        if found == "" and default is None:
            self.fault(key, "is empty", "write something")
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
        return int(self._limited(key, int, least, most, default))

    def number(self, key: str, *, least: float, most: float, default: float | None = None) -> float:
        """Return a number within limits."""
        return self._limited(key, float, least, most, default)

    def flag(self, key: str) -> bool:
        """Return true or false; false when absent."""
        return self._get(key, bool, False) is True

    def numbers(
        self, key: str, *, count: int, least: float, most: float, kind: type[int] | type[float] = float
    ) -> tuple[float, ...]:
        """Return a list of so many numbers within limits, or an empty one when it is not that."""
        found = self._get(key, list, None)
        if not isinstance(found, list):
            return ()
        if len(found) != count or not all(is_a(item, kind) and least <= item <= most for item in found):
            what = "whole numbers" if kind is int else "numbers"
            self.fault(key, "is not as expected", f"write {count} {what} from {least:g} to {most:g}")
            return ()
        return tuple(float(item) for item in found)

    def words(self, key: str, *, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts, each once."""
        found = self._get(key, list, None if default is None else list(default))
        if not isinstance(found, list):
            return ()
        if not all(isinstance(item, str) and item for item in found):
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
        return tuple(choices[word] for word in found if word in choices)

    def table(self, key: str) -> Self:
        """Return a table inside this one; an empty one, with a fault, when it is missing."""
        found = self._get(key, dict, None)
        # An empty table would report each of its keys as missing once more: its faults go nowhere.
        return self._inside(found, self.where(key)) if isinstance(found, dict) else self._lost(key)

    def optional_table(self, key: str) -> Self | None:
        """Return a table inside this one, None when absent."""
        return self.table(key) if self.knows(key) else None

    def tables(self, key: str) -> Iterator[tuple[str, Self]]:
        """Yield the named tables inside a table, such as every `[palette.NAME]`; none when it is absent."""
        outer = self.optional_table(key)
        if outer is None:
            return
        for name in outer.values:
            found = outer._get(name, dict, None)
            if isinstance(found, dict):
                yield name, self._inside(found, outer.where(name))

    def knows(self, key: str) -> bool:
        """Return whether an optional key is there; from now on it counts as known."""
        self._known.add(key)
        return key in self.values

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self.values:
            if key not in self._known:
                self.fault(key, "is an unknown key", choose(key, sorted(self._known)))

    def _limited(self, key: str, kind: type, least: float, most: float, default: float | None) -> float:
        found = self._get(key, kind, default)
        if not isinstance(found, int | float):
            return least
        if not least <= found <= most:  # also true of nan
            self.fault(key, f"{found:g} is out of range", f"use {least:g} to {most:g}")
            return least
        return found

    def _get(self, key: str, kind: type, default: object) -> object:
        """Return the value of a key if it is of this kind; else the default, with a fault where that is due."""
        if not self.knows(key):
            if default is None:
                self._missing(key, _KINDS[kind])
            return default
        found = self.values[key]
        if not is_a(found, kind):
            self.fault(key, f"is not {_KINDS[kind]}", f"write {_KINDS[kind]}")
            return default
        return float(found) if kind is float and isinstance(found, int) else found

    def _missing(self, key: str, what: str) -> None:
        self.book.add(self.where(key), "is missing", f"add {key}, {what}")

    def _inside(self, values: Mapping[str, object], path: str) -> Self:
        return type(self)(values, path, self.book)

    def _lost(self, key: str) -> Self:
        return type(self)({}, self.where(key), FaultBook(self.book.file))


def read_toml(text: str, book: FaultBook) -> Table | None:
    """Return the outermost table of a TOML text, None, with a fault, when it is not TOML."""
    values = toml_values(text, book)
    return None if values is None else Table(values, "", book)


def toml_values(text: str, book: FaultBook) -> Mapping[str, object] | None:
    """Return what a TOML text says, None, with a fault, when it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        line = line_of_syntax_error(wrong) or text.count("\n") + 1
        book.add("toml", str(wrong), "mend the line; TOML is described at toml.io", line=line)
    except (ValueError, RecursionError):
        book.add("toml", "is nested or numbered beyond reason", "write it as plainly as the examples", line=0)
    return None


def is_a(found: object, kind: type) -> bool:
    """Return whether a TOML value is of a kind: true is no number, and a whole number is a number too."""
    if isinstance(found, bool):
        return kind is bool
    return isinstance(found, (int, float) if kind is float else kind)


def choose(word: str, known: Iterable[str]) -> str:
    """Return the cure for a word that is not one of the known ones."""
    words = list(known)
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"use {listed(words)}"


def listed(words: Iterable[str]) -> str:
    """Return words as a list to read, such as `a5, a4 or a3`."""
    *before, last = list(words) or ["nothing"]
    return f"{', '.join(before)} or {last}" if before else last
