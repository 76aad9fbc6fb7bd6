"""The postcode of the imprint: one that a letter would arrive with."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Severity, finding
from app.engine.template.checked import CheckedContent, seen

_FILE = Path(__file__).with_name("postcodes.toml")


@BOOK.rule(
    "postcode",
    weighs="warning",
    why="At an address that no letter reaches, the publisher cannot be found.",
    source="the address guides of bpost and of the post of neighbouring countries",
)
def postcodes_are_of_here_or_next_door(poster: CheckedContent) -> Iterator[Finding]:
    typed = seen(poster.imprint.postcode)
    # One without any figure but 0 is none at all: the rule of the imprint says so.
    if not re.search(r"[1-9]", _as_written(typed)) or may_be_postcode(typed):
        return
    for slot in poster.imprint_slots():
        yield finding("postcode", Severity.WARNING, slot.key, postcode=typed).at("imprint.postcode")


def may_be_postcode(typed: str) -> bool:
    """Return whether a postcode may be one of Belgium or of a country beside it."""
    return any(form.fullmatch(_as_written(typed)) for form in _forms())


def _as_written(typed: str) -> str:
    """Return a postcode in capitals, its figures as Europe writes them."""
    figures = (str(unicodedata.decimal(char)) if char.isdecimal() else char for char in typed)
    return " ".join("".join(figures).upper().replace("\u2013", "-").split())


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    with _FILE.open("rb") as file:
        return tuple(re.compile(form, re.ASCII) for form in tomllib.load(file).values())
