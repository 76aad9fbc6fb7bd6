"""Which posters are made: every two values meet in a plain run, all of them in a slow one."""

from typing import NamedTuple

from app.engine.sheet import FORMATS

TEMPLATES = ("infodag", "portret", "trots", "vacature")
SHEETS = ("a5", "a4", "a3", "a2", "a1", "a0", "b2", "b1")
SCREENS = ("square", "story")
LANGUAGES = ("nl", "fr", "en", "ar", "de", "tr", "pl", "ro", "uk")


class Case(NamedTuple):
    """One poster and where it goes."""

    template: str
    format: str
    language: str
    destination: str

    def __str__(self) -> str:
        return "-".join(self)


def pairs() -> list[Case]:
    """Return posters for paper in which every two of template, format, language and destination meet.

    Every format meets every language; templates and destinations are dealt out over that table along its diagonals.
    """
    return [
        Case(TEMPLATES[(row + column) % 4], format, language, _destination(row, column, format))
        for row, format in enumerate(SHEETS)
        for column, language in enumerate(LANGUAGES)
    ]


def _destination(row: int, column: int, format: str) -> str:
    diagonal = (column - row) % len(LANGUAGES)
    if diagonal in (3, 6):
        return "web"
    # Nobody has paper of the sizes of the trade at home: there the row falls to the press.
    if diagonal in (1, 4) and "home" in FORMATS[format].destinations:
        return "home"
    return "print"


def everything(*destinations: str) -> list[Case]:
    """Return every template in every format for paper and every language."""
    return [
        Case(template, format, language, destination)
        for template in TEMPLATES
        for format in SHEETS
        for language in LANGUAGES
        for destination in destinations
        if destination in FORMATS[format].destinations
    ]


def on_screens() -> list[Case]:
    """Return posters for screens in which every two of template, format and language meet."""
    return [
        Case(template, SCREENS[(row + column) % 2], language, "screen")
        for row, template in enumerate(TEMPLATES)
        for column, language in enumerate(LANGUAGES)
    ]
