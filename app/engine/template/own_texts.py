"""Texts that a template brings for its slots: each keeps to the room of its slot, as a maker's words must."""

from collections.abc import Iterable
from typing import TypeGuard

from app.engine.fonts import count_chars
from app.engine.template.table import TemplateTable


def read_placeholder(table: TemplateTable, languages: Iterable[str], lines: int, most: int) -> dict[str, str]:
    """Return the placeholder of a slot by language. lines, most: how many lines and characters it may have."""
    found: dict[str, str] = {}
    for language, value in table.by_language("placeholder", languages).items():
        key = f"placeholder.{language}"
        if is_text(value, table, key) and fits(table, key, value, lines, most):
            found[language] = value
    return found


def read_suggestions(
    table: TemplateTable, languages: Iterable[str], lines: int, most: int
) -> dict[str, tuple[str, ...]]:
    """Return the suggestions of a slot by language. lines, most: how many lines and characters each may have."""
    found: dict[str, tuple[str, ...]] = {}
    for language, values in table.by_language("suggestions", languages).items():
        key = f"suggestions.{language}"
        if not isinstance(values, list):
            table.fault(key, "is not a list", 'write a list such as ["one", "two"]')
            continue
        texts = [value for value in values if is_text(value, table, key)]
        found[language] = tuple(value for value in texts if fits(table, key, value, lines, most))
    return found


def is_text(value: object, table: TemplateTable, key: str) -> TypeGuard[str]:
    """Return whether a value is a text with something in it; anything else is a fault."""
    if isinstance(value, str) and value.strip():
        return True
    table.fault(key, "holds something other than a text", "write it between quotes")
    return False


def fits(table: TemplateTable, key: str, value: str, lines: int, most: int) -> bool:
    """Return whether a text keeps to the most lines and characters of its slot; more is a fault."""
    count = count_chars(value)
    if count > most:
        table.fault(key, f'"{value}" has {count} characters where max_chars is {most}', f"shorten it by {count - most}")
    breaks = value.count("\n") + 1
    if breaks > lines:
        table.fault(key, f'"{value}" has {breaks} lines where {lines} fit', "leave out line breaks")
    return count <= most and breaks <= lines
