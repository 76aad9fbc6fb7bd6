"""The imprint: the responsible publisher in one run of small type, and who took the photo."""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.engine.brand import ImprintRules
from app.engine.content import Imprint
from app.engine.geometry import Matrix, Rect
from app.engine.template.checked import CheckedContent, seen

# A credit that says for itself what it is: "Foto: Fien", "Photo : Fien".
_LED = re.compile(r"\w+\s*:")


def imprint_words(poster: CheckedContent) -> str:
    """Return the words of a poster's imprint, in both languages of a bilingual one."""
    rules = poster.brand.imprint
    return imprint_text(poster.imprint, rules, poster.language, poster.credits(), poster.second_language)


def imprint_text(given: Imprint, rules: ImprintRules, language: str, credits: Iterable[str], second: str = "") -> str:
    """Return the words of the imprint; empty when there is nothing to say.

    second: the other language of a bilingual poster, in which its leads are said too.

    Source of the form: "V.U.: first name, name, street number, postcode town", a vzw with its name and seat.
    """
    town = _joined(" ", (given.postcode, given.town))
    person = _joined(", ", (given.name, given.street, town))
    body = _joined(", ", (given.organisation, given.seat))
    publisher = _joined(" – ", (person, body))
    leads, credit = (_in_both(words, language, second) for words in (rules.lead, rules.credit))
    lead = f"{leads} {publisher}" if publisher else ""
    return _joined(" · ", (lead, *_credited(dict.fromkeys(credits), credit)))


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


def _in_both(words: Mapping[str, str], language: str, second: str) -> str:
    """Return a lead in one language or in two, such as "V.U. / É.R.:"; what both say alike stands once."""
    leads = [_in(words, language), *([_in(words, second)] if second else [])]
    first, *others = dict.fromkeys(leads)
    return " / ".join([first.rstrip(": \u00a0") if others else first, *others])


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
