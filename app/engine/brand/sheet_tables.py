"""Measures that have one value for each sheet size, in between for own sizes."""

from bisect import bisect
from collections.abc import Mapping

from app.engine.sheet import FORMATS, Format
from app.engine.toml_table import Table
from app.engine.units import MM, PX_SCREEN

SheetTable = Mapping[str, float]
"""A measure for each format key. Formats of one size share a value; pixel formats stand under "px"."""

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


def measure(table: SheetTable, format: Format) -> float:
    """Return the measure that a table gives for a format, in the table's own unit; of an own size one in between."""
    if format.unit == "px":
        return table["px"]
    return _between(table, format) if format.is_own else table[format.key.removesuffix("-landscape")]


def _between(table: SheetTable, format: Format) -> float:
    """Return a measure between those of the next smaller and the next larger sheet by area, along the root of it.

    Below the smallest and above the largest sheet the measure is theirs.
    """
    sheets = sorted((FORMATS[key].trim.geometric_mean, value) for key, value in table.items() if key != "px")
    size = format.trim.geometric_mean
    place = min(max(bisect(sheets, (size,)), 1), len(sheets) - 1)
    (low, least), (high, most) = sheets[place - 1 : place + 1]
    share = min(max((size - low) / (high - low), 0.0), 1.0)
    return least + (most - least) * share


def length(table: SheetTable, format: Format) -> float:
    """Return a measure in pt, from a table in mm that is in px for pixel formats."""
    return measure(table, format) * (MM if format.unit == "mm" else PX_SCREEN)
