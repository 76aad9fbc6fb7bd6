"""The words of findings and fixes, read from `sentences.toml` beside this file."""

import tomllib
from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from app.engine.findings.values import INTERFACE_LANGUAGES, Finding, Fix, Sentence, Severity

_FILE = Path(__file__).with_name("sentences.toml")


def sentence(key: str, **values: object) -> Sentence:
    """Return the sentence with this key, its {names} filled in.

    A value that is a Sentence is put in its own language, a number as that language writes it, a tuple as a list.
    A float keeps one decimal, a Decimal those that it has.
    Raises KeyError for an unknown key.
    """
    return _filled(catalogue()[key], values)


def finding(key: str, severity: Severity, slot: str, fix: Fix | None = None, **values: object) -> Finding:
    """Return a finding whose sentence stands under `key`; the part before the first dot is its code."""
    code = key.partition(".")[0]
    return Finding(code=code, severity=severity, slot=slot, message=sentence(key, **values), fix=fix)


def hundredths(value: float) -> Decimal:
    """Return a measure to the hundredth, rounded down: what falls short of a limit never reads like it."""
    return Decimal(repr(round(value, 6))).quantize(Decimal("0.01"), ROUND_DOWN).normalize()


def parts_by_name(key: str) -> tuple[str, ...]:
    """Return what stands below a key, in the order of the file: "imprint.part" has a name, a street and so on."""
    return tuple(found.removeprefix(f"{key}.") for found in catalogue() if found.startswith(f"{key}."))


class Wording:
    """The words of one part of the program, from a file of its own in the form of `sentences.toml`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """All words by key and language."""
        with self._file.open("rb") as file:
            return tomllib.load(file)

    def __call__(self, key: str, **values: object) -> Sentence:
        """Return the words with this key, their {names} filled in as `sentence` does. Raises KeyError."""
        return _filled(self.words[key], values)


def _filled(words: Mapping[str, str], values: Mapping[str, object]) -> Sentence:
    return Sentence(
        **{
            language: words[language].format(**{name: _word(value, language) for name, value in values.items()})
            for language in INTERFACE_LANGUAGES
        }
    )


def _word(value: object, language: str) -> str:
    if isinstance(value, Sentence):
        return value.in_language(language)
    if isinstance(value, tuple):
        return ", ".join(_word(part, language) for part in value)
    if isinstance(value, Decimal):
        return _pointed(f"{value:f}", language)
    if isinstance(value, float):
        shown = f"{value:.1f}" if abs(value) < 100 else f"{value:.0f}"
        return _pointed(shown.removesuffix(".0"), language)
    return str(value)


def _pointed(number: str, language: str) -> str:
    """Return a number with the decimal sign of a language."""
    return number if language == "en" else number.replace(".", ",")


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """Return every sentence by key and language."""
    with _FILE.open("rb") as file:
        return tomllib.load(file)
