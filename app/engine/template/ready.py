"""Reading `[[ready]]`: texts that fill a whole poster with one press."""

from collections.abc import Mapping

from app.engine.template.kinds import AnySlot, TextSlot
from app.engine.template.own_texts import fits, is_text
from app.engine.template.table import TemplateTable
from app.engine.template.values import ReadySet
from app.engine.toml_table import choose


def read_ready(
    top: TemplateTable,
    slots: Mapping[str, AnySlot],
    languages: tuple[str, ...],
    *,
    professions: tuple[str, ...],
    messages: tuple[str, ...],
    message: str,
) -> tuple[ReadySet, ...]:
    """Return the ready-made sets. message: the template's own, which holds where a set names none."""
    found = []
    for table in top.list_of_tables("ready"):
        profession = table.one_of("profession", professions) if "profession" in table else ""
        texts = {
            language: _texts(table, language, value, slots)
            for language, value in table.by_language("text", languages).items()
        }
        found.append(
            ReadySet(
                profession=profession,
                message=table.one_of("message", messages, default=message),
                texts={language: said for language, said in texts.items() if said},
            )
        )
        if not texts:
            table.fault("text", "says nothing in any language", 'write text.nl = { headline = "…" }')
        table.close()
    return tuple(found)


def _texts(table: TemplateTable, language: str, value: object, slots: Mapping[str, AnySlot]) -> dict[str, str]:
    """Return the texts of one language by slot; what does not fit its slot is a fault."""
    if not isinstance(value, dict):
        table.fault(f"text.{language}", "is not a table", 'write { headline = "…" }')
        return {}
    known = {key: slot for key, slot in slots.items() if isinstance(slot, TextSlot)}
    found: dict[str, str] = {}
    for name, text in value.items():
        key = f"text.{language}.{name}"
        slot = known.get(name)
        if slot is None:
            table.fault(key, f"there is no text slot {name}", choose(name, known))
        elif slot.words:
            table.fault(key, f"takes the {slot.words} of the brand kit", "leave it out here")
        elif is_text(text, table, key) and fits(table, key, text, slot.lines[1], slot.max_chars):
            if slot.is_placeholder(text):
                table.fault(key, "equals the placeholder", "write what may stand on a finished poster")
            found[name] = text
    return found
