"""Heavy results cross the fence as an open file that no folder lists, so that nobody has to hold them whole.

Such a file has no name to be found, guessed or left behind: the kernel removes it when the last process that holds it
lets go, however that process ends. Source: open(2), O_TMPFILE; unlink(2); memfd_create(2);
proc(5), /proc/pid/fd.
"""

import os
import stat
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from io import FileIO
from typing import BinaryIO, NoReturn

from app.isolation.errors import ParcelCut

_RUN = 1 << 18
"""Bytes that are read at once."""


class Parcel:
    """Bytes in a file without a name; it goes with the last parcel of it. Any number of threads may read one.

    Who packed it could still change the file, as it could have sent anything else; size never changes.
    """

    def __init__(self, descriptor: int) -> None:
        """Take over an open file. Raises ValueError, having closed it, for anything but a regular file."""
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            os.close(descriptor)
            raise ValueError("not a regular file")
        self._descriptor, self.size = descriptor, found.st_size
        weakref.finalize(self, os.close, descriptor)

    @classmethod
    def of(cls, *pieces: bytes) -> "Parcel":
        """Return bytes, one piece after the other, as a parcel: on disk, or in memory where the disk takes no more.

        Raises MemoryError where that is no place either.
        """
        try:
            return cls(_on_disk(pieces))
        except OSError:
            return cls(_in_memory(pieces))

    def __reduce__(self) -> NoReturn:
        raise TypeError("an open file crosses the fence beside a pickle, never in it")

    def fileno(self) -> int:
        """Return the open file, for who hands it on."""
        return self._descriptor

    def opened(self) -> BinaryIO:
        """Return the file once more, as servers like to have it: at its beginning, apart from all other readers."""
        return _Opened(f"/proc/self/fd/{self._descriptor}")

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes in runs that weigh little. Raises ParcelCut where some are missing."""
        start = 0
        while start < self.size:
            # At a place of its own: readers share the file, and with it the place where it stands.
            run = os.pread(self._descriptor, min(_RUN, self.size - start), start)
            if not run:
                raise ParcelCut(f"{start} of {self.size} bytes")
            yield run
            start += len(run)

    def read(self) -> bytes:
        """Return the whole. Raises ParcelCut."""
        # In one piece: a regular file is read to its end in one call. Source: read(2).
        data = os.pread(self._descriptor, self.size, 0)
        if len(data) < self.size:
            raise ParcelCut(f"{len(data)} of {self.size} bytes")
        return data


class _Opened(FileIO):
    """A file for reading that may also be let go of without a word, as a parcel may."""

    def __init__(self, path: str) -> None:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        self._let_go = weakref.finalize(self, os.close, descriptor)
        super().__init__(descriptor, "rb", closefd=False)

    def close(self) -> None:
        super().close()
        self._let_go()


def _on_disk(pieces: Iterable[bytes]) -> int:
    """Return a file without a name in the folder for temporary files, of which a worker has its own."""
    with tempfile.TemporaryFile() as file:
        file.writelines(pieces)
        file.flush()
        return os.dup(file.fileno())


def _in_memory(pieces: Iterable[bytes]) -> int:
    try:
        with open(os.memfd_create("parcel"), "wb") as file:
            file.writelines(pieces)
            file.flush()
            return os.dup(file.fileno())
    except OSError as full:
        raise MemoryError from full
