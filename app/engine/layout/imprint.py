"""The imprint: the responsible publisher in one run of small type, and who took the photo."""

from collections.abc import Iterable

from app.engine.brand import ImprintRules
from app.engine.content import Imprint
from app.engine.geometry import Matrix, Rect


def imprint_text(given: Imprint, rules: ImprintRules, language: str, credits: Iterable[str]) -> str:
    """Return the words of the imprint; empty when there is nothing to say.

    Source of the form: "V.U.: first name, name, street number, postcode town", a vzw with its name and seat.
    """
    parts = [given.name, given.street, " ".join(part for part in (given.postcode, given.town) if part)]
    person = ", ".join(part.strip() for part in parts if part.strip())
    body = ", ".join(part.strip() for part in (given.organisation, given.seat) if part.strip())
    lead = rules.lead.get(language, rules.lead["nl"])
    publisher = f"{lead} {' – '.join(part for part in (person, body) if part)}" if person or body else ""
    names = ", ".join(dict.fromkeys(credits))
    credit = f"{rules.credit.get(language, rules.credit['nl'])} {names}" if names else ""
    return " · ".join(part for part in (publisher, credit) if part)


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
