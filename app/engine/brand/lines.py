"""Reading what a kit says to visitors: one line in every language of the interface."""

from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.toml_table import Table


def read_line(table: Table, key: str) -> Sentence | None:
    """Read the table of a line, such as `[pages.motto]`; None where it is not there."""
    said = table.optional_table(key)
    if said is None:
        return None
    line = Sentence(**{language: said.text(language) for language in INTERFACE_LANGUAGES})
    said.close()
    return line
