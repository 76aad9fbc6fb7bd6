"""Opening the text files of a template: whatever is wrong with a file as a whole is a fault with its line."""

from collections.abc import Mapping
from pathlib import Path

from app.engine.toml_table import FaultBook, toml_values


def open_toml(path: Path) -> tuple[FaultBook, Mapping[str, object] | None]:
    """Return what a TOML file says, None when it cannot be read, and the book for its faults.

    Raises OSError where the file cannot be opened.
    """
    file, data = name_of(path), path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        book = FaultBook(file)
        book.add("toml", "is not UTF-8", "save the file as UTF-8", line=data.count(b"\n", 0, wrong.start) + 1)
        return book, None
    book = FaultBook(file, text)
    return book, toml_values(text, book)


def name_of(path: Path) -> str:
    """Return a file as its author knows it: with the folder of the template."""
    return f"{path.parent.name}/{path.name}"
