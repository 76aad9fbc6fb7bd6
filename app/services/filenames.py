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
}


def file_name(template: str, format_key: str, destination: str, language: str, suffix: str) -> str:
    """Return such a name as `career-affiche-portret-a3-drukker-nl.pdf`."""
    return f"career-affiche-{plain(template)}-{format_key}-{_DESTINATIONS[destination]}-{language}.{suffix}"


def plain(text: str) -> str:
    """Return a text in lower case with only a–z, 0–9 and single hyphens, at most 40 characters."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40] or "affiche"
