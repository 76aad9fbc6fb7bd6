"""An LRU cache of what is made from stored files: kept while there is room, and no longer than the file."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from app.single_flight import SingleFlight
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
        self._flights: SingleFlight[T] = SingleFlight()
        files.when_deleted(self._forget)

    def get(self, digest: str, variant: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept of a file, else make it, once for all who ask meanwhile. Raises FileGone."""
        if not self._files.has(digest):
            self._forget(digest)
            raise FileGone(digest)
        key = (digest, variant)
        kept = self._held(key)
        return kept[0] if kept else self._flights.get(key, lambda: self._made(key, make))

    def _held(self, key: tuple[str, Hashable]) -> tuple[T, ...]:
        """Return the value that is kept, as the most used one now; nothing where there is none."""
        with self._lock:
            if key not in self._kept:
                return ()
            self._kept.move_to_end(key)
            return (self._kept[key],)

    def _made(self, key: tuple[str, Hashable], make: Callable[[], T]) -> T:
        # Whoever was the first may have landed between this one's look and its take-off.
        if kept := self._held(key):
            return kept[0]
        self._forget(*self._gone())
        made = make()
        with self._lock:
            self._kept[key] = made
            while sum(map(self._weight, self._kept.values())) > self._room:
                self._kept.popitem(last=False)
        # Deleted while the value was made: whoever deleted it found nothing to forget yet.
        if not self._files.has(key[0]):
            self._forget(key[0])
        return made

    def _gone(self) -> tuple[str, ...]:
        with self._lock:
            digests = {digest for digest, _ in self._kept}
        return tuple(digest for digest in digests if not self._files.has(digest))

    def _forget(self, *digests: str) -> None:
        with self._lock:
            for key in [key for key in self._kept if key[0] in digests]:
                del self._kept[key]
