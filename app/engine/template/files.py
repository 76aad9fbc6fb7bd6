"""The files of a template and of its older versions. What is wrong with a file as a whole is a fault with its line."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.engine.errors import Fault
from app.engine.toml_table import FaultBook, toml_values

HEAD_FILE = "template.toml"

VERSIONS = "versions"
"""The folder in a template's own that holds its older versions, each whole and under its number."""

SEAL_FILE = "published.toml"
"""What published versions look like, so that nobody changes them by mistake."""

_NUMBER = re.compile(r"[1-9][0-9]*")


def home_of(folder: Path) -> Path:
    """Return the folder of a template: of an older version the one that holds `versions`, else the folder itself."""
    home = folder.parent.parent
    is_older = folder.parent.name == VERSIONS and version_named(folder.name) and (home / HEAD_FILE).is_file()
    return home if is_older else folder


def version_named(name: str) -> int | None:
    """Return the version that a folder or a table is named after, None for any other name."""
    return int(name) if _NUMBER.fullmatch(name) else None


def older_folders(folder: Path) -> dict[int, Path]:
    """Return the folders of a template's older versions by their number, the newest first."""
    places = [head.parent for head in (folder / VERSIONS).glob(f"*/{HEAD_FILE}")]
    found = {version: place for place in places if (version := version_named(place.name))}
    return dict(sorted(found.items(), reverse=True))


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


def with_path(fault: Fault, folder: Path) -> Fault:
    """Return a fault of a template or of an older version of it, in this folder, that names its file by its path."""
    return replace(fault, file=str(home_of(folder).parent / fault.file))


def name_of(path: Path) -> str:
    """Return a file as its author knows it: with the folder of the template, and that of an older version."""
    return path.relative_to(home_of(path.parent).parent).as_posix()
