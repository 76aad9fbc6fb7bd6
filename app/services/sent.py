"""Files as somebody sent them: bytes at hand, or a parcel, which nobody holds while it waits for a worker."""

from app.isolation import Parcel

SentFile = bytes | Parcel


def whole(sent: SentFile) -> bytes:
    """Return all bytes of a file."""
    return sent if isinstance(sent, bytes) else sent.read()


def weight(sent: SentFile) -> int:
    """Return how many bytes a file has."""
    return len(sent) if isinstance(sent, bytes) else sent.size
