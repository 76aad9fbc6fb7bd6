"""Text as readers count it: grapheme clusters, and characters that leave no mark."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from icu4py.breakers import CharacterBreaker

# Characters a reader does not see and no font needs. Source: Unicode 16, property Default_Ignorable_Code_Point.
_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


@lru_cache(maxsize=4096)
def is_ignorable(char: str) -> bool:
    """Return whether a character is shown by nothing at all."""
    code = ord(char)
    return code >= 0xAD and any(first <= code <= last for first, last in _IGNORABLE)


@lru_cache(maxsize=4096)
def is_control(char: str) -> bool:
    """Return whether a character is a control code, half a surrogate pair, or a line or paragraph separator."""
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")


def grapheme_ends(text: str) -> Iterator[int]:
    """Yield the index after each grapheme cluster, counted in code points. Source: UAX #29."""
    if text.isascii() and "\r" not in text:
        yield from range(1, len(text) + 1)
        return
    end = 0
    # Strings, not segments(): those count UTF-16 units.
    for cluster in CharacterBreaker(text, "en"):
        end += len(cluster)
        yield end


def count_chars(text: str) -> int:
    """Return the number of characters as a reader counts them: grapheme clusters after NFC."""
    return sum(1 for _ in grapheme_ends(unicodedata.normalize("NFC", text)))


def graphemes(text: str) -> Iterator[str]:
    """Yield the grapheme clusters of a text."""
    start = 0
    for end in grapheme_ends(text):
        yield text[start:end]
        start = end
