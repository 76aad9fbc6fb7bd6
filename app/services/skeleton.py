"""A new poster template: the skeleton of the brand kit under a name of its own, complete and without faults."""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from app.engine.errors import Fault
from app.engine.template.files import HEAD_FILE, open_toml, with_path

SKELETON = "skeleton"
"""The folder of a brand kit that holds it: colours, type styles and measures in it are that kit's."""

# What stands in the skeleton for the name of the poster.
_TOKEN = "NAAM"  # noqa: S105 - no secret
_FILLED = (".toml", ".svg")

# The name is a folder, a part of addresses and of file names.
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST = 40


class NotBegun(ValueError):
    """No template can be begun so; the sentence says why and what to do."""


def begin_template(name: str, into: Path, *, brand_folder: Path, taken: Collection[str]) -> Path:
    """Write the skeleton into a new folder and return that; whole or not at all.

    into: the folder that holds templates, made where there is none. taken: names that are in use. Raises NotBegun.
    """
    _judge_name(name, taken)
    skeleton = brand_folder / SKELETON
    if not skeleton.is_dir():
        raise NotBegun(f"the brand kit {brand_folder} has no folder {SKELETON}; copy a template instead")
    target = into / name
    if target.exists():
        raise NotBegun(f"{target} is there already; choose another name, or delete it first")
    try:
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=into, prefix=".affiche-") as draft:
            _copy(skeleton, Path(draft) / name, name.replace("-", " ").capitalize())
            (Path(draft) / name).rename(target)
    except OSError as failed:
        raise NotBegun(f"{target} cannot be written: {failed.strerror}; choose another folder with --in") from failed
    return target


class LeftOver(NamedTuple):
    """What still says what the skeleton said. is_draft: whether the template may say so for now."""

    faults: tuple[Fault, ...]
    is_draft: bool


def left_over(folder: Path, brand_folder: Path) -> LeftOver:
    """Return the texts of a template that nobody has written yet: its summary, its note, what its samples say.

    Labels and hints of the skeleton are good ones and may stay. Files that cannot be read have faults of their own.
    """
    head = _values(folder / HEAD_FILE)
    begun = _values(brand_folder / SKELETON / HEAD_FILE)
    found = [
        _not_written(folder / HEAD_FILE, f"{key}.{language}", "write what people read of this poster")
        for key in ("summary", "note")
        for language, text in _table(head, key).items()
        if text in _table(begun, key).values()
    ]
    said = {text for file in (brand_folder / SKELETON).glob("sample*.toml") for text in _texts(file).values()}
    for file in sorted(folder.glob("sample*.toml")):
        cure = "write what somebody could have written"
        found += [_not_written(file, f"text.{key}", cure) for key, text in _texts(file).items() if text in said]
    return LeftOver(tuple(with_path(fault, folder) for fault in found), head.get("status") == "draft")


def _not_written(file: Path, key: str, cure: str) -> Fault:
    book, _ = open_toml(file)
    book.add(key, "still says what `affiche new-template` wrote", cure)
    return book.faults[-1]


def _texts(sample: Path) -> Mapping[str, object]:
    """Return the words of a sample by slot."""
    texts = _table(_values(sample), "text")
    return {key: text.get("text") if isinstance(text, dict) else text for key, text in texts.items()}


def _table(values: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _values(file: Path) -> Mapping[str, object]:
    return (open_toml(file)[1] if file.is_file() else None) or {}


def _judge_name(name: str, taken: Collection[str]) -> None:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        plain = _plain(name)
        hint = f"; did you mean {plain}?" if plain else ""
        rule = f"use at most {_LONGEST} small letters, digits and single hyphens, a letter first"
        raise NotBegun(f"{name!r} cannot be the name of a template: {rule}{hint}")
    if name in taken:
        raise NotBegun(f"there is a template {name} already; choose another name")


def _plain(name: str) -> str:
    """Return the nearest name that would do, empty where there is none."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall(r"[a-z0-9]+", bare)).lstrip("0123456789-")[:_LONGEST].rstrip("-")
    return found if _NAME.fullmatch(found) else ""


def _copy(skeleton: Path, target: Path, title: str) -> None:
    target.mkdir()
    for file in sorted(skeleton.iterdir()):
        if file.suffix in _FILLED:
            text = file.read_text(encoding="utf-8").replace(_TOKEN, title)
            (target / file.name).write_text(text, encoding="utf-8")
        else:
            shutil.copyfile(file, target / file.name)
