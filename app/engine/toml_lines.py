"""On which line of a TOML text a key stands, so that a fault can name it. `tomllib` does not tell."""

import re
from bisect import bisect_right
from collections.abc import Callable
from contextlib import suppress

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(["\\]))')
_LAST_PART = re.compile(r"(\.[^.\[\]]*|\[\d+\]|[^.\[\]]+)$")
_SYNTAX = re.compile(r"\(at line (\d+), column \d+\)$")


class TomlLines:
    """The lines of every key of a TOML text that `tomllib` could read.

    Keys are written dotted, entries of lists with their index: "palette.zon.srgb", "artboard[1].trim[0]".
    """

    def __init__(self, text: str) -> None:
        self._lines = _Scanner(text).lines

    def line_of(self, where: str) -> int:
        """Return the line of a key, 1-based; of what holds it when it is missing itself; 0 when that is missing too."""
        while where and where not in self._lines:
            where = _LAST_PART.sub("", where)
        return self._lines[where] if where else 0


def line_of_syntax_error(error: Exception) -> int:
    """Return the line that `tomllib` names when it cannot read a text; 0 when it names none."""
    found = _SYNTAX.search(str(error))
    return int(found[1]) if found else 0


class _Scanner:
    """One walk through the text, value by value. What is not TOML ends the walk: its keys stay unknown."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._counts: dict[str, int] = {}
        self.lines: dict[str, int] = {}
        with suppress(RecursionError):  # lists nested beyond reason: what was found so far will do
            self._document()

    def _document(self) -> None:
        prefix = ""
        while self._skip(_BLANK) < len(self._text):
            before = self._at
            if self._text.startswith("[", self._at):
                prefix = self._header()
            else:
                self._pair(prefix)
            if self._at == before:
                return

    def _header(self) -> str:
        """Read `[a.b]` or `[[a.b]]`; return the path of what follows."""
        at, double = self._at, self._text.startswith("[[", self._at)
        self._at += 2 if double else 1
        *parents, last = self._key()
        prefix = ""
        for part in parents:
            self._record(_joined(prefix, part), at)
            prefix = self._inside(_joined(prefix, part))
        path = _joined(prefix, last)
        if double:
            self._counts[path] = self._counts.get(path, -1) + 1
        self._record(path, at)
        path = self._inside(path)
        self._record(path, at)
        self._skip(re.compile(r"[ \t]*\]{1,2}"))
        return path

    def _inside(self, path: str) -> str:
        """Return the path of the newest entry of a list of tables, the path itself where it is none."""
        return f"{path}[{self._counts[path]}]" if path in self._counts else path

    def _pair(self, prefix: str) -> None:
        """Read `key = value`."""
        at = self._at
        path = prefix
        for part in self._key():
            path = _joined(path, part)
            self._record(path, at)
        self._skip(re.compile(r"[ \t]*=[ \t]*"))
        self._value(path)

    def _key(self) -> list[str]:
        """Read a key, dotted or not; return its parts."""
        parts = []
        while True:
            self._skip(_SPACE)
            parts.append(self._key_part())
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _key_part(self) -> str:
        start = self._at
        if self._skip(_BARE) > start:
            return self._text[start : self._at]
        self._skip(_STRING)
        quoted = self._text[start : self._at]
        return _ESCAPE.sub(_unescaped, quoted[1:-1]) if quoted.startswith('"') else quoted[1:-1]

    def _value(self, path: str) -> None:
        if self._text.startswith("[", self._at):
            self._entries("]", lambda index: self._entry(f"{path}[{index}]"))
        elif self._text.startswith("{", self._at):
            self._entries("}", lambda _: self._pair(path))
        elif self._skip(_STRING) == self._at and self._text[self._at : self._at + 1] not in {"'", '"'}:
            self._skip(_SCALAR)

    def _entry(self, path: str) -> None:
        self._record(path, self._at)
        self._value(path)

    def _entries(self, end: str, read: Callable[[int], None]) -> None:
        """Read what stands between brackets, split by commas."""
        self._at += 1
        index = 0
        while self._skip(_BLANK) < len(self._text):
            before = self._at
            if self._text.startswith(end, self._at):
                self._at += 1
                return
            if self._text.startswith(",", self._at):
                self._at += 1
                continue
            read(index)
            index += 1
            if self._at == before:
                return

    def _skip(self, pattern: re.Pattern[str]) -> int:
        """Move past what the pattern finds here; return the new place."""
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _record(self, path: str, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self._breaks, at - 1) + 1 if at else 1)


def _joined(prefix: str, part: str) -> str:
    return f"{prefix}.{part}" if prefix else part


def _unescaped(found: re.Match[str]) -> str:
    return found[3] or chr(int(found[1] or found[2], 16))
