"""What a poster can become, in plain words."""

from collections.abc import Mapping
from typing import NamedTuple

from app.engine.sheet import Destination, Format
from app.web.language import gettext


class Variant(NamedTuple):
    """One way to have a file. label: of its link. query: what its address asks for beside the destination."""

    label: str
    query: Mapping[str, str]


class Choice(NamedTuple):
    """What a file is for. title: for what. detail: what it is. usual: for most. others: for those who need them."""

    destination: Destination
    title: str
    detail: str
    usual: Variant
    others: tuple[Variant, ...] = ()


def choices_for(found: Format) -> tuple[Choice, ...]:
    """Return what a format can become, the most usual first."""
    everything = (_printer(), _home(found), _website(), _screen())
    return tuple(choice for choice in everything if choice.destination in found.destinations)


def _printer() -> Choice:
    return Choice(
        "print",
        gettext("Drukker"),
        gettext("Drukklaar, met 3 mm afloop en in de kleuren van de drukpers. Mail dit bestand naar je drukker."),
        Variant(gettext("Download voor de drukker (pdf)"), {}),
        (Variant(gettext("Met snijtekens, als je drukker die vraagt"), {"snijtekens": "ja"}),),
    )


def _home(found: Format) -> Choice:
    return Choice(
        "home",
        gettext("Thuis"),
        gettext("Past op A4, met de witte rand die je printer nodig heeft. Print op 100 %."),
        Variant(gettext("Download voor thuis (pdf)"), {}),
        (Variant(gettext("Op A3-papier, als je printer dat aankan"), {"papier": "a3"}),)
        if "a3" in found.papers
        else (),
    )


def _website() -> Choice:
    return Choice(
        "web",
        gettext("Website"),
        gettext("Een licht bestand voor je site of een mail, met links die werken."),
        Variant(gettext("Download voor de website (pdf)"), {}),
    )


def _screen() -> Choice:
    return Choice(
        "screen",
        gettext("Scherm"),
        gettext("De scherpste afbeelding, voor een scherm in de gang of een bericht."),
        Variant(gettext("Download als afbeelding (png)"), {"soort": "png"}),
        (Variant(gettext("Als kleiner bestand, handig om door te sturen (jpg)"), {"soort": "jpg"}),),
    )
