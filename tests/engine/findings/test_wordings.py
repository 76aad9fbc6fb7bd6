"""Words that stand in files of their own: as complete and as friendly as the sentences of findings."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from app.engine.findings import INTERFACE_LANGUAGES, Wording

APP = Path(__file__).parents[3] / "app"
FILES = [file for file in sorted(APP.rglob("*.toml")) if file.name in ("words.toml", "names.toml")]
ENTRIES = [(file, key, words) for file in FILES for key, words in tomllib.loads(file.read_text("utf-8")).items()]
# The words about the rules are called by what the rules themselves say; tests/services/test_showcase.py counts those.
CALLED = [(file, key) for file, key, _ in ENTRIES if file.parent.name != "showcase"]
NAMED = [f"{file.parent.name}/{file.stem}: {key}" for file, key, _ in ENTRIES]


def names_in(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_files_are_found():
    """The pages of proofs, sheets for home, the names of formats, the texts of bundles."""
    assert {file.parent.name for file in FILES} >= {"engine", "home", "proof", "services"}


@pytest.mark.parametrize(("file", "key", "words"), ENTRIES, ids=NAMED)
def test_words_are_there_in_three_languages_with_the_same_names(file, key, words):
    """What is told in one language is told in all."""
    assert tuple(sorted(words)) == tuple(sorted(INTERFACE_LANGUAGES))
    assert len({frozenset(names_in(text)) for text in words.values()}) == 1


@pytest.mark.parametrize(("file", "key", "words"), ENTRIES, ids=NAMED)
def test_the_voice_is_friendly(file, key, words):
    """Dutch says je, French says vous and keeps its spaces; no language shouts."""
    assert not re.search(r"\b(u|uw|gelieve|dient)\b", words["nl"], re.IGNORECASE)
    assert not re.search(r"\b(tu|ton|tes|veuillez)\b", words["fr"], re.IGNORECASE)
    assert not re.search(r"\w[:?;](\s|$)|«\S|\S»", words["fr"].replace("1:1", "").replace("4:5", ""))
    assert "!" not in "".join(words.values())


@pytest.mark.parametrize(("file", "key"), CALLED, ids=[f"{file.parent.name}: {key}" for file, key in CALLED])
def test_words_are_used(file, key):
    """A key stands in the code beside its file, whole or up to its last part."""
    code = "".join(found.read_text("utf-8") for found in file.parent.rglob("*.py"))
    family = key.rpartition(".")[0]

    assert f'"{key}"' in code or f'f"{family}.{{' in code or (family == "" and "str(severity)" in code)


def test_an_unknown_key_is_a_mistake_of_the_program():
    """It is found by the first test that asks for it."""
    with pytest.raises(KeyError):
        Wording(FILES[0])("nothing")
