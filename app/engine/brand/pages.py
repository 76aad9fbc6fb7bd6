"""Reading `[pages]`: the type of the tool's own pages, and the two lines on them that only the brand can write."""

from collections.abc import Iterator

from app.engine.brand.folder import KitFolder
from app.engine.brand.lines import read_line
from app.engine.brand.values import PageLook
from app.engine.toml_table import Table

# Of CSS, as the pages use them: running text, what is stressed, headlines.
_WEIGHTS = ("400", "500", "800")

# How a WOFF2 file begins. Source: W3C, WOFF File Format 2.0, 4.1.
_WOFF2 = b"wOF2"


def read_pages(kit: Table, folder: KitFolder) -> PageLook:
    """Read `[pages]`; without it pages speak of no brand and are set in the type of the device."""
    table = kit.optional_table("pages")
    if table is None:
        return PageLook()
    look = PageLook(
        fonts=dict(_read_fonts(table.optional_table("fonts"), folder)),
        greeting=read_line(table, "greeting"),
        motto=read_line(table, "motto"),
    )
    table.close()
    return look


def _read_fonts(table: Table | None, folder: KitFolder) -> Iterator[tuple[int, bytes]]:
    """Yield the font of each weight: all of them, or none."""
    if table is None:
        return
    for weight in _WEIGHTS:
        data = folder.bytes_of(table, weight)
        if data is not None and not data.startswith(_WOFF2):
            table.fault(weight, "is no WOFF2 file", "make it with script/interface_fonts")
        elif data is not None:
            yield int(weight), data
    table.close()
