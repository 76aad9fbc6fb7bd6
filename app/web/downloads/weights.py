"""What a file weighs, known after it was made once: nobody is told a guess."""

from collections.abc import Mapping
from contextlib import suppress

from app.extensions import cache
from app.services.poster import Poster
from app.web.language import decimal

# In seconds: who comes back within a day reads it again.
_KEPT = 86_400


def note_weight(poster: Poster, format_key: str, destination: str, query: Mapping[str, str], weight: int) -> None:
    """Note what a file weighs, in bytes. query: that its address holds beside format and destination."""
    # Without a cache nobody is told.
    with suppress(Exception):
        cache.set(_key(poster, format_key, destination, query), str(weight).encode(), timeout=_KEPT)


def weight_of(poster: Poster, format_key: str, destination: str, query: Mapping[str, str]) -> int:
    """Return what a file of the poster as it is now weighs, in bytes; 0 where it was not made yet."""
    with suppress(Exception):
        return int(cache.get(_key(poster, format_key, destination, query)) or 0)
    return 0


def weight_words(weight: int) -> str:
    """Return a weight in bytes as people read it, such as "2,4 MB" or "310 kB"."""
    if weight < 1_000_000:
        return f"{max(1, round(weight / 1000))} kB"
    return f"{decimal(weight / 1e6)} MB"


def _key(poster: Poster, format_key: str, destination: str, query: Mapping[str, str]) -> str:
    asked = "&".join(f"{name}={query[name]}" for name in sorted(query))
    return f"weight:{poster.id}:{poster.revision}:{format_key}:{destination}:{asked}"
