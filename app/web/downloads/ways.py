"""The ways to have one file that are folded away: each a link that keeps everything else that was chosen."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.imposition import HomePrint, home_print, home_prints
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.units import to_mm
from app.services.home_prints import home_options
from app.services.press_prints import LEAST_TO_SCALE_MM, settled
from app.web.downloads.asked import usual_options
from app.web.language import gettext, ngettext
from app.web.shell import say


class Way(NamedTuple):
    """One of several ways. options: what choosing it asks for."""

    title: str
    detail: str
    options: Options
    is_chosen: bool


class Switch(NamedTuple):
    """Something that is there or not. label, detail: of what pressing it does. options: afterwards."""

    label: str
    detail: str
    options: Options


class Ways(NamedTuple):
    """What is folded away under one line. question: above the ways. chosen: in words, empty for the usual file.

    usual: the options that lead back.
    """

    goal: Destination
    line: str
    question: str
    ways: tuple[Way, ...]
    switches: tuple[Switch, ...]
    chosen: str
    usual: Options


def press_ways(found: Format, chosen: Options, brand: BrandKit) -> Ways | None:
    """Return what print shops ask besides; None for a kit that knows of nothing."""
    rules = settled(chosen, brand)
    ways = tuple(
        Way(
            say(shop.name),
            say(shop.whom),
            replace(chosen, shop="" if shop.key == brand.print.shop else shop.key, marks=None),
            rules.shop == shop.key,
        )
        for shop in brand.shops.values()
    )
    return Ways(
        "print",
        gettext("Mijn drukker vraagt iets anders"),
        gettext("Welke drukker?"),
        ways,
        tuple(_press_switches(found, chosen, brand)),
        ", ".join(_press_words(chosen, brand)),
        usual_options(found, "print"),
    )


def _press_switches(found: Format, chosen: Options, brand: BrandKit) -> Iterator[Switch]:
    asked, marked = brand.at(chosen.shop).print.marks, bool(settled(chosen, brand).marks)
    yield Switch(
        gettext("Laat de snijtekens weg") if marked else gettext("Zet er snijtekens bij"),
        gettext("De streepjes die tonen waar er gesneden wordt, vallen dan weg. Sommige drukkers willen dat.")
        if marked
        else gettext("Streepjes die tonen waar er gesneden wordt. Sommige drukkers weigeren ze."),
        replace(chosen, marks=None if asked != marked else not marked),
    )
    if max(found.width, found.height) >= LEAST_TO_SCALE_MM:
        small = chosen.scale > 1
        yield Switch(
            gettext("Maak het bestand op ware grootte") if small else gettext("Maak het bestand op schaal 1:10"),
            gettext("Je drukker hoeft het bestand dan niet meer te vergroten.")
            if small
            else gettext("Drukkers van grote affiches vragen dat soms. Zij vergroten het bestand tien keer."),
            replace(chosen, scale=1 if small else 10),
        )


def _press_words(chosen: Options, brand: BrandKit) -> Iterator[str]:
    if chosen.shop:
        yield say(brand.shops[chosen.shop].name)
    if chosen.marks is not None:
        yield gettext("met snijtekens") if chosen.marks else gettext("zonder snijtekens")
    if chosen.scale > 1:
        yield gettext("op schaal 1:10")


def home_ways(found: Format, chosen: Options, brand: BrandKit) -> Ways:
    """Return how else a printer at home can do it."""
    both = {"save_ink": chosen.save_ink, "gray": chosen.gray}
    ways = tuple(
        Way(way_title(way), way_size(way), options, options == chosen)
        for way in home_prints(found)
        for options in [home_options(way, **both)]
    )
    return Ways(
        "home",
        gettext("Ander papier, groter of zuiniger printen"),
        gettext("Hoe wil je printen?"),
        ways if len(ways) > 1 else (),
        tuple(_home_switches(chosen, brand)),
        ", ".join(_home_words(found, chosen)),
        usual_options(found, "home"),
    )


def _home_switches(chosen: Options, brand: BrandKit) -> Iterator[Switch]:
    if brand.saving.grounds:
        yield Switch(
            gettext("Toch alle inkt") if chosen.save_ink else gettext("Spaar inkt"),
            gettext("Grote vlakken krijgen dan weer hun kleur.")
            if chosen.save_ink
            else gettext("Grote gekleurde vlakken blijven dan wit papier."),
            replace(chosen, save_ink=not chosen.save_ink),
        )
    yield Switch(
        gettext("Toch in kleur") if chosen.gray else gettext("In zwart-wit"),
        gettext("Nu print je alles in zwart en grijs.")
        if chosen.gray
        else gettext("Het tekeningetje toont dan hoe je affiche eruitziet zonder kleur."),
        replace(chosen, gray=not chosen.gray),
    )


def _home_words(found: Format, chosen: Options) -> Iterator[str]:
    way = home_print(found, way=chosen.way, paper=chosen.sheets)
    usual = usual_options(found, "home")
    if way is not None and (chosen.way, chosen.sheets) != (usual.way, usual.sheets):
        yield way_title(way)
    if chosen.save_ink:
        yield gettext("met weinig inkt")
    if chosen.gray:
        yield gettext("in zwart-wit")


def way_title(way: HomePrint) -> str:
    """Return what a way to print at home is called."""
    paper = way.paper.upper()
    match way.way:
        case "tiles":
            return gettext("Groot, uit %(sheets)d %(paper)s-bladen", sheets=way.sheets, paper=paper)
        case "up":
            return gettext("%(copies)d kaartjes op één %(paper)s-blad", copies=way.copies, paper=paper)
    return gettext("Op één %(paper)s-blad", paper=paper)


def way_size(way: HomePrint) -> str:
    """Return what comes of a way to print at home."""
    size, paper = size_of(way), way.paper.upper()
    match way.way:
        case "tiles":
            lies = gettext("liggende bladen") if way.lying else gettext("staande bladen")
            across = ngettext("%(num)d blad breed", "%(num)d bladen breed", way.columns)
            down = ngettext("%(num)d blad hoog", "%(num)d bladen hoog", way.rows)
            return gettext(
                "Op %(paper)s-papier. Samen %(size)s: %(across)s, %(down)s (%(lies)s)",
                paper=paper,
                size=size,
                across=across,
                down=down,
                lies=lies,
            )
        case "up":
            return gettext("Om uit te knippen, elk %(size)s", size=size)
    return gettext("Je affiche wordt %(size)s", size=size)


def size_of(way: HomePrint) -> str:
    """Return how large each poster becomes, in whole mm."""
    width, height = (round(to_mm(side)) for side in way.poster)
    return f"{width} × {height} mm"


def other_way(found: Format, chosen: Options) -> tuple[str, Way] | None:
    """Return what many would rather have than the chosen way, after the question that leads to it."""
    way = home_print(found, way=chosen.way, paper=chosen.sheets)
    if way is None:
        return None
    if way.paper == "a3":
        return _offered(found, chosen, gettext("Heb je alleen A4-papier?"), home_print(found, way=way.way, paper="a4"))
    if way.way == "up":
        return _offered(found, chosen, gettext("Liever groot?"), home_print(found, way="fit", paper="a4"))
    return None


def _offered(found: Format, chosen: Options, question: str, way: HomePrint | None) -> tuple[str, Way] | None:
    if way is None:
        return None
    options = home_options(way, save_ink=chosen.save_ink, gray=chosen.gray)
    return question, Way(way_title(way), way_size(way), options, is_chosen=False)
