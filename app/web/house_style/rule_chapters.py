"""The rules as the page tells them: by chapter, those that share a code together."""

from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from app.services.showcase import ShownRule, Verdict, shown_rules
from app.services.showcase.rules import say
from app.web.shell import say as spoken


class Entry(NamedTuple):
    """A rule with what the engine said of its wrong example; None where this kit has no example."""

    rule: ShownRule
    verdict: Verdict | None

    def caption(self, side: str) -> str:
        """Return what is to be known of a side of the example that cannot be seen there, empty for nothing."""
        found = self.rule.captions.get(side)
        return spoken(found) if found else ""


class CodeEntries(NamedTuple):
    """All rules of one code, which is where links lead."""

    code: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def severity(self) -> str:
        return self.entries[0].rule.severity


class Chapter(NamedTuple):
    """Rules about one thing."""

    key: str
    title: str
    codes: tuple[CodeEntries, ...]


def rule_chapters(found: Mapping[str, Verdict]) -> tuple[Chapter, ...]:
    """Return every rule, in the visitor's language. found: verdicts by the key of the rule."""
    return tuple(
        Chapter(key=key, title=spoken(say(f"chapter.{key}")), codes=_codes(tuple(rules), found))
        for key, rules in groupby(shown_rules(), key=lambda rule: rule.chapter)
    )


def _codes(rules: tuple[ShownRule, ...], found: Mapping[str, Verdict]) -> tuple[CodeEntries, ...]:
    return tuple(
        CodeEntries(code, spoken(same[0].title), tuple(Entry(rule, found.get(rule.key)) for rule in same))
        for code, group in groupby(rules, key=lambda rule: rule.code)
        for same in (tuple(group),)
    )
