"""Which workers are free, and who waits for one. Used by many threads at once."""

import os
import threading
from collections.abc import Sequence
from contextlib import suppress

from app.isolation.crew import Crew, Worker
from app.isolation.errors import FenceUnavailable, WorkerBusy
from app.isolation.limits import WorkerLimits

_GONE = -9  # the exit code of workers that went down with their nursery


class Roster:
    """The workers of one process. Starts them at the first need; a fork of the process makes a roster of its own.

    size: number of workers. queue: callers that may wait. patience_s: how long each waits.
    """

    def __init__(
        self, *, size: int, queue: int, patience_s: float, limits: WorkerLimits, modules: Sequence[str]
    ) -> None:
        self._owner = os.getpid()
        self._size, self._queue, self._patience_s = size, queue, patience_s
        self._limits, self._modules = limits, modules
        self._turn = threading.Condition()
        self._crew: Crew | None = None
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._waiting = 0
        self._is_closed = False

    @property
    def is_own(self) -> bool:
        """Whether the workers are this process's, and not its parent's."""
        return self._owner == os.getpid()

    def take(self) -> Worker:
        """Return a free worker, to be given back or replaced. Raises WorkerBusy, FenceUnavailable."""
        with self._turn:
            self._start()
            if not self._idle and self._waiting >= self._queue:
                raise WorkerBusy(f"{self._waiting} jobs wait already")
            self._waiting += 1
            try:
                if not self._turn.wait_for(self._has_idle, self._patience_s):
                    raise WorkerBusy(f"no worker came free within {self._patience_s:.0f} s")
            finally:
                self._waiting -= 1
            worker = self._living(self._idle.pop())
            self._busy.add(worker)
            return worker

    def _has_idle(self) -> bool:
        # A nursery may have gone while this caller slept.
        self._start()
        return bool(self._idle)

    def _start(self) -> None:
        if self._is_closed:
            raise FenceUnavailable("the fence is closed")
        if self._crew is not None and not self._crew.is_broken:
            return
        # Busy workers of a broken crew died with it; those who wait on them hear so on their own wires.
        self._let_go()
        self._crew = Crew(self._limits, self._modules)
        self._idle = [self._crew.fork() for _ in range(self._size)]

    def _living(self, worker: Worker) -> Worker:
        """Return the worker, or a new one where it died while it had nothing to do."""
        if not worker.is_gone():
            return worker
        try:
            worker.crew.bury(worker)
            return worker.crew.fork()
        except FenceUnavailable:
            # The nursery went, and all its workers with it.
            self._start()
            return self._idle.pop()

    def give_back(self, worker: Worker) -> None:
        """Make a worker free for the next job."""
        with self._turn:
            self._busy.discard(worker)
            if worker.crew is self._crew:
                self._idle.append(worker)
                self._turn.notify()

    def replace(self, worker: Worker) -> int:
        """End a worker and start another; return the exit code of the one that went."""
        try:
            code = worker.crew.bury(worker)
        except FenceUnavailable:
            code = _GONE
        with self._turn:
            self._busy.discard(worker)
            if worker.crew is self._crew:
                with suppress(FenceUnavailable):
                    self._idle.append(worker.crew.fork())
                self._turn.notify()
        return code

    def warm(self) -> None:
        """Start all workers and wait until each is confined. Raises FenceUnavailable."""
        with self._turn:
            self._start()
            for worker in self._idle:
                worker.wait_ready()

    def running(self) -> tuple[int, ...]:
        """Return the process ids of the workers."""
        with self._turn:
            return tuple(sorted(worker.pid for worker in (*self._idle, *self._busy)))

    @property
    def network(self) -> str:
        """How the workers are cut off from the network, or why not."""
        return self._crew.network if self._crew is not None else "not started"

    def close(self) -> None:
        """End all workers for good, also those at work. Does nothing in a fork of the owner."""
        if not self.is_own:
            return
        with self._turn:
            self._is_closed = True
            for worker in self._busy:
                worker.kill()
            self._let_go()
            self._turn.notify_all()

    def _let_go(self) -> None:
        for worker in self._idle:
            worker.kill()
        self._idle = []
        if self._crew is not None:
            self._crew.close()
            self._crew = None
