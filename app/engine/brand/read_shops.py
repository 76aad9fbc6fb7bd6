"""Reading the print shops of a kit: one file for each in `shops`, and one in `conditions` for each kind of paper."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from app.engine.brand.colours import read_condition
from app.engine.brand.folder import KitFolder
from app.engine.brand.press import Shop
from app.engine.color import Ink, PrintCondition
from app.engine.errors import Fault
from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.sheet import STANDARDS
from app.engine.toml_table import FaultBook, Table, choose, read_toml

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Nobody asks more; boards want 10 mm.
_MOST_BLEED = 20.0


class _Read(NamedTuple):
    """A shop with its place among the others."""

    order: int
    shop: Shop


def read_shops(
    folder: KitFolder, own: PrintCondition, palette: Mapping[str, Ink]
) -> tuple[Mapping[str, Shop], list[Fault]]:
    """Return the shops of a kit in their order, and every fault of their files; none of both for a kit without.

    own: the kit's printing condition, of shops that name no other. palette: every colour must keep to every ink limit.
    """
    books: list[FaultBook] = []
    conditions = {key: _condition(table, folder, palette) for key, table in _tables(folder, "conditions", books)}
    found = [_shop(key, table, own, conditions) for key, table in _tables(folder, "shops", books)]
    shops = sorted((each for each in found if each is not None), key=lambda each: (each.order, each.shop.key))
    return {each.shop.key: each.shop for each in shops}, [fault for book in books for fault in book.faults]


def _tables(folder: KitFolder, place: str, books: list[FaultBook]) -> Iterator[tuple[str, Table]]:
    """Yield every file of a folder inside the kit by its key; what is wrong with a file goes into a book of its own."""
    for name in folder.files:
        path = PurePosixPath(name)
        if path.parent.as_posix() != place or path.suffix != ".toml":
            continue
        book = folder.book(name)
        books.append(book)
        if not _KEY.fullmatch(path.stem):
            book.add("file", f'"{path.stem}" is no key', "name it in small letters, figures and hyphens", line=0)
        table = read_toml(book.text, book)
        if table is not None:
            yield path.stem, table


def _condition(table: Table, folder: KitFolder, palette: Mapping[str, Ink]) -> PrintCondition | None:
    condition = read_condition(table, folder, is_own=False)
    for ink in palette.values() if condition else ():
        if condition is not None and round(ink.cmyk.coverage, 3) > condition.ink_limit:
            table.fault(
                "ink_limit",
                f"is {condition.ink_limit:g} %, and {ink.name} of the palette holds {ink.cmyk.coverage:.0f} %",
                "take ink out of the colour, black last, or ask the shops for more",
            )
    return condition


def _shop(key: str, table: Table, own: PrintCondition, conditions: Mapping[str, PrintCondition | None]) -> _Read | None:
    order = table.whole("order", least=0, most=1000, default=100)
    bleed = table.number("bleed", least=0, most=_MOST_BLEED)
    marks = table.flag("marks")
    standard = table.one_of("standard", STANDARDS)
    named = table.text("condition", default="")
    name, whom = _words(table.table("name")), _words(table.table("for"))
    paper = table.optional_table("paper")
    advice = _words(paper) if paper is not None else None
    table.close()
    if named and named not in conditions:
        table.fault("condition", f'there is no file "conditions/{named}.toml" in the kit', choose(named, conditions))
    condition = conditions.get(named) if named else own
    if condition is None:
        return None
    shop = Shop(
        key=key,
        name=name,
        whom=whom,
        bleed=bleed,
        marks=marks,
        standard=standard,
        condition=condition,
        paper=advice,
    )
    return _Read(order, shop)


def _words(table: Table) -> Sentence:
    """Return words in every language of the interface."""
    said = {language: table.text(language) for language in INTERFACE_LANGUAGES}
    table.close()
    return Sentence(**said)
