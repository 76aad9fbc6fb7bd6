"""Scripts of characters. Source: Unicode, UAX #24."""

from functools import lru_cache

from fontTools import unicodedata

_UNDECIDED = ("Zyyy", "Zinh", "Zzzz")

# Letters join; space between them would tear words apart.
JOINING = frozenset({"Arab", "Syrc", "Mong", "Nkoo", "Mand", "Adlm", "Rohg"})


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return str(unicodedata.script(char))


def scripts(text: str) -> list[str]:
    """Return the script of each character, such as "Latn"; common ones take that of the character before them.

    Those at the start take that of the first letter; a text without letters is Latin.
    """
    found = [_script(char) for char in text]
    current = next((script for script in found if script not in _UNDECIDED), "Latn")
    for index, script in enumerate(found):
        if script in _UNDECIDED:
            found[index] = current
        else:
            current = script
    return found
