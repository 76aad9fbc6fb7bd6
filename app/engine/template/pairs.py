"""Which colour may stand on which, as the brand kit allows."""

from app.engine.brand import BrandKit
from app.engine.template.table import TemplateTable
from app.engine.toml_table import listed


def judge_pair(table: TemplateTable, *, large: bool, brand: BrandKit) -> None:
    """Report an ink that the brand does not allow on its ground, the bar's or the one meant, for type of this size."""
    ground = "bar" if "bar" in table else "on"
    if not (table.names("ink", brand.palette) and table.names(ground, brand.palette)):
        return
    ink, on = table.text("ink"), table.text(ground)
    allowed = {pair.ink: pair.large_only for pair in brand.pairs if pair.on == on}
    if ink in allowed and (large or not allowed[ink]):
        return
    fit = [name for name, large_only in allowed.items() if large or not large_only]
    problem = f"{ink} on {on} is only for large type" if ink in allowed else f"{ink} may not stand on {on}"
    table.fault("ink", problem, f"on {on} use {listed(fit)}" if fit else f"choose another ground than {on}")
