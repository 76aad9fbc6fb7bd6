"""Every rule of both books in users' words: `rules.toml` and `words.toml` beside this file, in the page's order."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.engine.check import BOOK as CONTENT_RULES
from app.engine.findings import Rule, Sentence, Wording
from app.engine.preflight import BOOK as POSTER_RULES
from app.services.showcase.examples import SIDES

_FOLDER = Path(__file__).parent

say = Wording(_FOLDER / "words.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """A rule as the page tells it. key: begins with the code. severity: where it weighs most. weighs: in words."""

    key: str
    chapter: str
    severity: str
    title: Sentence
    why: Sentence
    weighs: Sentence
    source: Sentence

    @property
    def code(self) -> str:
        return self.key.partition(".")[0]

    @property
    def captions(self) -> dict[str, Sentence]:
        """What is to be known of a side of its example that cannot be seen there, by side."""
        named = ((side, f"caption.{self.key}.{side}") for side in SIDES)
        return {side: say(name) for side, name in named if name in say.words}


def entered_rules() -> Iterable["Rule[Any]"]:
    """Return every rule of both books."""
    return (*CONTENT_RULES.rules, *POSTER_RULES.rules)


def _read() -> dict[str, dict[str, str]]:
    with (_FOLDER / "rules.toml").open("rb") as file:
        return tomllib.load(file)


CHAPTERS: tuple[str, ...] = tuple(_read())
"""What rules are about, in the order of the page."""


@lru_cache(maxsize=1)
def shown_rules() -> tuple[ShownRule, ...]:
    """Return every rule as the page tells it. Raises KeyError where words are missing."""
    by_name: dict[str, Rule[Any]] = {rule.judge.__name__: rule for rule in entered_rules()}
    return tuple(
        _shown(key, chapter, by_name[judge]) for chapter, rules in _read().items() for key, judge in rules.items()
    )


def _shown(key: str, chapter: str, rule: "Rule[Any]") -> ShownRule:
    return ShownRule(
        key=key,
        chapter=chapter,
        severity=re.split(r"\W", rule.weighs, maxsplit=1)[0],
        title=say(f"title.{key.partition('.')[0]}"),
        why=say(f"why.{key}"),
        weighs=say(f"weighs.{rule.weighs}"),
        source=say(f"source.{rule.source}"),
    )
