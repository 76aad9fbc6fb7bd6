"""What a poster can become, in plain words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.engine.geometry import Size
from app.engine.imposition import SAFE_EDGE, HomePrint, home_print
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.engine.units import to_mm
from app.services.file_pages import page_of, pixels_of
from app.services.home_prints import has_tiny_type
from app.services.press_prints import settled
from app.services.purposes import goals_of
from app.web.downloads.asked import query_of, usual_options
from app.web.downloads.pictures import limits_of, use_of
from app.web.downloads.ways import Way, Ways, home_ways, other_way, press_ways, size_of, way_size, way_title
from app.web.formats import FOR_ANY_PRINTER, format_name, format_size
from app.web.language import decimal, gettext
from app.web.shell import services

# A poster that comes out as much smaller or larger than it is meant to be is told of.
_AS_LARGE = 0.95, 1.05

# What a screen on a wall shows upright; a lying one has a format of its own.
_ON_A_WALL = ("story",)


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
    had beside it. ways: how else it can be made. rather: a question, and the way for who says yes. advice: against what
    may go wrong. limits: what a picture may weigh where it is posted.
    """

    destination: Destination
    title: str
    size: str
    detail: str
    usual: Variant
    options: Options = Options()
    others: tuple[Variant, ...] = ()
    ways: Ways | None = None
    rather: tuple[str, Way] | None = None
    advice: str = ""
    limits: str = ""


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
        Variant(gettext("Download voor de drukker (pdf)"), query_of(found, "print", options)),
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
        _home_detail(found, way),
        Variant(_home_label(way), query_of(found, "home", options)),
        options,
        ways=home_ways(found, options, services().catalog.brand),
        rather=other_way(found, options),
        advice=_against_the_edge(way),
    )


def _home_size(found: Format, way: HomePrint | None) -> str:
    if way is not None and way.way == "tiles":
        return way_size(way)
    if way is not None and way.way == "up":
        return gettext("%(cards)s, elk %(size)s", cards=way_title(way), size=size_of(way))
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


def _home_detail(found: Format, way: HomePrint | None) -> str:
    if way is not None and way.way == "tiles":
        return gettext(
            "Op ware grootte. Print op 100\u00a0%%, knip de rand weg en lijm de bladen op elkaar. De eerste pagina van "
            "de pdf is uitleg: ze toont hoe het moet. Daarna komen de %(num)d bladen.",
            num=way.sheets,
        )
    if way is not None and way.way == "up":
        words = gettext(
            "Iets kleiner dan een echte %(format)s, want je printer laat de rand van het papier wit. Print op stevig "
            "papier, op 100\u00a0%%, en knip langs de streepjes.",
            format=format_name(found),
        )
        tiny = gettext("De kleinste letters worden heel klein: kijk of je ze nog kunt lezen.")
        return f"{words} {tiny}" if has_tiny_type(found, way, services().catalog.brand) else words
    return gettext("Met de witte rand die je printer nodig heeft. Print op 100\u00a0%.")


def _home_label(way: HomePrint | None) -> str:
    if way is not None and way.way == "tiles":
        paper = way.paper.upper()
        return gettext("Download %(num)d bladen %(paper)s + uitleg (pdf)", num=way.sheets, paper=paper)
    if way is not None and way.way == "up":
        return gettext("Download de kaartjes (pdf)")
    return gettext("Download voor thuis (pdf)")


def _against_the_edge(way: HomePrint | None) -> str:
    """Return what to do where a printer reaches less far than most; what leaves a wide edge needs no advice."""
    if way is None or way.edge >= SAFE_EDGE:
        return ""
    if way.way == "tiles":
        return gettext(
            "Valt er aan een rand iets weg? Print dan alle bladen op 95\u00a0%: ze passen nog altijd op elkaar, en je "
            "affiche wordt een beetje kleiner."
        )
    return gettext("Valt er aan een rand iets weg? Print dan op 95\u00a0%.")


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
    first, *others = _pictures(found)
    return Choice(
        "screen",
        gettext("Scherm"),
        gettext("%(width)d × %(height)d pixels", width=size.width, height=size.height),
        use_of(found),
        first,
        options,
        tuple(others),
        limits=limits_of(found),
    )


def _pictures(found: Format) -> Iterator[Variant]:
    """Yield the kinds of pictures, the usual first: one of paper is for pages and mails, and should be light."""
    if found.unit == "mm":
        yield Variant(gettext("Download als afbeelding (jpg)"), {"soort": "jpg"})
        yield Variant(gettext("Nog scherper, maar veel zwaarder (png)"), {"soort": "png"})
        return
    yield Variant(gettext("Download als afbeelding (png)"), {"soort": "png"})
    yield Variant(gettext("Als kleiner bestand, handig om door te sturen (jpg)"), {"soort": "jpg"})
    if found.key in _ON_A_WALL:
        size = pixels_of(found, double=True)
        words = gettext("Voor een staand 4K-scherm, %(width)d × %(height)d (png)", width=size.width, height=size.height)
        yield Variant(words, {"soort": "png", "dubbel": "ja"})
