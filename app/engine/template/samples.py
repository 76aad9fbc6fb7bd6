"""Sample content of a template: what the gallery shows it with."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.errors import Fault
from app.engine.template.faults import FaultBook, choose
from app.engine.template.head import Head
from app.engine.template.slots import count_chars
from app.engine.template.values import ChoiceSlot, TextSlot
from app.engine.toml_lines import TomlLines, line_of_syntax_error

_SAMPLE = re.compile(r"sample(?:\.([A-Za-z-]+))?\.toml")

# Tables of a content file that hold something for each slot, and the kind of slot they are for.
_KINDS = {"text": "text", "photo": "photo", "logo": "logo", "qr": "qr", "choice": "choice"}


def sample(folder: Path, language: str) -> Path | None:
    """Return the sample content file of a template in a language, None when it has none."""
    path = folder / ("sample.toml" if language == "nl" else f"sample.{language}.toml")
    return path if path.is_file() else None


def judge_samples(folder: Path, head: Head, brand: BrandKit, *, gallery: bool) -> Iterator[Fault]:
    """Yield the faults of every sample; with `gallery`, also that the Dutch one is missing."""
    if gallery and sample(folder, "nl") is None:
        book = FaultBook(f"{folder.name}/sample.toml")
        book.add("sample.toml", "the file is not there", "add sample content in Dutch: the gallery shows it")
        yield from book.faults
    for path in sorted(folder.glob("sample*.toml")):
        found = _SAMPLE.fullmatch(path.name)
        if found:
            yield from _judge_sample(path, found[1] or "nl", head, brand)


def _judge_sample(path: Path, language: str, head: Head, brand: BrandKit) -> list[Fault]:
    file = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        book = FaultBook(file)
        book.add(path.name, f"is not TOML: {broken}", "mend this line", line=line_of_syntax_error(broken))
        return book.faults
    book = FaultBook(file, TomlLines(text).line_of)
    _judge_language(values, language, head, book)
    tables = {key: value for key, value in values.items() if key in _KINDS and isinstance(value, dict)}
    _judge_names(tables, head, book)
    _judge_texts(tables.get("text", {}), language, head, book)
    _judge_files(path.parent, tables, brand, book)
    _judge_choices(tables.get("choice", {}), head, book)
    _judge_required(tables, head, book)
    return book.faults


def _judge_language(values: Mapping[str, object], language: str, head: Head, book: FaultBook) -> None:
    if values.get("language") != language:
        book.add("language", f"is not {language}", f'write language = "{language}", or rename the file')
    if language not in head.languages:
        book.add("language", f"the template is not made in {language}", choose(language, head.languages))


def _judge_names(tables: Mapping[str, dict[str, object]], head: Head, book: FaultBook) -> None:
    for table, entries in tables.items():
        fit = [key for key, slot in head.slots.items() if slot.kind == _KINDS[table]]
        for key in entries:
            if key not in fit and key not in head.broken_slots:
                book.add(f"{table}.{key}", f"the template has no {table} of this name", choose(key, fit))


def _judge_texts(texts: Mapping[str, object], language: str, head: Head, book: FaultBook) -> None:
    for key, entry in texts.items():
        slot = head.slots.get(key)
        said = entry.get("text") if isinstance(entry, dict) else entry
        if not isinstance(slot, TextSlot):
            continue
        if not isinstance(said, str):
            book.add(f"text.{key}", "is not a text", "write it between quotes")
            continue
        over = count_chars(said) - slot.max_chars
        if over > 0:
            book.add(f"text.{key}", f"is {over} characters longer than max_chars", "shorten it")
        if _plain(said) in {_plain(value) for value in slot.placeholder.values()}:
            book.add(f"text.{key}", "equals the placeholder", "write what a user could have written")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _judge_files(folder: Path, tables: Mapping[str, dict[str, object]], brand: BrandKit, book: FaultBook) -> None:
    for table in ("photo", "logo"):
        for key, entry in tables.get(table, {}).items():
            file = entry.get("file") if isinstance(entry, dict) else None
            where = f"{table}.{key}.file"
            if not isinstance(file, str):
                book.add(where, "is missing", "name a file of this folder")
            elif table == "photo" and file.startswith("brand:"):
                name = file.removeprefix("brand:")
                if name not in brand.illustrations:
                    book.add(where, f"the brand has no illustration {name}", choose(name, brand.illustrations))
            elif not (folder / file).is_file():
                book.add(where, f"{file} is not there", "add the file to this folder")


def _judge_choices(choices: Mapping[str, object], head: Head, book: FaultBook) -> None:
    for key, value in choices.items():
        slot = head.slots.get(key)
        if isinstance(slot, ChoiceSlot) and value not in dict(slot.values):
            book.add(f"choice.{key}", f"{value} is no value of it", choose(str(value), dict(slot.values)))


def _judge_required(tables: Mapping[str, dict[str, object]], head: Head, book: FaultBook) -> None:
    for key, slot in head.slots.items():
        if slot.required and slot.kind in _KINDS and slot.kind != "choice" and key not in tables.get(slot.kind, {}):
            book.add(f"{slot.kind}.{key}", "is required and not filled in", f"add {slot.kind}.{key}")
