"""The fence: foreign bytes are parsed in warm worker processes with limits, never in the process that asks."""

import signal
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from app.isolation.crew import Worker
from app.isolation.errors import WorkerFailed, WorkerKilled, WorkerTimeout
from app.isolation.limits import WorkerLimits
from app.isolation.packing import open_warily, packed
from app.isolation.roster import Roster
from app.isolation.wire import Part, WireBroken, WireClosed, WireLate
from app.isolation.worker import DONE, FAILED, NO_MEMORY, Job

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class FenceReport:
    """What a doctor wants to know. running: process ids. network: of the workers: "own", or why it is shared."""

    running: tuple[int, ...]
    limits: WorkerLimits
    network: str


class Fence:
    """A few workers and the queue before them. Starts with the first job, and so after a web server has forked.

    packages: whose values and exceptions may come back. refusals: exceptions, of those packages, that come back as they
    are. modules: loaded before the first job. queue: jobs that may wait; patience_s: and how long.
    Many threads may use one fence.
    """

    def __init__(
        self,
        *,
        packages: Sequence[str],
        refusals: tuple[type[Exception], ...] = (),
        modules: Sequence[str] = (),
        workers: int = 2,
        queue: int = 40,
        patience_s: float = 30.0,
        limits: WorkerLimits | None = None,
    ) -> None:
        self._packages, self._refusals, self._modules = tuple(packages), refusals, tuple(modules)
        self._workers, self._queue, self._patience_s = workers, queue, patience_s
        self._limits = limits or WorkerLimits()
        self._roster = self._new_roster()

    def _new_roster(self) -> Roster:
        roster = Roster(
            size=self._workers,
            queue=self._queue,
            patience_s=self._patience_s,
            limits=self._limits,
            modules=self._modules,
        )
        weakref.finalize(self, roster.close)
        return roster

    def _own_roster(self) -> Roster:
        """Return the roster of this very process: workers that were there before a fork belong to the parent."""
        if not self._roster.is_own:
            self._roster = self._new_roster()
        return self._roster

    def run(self, function: Callable[..., T], *args: object, wall_s: float = 10.0, cpu_s: float = 10.0) -> T:
        """Return what the function returns, having run it in a worker.

        function: of an importable module; it and its arguments are pickled. wall_s: from the moment a worker has the
        job. cpu_s: of processor time, all threads together.
        Raises the fence's refusals as they are, WorkerTimeout, WorkerKilled, WorkerFailed, WorkerBusy,
        FenceUnavailable. After each of them the next job finds a sound worker.
        A function must bear being run twice: a worker that something outside killed gets one successor.
        """
        job = packed(Job(function=function, args=args, cpu_s=cpu_s, refusals=self._refusals))
        try:
            return cast(T, self._once(job, wall_s))
        except WorkerKilled as killed:
            if killed.cause != signal.SIGKILL.name:
                raise
        return cast(T, self._once(job, wall_s))

    def _once(self, job: list[Part], wall_s: float) -> object:
        roster = self._own_roster()
        worker = roster.take()
        try:
            kind, value = self._opened(worker.ask(job, wall_s=wall_s, most=self._limits.answer_bytes))
        except WireClosed:
            raise _death(roster.replace(worker)) from None
        except WireLate:
            roster.replace(worker)
            raise WorkerTimeout(f"stopped after {wall_s:g} s") from None
        except WireBroken as broken:
            roster.replace(worker)
            raise WorkerKilled("answer") from broken
        except BaseException:
            roster.replace(worker)
            raise
        _let_go(roster, worker, leaves=kind.islower())
        if kind.upper() == DONE:
            return value
        raise cast(Exception, value)

    def _opened(self, answer: list[Part]) -> tuple[bytes, object]:
        """Return the kind of an answer, and the value or the exception in it. Raises WireBroken."""
        kind, *body = answer or [b""]
        if not isinstance(kind, bytes):
            raise WireBroken("a file of no kind")
        if kind.upper() == NO_MEMORY:
            return kind, WorkerKilled("memory")
        if kind.upper() == FAILED:
            trace = b"".join(part for part in body if isinstance(part, bytes))
            return kind, WorkerFailed(trace.decode(errors="replace"))
        value = open_warily(body, self._packages)
        if kind.upper() != DONE and not isinstance(value, self._refusals):
            raise WireBroken("an exception that nobody allowed")
        return kind, value

    def warm(self) -> None:
        """Start the workers ahead of the first job. Raises FenceUnavailable where this machine cannot."""
        self._own_roster().warm()

    def describe(self) -> FenceReport:
        """Return how the fence stands."""
        roster = self._own_roster()
        return FenceReport(running=roster.running(), limits=self._limits, network=roster.network)

    def close(self) -> None:
        """End all workers for good."""
        self._own_roster().close()


def _let_go(roster: Roster, worker: Worker, *, leaves: bool) -> None:
    if leaves:
        roster.replace(worker)
    else:
        roster.give_back(worker)


def _death(code: int) -> WorkerKilled | WorkerTimeout:
    """Return what the exit code of a worker that died under its job means."""
    if code == -signal.SIGXCPU:
        return WorkerTimeout("its processor time was used up")
    return WorkerKilled(signal.Signals(-code).name if code < 0 else "exit")
