"""Files by their SHA-256 digest in one folder. A file is there whole or not at all."""

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


class FileGone(KeyError):
    """No file with this digest is kept (any more)."""


class FileStore:
    """Keeps bytes under their digest, each with a few facts about them if wished."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._listeners: list[Callable[[str], None]] = []

    def when_deleted(self, listener: Callable[[str], None]) -> None:
        """Tell a listener every digest that is deleted through this object, once the file is gone."""
        self._listeners.append(listener)

    def write(self, data: bytes, *, facts: Mapping[str, Any] | None = None) -> str:
        """Keep bytes and return their digest in hex; kept bytes count as new again.

        facts: what is known of the file, as JSON can hold it. They live and go with the file. A fact that is the
        digest of another file makes that file a part of this one: it is kept as long.
        """
        digest = hashlib.sha256(data).hexdigest()
        self._note(digest, facts)
        if not self._is_renewed(digest, len(data)):
            _write_whole(self._path(digest), data)
        return digest

    def write_runs(self, runs: Iterable[bytes], *, facts: Mapping[str, Any] | None = None) -> str:
        """Keep bytes that come one run after the other, of which no two are held at once; else as write."""
        with _temporary(self.folder) as file:
            # Of the very bytes that are kept: where they come from, they might change before they are read again.
            seen = hashlib.sha256()
            for run in runs:
                seen.update(run)
                file.write(run)
            digest = seen.hexdigest()
            self._note(digest, facts)
            if not self._is_renewed(digest, file.tell()):
                _settle(file, self._path(digest))
        return digest

    def _note(self, digest: str, facts: Mapping[str, Any] | None) -> None:
        if facts is not None:
            _write_whole(self._facts_path(digest), json.dumps(facts).encode())

    def _is_renewed(self, digest: str, size: int) -> bool:
        """Return whether a file of so many bytes is kept; it counts as new again."""
        path = self._path(digest)
        is_kept = path.is_file() and path.stat().st_size == size
        if is_kept:
            os.utime(path)
        return is_kept

    def read(self, digest: str) -> bytes:
        """Return the bytes. Raises FileGone."""
        try:
            return self._path(digest).read_bytes()
        except FileNotFoundError:
            raise FileGone(digest) from None

    def facts(self, digest: str) -> dict[str, Any]:
        """Return what was noted about a file, empty where nothing was. Raises FileGone."""
        if not self.has(digest):
            raise FileGone(digest)
        try:
            found: dict[str, Any] = json.loads(self._facts_path(digest).read_bytes())
        except FileNotFoundError:
            return {}
        return found

    def with_parts(self, digests: Iterable[str]) -> frozenset[str]:
        """Return digests with those of the files that belong to them: whatever digest the facts of a file name."""
        found: set[str] = set()
        waiting = list(digests)
        while waiting:
            digest = waiting.pop()
            if digest not in found and self.has(digest):
                found.add(digest)
                waiting += [
                    value for value in self.facts(digest).values() if isinstance(value, str) and _is_digest(value)
                ]
        return frozenset(found)

    def has(self, digest: str) -> bool:
        """Return whether a file is kept."""
        return self._path(digest).is_file()

    def path(self, digest: str) -> Path:
        """Return where the bytes stand, for those who read them in another process. Raises FileGone."""
        if not self.has(digest):
            raise FileGone(digest)
        return self._path(digest)

    def delete(self, digest: str) -> None:
        """Remove a file and its facts; a file that is not there is no trouble."""
        self._path(digest).unlink(missing_ok=True)
        self._facts_path(digest).unlink(missing_ok=True)
        for listener in self._listeners:
            listener(digest)

    def age(self, digest: str, now: float | None = None) -> float:
        """Return the seconds since a file was last written. Raises FileGone."""
        try:
            written = self._path(digest).stat().st_mtime
        except FileNotFoundError:
            raise FileGone(digest) from None
        return (time.time() if now is None else now) - written

    def digests(self) -> Iterator[str]:
        """Yield the digest of every file."""
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            if _is_digest(path.name):
                yield path.name

    def _path(self, digest: str) -> Path:
        if not _is_digest(digest):
            raise FileGone(digest)
        return self.folder / digest[:2] / digest

    def _facts_path(self, digest: str) -> Path:
        return self._path(digest).with_name(digest + ".json")


def _is_digest(name: str) -> bool:
    return len(name) == 64 and not name.strip("0123456789abcdef")


def _write_whole(path: Path, data: bytes) -> None:
    with _temporary(path.parent) as file:
        file.write(data)
        _settle(file, path)


@contextmanager
def _temporary(folder: Path) -> Iterator[IO[bytes]]:
    """Yield a file to be written, which goes unless it settles."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".writing-", delete=False) as file:
        try:
            yield file
        finally:
            Path(file.name).unlink(missing_ok=True)


def _settle(file: IO[bytes], path: Path) -> None:
    """Let a file reach the disk, then give it its name: a crash or a full disk leaves no half file."""
    file.flush()
    os.fsync(file.fileno())
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(file.name, path)
