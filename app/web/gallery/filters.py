"""The filters of the gallery: how they stand in its address, and what a visitor may choose.

An address that names what is not there is no error: the rest of it counts, and the page says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from flask import url_for

from app.engine.template import PosterTemplate
from app.services.selection import FACETS, OTHER_PROFESSION, VALUES, Facet, Wishes, suited, tally, without
from app.web.language import gettext
from app.web.shell import services

# Names and values in the address are Dutch, as every address is; a value that is not listed stands as it is.
_NAMES: Mapping[Facet, str] = {
    "profession": "beroep",
    "reader": "publiek",
    "audience": "voor",
    "message": "boodschap",
    "medium": "formaat",
    "language": "affichetaal",
    "photo": "foto",
}
_WORDS: Mapping[str, str] = {
    OTHER_PROFESSION: "andere",
    "starters": "studenten",
    "switchers": "zij-instromers",
    "insiders": "collegas",
    "institution": "organisatie",
    "individual": "mezelf",
    "community": "samen",
    "security": "zekerheid",
    "innovation": "vernieuwing",
    "dynamic": "afwisseling",
    "print": "papier",
    "screen": "scherm",
    "with": "met",
    "without": "zonder",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for. misread: titles of the filters whose value the gallery does not know."""

    wishes: Wishes
    misread: tuple[str, ...] = ()


class Option(NamedTuple):
    """One choice. posters: how many are found with it. language: of the label, where it is not the page's."""

    value: str
    label: str
    posters: int
    is_chosen: bool
    language: str


class Filter(NamedTuple):
    """One question with its choices. name: in the address."""

    name: str
    title: str
    options: tuple[Option, ...]


class Chosen(NamedTuple):
    """One active filter. address: of the gallery without it. posters: how many are found there. language: as above."""

    title: str
    label: str
    address: str
    posters: int
    language: str


def asked(arguments: Mapping[str, str], templates: Sequence[PosterTemplate]) -> Asked:
    """Return what the arguments of an address ask for, as far as the catalogue knows it."""
    wishes: dict[Facet, str] = {}
    misread: list[str] = []
    for facet in FACETS:
        word = arguments.get(_NAMES[facet], "").strip().lower()
        values = {_word(value): value for value in tally(templates, {}, facet)}
        if word in values:
            wishes[facet] = values[word]
        elif word:
            misread.append(facet_title(facet))
    return Asked(wishes=wishes, misread=tuple(misread))


def address_of(wishes: Wishes) -> str:
    """Return the address of the gallery with these filters."""
    return address_with({_NAMES[facet]: _word(wishes[facet]) for facet in FACETS if facet in wishes})


def address_with(arguments: Mapping[str, str]) -> str:
    """Return the address of the gallery with these arguments, whoever wrote them."""
    return url_for("gallery.index") + (f"?{urlencode(arguments)}" if arguments else "")


def filters(templates: Sequence[PosterTemplate], wishes: Wishes) -> tuple[Filter, ...]:
    """Return every filter that has something to choose."""
    facets = (facet for facet in FACETS if facet != "reader" or any(found.reader for found in templates))
    found = (Filter(_NAMES[facet], facet_title(facet), _options(templates, wishes, facet)) for facet in facets)
    return tuple(each for each in found if len(each.options) > 1)


def chosen(templates: Sequence[PosterTemplate], wishes: Wishes) -> tuple[Chosen, ...]:
    """Return the active filters, each with what the gallery shows without it."""
    return tuple(_chosen(templates, wishes, facet) for facet in FACETS if facet in wishes)


def facet_title(facet: Facet) -> str:
    """Return what a filter asks, in a word or two."""
    return {
        "profession": gettext("Job"),
        "reader": gettext("Wie spreek je aan?"),
        "audience": gettext("Voor wie"),
        "message": gettext("Boodschap"),
        "medium": gettext("Formaat"),
        "language": gettext("Taal van de affiche"),
        "photo": gettext("Foto"),
    }[facet]


def value_label(facet: Facet, value: str) -> str:
    """Return what a value of a facet is called."""
    if facet == "language":
        return services().catalog.brand.language_names[value]
    return (_job_labels() if facet == "profession" else _labels())[value]


def jobs_of(template: PosterTemplate) -> Iterator[str]:
    """Yield the jobs that a template is for; none where it is for all."""
    for value in template.professions:
        yield value_label("profession", value)


def _chosen(templates: Sequence[PosterTemplate], wishes: Wishes, facet: Facet) -> Chosen:
    rest = without(wishes, facet)
    label = value_label(facet, wishes[facet])
    posters = len(suited(templates, rest))
    return Chosen(facet_title(facet), label, address_of(rest), posters, _label_language(facet, wishes[facet]))


def _options(templates: Sequence[PosterTemplate], wishes: Wishes, facet: Facet) -> tuple[Option, ...]:
    counts = tally(templates, wishes, facet)
    order = VALUES.get(facet, services().catalog.brand.languages)
    return tuple(_option(facet, value, counts[value], wishes) for value in order if value in counts)


def _option(facet: Facet, value: str, count: int, wishes: Wishes) -> Option:
    is_chosen = wishes.get(facet) == value
    return Option(_word(value), value_label(facet, value), count, is_chosen, _label_language(facet, value))


def _label_language(facet: Facet, value: str) -> str:
    """Return the language of a label, where it is not the page's: languages are named in their own."""
    return value if facet == "language" else ""


def _word(value: str) -> str:
    return _WORDS.get(value, value)


def _job_labels() -> Mapping[str, str]:
    return {
        "verpleegkundige": gettext("Verpleegkundige"),
        "zorgkundige": gettext("Zorgkundige"),
        "verzorgende": gettext("Verzorgende"),
        "logistiek-assistent": gettext("Logistiek assistent"),
        "persoonsbegeleider": gettext("Persoonsbegeleider"),
        "kinderbegeleider": gettext("Kinderbegeleider"),
        OTHER_PROFESSION: gettext("Andere job"),
    }


def _labels() -> Mapping[str, str]:
    return {
        "starters": gettext("Wie nog studeert"),
        "switchers": gettext("Wie van job verandert"),
        "insiders": gettext("Wie al in de zorg werkt"),
        "institution": gettext("Voor een organisatie"),
        "individual": gettext("Voor mezelf"),
        "community": gettext("Iedereen hoort erbij"),
        "security": gettext("Zeker van werk"),
        "innovation": gettext("Vernieuwing die levens redt"),
        "dynamic": gettext("Elke dag anders"),
        "print": gettext("Op papier"),
        "screen": gettext("Op een scherm"),
        "with": gettext("Met foto"),
        "without": gettext("Zonder foto"),
    }
