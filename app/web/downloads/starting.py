"""Whether a download has begun: nothing else tells a page that its browser is saving what it asked for.

A link that is pressed carries a ticket of the page's own making; the page asks after it until the file is on its way.
"""

import re
from contextlib import suppress

from flask import request

from app.extensions import cache

# In seconds: longer than anybody waits for a file.
_KEPT = 300

_TICKET = re.compile(r"[0-9a-f]{16}")


def note_start(poster_id: str) -> None:
    """Note that the file of this request is on its way, if its address carries a ticket."""
    ticket = request.args.get("bon", "")
    if _TICKET.fullmatch(ticket):
        # Without a cache the file comes all the same.
        with suppress(Exception):
            cache.set(_key(poster_id, ticket), b"1", timeout=_KEPT)


def has_started(poster_id: str, ticket: str) -> bool:
    """Return whether the file of a ticket is on its way."""
    with suppress(Exception):
        return bool(_TICKET.fullmatch(ticket)) and cache.get(_key(poster_id, ticket)) is not None
    return False


def _key(poster_id: str, ticket: str) -> str:
    return f"started:{poster_id}:{ticket}"
