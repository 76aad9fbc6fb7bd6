"""Whatever stands in template.toml, the reader answers with faults and never falls over."""

import tomllib
from collections.abc import Iterator
from copy import deepcopy

import pytest

from app.engine.template.head import read_head
from app.engine.toml_table import FaultBook

WRONG = [7, -0.5, "", "?", True, [], [[]], ["x"], {}, {"x": 1}, [{}], [{"key": 1}]]


@pytest.fixture
def sound(folder):
    """What the tiny template says."""
    return tomllib.loads((folder / "template.toml").read_text(encoding="utf-8"))


@pytest.fixture
def judge(brand):
    """Return the faults of a text file's values."""

    def read(values):
        book = FaultBook("template.toml")
        read_head(values, brand, book)
        return book.faults

    return read


def _places(node, path=()) -> Iterator[tuple]:
    """Yield the path of every key and entry."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from _places(value, (*path, key))


def _at(node, path):
    for key in path:
        node = node[key]
    return node


def test_a_value_of_a_wrong_type_is_a_fault_wherever_it_stands(sound, judge):
    """Every key, in turn, gets values of other types; only those that make sense there pass."""
    silent = []
    for path in _places(sound):
        for wrong in WRONG:
            spoilt = deepcopy(sound)
            _at(spoilt, path[:-1])[path[-1]] = wrong
            if not judge(spoilt):
                silent.append((".".join(map(str, path)), wrong))

    assert [place for place in silent if not _makes_sense(*place)] == []


def _makes_sense(path: str, value: object) -> bool:
    """Return whether a value is right at this place after all."""
    if value == "?":
        return path.rpartition(".")[2] in ("nl", "fr", "en") or ".suggestions." in path
    return any(path == place and value == fit and type(value) is type(fit) for place, fit in SENSIBLE)


SENSIBLE = [
    ("version", 7),
    ("artboard.0.mirror", True),
    ("stack", {}),
    ("stack.copy.gap", 7),
    ("slot.headline.required", True),
    ("slot.headline.lines.1", 7),
    ("slot.headline.placeholder", {}),
    ("slot.headline.suggestions", {}),
    ("slot.headline.suggestions.nl", []),
    ("slot.headline.suggestions.nl", ["x"]),
    ("slot.qr.default_url", ""),
]


def test_only_what_has_a_default_may_be_left_out(sound, judge):
    """Every key, in turn, is left out: of those that decide what a poster is, the author hears."""
    silent = []
    for path in _places(sound):
        spoilt = deepcopy(sound)
        del _at(spoilt, path[:-1])[path[-1]]
        if isinstance(path[-1], str) and not judge(spoilt):
            silent.append(".".join(map(str, path)))

    assert silent == MAY_BE_LEFT_OUT


MAY_BE_LEFT_OUT = [
    "languages",
    "artboard.0.mirror",
    *("stack", "stack.copy", "stack.copy.align", "stack.copy.gap"),
    *("slot.headline.lines", "slot.headline.max_chars"),
    *("slot.headline.placeholder", *(f"slot.headline.placeholder.{language}" for language in ("nl", "fr", "en"))),
    *("slot.headline.suggestions", "slot.headline.suggestions.nl"),
    *("slot.place", "slot.place.role", "slot.place.valign"),
    *("slot.photo", "slot.photo.allow"),
    *("slot.logo", "slot.logo.plate", "slot.logo.anchor"),
    *("slot.qr", "slot.qr.default_url"),
    *("slot.imprint", "slot.imprint.turn"),
    "slot.brand",
    "slot.ground",
]
