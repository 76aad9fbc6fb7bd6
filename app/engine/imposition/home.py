"""Every way in which a printer at home can put a poster on paper, told without painting anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.engine.geometry import Size
from app.engine.imposition.cards import plan_cards
from app.engine.imposition.paper import HOME_EDGE, PAPERS, fit
from app.engine.imposition.tiles import MANY_SHEETS, plan_tiles
from app.engine.sheet import Format, Paper

Way = Literal["fit", "tiles", "up"]
"""Fitted to one sheet, at true size over several, or several on one."""

# Who chose a small poster wants it small, and on one sheet there is room for several.
_WAYS: tuple[Way, ...] = ("up", "fit", "tiles")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePrint:
    """What comes out of the printer.

    sheets: with a part of the poster; the page that explains how they go together is not among them.
    copies: of the poster on them. columns, rows: of sheets, or of copies on the one sheet. lying: the sheets.
    poster: how large each copy becomes, in pt. scale: of true size. edge: of each sheet that stays white, in pt.
    """

    way: Way
    paper: Paper
    lying: bool
    poster: Size
    sheets: int = 1
    copies: int = 1
    columns: int = 1
    rows: int = 1
    scale: float = 1.0
    edge: float = HOME_EDGE


def home_prints(format: Format) -> tuple[HomePrint, ...]:
    """Return every way for a format, the most usual first; none for formats that are not printed at home."""
    return tuple(sorted(_all(format), key=lambda way: way.sheets > MANY_SHEETS))


def _all(format: Format) -> Iterator[HomePrint]:
    for way in _WAYS:
        for paper in PAPERS:
            found = home_print(format, way=way, paper=paper)
            if found is not None:
                yield found


@lru_cache(maxsize=256)
def home_print(format: Format, *, way: Way, paper: Paper) -> HomePrint | None:
    """Return what one way gives, None where a format cannot go that way on that paper.

    Every size on paper can go over many sheets, those of the poster trade too.
    """
    if "home" not in format.destinations and way != "tiles":
        return None
    match way:
        case "fit":
            return _fitted(format, paper)
        case "tiles":
            return _tiled(format, paper)
    return _cards(format, paper)


def _fitted(format: Format, paper: Paper) -> HomePrint | None:
    if paper not in format.papers:
        return None
    found = fit(format.trim, PAPERS[paper])
    return HomePrint(
        way="fit",
        paper=paper,
        lying=found.sheet.width > found.sheet.height,
        poster=found.place.size,
        scale=found.scale,
    )


def _tiled(format: Format, paper: Paper) -> HomePrint | None:
    plan = plan_tiles(format, paper)
    if plan is None:
        return None
    return HomePrint(
        way="tiles",
        paper=paper,
        lying=plan.lying,
        poster=format.trim,
        sheets=len(plan.tiles),
        columns=plan.columns,
        rows=plan.rows,
        edge=plan.edge,
    )


def _cards(format: Format, paper: Paper) -> HomePrint | None:
    plan = plan_cards(format, paper)
    if plan is None:
        return None
    return HomePrint(
        way="up",
        paper=paper,
        lying=plan.lying,
        poster=plan.places[0].size,
        copies=len(plan.places),
        columns=plan.columns,
        rows=plan.rows,
        scale=plan.scale,
    )
