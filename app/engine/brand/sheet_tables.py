"""Measures that have one value for each sheet size."""

from app.engine.brand.values import SheetTable
from app.engine.sheet import FORMATS
from app.engine.toml_table import Table

SHEETS: tuple[str, ...] = tuple(
    dict.fromkeys(
        "px" if found.unit == "px" else found.key.removesuffix("-landscape")
        for found in sorted(FORMATS.values(), key=lambda found: found.unit)
    )
)
"""The columns of a sheet table: each size once, all pixel formats under "px"."""


def sheet_table(table: Table, key: str, *, least: float, most: float) -> SheetTable:
    """Read a measure for every sheet size, each within limits. Every size must be there, and no other."""
    columns = table.table(key)
    found = {sheet: columns.number(sheet, least=least, most=most) for sheet in SHEETS}
    columns.close()
    return found


def compare(table: Table, lower_key: str, lower: SheetTable, upper_key: str, upper: SheetTable) -> None:
    """Write down every sheet size at which a lower limit stands above an upper one."""
    for sheet in SHEETS:
        if lower[sheet] > upper[sheet]:
            table.fault(
                f"{lower_key}.{sheet}",
                f"{lower[sheet]:g} is above {upper_key} ({upper[sheet]:g})",
                f"keep {lower_key} at or under {upper_key} on every sheet",
            )
