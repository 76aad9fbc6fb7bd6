"""Names of finished files: plain letters, so that no print shop's system stumbles over ē."""

import re
import unicodedata

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


def destination_word(destination: str) -> str:
    """Return a destination as names of files and folders have it, such as "drukker"."""
    return _DESTINATIONS[destination]


def plain(text: str) -> str:
    """Return a text in lower case with only a–z, 0–9 and single hyphens, at most 40 characters."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40] or "affiche"
