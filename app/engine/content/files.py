"""The content file: reading it strictly, writing it, and applying a fix to what it says."""

import tomllib
from collections.abc import Callable
from typing import Any

import tomli_w

from app.engine.content.cleaning import without_surrogates
from app.engine.content.tables import from_tables, to_tables
from app.engine.content.values import Content
from app.engine.errors import ContentError
from app.engine.findings import Fix
from app.engine.toml_table import FaultBook, Table, read_toml

# Characters; a poster holds a few thousand. More is a mistake, and parsing it costs everyone time.
_LONGEST_FILE = 1_000_000


def read_content(
    text: str,
    *,
    file: str = "content.toml",
    language: str = "",
    judge: Callable[[Content, FaultBook], None] | None = None,
) -> Content:
    """Return the content that a content file says.

    file: its name, for messages. language: of the poster, whatever the file says; the file's own where it is empty.
    judge: writes down what else is wrong with what could be read. Slots are not judged here: which ones there are is
    the template's business.
    Raises ContentError with a line for everything that is wrong: file, line, key, problem and cure.
    """
    if len(text) > _LONGEST_FILE:
        raise ContentError(f"{file}: is longer than {_LONGEST_FILE:,} characters; a content file holds one poster")
    plain = text.removeprefix("\ufeff")
    book = FaultBook(file, plain)
    table = read_toml(plain, book)
    content = None if table is None else from_tables(table, language)
    if content is not None and judge is not None:
        judge(content, book)
    if content is None or book.faults:
        raise _refusal(book)
    return content


def version_said(text: str) -> int | None:
    """Return the version of its template that a content file names; None where it names none that could be one."""
    try:
        found = tomllib.loads(text.removeprefix("\ufeff")).get("version") if len(text) <= _LONGEST_FILE else None
    except (tomllib.TOMLDecodeError, RecursionError):
        return None  # `read_content` says what is wrong
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else None


def write_content(content: Content) -> str:
    """Return the content file that says this content; `read_content` reads it back as the same.

    Lone surrogates, which no file can hold, are left out.
    """
    return without_surrogates(tomli_w.dumps(to_tables(content)))


def apply_fix(content: Content, fix: Fix) -> Content:
    """Return the content with the changes of a fix. Raises ContentError for a key that no content file has."""
    tables = to_tables(content)
    for key, value in fix.changes:
        _set(tables, key.split("."), value)
    book = FaultBook("fix")
    changed = from_tables(Table(tables, "", book))
    if book.faults:
        raise _refusal(book)
    return changed


def _set(tables: dict[str, Any], path: list[str], value: str | bool | float) -> None:
    *parents, last = path
    for part in parents:
        # A text without a language of its own is a bare string: as a table it can take one.
        if isinstance(tables.get(part), str):
            tables[part] = {"text": tables[part]}
        tables = tables.setdefault(part, {})
        if not isinstance(tables, dict):
            raise ContentError(f"fix: {'.'.join(path)}: {part} holds no other keys; change {part} itself")
    if isinstance(tables.get(last), dict) and isinstance(value, str):
        tables[last]["text"] = value
    else:
        tables[last] = value


def _refusal(book: FaultBook) -> ContentError:
    return ContentError("\n".join(map(str, sorted(book.faults, key=lambda fault: fault.line))))
