"""Seals: what saved posters rely on in a published version, so that nobody changes it by mistake.

What only makers of posters read may change at any time: names, labels, hints, placeholders, ready words, samples.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from app.engine.template.files import SEAL_FILE, open_toml, version_named
from app.engine.toml_table import FaultBook, Table

KINDS = ("drawing", "artboard", "format", "stack", "slot")
"""What a seal holds, each by name: a drawing by its file, an artboard by its drawing, the others by their key."""

_UNSEALED_OF_BOARD = ("file", "formats")
_UNSEALED_OF_SLOT = ("label", "hint", "placeholder", "suggestions", "words", "default_url")

_CHANGED = "is not as it was published"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = """\
# Written by `affiche publish`. Posters that people have saved look as the versions below: what they rely on may not
# change any more. For a change run `affiche new-version`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """One published version. languages: of its posters.

    parts: by kind and by name, a number that changes with the part; for a format the drawing that serves it. Slots
    stand in reading order.
    """

    languages: tuple[str, ...]
    parts: Mapping[str, Mapping[str, str]]


class Broken(NamedTuple):
    """A part that is not as it was sealed. kind: one of KINDS, "language", or "order" of the slots, without a name."""

    kind: str
    name: str
    problem: str


def seal_of(folder: Path, values: Mapping[str, object], languages: Sequence[str]) -> Seal:
    """Return the seal of a version as its files are now.

    values: what its `template.toml` says, right or wrong. languages: of its posters where it names none.
    It depends on the template's own files alone: another brand kit or a later program changes no seal.
    """
    boards = [board for board in _list(values.get("artboard")) if isinstance(board, dict)]
    files = dict.fromkeys(str(board.get("file", "")) for board in boards)
    return Seal(
        languages=tuple(map(str, _list(values.get("languages")))) or tuple(languages),
        parts={
            "drawing": {file: _digest_of_file(folder / file) for file in files if (folder / file).is_file()},
            "artboard": {file: _digest([_without(_UNSEALED_OF_BOARD, b) for b in _of(boards, file)]) for file in files},
            "format": {str(key): str(b.get("file", "")) for b in boards for key in _list(b.get("formats"))},
            "stack": {key: _digest(stack) for key, stack in _tables(values, "stack")},
            "slot": {key: _digest(_sealed_of(slot)) for key, slot in _tables(values, "slot")},
        },
    )


def broken_parts(seal: Seal, now: Seal) -> Iterator[Broken]:
    """Yield what is not as it was sealed; what has come to it since breaks nothing."""
    for language in seal.languages:
        if language not in now.languages:
            yield Broken("language", language, f"{language} is gone")
    for kind in KINDS:
        sealed, found = seal.parts.get(kind, {}), now.parts[kind]
        for name, digest in sealed.items():
            if name not in found:
                yield Broken(kind, name, "is gone")
            elif found[name] != digest:
                yield Broken(kind, name, f"is served by {found[name]}" if kind == "format" else _CHANGED)
    order = [name for name in now.parts["slot"] if name in seal.parts.get("slot", {})]
    if order != [name for name in seal.parts.get("slot", {}) if name in order]:
        yield Broken("order", "", f"the order in which it is read {_CHANGED}")


def with_additions(seal: Seal, now: Seal) -> Seal:
    """Return a seal that also holds what has come to its version since: formats, artboards, languages."""
    languages = dict.fromkeys((*seal.languages, *now.languages))
    return Seal(languages=tuple(languages), parts={kind: {**now.parts[kind]} for kind in KINDS})


def read_seals(folder: Path) -> tuple[dict[int, Seal], FaultBook]:
    """Return the seals of a template by version, none where it was never published; what is wrong is in the book."""
    try:
        book, values = open_toml(folder / SEAL_FILE)
    except OSError:
        return {}, FaultBook(SEAL_FILE)
    if values is None:
        return {}, book
    top = Table(values, "", book)
    seals = {}
    for name, table in top.tables("version"):
        if version := version_named(name):
            seals[version] = _read_seal(table)
        else:
            table.fault("", "is no number of a version", "take back the file as `affiche publish` wrote it")
    top.close()
    return seals, book


def seals_text(seals: Mapping[int, Seal]) -> str:
    """Return seals as the text of their file."""
    lines = [_HEAD]
    for number, seal in sorted(seals.items()):
        lines += [f"[version.{number}]", f"languages = {json.dumps(seal.languages, ensure_ascii=False)}", ""]
        for kind in KINDS:
            if seal.parts[kind]:
                said = [f"{_key(name)} = {_quoted(digest)}" for name, digest in seal.parts[kind].items()]
                lines += [f"[version.{number}.{kind}]", *said, ""]
    return "\n".join(lines)


def _read_seal(table: Table) -> Seal:
    parts: dict[str, dict[str, str]] = {}
    languages = table.words("languages")
    for kind in KINDS:
        found = table.optional_table(kind)
        parts[kind] = {name: found.text(name) for name in found.values} if found else {}
    table.close()
    return Seal(languages=languages, parts=parts)


def _sealed_of(slot: Mapping[str, object]) -> object:
    """Return what of a slot decides how posters look; of the values of a choice not what they are called."""
    keys = [value.get("key") if isinstance(value, dict) else value for value in _list(slot.get("values"))]
    return {**_without(_UNSEALED_OF_SLOT, slot), "values": keys}


def _of(boards: Sequence[Mapping[str, object]], file: str) -> list[Mapping[str, object]]:
    return [board for board in boards if str(board.get("file", "")) == file]


def _without(keys: Sequence[str], table: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in table.items() if key not in keys}


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []


def _tables(values: Mapping[str, object], key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    found = values.get(key)
    for name, table in found.items() if isinstance(found, dict) else ():
        if isinstance(table, dict):
            yield name, table


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()[:16]


def _digest_of_file(path: Path) -> str:
    # The ends of lines are another on another machine, and say nothing.
    return sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
