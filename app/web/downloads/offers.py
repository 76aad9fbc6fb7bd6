"""What can be taken away right now, and what stands in the way of the rest."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.engine.findings import Finding
from app.engine.sheet import Destination, Format
from app.web.downloads.destinations import Choice, choices_for
from app.web.findings import ShownFinding, shown


class Offer(NamedTuple):
    """One choice for one poster. obstacles: what stands in the way of this file and not of every other."""

    choice: Choice
    is_ready: bool
    obstacles: tuple[ShownFinding, ...]


class Offers(NamedTuple):
    """Everything a format can become. obstacles: of every file. remarks: good to know about what is ready."""

    files: tuple[Offer, ...]
    obstacles: tuple[ShownFinding, ...]
    remarks: tuple[ShownFinding, ...]

    @property
    def any_ready(self) -> bool:
        return any(offer.is_ready for offer in self.files)


def offers_for(found: Format, findings: Mapping[Destination, Iterable[Finding]], order: Sequence[str] = ()) -> Offers:
    """Return what a format can become and what must change first.

    findings: for each destination of the format. order: slots in the order of the form.
    """
    told = {goal: shown(of_goal, order) for goal, of_goal in findings.items()}
    obstacles = {goal: tuple(one for one in of_goal if one.stops) for goal, of_goal in told.items()}
    everywhere = set.intersection(*(set(map(_asks, stopping)) for stopping in obstacles.values()))
    files = tuple(_offer(choice, obstacles[choice.destination], everywhere) for choice in choices_for(found))
    first = next(iter(obstacles.values()))
    return Offers(files, tuple(one for one in first if _asks(one) in everywhere), _remarks(told, obstacles))


def stopping_once(findings: Iterable[ShownFinding]) -> tuple[ShownFinding, ...]:
    """Return which of these stop a file, each once."""
    return tuple({_asks(one): one for one in findings if one.stops}.values())


def _offer(choice: Choice, obstacles: tuple[ShownFinding, ...], everywhere: set[tuple[str, str]]) -> Offer:
    return Offer(choice, not obstacles, tuple(one for one in obstacles if _asks(one) not in everywhere))


def _remarks(
    told: Mapping[Destination, tuple[ShownFinding, ...]], obstacles: Mapping[Destination, tuple[ShownFinding, ...]]
) -> tuple[ShownFinding, ...]:
    """Return what is good to know about the files that are ready, less what already stands in another one's way."""
    in_the_way = {(one.code, one.slot) for findings in obstacles.values() for one in findings}
    ready = (one for goal, findings in told.items() if not obstacles[goal] for one in findings)
    return tuple({_asks(one): one for one in ready if (one.code, one.slot) not in in_the_way}.values())


def _asks(found: ShownFinding) -> tuple[str, str]:
    return found.slot, found.message
