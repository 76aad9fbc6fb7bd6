"""Kits of other brands for tests: a whole second one, a bare one, and the first with a few values changed.

`python tests/other_brand.py FOLDER` writes the second kit, to look at it.
"""

import re
import shutil
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

ROOT = Path(__file__).resolve().parent.parent
CAREER = ROOT / "brand_assets" / "career"
KOMPAS = ROOT / "tests" / "resources" / "brand-kompas"

OTHER = ROOT / "tests" / "resources" / "brand-other"
"""A kit as bare as one may be: no ready words, no illustrations, no print shops, no colour or type of the first."""

# What the second brand does not share: its own fonts, marks and pages stand in its folder.
_OWN = ("fonts", "logos", "pages", "LICENCES.md", "brand.toml")

# Tables that the second kit writes whole.
_WHOLE = ("languages", "fonts", "words")


def make_kompas(folder: Path) -> Path:
    """Write the second kit into a new folder and return that."""
    shutil.copytree(CAREER, folder, ignore=lambda _, names: [name for name in names if name in _OWN])
    shutil.copytree(KOMPAS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("changes.toml", "README.md"))
    kit, changes = _toml(CAREER / "brand.toml"), _toml(KOMPAS / "changes.toml")
    lost = set(kit["languages"]) - set(changes["languages"])
    kit = {key: {} if key in _WHOLE else value for key, value in kit.items()}
    _write(folder / "brand.toml", _without(lost, _laid_over(kit, changes)))
    for words in folder.glob("words/*.toml"):
        _write(words, _without(lost, _toml(words)))
    return folder


def make_changed(folder: Path, changes: Mapping[str, object]) -> Path:
    """Write the first kit with other values into a new folder and return that.

    changes: by key, as "qr.module.a3"; nothing but the value of that key is changed.
    """
    shutil.copytree(CAREER, folder)
    kit = _toml(CAREER / "brand.toml")
    for path, value in changes.items():
        *tables, key = path.split(".")
        table = kit
        for name in tables:
            table = table[name]
        if key not in table:
            raise KeyError(path)
        table[key] = value
    _write(folder / "brand.toml", kit)
    return folder


def traces_of_the_first_brand(text: str) -> list[str]:
    """Return every place of a text that speaks of the first brand: its name, its site, its type, its colours.

    Colours that both brands have are no trace, and neither is the English noun in a template's own words.
    """
    first, second = (_colors(_toml(file)) for file in (CAREER / "brand.toml", KOMPAS / "changes.toml"))
    marks = ["care[eē]r(?! switch|s day)", "care-er", "rubik", *sorted(first - second - {"#ffffff", "#1f1f1d"})]
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in re.finditer("|".join(marks), text, re.I)]


def _colors(kit: Mapping[str, Any]) -> set[str]:
    return {ink["srgb"] for ink in kit["palette"].values()}


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _write(file: Path, values: Mapping[str, object]) -> None:
    file.write_text(tomli_w.dumps(values), encoding="utf-8")


def _laid_over(kit: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with another over it, key by key."""
    both = {key: value for key, value in changes.items() if isinstance(value, dict) and isinstance(kit.get(key), dict)}
    return {**kit, **changes, **{key: _laid_over(kit[key], value) for key, value in both.items()}}


def _without(languages: set[str], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table without what it says in some languages."""
    return {
        key: _without(languages, value) if isinstance(value, dict) else value
        for key, value in values.items()
        if key not in languages
    }


if __name__ == "__main__":
    make_kompas(Path(sys.argv[1]))
