"""What a poster can become, in plain words."""

from typing import NamedTuple

from app.engine.pipeline import Codec
from app.engine.sheet import Destination, Format
from app.web.language import gettext


class Choice(NamedTuple):
    """One file to take away. title: what it is for; detail: what it is; codec: for screens."""

    destination: Destination
    codec: Codec
    title: str
    detail: str
    button: str


def choices_for(found: Format) -> tuple[Choice, ...]:
    """Return what a format can become, the most usual first."""
    everything = (_printer(), _home(), _website(), _screen("png"), _screen("jpg"))
    return tuple(choice for choice in everything if choice.destination in found.destinations)


def codec_named(name: str | None) -> Codec:
    """Return the codec with a name, PNG for any other."""
    return "jpg" if name == "jpg" else "png"


def _printer() -> Choice:
    return Choice(
        "print",
        "png",
        gettext("Drukker"),
        gettext("Drukklaar, met 3 mm afloop en in de kleuren van de drukpers. Mail dit bestand naar je drukker."),
        gettext("Download voor de drukker (pdf)"),
    )


def _home() -> Choice:
    return Choice(
        "home",
        "png",
        gettext("Thuis"),
        gettext("Past op A4, met de witte rand die je printer nodig heeft. Print op 100 %."),
        gettext("Download voor thuis (pdf)"),
    )


def _website() -> Choice:
    return Choice(
        "web",
        "png",
        gettext("Website"),
        gettext("Een licht bestand voor je site of een mail, met links die werken."),
        gettext("Download voor de website (pdf)"),
    )


def _screen(codec: Codec) -> Choice:
    if codec == "png":
        detail = gettext("De scherpste afbeelding, voor een scherm in de gang of een bericht.")
        return Choice("screen", "png", gettext("Scherm"), detail, gettext("Download als afbeelding (png)"))
    detail = gettext("Een kleiner bestand, handig om door te sturen.")
    return Choice("screen", "jpg", gettext("Scherm, klein"), detail, gettext("Download als afbeelding (jpg)"))
