"""Files by their SHA-256 digest in one folder. A file is there whole or not at all."""

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any


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
        if facts is not None:
            _write_whole(self._facts_path(digest), json.dumps(facts).encode())
        path = self._path(digest)
        if path.is_file() and path.stat().st_size == len(data):
            os.utime(path)
        else:
            _write_whole(path, data)
        return digest

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
    """Write to a temporary name, reach the disk, then rename: a crash or a full disk leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
