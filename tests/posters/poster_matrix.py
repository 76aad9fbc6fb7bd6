"""Which posters are made: every two values meet in a plain run, all of them in a slow one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from poster_shelf import LANGUAGES, TEMPLATES, template

from app.engine.sheet import FORMATS, Destination

# The press comes first: of destinations that are as good as each other it is the one that is printed and hung.
DESTINATIONS: tuple[Destination, ...] = ("print", "web", "home", "screen")


class Case(NamedTuple):
    """One poster and where it goes."""

    template: str
    format: str
    language: str
    destination: str

    def __str__(self) -> str:
        return "-".join(self)


Pair = tuple[tuple[int, str], tuple[int, str]]
"""Two values of a case, each with its place in it."""


def pairs_of(case: Case) -> set[Pair]:
    """Return every two values of a case."""
    return set(combinations(enumerate(case), 2))


@lru_cache
def everything() -> tuple[Case, ...]:
    """Return every template in every format, language and destination that it serves."""
    return tuple(_served(TEMPLATES, FORMATS, LANGUAGES, DESTINATIONS))


@lru_cache
def pairs() -> tuple[Case, ...]:
    """Return posters in which every two values meet that can meet; the same ones every time.

    Each template takes each of its formats once, in the language and for the destination that bring most new pairs.
    What has not met by then gets a poster of its own, chosen alike.
    """
    left = {pair for case in everything() for pair in pairs_of(case)}
    chosen: list[Case] = []
    for name in TEMPLATES:
        for format in template(name).formats:
            _choose(_served((name,), (format.key,), LANGUAGES, DESTINATIONS), left, chosen)
    while left:
        (one, first), (other, second) = min(left)
        meeting = (case for case in everything() if case[one] == first and case[other] == second)
        _choose(meeting, left, chosen)
    return tuple(sorted(chosen))


def going(destinations: Iterable[str], cases: Iterable[Case]) -> list[Case]:
    """Return the cases that go to one of these destinations."""
    wanted = set(destinations)
    return [case for case in cases if case.destination in wanted]


def _choose(cases: Iterable[Case], left: set[Pair], chosen: list[Case]) -> None:
    """Add the case with most pairs that have not met; of several one of the template with the fewest posters."""
    used = Counter(case.template for case in chosen)
    best = max(cases, key=lambda case: (len(left & pairs_of(case)), -used[case.template]))
    left -= pairs_of(best)
    chosen.append(best)


def _served(
    names: Iterable[str], formats: Iterable[str], languages: Iterable[str], destinations: Iterable[str]
) -> Iterator[Case]:
    for case in map(Case._make, product(names, formats, languages, destinations)):
        format = FORMATS[case.format]
        served = template(case.template)
        if format in served.formats and case.language in served.languages and case.destination in format.destinations:
            yield case
