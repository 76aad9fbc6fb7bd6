"""An LRU cache of what is made from stored files: kept while there is room, and no longer than the file."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from app.store import FileGone, FileStore

T = TypeVar("T")


class FileCache(Generic[T]):
    """Values by the digest of their file and by variant, made when first asked for. Any thread may ask.

    The least used go first. What was made of a file goes with it: at once where this process deletes it; where another
    one does, at the next question that finds nothing ready.
    """

    def __init__(self, files: FileStore, room: int, weight: Callable[[T], int]) -> None:
        """Start empty. room: the most that all values weigh together. weight: of one value."""
        self._files, self._room, self._weight = files, room, weight
        self._kept: OrderedDict[tuple[str, Hashable], T] = OrderedDict()
        self._lock = Lock()
        files.when_deleted(self._forget)

    def get(self, digest: str, variant: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept of a file, else make it. Two who ask at once may both make it. Raises FileGone."""
        if not self._files.has(digest):
            self._forget(digest)
            raise FileGone(digest)
        key = (digest, variant)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        self._forget(*self._gone())
        made = make()
        with self._lock:
            self._kept[key] = made
            while sum(map(self._weight, self._kept.values())) > self._room:
                self._kept.popitem(last=False)
        # Deleted while the value was made: whoever deleted it found nothing to forget yet.
        if not self._files.has(digest):
            self._forget(digest)
        return made

    def _gone(self) -> tuple[str, ...]:
        with self._lock:
            digests = {digest for digest, _ in self._kept}
        return tuple(digest for digest in digests if not self._files.has(digest))

    def _forget(self, *digests: str) -> None:
        with self._lock:
            for key in [key for key in self._kept if key[0] in digests]:
                del self._kept[key]
