"""A ZIP that is written while it is read, from files that come in pieces: none of them is ever held whole."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

# A ZIP knows no day before this one.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)

# In bytes.
_RUN = 1 << 18


class StreamedZip:
    """Stores files one after the other; what its methods yield is the ZIP. The same files give the same bytes."""

    def __init__(self, date: datetime) -> None:
        """Begin. date: of every file in it."""
        self._box, self._date = _Outbox(), date
        self._archive = zipfile.ZipFile(self._box, "w", zipfile.ZIP_STORED)

    def file(self, path: str, weight: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Yield what a file adds. weight: of all its pieces, in bytes; above 2 GB the ZIP has to know it first."""
        entry = self._entry(path)
        entry.file_size = weight
        with self._archive.open(entry, "w") as written:
            for piece in pieces:
                written.write(piece)
                yield from self._box.emptied()
        yield from self._box.emptied()

    def _entry(self, path: str) -> zipfile.ZipInfo:
        """Return the entry of a file, the same on every system."""
        entry = zipfile.ZipInfo(path, max(_FIRST_DAY, self._date.timetuple()[:6]))
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        return entry

    def end(self) -> Iterator[bytes]:
        """Yield the list of all files."""
        self._archive.close()
        yield from self._box.emptied()


class _Outbox(io.RawIOBase):
    """Takes what is written until somebody comes for it. It cannot be rewound, so a ZIP is written straight on."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = data if isinstance(data, bytes) else bytes(memoryview(data))  # type: ignore[arg-type]
        self._parts.append(part)
        return len(part)

    def emptied(self) -> Iterator[bytes]:
        """Yield everything that was written since the last time, in small runs."""
        taken, self._parts = self._parts, []
        for part in taken:
            for start in range(0, len(part), _RUN):
                yield part[start : start + _RUN]
