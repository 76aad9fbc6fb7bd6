"""Gathering what an author must mend: every fault of a folder at once, each with its place."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from app.engine.errors import Fault


def _no_line(key: str) -> int:
    return 0


class FaultBook:
    """The faults of one file, in the order they are found.

    file: as the author knows it. line_of: line of a dotted key, 0 where it is unknown.
    """

    def __init__(self, file: str, line_of: Callable[[str], int] = _no_line) -> None:
        self.file, self.line_of = file, line_of
        self.faults: list[Fault] = []

    def add(self, where: str, problem: str, cure: str, *, line: int | None = None) -> None:
        """Write down one fault; the line is that of the key `where` unless given."""
        found = self.line_of(where) if line is None else line
        self.faults.append(Fault(file=self.file, line=found, where=where, problem=problem, cure=cure))


def listed(words: Iterable[str]) -> str:
    """Return words as a list to read, such as `a5, a4 or a3`."""
    *before, last = list(words) or ["nothing"]
    return f"{', '.join(before)} or {last}" if before else last


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, empty when none is near."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def choose(word: str, known: Iterable[str]) -> str:
    """Return the cure for a word that is not one of the known ones."""
    words = list(known)
    meant = nearest(word, words)
    return f'did you mean "{meant}"?' if meant else f"use {listed(words)}"
