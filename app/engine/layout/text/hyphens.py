"""Where words may be divided. Patterns: pyphen, from the dictionaries of LibreOffice."""

import re
from collections.abc import Iterator
from functools import lru_cache

import pyphen

from app.engine.layout.text.protect import addresses

# Fewest letters that stay before and after a hyphen, and in a word that is divided at all.
FEWEST = 3
SHORTEST = 7

# A word with a capital is likely a name; only long ones are divided.
_SHORTEST_NAME = 10

_DICTIONARIES = {"nl": "nl", "fr": "fr", "en": "en_GB", "de": "de", "pl": "pl", "ro": "ro", "uk": "uk"}
# Every noun has a capital there.
_CAPITAL_NOUNS = "de"

_WORD = re.compile(r"[^\W\d_]+")

# Parts of the long names of jobs in care. Between two parts is the best place to divide.
_PARTS: dict[str, frozenset[str]] = {
    language: frozenset(parts.split())
    for language, parts in {
        "nl": """administratie ambulance apotheker assistent begeleid bejaarden buiten coördinator centrum dienst
            ergo gehandicapten gezins gezondheids groep helpende hoofd huishoud jeugd kinder klas kracht kundig leider
            leiding logistiek maatschappelijk medewerk nacht onderhoud ondersteun opvang opvoed ouderen peuter persoons
            poets preventie psychiatr revalidatie school stage team therapeut thuis vakantie verantwoordelijk verpleeg
            verpleg verzorg voorziening vroed vrouw weekend welzijns werk woon zieken ziekenhuis zorg""",
        "de": """alten arbeit assistent betreu fach heim helfer kinder kraft kranken leitung pflege pfleger schwester
            therapeut zentrum""",
    }.items()
}


@lru_cache(maxsize=16)
def _patterns(language: str) -> "pyphen.Pyphen | None":
    name = _DICTIONARIES.get(language.split("-")[0].lower())
    return pyphen.Pyphen(lang=name, left=2, right=2) if name else None


def can_hyphenate(language: str) -> bool:
    """Return whether there is a dictionary good enough to divide words of a language."""
    return language.split("-")[0].lower() in _DICTIONARIES


@lru_cache(maxsize=4096)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Return the places where a word may be divided, counted in letters."""
    patterns = _patterns(language)
    if patterns is None or len(word.lower()) != len(word):
        return ()
    places = patterns.hd.positions(word)
    # The dictionary keeps every word it ever saw; a server would grow without end.
    patterns.hd.cache.clear()
    # Places with data change the spelling where they divide; the reader would not get back what was typed.
    return tuple(int(at) for at in places if FEWEST <= at <= len(word) - FEWEST and not at.data)


def hyphen_places(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """Yield every place of a text where a word may be divided, and whether it lies between parts of a compound.

    Left alone: short words, names that are not long, abbreviations, addresses.
    """
    apart = addresses(text)
    for found in _WORD.finditer(text):
        word, start = found.group(), found.start()
        if not _is_divisible(word, language) or any(a < found.end() and start < b for a, b in apart):
            continue
        seams = _seams(word.lower(), language)
        for at in divisions(word, language):
            yield start + at, at in seams


def _is_divisible(word: str, language: str) -> bool:
    if len(word) < SHORTEST:
        return False
    is_name = word[0].isupper() and not word.isupper() and language.split("-")[0] != _CAPITAL_NOUNS
    return not is_name or len(word) >= _SHORTEST_NAME


@lru_cache(maxsize=2048)
def _seams(word: str, language: str) -> frozenset[int]:
    """Return where a part of a compound begins inside a word, but not inside a longer part."""
    parts = _PARTS.get(language.split("-")[0].lower(), frozenset())
    found = [(start, start + len(part)) for part in parts for start in _all_places(word, part)]
    return frozenset(at for at, _ in found if at and not any(start < at < end for start, end in found))


def _all_places(word: str, part: str) -> Iterator[int]:
    at = word.find(part)
    while at >= 0:
        yield at
        at = word.find(part, at + 1)
