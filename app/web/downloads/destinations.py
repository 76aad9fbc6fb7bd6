"""What a poster can become, in plain words."""

from collections.abc import Mapping
from typing import NamedTuple

from app.engine.geometry import Size
from app.engine.imposition import HomePrint, home_print
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.units import to_mm
from app.services.file_pages import page_of, pixels_of
from app.services.press_prints import settled
from app.web.downloads.asked import goals_of, query_of, usual_options
from app.web.downloads.ways import Ways, home_ways, press_ways, way_size
from app.web.formats import FOR_ANY_PRINTER, format_name, format_size
from app.web.language import decimal, gettext
from app.web.shell import services

# A poster that comes out as much smaller or larger than it is meant to be is told of.
_AS_LARGE = 0.95, 1.05


class Variant(NamedTuple):
    """One way to have a file. label: of its link. query: what its address asks for beside the destination.

    page: the endpoint that answers, for what is no file of a destination.
    """

    label: str
    query: Mapping[str, str] = {}
    page: str = "downloads.file"


class Choice(NamedTuple):
    """What a file is for.

    title: for what. size: its measures. detail: what to know of it. options: what it is made with. others: what can be
    had beside it. ways: how else it can be made.
    """

    destination: Destination
    title: str
    size: str
    detail: str
    usual: Variant
    options: Options = Options()
    others: tuple[Variant, ...] = ()
    ways: Ways | None = None


def choices_for(
    found: Format, wishes: Mapping[Destination, Options] | None = None, *, at_home: bool = False
) -> tuple[Choice, ...]:
    """Return what a format can become, the most usual first.

    wishes: what is asked of the files. at_home: whether most print it themselves.
    """
    makers = {"print": _printer, "home": _home, "web": _website, "screen": _screen}
    first = ("home",) if at_home else ()
    order = dict.fromkeys((*first, *makers))
    asked = wishes or {}
    return tuple(
        makers[goal](found, asked.get(goal, usual_options(found, goal))) for goal in order if goal in goals_of(found)
    )


def _printer(found: Format, options: Options) -> Choice:
    brand = services().catalog.brand
    bleed = brand.at(options.shop).print.bleed
    return Choice(
        "print",
        gettext("Drukker"),
        gettext("%(size)s, plus %(bleed)s mm rondom om af te snijden", size=format_size(found), bleed=f"{bleed:g}"),
        _press_detail(found, options),
        Variant(gettext("Download voor de drukker (pdf)"), query_of("print", options)),
        options,
        ways=press_ways(found, options, brand),
    )


def _press_detail(found: Format, options: Options) -> str:
    if options.scale == 1:
        return gettext("In de kleuren van de drukpers. Mail dit bestand zoals het is naar je drukker.")
    brand = services().catalog.brand
    page = page_of(brand.at(options.shop).sheet(found), "print", settled(options, brand))
    return gettext(
        "In het bestand is je affiche tien keer kleiner: %(size)s. Zeg je drukker dat het op schaal 1:10 is.",
        size=_tenths_mm(page.poster.size),
    )


def _tenths_mm(size: Size) -> str:
    """Return a size to the tenth of a millimetre, as it is written here."""
    width, height = (decimal(to_mm(side)) for side in size)
    return f"{width} × {height} mm"


def _home(found: Format, options: Options) -> Choice:
    way = home_print(found, way=options.way, paper=options.sheets)
    return Choice(
        "home",
        gettext("Thuis"),
        _home_size(found, way),
        _home_detail(way),
        Variant(_home_label(way), query_of("home", options)),
        options,
        ways=home_ways(found, options, services().catalog.brand),
    )


def _home_size(found: Format, way: HomePrint | None) -> str:
    if way is not None and way.way != "fit":
        return way_size(way)
    paper = (way.paper if way else "a4").upper()
    scale = way.scale if way else 1.0
    smallest, largest = _AS_LARGE
    if scale < smallest and found.key not in FOR_ANY_PRINTER:
        return gettext(
            "Past op %(paper)s-papier: je %(format)s komt er kleiner uit", paper=paper, format=format_name(found)
        )
    if scale > largest:
        return gettext(
            "Past op %(paper)s-papier: je %(format)s komt er groter uit", paper=paper, format=format_name(found)
        )
    return gettext("Past op %(paper)s-papier", paper=paper)


def _home_detail(way: HomePrint | None) -> str:
    if way is not None and way.way == "tiles":
        return gettext(
            "Op ware grootte. Print op 100\u00a0%, knip de rand weg en lijm de bladen op elkaar. "
            "Blad 1 toont hoe het moet."
        )
    if way is not None and way.way == "up":
        return gettext("Print op stevig papier, op 100\u00a0%. Knip langs de streepjes.")
    return gettext("Met de witte rand die je printer nodig heeft. Print op 100\u00a0%.")


def _home_label(way: HomePrint | None) -> str:
    if way is not None and way.way == "tiles":
        return gettext("Download de %(num)d bladen (pdf)", num=way.sheets)
    if way is not None and way.way == "up":
        return gettext("Download de kaartjes (pdf)")
    return gettext("Download voor thuis (pdf)")


def _website(found: Format, options: Options) -> Choice:
    return Choice(
        "web",
        gettext("Website"),
        gettext("Eén pagina, scherp op elk scherm"),
        gettext("Een licht bestand voor je site of een mail, met links die werken."),
        Variant(gettext("Download voor de website (pdf)")),
        options,
        (
            Variant(gettext("Als webpagina, met de tekst onder het beeld (html)"), page="downloads.web_page"),
            Variant(gettext("Alleen de tekst (txt)"), page="downloads.text"),
        ),
    )


def _screen(found: Format, options: Options) -> Choice:
    size = pixels_of(found)
    return Choice(
        "screen",
        gettext("Scherm"),
        gettext("%(width)d × %(height)d pixels", width=size.width, height=size.height),
        screen_use(found) or gettext("De scherpste afbeelding, voor een scherm in de gang of een bericht."),
        Variant(gettext("Download als afbeelding (png)"), {"soort": "png"}),
        options,
        (Variant(gettext("Als kleiner bestand, handig om door te sturen (jpg)"), {"soort": "jpg"}),),
    )


def screen_use(found: Format) -> str:
    """Return what pictures of a format in pixels are for; nothing of what is paper."""
    return {
        "square": gettext("Voor een bericht op Instagram, Facebook of LinkedIn."),
        "feed": gettext("Voor een staand bericht op Instagram of Facebook: het vult het scherm van een telefoon."),
        "story": gettext("Voor een story, en voor een staand infoscherm in de gang."),
        "wide": gettext("Voor een liggend infoscherm of tv, en tussen je dia’s."),
        "uhd": gettext("Voor een groot infoscherm of tv in 4K."),
    }.get(found.key, "")
