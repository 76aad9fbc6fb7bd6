"""A shelf: what was made is kept while there is room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things by key, made when first asked for; the least used go first. Any thread may ask."""

    def __init__(self, room: int, weight: Callable[[T], int]) -> None:
        """Put up an empty shelf. room: the most that all things on it weigh. weight: of one thing."""
        self._room, self._weight = room, weight
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what stands under a key, else make it. Two who ask at once may both make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while sum(map(self._weight, self._kept.values())) > self._room:
                self._kept.popitem(last=False)
        return made
