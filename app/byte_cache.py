"""What the cache writes and reads: plain bytes. Nothing is ever unpickled, so that a cache can hold no orders."""

from typing import IO, Any

from cachelib.serializers import FileSystemSerializer
from flask_caching.backends import FileSystemCache

_BYTES, _NUMBER = b"b", b"n"

# No count of files is longer. Python refuses to read a number of some thousands of digits.
_MOST_DIGITS = 18


class PlainBytes(FileSystemSerializer):
    """Writes bytes as they are, behind a letter; whatever does not begin with a letter of ours reads as nothing.

    Numbers are the cache's own: how many files it has.
    """

    def dumps(self, value: Any, protocol: int = 0) -> bytes:
        """Return what is kept of bytes or of a number. Raises TypeError for anything else."""
        if isinstance(value, bytes):
            return _BYTES + value
        if type(value) is int:
            return _NUMBER + str(value).encode("ascii")
        raise TypeError(f"the cache holds bytes only, no {type(value).__name__}")

    def loads(self, bvalue: bytes | None) -> bytes | int | None:
        """Return what was kept; None for what was not written here."""
        kind, kept = (bvalue or b"")[:1], (bvalue or b"")[1:]
        if kind == _BYTES:
            return kept
        is_count = kind == _NUMBER and len(kept) <= _MOST_DIGITS and kept.isdigit()
        return int(kept) if is_count else None

    def dump(self, value: Any, f: IO[bytes], protocol: int = 0) -> None:
        f.write(self.dumps(value))

    def load(self, f: IO[bytes]) -> bytes | int | None:
        return self.loads(f.read())


class ByteFiles(FileSystemCache):
    """A cache of files. Its constructor reads the count of files already, before a serializer could be given to it."""

    serializer = PlainBytes()
