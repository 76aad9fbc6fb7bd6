"""Names of finished files: plain letters, so that no print shop's system stumbles over ē."""

import re
import unicodedata
from collections.abc import Callable

Naming = Callable[[str], str]
"""Given the name that a file always has, returns what it is called here."""

# What Unicode takes for one letter, and people for two.
_TWO_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss"})

# Of a title in the name of a file, in letters: three or four words, and the end of the name still shows in a folder.
_MOST_OF_TITLE = 24

_DESTINATIONS = {
    "print": "drukker",
    "home": "thuis",
    "web": "website",
    "screen": "scherm",
    "proof": "proef",
    "all": "alles",
    "job-note": "drukopdracht",
}


def file_name(
    brand: str, template: str, format_key: str, destination: str, language: str, suffix: str, *, variant: str = ""
) -> str:
    """Return such a name as `career-affiche-portret-a3-drukker-nl.pdf`.

    brand: its name, as it is spelt. variant: in what the file differs from the plain one of the same destination; it
    comes last, as in `career-affiche-portret-a3-drukker-nl-snijtekens.pdf`, so that the two lie beside each other and
    never overwrite.
    """
    words = (plain(brand), "affiche", plain(template), format_key, _DESTINATIONS[destination], language, variant)
    return f"{'-'.join(filter(None, words))}.{suffix}"


def as_always(name: str) -> str:
    """Return the name itself."""
    return name


def named_after(file: str) -> Naming:
    """Return the names of a print file that its maker named, and of the note beside it: `klant42-drukopdracht.pdf`."""
    stem = file.rpartition(".")[0] or file
    note = destination_word("job-note")

    def naming(name: str) -> str:
        return f"{stem}-{note}.pdf" if f"-{note}-" in name else file

    return naming


def told_apart(brand: str, template: str, title: str) -> Naming:
    """Return names that say which poster of a template a file is of, for people's own folders.

    brand, template: as for file_name. title: of the poster; in letters that no name can hold, it is left out. A file of
    `portret` with "Warm hart, vast contract." is called `career-affiche-portret-warm-hart-vast-a3-drukker-nl.pdf`, and
    one that lies on its side says so in the language of all names.
    """
    head = f"{plain(brand)}-affiche-{plain(template)}"
    called = "-".join(filter(None, (head, _shortened(_letters(title)))))

    def naming(name: str) -> str:
        return (called + name.removeprefix(head)).replace("-landscape", "-liggend") if name.startswith(head) else name

    return naming


def _shortened(letters: str) -> str:
    """Return as many whole words as fit; of one that is too long, its beginning."""
    if len(letters) <= _MOST_OF_TITLE:
        return letters
    return letters[: _MOST_OF_TITLE + 1].rpartition("-")[0] or letters[:_MOST_OF_TITLE]


def destination_word(destination: str) -> str:
    """Return a destination as names of files and folders have it, such as "drukker"."""
    return _DESTINATIONS[destination]


def plain(text: str) -> str:
    """Return a text in lower case with only a–z, 0–9 and single hyphens, at most 40 characters."""
    return _letters(text)[:40] or "affiche"


def _letters(text: str) -> str:
    whole = text.lower().translate(_TWO_LETTERS)
    letters = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
