"""The imprint: the responsible publisher in one run of small type, and who took the photo."""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.engine.brand import ImprintRules
from app.engine.content import Imprint
from app.engine.geometry import Matrix, Rect
from app.engine.template.checked import seen

# A credit that says for itself what it is: "Foto: Fien", "Photo : Fien".
_LED = re.compile(r"\w+\s*:")


def imprint_text(given: Imprint, rules: ImprintRules, language: str, credits: Iterable[str]) -> str:
    """Return the words of the imprint; empty when there is nothing to say.

    Source of the form: "V.U.: first name, name, street number, postcode town", a vzw with its name and seat.
    """
    town = _joined(" ", (given.postcode, given.town))
    person = _joined(", ", (given.name, given.street, town))
    body = _joined(", ", (given.organisation, given.seat))
    publisher = _joined(" – ", (person, body))
    lead = f"{_in(rules.lead, language)} {publisher}" if publisher else ""
    return _joined(" · ", (lead, *_credited(dict.fromkeys(credits), _in(rules.credit, language))))


def _credited(names: Iterable[str], lead: str) -> Iterator[str]:
    """Yield who took the photos: as typed where that has a lead of its own, else after the brand's."""
    bare: list[str] = []
    for name in names:
        if _LED.match(name.lstrip()):
            yield name
        else:
            bare.append(name)
    if bare:
        yield f"{lead} {', '.join(bare)}"


def _joined(between: str, parts: Iterable[str]) -> str:
    """Return the parts that say something, each on one line."""
    plain = (" ".join(seen(part).split()) for part in parts)
    return between.join(part for part in plain if part)


def _in(words: Mapping[str, str], language: str) -> str:
    return words.get(language.split("-")[0]) or next(iter(words.values()))


def turned(frame: Rect, turn: int) -> tuple[Rect, Matrix | None]:
    """Return the frame as the text sees it, and the map that turns it into place.

    turn: degrees; -90 reads upwards, 90 downwards.
    """
    if turn == 0:
        return frame, None
    local = Rect(0, 0, frame.height, frame.width)
    if turn < 0:
        return local, Matrix(0, -1, 1, 0, frame.x, frame.bottom)
    return local, Matrix(0, 1, -1, 0, frame.right, frame.y)
