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


def test_a_missing_key_gives_a_fault_or_a_default(sound, judge):
    """Every key, in turn, is left out: what is said about it names a cure."""
    for path in _places(sound):
        spoilt = deepcopy(sound)
        del _at(spoilt, path[:-1])[path[-1]]

        assert all(fault.problem and fault.cure for fault in judge(spoilt))
