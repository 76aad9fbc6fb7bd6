"""`translates` in `[slot.NAME]`: which text says another one again, in the second language of a poster.

Both languages of such a poster have one rank: what a translation does not say of its looks it has from its original.
"""

from collections.abc import Mapping

from app.engine.template.kinds import AnySlot, TextSlot
from app.engine.template.table import TemplateTable
from app.engine.toml_table import FaultBook, choose

_OWN = ("required", "role")
"""What a translation never has from its original: it may stay empty, and a poster has one main title."""

_GROUNDS = ("bar", "on")


def completed(table: TemplateTable, tables: Mapping[str, TemplateTable]) -> TemplateTable:
    """Return the table of a slot, a translation with what it has from its original. tables: of all slots."""
    name = table.values.get("translates")
    original = tables.get(name) if isinstance(name, str) else None
    if original is None or original is table or "translates" in original:
        return table
    left_out = {*_OWN, *(_GROUNDS if any(key in table for key in _GROUNDS) else ())}
    given = {key: value for key, value in original.values.items() if key not in left_out}
    role = original.values.get("role", "P")
    # The main title stands once; said again it is a heading all the same.
    given["role"] = "H2" if role == "H1" else role
    return TemplateTable({**given, **table.values}, table.path, table.book)


def drop_echoes(book: FaultBook, slots: Mapping[str, AnySlot]) -> None:
    """Leave out faults that a translation only has from its original, where they stand already."""
    told = {(fault.where, fault.problem) for fault in book.faults}
    originals = {slot.key: slot.translates for slot in slots.values() if isinstance(slot, TextSlot) and slot.translates}
    for key, original in originals.items():
        prefix = f"slot.{key}."
        book.faults[:] = [
            fault
            for fault in book.faults
            if not fault.where.startswith(prefix)
            or (f"slot.{original}.{fault.where.removeprefix(prefix)}", fault.problem) not in told
        ]


def judge_translations(slots: Mapping[str, AnySlot], broken: frozenset[str], book: FaultBook) -> None:
    """Report translations of what is no text, of what is translated already, or with less room than their original."""
    texts = {key: slot for key, slot in slots.items() if isinstance(slot, TextSlot)}
    taken: dict[str, str] = {}
    for slot in texts.values():
        if not slot.translates or slot.translates in broken:
            continue
        where = f"slot.{slot.key}"
        original = texts.get(slot.translates)
        others = [key for key, other in texts.items() if key != slot.key and not other.translates]
        if original is None or original is slot:
            cure = choose(slot.translates, others)
            book.add(f"{where}.translates", f'there is no other text slot "{slot.translates}"', cure)
        elif original.translates:
            book.add(f"{where}.translates", f"{original.key} is a translation itself", choose(slot.translates, others))
        elif original.key in taken:
            problem = f"{taken[original.key]} translates {original.key} already"
            book.add(f"{where}.translates", problem, "keep one: a poster has two languages at most")
        else:
            _judge_pair(slot, original, book)
        taken[slot.translates] = slot.key


def _judge_pair(slot: TextSlot, original: TextSlot, book: FaultBook) -> None:
    where = f"slot.{slot.key}"
    if slot.required:
        book.add(f"{where}.required", "a poster may be in one language", "leave it out")
    if slot.role == "H1":
        book.add(f"{where}.role", f"{original.key} is the main title", "leave role out, or use H2")
    if slot.max_chars < original.max_chars:
        problem = f"allows {slot.max_chars} characters where {original.key} allows {original.max_chars}"
        book.add(f"{where}.max_chars", problem, f"leave it out: that of {original.key} holds")
    if slot.lines[1] < original.lines[1]:
        problem = f"allows {slot.lines[1]} lines where {original.key} allows {original.lines[1]}"
        book.add(f"{where}.lines", problem, f"leave it out: those of {original.key} hold")
