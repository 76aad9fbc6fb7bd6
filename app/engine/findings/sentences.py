"""The words of findings and fixes, read from `sentences.toml` beside this file."""

import tomllib
from functools import lru_cache
from pathlib import Path

from app.engine.findings.values import INTERFACE_LANGUAGES, Sentence

_FILE = Path(__file__).with_name("sentences.toml")


def sentence(key: str, **values: object) -> Sentence:
    """Return the sentence with this key, its {names} filled in. Raises KeyError for an unknown key."""
    words = catalogue()[key]
    return Sentence(**{language: words[language].format(**values) for language in INTERFACE_LANGUAGES})


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """Return every sentence by key and language."""
    with _FILE.open("rb") as file:
        return tomllib.load(file)
