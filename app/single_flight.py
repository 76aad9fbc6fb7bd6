"""One maker for each thing: whoever asks for what is being made already waits for it instead of making it too."""

import fcntl
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar
from zlib import crc32

T = TypeVar("T")

# Files to lock; two things that share one are made one after the other.
_LOCKS = 64


class SingleFlight(Generic[T]):
    """Threads that ask for the same thing at the same time. Nothing is kept once it is made."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, Future[T]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returns, here or in the thread that asked first; what it raises is raised in all of them.

        key: everything on which the answer depends. make: may not ask for the same key again.
        """
        with self._lock:
            under_way = self._flights.get(key)
            flight = under_way or self._flights.setdefault(key, Future())
        if under_way is None:
            self._fly(key, flight, make)
        return flight.result()

    def _fly(self, key: Hashable, flight: "Future[T]", make: Callable[[], T]) -> None:
        try:
            flight.set_result(make())
        except BaseException as failed:
            flight.set_exception(failed)
        finally:
            with self._lock:
                del self._flights[key]


@contextmanager
def alone(folder: Path, key: str) -> Iterator[None]:
    """Let one process (and one thread) of this machine at a time through with a key.

    folder: of the lock files. Where none can be written, everybody gets through.
    """
    with ExitStack() as held:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            file = held.enter_context((folder / f"{crc32(key.encode()) % _LOCKS:02}").open("wb"))
            # Closing the file, or the end of the process, lets go.
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
