"""What can be taken away right now, and what stands in the way of the rest."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.engine.findings import Finding
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.web.downloads.destinations import Choice, choices_for
from app.web.findings import ShownFinding, shown


class Offer(NamedTuple):
    """One choice for one poster."""

    choice: Choice
    is_ready: bool


class Hurdle(NamedTuple):
    """What must change first, said once. waiting: the titles of the files that wait for it; none where all do."""

    waiting: tuple[str, ...]
    findings: tuple[ShownFinding, ...]


class Offers(NamedTuple):
    """Everything a format can become. hurdles: what stops files, first what stops all. remarks: good to know."""

    files: tuple[Offer, ...]
    hurdles: tuple[Hurdle, ...]
    remarks: tuple[ShownFinding, ...]

    @property
    def usual(self) -> Offer | None:
        """The file that most come for, of those that are ready."""
        return next((offer for offer in self.files if offer.is_ready), None)

    @property
    def all_wait(self) -> bool:
        """Whether something stops every file."""
        return any(not hurdle.waiting for hurdle in self.hurdles)

    def is_ready(self, *destinations: Destination) -> bool:
        """Return whether a file for one of these is ready."""
        return any(offer.is_ready for offer in self.files if offer.choice.destination in destinations)

    def tells(self, found: ShownFinding) -> bool:
        """Return whether a hurdle says this already."""
        return any(_asks(found) == _asks(one) for hurdle in self.hurdles for one in hurdle.findings)


def offers_for(
    found: Format,
    findings: Mapping[Destination, Iterable[Finding]],
    order: Sequence[str] = (),
    wishes: Mapping[Destination, Options] | None = None,
    *,
    at_home: bool = False,
) -> Offers:
    """Return what a format can become and what must change first.

    findings: for each destination of the format. order: slots in the order of the form. wishes: what is asked of
    the files. at_home: whether most print it themselves.
    """
    told = {goal: shown(of_goal, order) for goal, of_goal in findings.items()}
    obstacles = {goal: tuple(one for one in of_goal if one.stops) for goal, of_goal in told.items()}
    choices = choices_for(found, wishes, at_home=at_home)
    files = tuple(Offer(choice, not obstacles[choice.destination]) for choice in choices)
    return Offers(files, _hurdles(choices, obstacles), _remarks(told, obstacles))


def stopping_once(findings: Iterable[ShownFinding]) -> tuple[ShownFinding, ...]:
    """Return which of these stop a file, each once."""
    return tuple({_asks(one): one for one in findings if one.stops}.values())


def _hurdles(
    choices: Sequence[Choice], obstacles: Mapping[Destination, tuple[ShownFinding, ...]]
) -> tuple[Hurdle, ...]:
    """Return what stands in the way, gathered by the files that wait for the same; what stops most comes first."""
    by_waiting: dict[tuple[str, ...], list[ShownFinding]] = {}
    for one in stopping_once(found for choice in choices for found in obstacles[choice.destination]):
        asking = tuple(choice.title for choice in choices if _asks(one) in map(_asks, obstacles[choice.destination]))
        by_waiting.setdefault(asking, []).append(one)
    widest_first = sorted(by_waiting.items(), key=lambda found: -len(found[0]))
    return tuple(
        Hurdle(waiting if len(waiting) < len(choices) else (), tuple(found)) for waiting, found in widest_first
    )


def _remarks(
    told: Mapping[Destination, tuple[ShownFinding, ...]], obstacles: Mapping[Destination, tuple[ShownFinding, ...]]
) -> tuple[ShownFinding, ...]:
    """Return what is good to know about the files that are ready, less what already stands in another one's way."""
    in_the_way = {(one.code, one.slot) for findings in obstacles.values() for one in findings}
    ready = (one for goal, findings in told.items() if not obstacles[goal] for one in findings)
    return tuple({_asks(one): one for one in ready if (one.code, one.slot) not in in_the_way}.values())


def _asks(found: ShownFinding) -> tuple[str, str]:
    return found.slot, found.message
