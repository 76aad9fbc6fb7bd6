"""Text as it was typed, made ready to be set: paragraphs, white space, soft hyphens, capitals."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.engine.fonts import Face, base_level, graphemes, is_control

SOFT_HYPHEN = "\u00ad"

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\x1f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """What stands between two line ends.

    typed: without soft hyphens, white space collapsed. shown: what is drawn, in capitals where the style wants them.
    origins: for each place in `shown`, ends included, the place in `typed`. soft: places in `shown` where soft
    hyphens were typed. base: level, 1 for right to left.
    """

    typed: str
    shown: str
    origins: tuple[int, ...]
    soft: frozenset[int]
    base: int


@lru_cache(maxsize=512)
def paragraphs(text: str, language: str, case: Literal["as-typed", "upper"], face: Face) -> tuple[Paragraph, ...]:
    """Part a text at its line ends. Blank lines are kept, but not at the ends and never two in a row.

    face: asked whether it has the capital ẞ.
    """
    result: list[Paragraph] = []
    for line in _LINE_END.split(text):
        found = _paragraph(line, language, case, face)
        if found.typed or (result and result[-1].typed):
            result.append(found)
    while result and not result[-1].typed:
        result.pop()
    return tuple(result)


def _paragraph(line: str, language: str, case: str, face: Face) -> Paragraph:
    spaced = _SPACES.sub(" ", line).strip(" ")
    kept = [char for char in spaced if char != SOFT_HYPHEN and not is_control(char)]
    soft, place = set(), 0
    for char in spaced:
        if char == SOFT_HYPHEN:
            soft.add(place)
        elif not is_control(char):
            place += 1
    typed = "".join(kept)
    shown, origins = _capitals(typed, language, face) if case == "upper" else (typed, tuple(range(len(typed) + 1)))
    return Paragraph(
        typed=typed,
        shown=shown,
        origins=origins,
        soft=frozenset(at for at, origin in enumerate(origins) if origin in soft and 0 < at < len(shown)),
        base=base_level(typed, language),
    )


def _capitals(typed: str, language: str, face: Face) -> tuple[str, tuple[int, ...]]:
    """Return a text in capitals as its language writes them, with the place each letter came from."""
    shown: list[str] = []
    origins: list[int] = []
    place = 0
    for cluster in graphemes(typed):
        capital = upper(cluster, language, face)
        same = len(capital) == len(cluster)
        shown.append(capital)
        origins.extend(place + (index if same else 0) for index in range(len(capital)))
        place += len(cluster)
    return "".join(shown), (*origins, place)


def upper(cluster: str, language: str, face: Face) -> str:
    """Return one grapheme cluster in capitals.

    Turkish keeps the dot of i, Greek drops the tonos, German takes ẞ where the face has it.
    """
    tongue = language.split("-")[0].lower()
    if tongue in ("tr", "az"):
        cluster = cluster.replace("i", "İ")
    if "ß" in cluster and face.has("ẞ"):
        cluster = cluster.replace("ß", "ẞ")
    capital = cluster.upper()
    if tongue == "el":
        bare = unicodedata.normalize("NFD", capital).replace("\u0301", "")
        capital = unicodedata.normalize("NFC", bare)
    return capital
