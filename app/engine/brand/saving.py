"""How a brand saves ink on a printer at home."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.engine.color import Ink
from app.engine.toml_table import Table, choose


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingRules:
    """What becomes of colours when a poster is printed with little ink.

    grounds: palette colour → what a large field of it becomes; a kit without any saves nothing. bar: what bars of bare
    paper become, where they would lie on paper; pale: what small shapes become that are too pale to be seen on paper;
    empty: they stay. large: share of the sheet, 0–1, from which a field is large. edge: width of the line that stays of
    a field, in ‰ of the sheet.
    """

    grounds: Mapping[str, str] = field(default_factory=dict)
    bar: str = ""
    pale: str = ""
    large: float = 0.1
    edge: float = 8.0


def read_saving(kit: Table, palette: Mapping[str, Ink]) -> SavingRules:
    """Read `[saving]`, which a kit may leave out. Every ground must become one that takes less ink."""
    table = kit.optional_table("saving")
    if table is None:
        return SavingRules()
    colours = tuple(palette) or ("",)
    grounds = table.table("grounds")
    rules = SavingRules(
        grounds={ground: grounds.one_of(ground, colours) for ground in grounds.values},
        bar=table.one_of("bar", colours),
        pale=table.one_of("pale", colours),
        large=table.number("large", least=0.01, most=1),
        edge=table.number("edge", least=0, most=50),
    )
    for ground, becomes in rules.grounds.items():
        if ground not in palette:
            grounds.fault(ground, "is no colour of the palette", choose(ground, colours))
        elif becomes in palette and palette[becomes].cmyk.coverage >= palette[ground].cmyk.coverage:
            grounds.fault(ground, f"{becomes} takes no less ink", "choose a lighter colour")
    for part in (grounds, table):
        part.close()
    return rules
