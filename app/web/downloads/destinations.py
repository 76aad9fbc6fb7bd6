"""What a poster can become, in plain words."""

from collections.abc import Mapping
from typing import NamedTuple

from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.services.file_pages import page_of, pixels_of
from app.web.formats import FOR_ANY_PRINTER, format_name, format_size
from app.web.language import gettext
from app.web.shell import services

# A poster that comes out as much smaller or larger than it is meant to be is told of.
_AS_LARGE = 0.95, 1.05


class Variant(NamedTuple):
    """One way to have a file. label: of its link. query: what its address asks for beside the destination."""

    label: str
    query: Mapping[str, str]
    options: Options = Options()


class Choice(NamedTuple):
    """What a file is for.

    title: for what. size: its measures. detail: what to know of it. others: for those who need them.
    """

    destination: Destination
    title: str
    size: str
    detail: str
    usual: Variant
    others: tuple[Variant, ...] = ()


def choices_for(found: Format, *, at_home: bool = False) -> tuple[Choice, ...]:
    """Return what a format can become, the most usual first. at_home: whether most print it themselves."""
    makers = {"print": _printer, "home": _home, "web": _website, "screen": _screen}
    first = ("home",) if at_home else ()
    order = dict.fromkeys((*first, *makers))
    return tuple(makers[goal](found) for goal in order if goal in found.destinations)


def _printer(found: Format) -> Choice:
    bleed = services().catalog.brand.print.bleed
    return Choice(
        "print",
        gettext("Drukker"),
        gettext("%(size)s, plus %(bleed)s mm rondom om af te snijden", size=format_size(found), bleed=f"{bleed:g}"),
        gettext("In de kleuren van de drukpers. Mail dit bestand zoals het is naar je drukker."),
        Variant(gettext("Download voor de drukker (pdf)"), {}),
        (Variant(gettext("Met snijtekens, als je drukker die vraagt"), {"snijtekens": "ja"}, Options(marks=True)),),
    )


def _home(found: Format) -> Choice:
    larger = Variant(gettext("Op A3-papier, als je printer dat aankan"), {"papier": "a3"}, Options(paper="a3"))
    return Choice(
        "home",
        gettext("Thuis"),
        _home_size(found),
        gettext("Met de witte rand die je printer nodig heeft. Print op 100 %."),
        Variant(gettext("Download voor thuis (pdf)"), {}),
        (larger,) if "a3" in found.papers else (),
    )


def _home_size(found: Format) -> str:
    sheet = services().catalog.brand.sheet(found)
    scale = page_of(sheet, "home").poster.width / sheet.trim.width
    smallest, largest = _AS_LARGE
    if scale < smallest and found.key not in FOR_ANY_PRINTER:
        return gettext("Past op A4-papier: je %(format)s komt er kleiner uit", format=format_name(found))
    if scale > largest:
        return gettext("Past op A4-papier: je %(format)s komt er groter uit", format=format_name(found))
    return gettext("Past op A4-papier")


def _website(found: Format) -> Choice:
    return Choice(
        "web",
        gettext("Website"),
        gettext("Eén pagina, scherp op elk scherm"),
        gettext("Een licht bestand voor je site of een mail, met links die werken."),
        Variant(gettext("Download voor de website (pdf)"), {}),
    )


def _screen(found: Format) -> Choice:
    size = pixels_of(found)
    return Choice(
        "screen",
        gettext("Scherm"),
        gettext("%(width)d × %(height)d pixels", width=size.width, height=size.height),
        gettext("De scherpste afbeelding, voor een scherm in de gang of een bericht."),
        Variant(gettext("Download als afbeelding (png)"), {"soort": "png"}),
        (Variant(gettext("Als kleiner bestand, handig om door te sturen (jpg)"), {"soort": "jpg"}),),
    )
