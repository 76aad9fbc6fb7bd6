"""The files of the brand kit that pages show as they are."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4)
def logo_file(kit: Path, ground: str) -> Path | None:
    """Return the brand's mark for a ground, "light" or "dark", as the kit names it; None for any other ground."""
    with (kit / "brand.toml").open("rb") as file:
        named = tomllib.load(file)["logo"]
    return kit / named[ground] if ground in ("light", "dark") else None


def symbol_file(kit: Path) -> Path | None:
    """Return the brand's symbol for the tabs of browsers, else its mark."""
    symbol = kit / "logos" / "favicon.svg"
    return symbol if symbol.is_file() else logo_file(kit, "light")


def illustration_file(kit: Path, name: str) -> Path | None:
    """Return an illustration by name, None for what is no plain name."""
    return kit / "illustrations" / f"{name}.svg" if re.fullmatch("[a-z0-9-]+", name) else None
