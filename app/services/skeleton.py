"""A new poster template: the skeleton of the brand kit under a name of its own, complete and without faults."""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Collection
from pathlib import Path

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
