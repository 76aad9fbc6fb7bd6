"""Reading a table of `template.toml`: what the shared reader knows, and sentences, languages and lists of tables."""

import re
from collections.abc import Iterable, Iterator
from typing import Self

from app.engine.brand.alphabets import LANGUAGES
from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.toml_table import Table, Word, choose, is_a, listed

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class TemplateTable(Table):
    """A table of `template.toml` and its place in it."""

    def has_other(self, key: str, kind: type) -> bool:
        """Return whether something of another type stands under this key, which then has its own fault."""
        return key in self and not is_a(self.values[key], kind)

    def is_text(self, key: str) -> bool:
        """Return whether a text stands under this key, where a list may stand too."""
        return isinstance(self.values.get(key), str)

    def names(self, key: str, known: Iterable[str]) -> bool:
        """Return whether one of the known words stands under this key."""
        return self.values.get(key) in tuple(known)

    def some_of(self, key: str, known: Iterable[Word], *, default: tuple[Word, ...] | None = None) -> tuple[Word, ...]:
        """Return a list of words that are all known, at least one; unknown ones and none at all are faults."""
        choices = tuple(known)
        found = self.words_of(key, choices, default=default)
        if self.values.get(key) == []:
            self.fault(key, "is empty", f"name at least one of {listed(choices)}")
        return found

    def list_of_tables(self, key: str) -> Iterator[Self]:
        """Yield the tables of a list, such as every `[[artboard]]`."""
        found = self._get(key, list, [])
        for index, values in enumerate(found if isinstance(found, list) else ()):
            if isinstance(values, dict):
                yield self._inside(values, f"{self.where(key)}[{index}]")
            else:
                self.fault(key, f"entry {index + 1} is not a table", "write a table with keys")

    def by_language(self, key: str, languages: Iterable[str]) -> dict[str, object]:
        """Return what a table says for each language, of any type; unknown languages are faults.

        Languages that others kits have are left aside: a template may speak more than the kit at hand.
        """
        table = self.optional_table(key)
        known = tuple(languages)
        found = {} if table is None else dict(table.values)
        for language in found:
            if language not in known and language not in LANGUAGES:
                self.fault(f"{key}.{language}", "is not a language of this poster", choose(language, known))
        return {language: value for language, value in found.items() if language in known}

    def sentence(self, key: str, languages: Iterable[str], *, required: bool) -> Sentence | None:
        """Return what the user is told, in every language of the interface; None when absent and not required."""
        if not self.knows(key):
            if required:
                self._missing(key, "a text in nl, fr and en")
            return None
        said = self.by_language(key, dict.fromkeys((*INTERFACE_LANGUAGES, *languages)))
        texts = {language: value.strip() for language, value in said.items() if isinstance(value, str)}
        for language in said.keys() - texts.keys():
            self.fault(f"{key}.{language}", "is not a text", "write it between quotes")
        lacking = [key for key in INTERFACE_LANGUAGES if not texts.get(key) and (key in texts or key not in said)]
        if lacking:
            self.fault(key, f"lacks {', '.join(lacking)}", "say it in nl, fr and en: the interface speaks all three")
        return Sentence(**{language: texts.get(language, "") for language in INTERFACE_LANGUAGES})


def judge_name(table: TemplateTable, key: str, name: str) -> None:
    """Report a name that an element of a drawing could not carry in its id."""
    if not _NAME.fullmatch(name) and (table.is_text(key) or not key):
        table.fault(key, f'"{name}" cannot be part of an id', "use letters, digits, - and _, a letter first")
