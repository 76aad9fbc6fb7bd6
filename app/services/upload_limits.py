"""How heavy a picture may be where people put it online."""

from typing import NamedTuple

from app.engine.sheet import Format

_MB = 1_000_000

# Networks show no more; what is larger is for screens on a wall.
_POSTED_PX = 1080


class UploadLimit(NamedTuple):
    """What one network takes. most_bytes: of a picture. source: where it says so, and when that was read."""

    network: str
    most_bytes: int
    source: str


UPLOAD_LIMITS = (
    UploadLimit("Bluesky", _MB, "lexicon app.bsky.embed.images, maxSize; November 2026"),
    UploadLimit(
        "Facebook", 8 * _MB, "docs.adobe.com, “Uploading media”: 10 MB, compressed anew from 1 MB on; November 2026"
    ),
    UploadLimit("Instagram", 8 * _MB, "help.leadconnectorhq.com, image limitations by network; November 2026"),
    UploadLimit("LinkedIn", 8 * _MB, "help.leadconnectorhq.com, image limitations by network; November 2026"),
    UploadLimit("X", 5 * _MB, "help.leadconnectorhq.com, image limitations by network; November 2026"),
)

EASY_BYTES = min(limit.most_bytes for limit in UPLOAD_LIMITS)
"""What every network takes."""

USUAL_BYTES = min(limit.most_bytes for limit in UPLOAD_LIMITS if limit.most_bytes > EASY_BYTES)
"""What every network takes but the strictest."""


def is_posted(found: Format) -> bool:
    """Return whether pictures of a format are made to be posted; others are for walls, pages and mails."""
    return found.unit == "px" and min(found.width, found.height) <= _POSTED_PX


def most_bytes_of(found: Format, *, double: bool = False) -> int:
    """Return what a JPEG of a format may weigh: one that is made to be posted goes everywhere.

    double: whether it has twice the pixels, which only screens on a wall show.
    """
    return EASY_BYTES if is_posted(found) and not double else USUAL_BYTES


def refusing(weight: int) -> tuple[str, ...]:
    """Return the networks that take no picture of this weight, in bytes."""
    return tuple(limit.network for limit in UPLOAD_LIMITS if weight > limit.most_bytes)


def networks_by_limit() -> dict[int, tuple[str, ...]]:
    """Return the networks by what they take, in bytes, the strictest first."""
    most = sorted({limit.most_bytes for limit in UPLOAD_LIMITS})
    return {taken: tuple(one.network for one in UPLOAD_LIMITS if one.most_bytes == taken) for taken in most}
