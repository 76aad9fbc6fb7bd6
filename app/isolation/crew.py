"""The trusted side of nursery and workers: start them, ask them, bury them."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict

from app.isolation.errors import FenceUnavailable
from app.isolation.limits import WorkerLimits
from app.isolation.wire import Part, WireBroken, WireClosed, WireLate, receive, send

_START_S = 30.0
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[3]); from app.isolation.nursery import main; main()"
_ENVIRONMENT = {
    # One thread of algebra a worker: the kernel moves only single-threaded processes between name spaces.
    "OPENBLAS_NUM_THREADS": "1",
    # Else each of the threads that share out a picture keeps a heap.
    "MALLOC_ARENA_MAX": "2",
    # What one job gives back is at hand for the next. Else the kernel cleans and finds the same 35,000 pages for each
    # photo anew, a tenth of the time it takes. Source: mallopt(3); M_MMAP_THRESHOLD goes no higher.
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(128 << 20),
}


class Worker:
    """One worker process as the web process sees it. Used by one thread at a time."""

    def __init__(self, crew: "Crew", pid: int, wire: socket.socket) -> None:
        self.crew, self.pid = crew, pid
        self._wire = wire
        self._is_ready = False

    def ask(self, job: Sequence[Part], *, wall_s: float, most: int) -> list[Part]:
        """Return the answer to a job. Raises WireClosed, WireLate, WireBroken, FenceUnavailable."""
        self.wait_ready()
        deadline = time.monotonic() + wall_s
        send(self._wire, job, deadline)
        return receive(self._wire, most, deadline)

    def wait_ready(self) -> None:
        """Wait until the worker has confined itself. Raises FenceUnavailable where it cannot."""
        if self._is_ready:
            return
        try:
            receive(self._wire, 0, time.monotonic() + _START_S)
        except (WireClosed, WireLate, WireBroken) as failed:
            raise FenceUnavailable("a worker could not confine itself; this needs Linux and its limits") from failed
        self._is_ready = True

    def is_gone(self) -> bool:
        """Whether the process ended while it had nothing to do."""
        self._wire.setblocking(False)
        try:
            return self._wire.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def kill(self) -> None:
        """End the process and whatever it started. It stays a zombie until it is buried, so its number is safe."""
        self._wire.close()
        for end in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                end(self.pid, signal.SIGKILL)


class Crew:
    """A nursery with the workers forked from it.

    Raises FenceUnavailable where the nursery does not start.
    """

    def __init__(self, limits: WorkerLimits, modules: Sequence[str]) -> None:
        self.is_broken = False
        self._lock = threading.Lock()
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = _launch(theirs, limits, modules)
        self._folder = ""
        self.network = self._first_words()

    def _first_words(self) -> str:
        self._control.settimeout(_START_S)
        try:
            words = json.loads(self._control.recv(65536) or b"{}")
        except (OSError, ValueError):
            words = {}
        self._folder = words.get("folder", "")
        if words.get("problem", "the process did not start"):
            self.close()
            raise FenceUnavailable(words.get("problem", "the process did not start"))
        return str(words["network"])

    def fork(self) -> Worker:
        """Return a new worker; it confines itself meanwhile. Raises FenceUnavailable when the nursery is gone."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                return Worker(self, self._request(b"fork", [theirs.fileno()]), ours)
        except FenceUnavailable:
            ours.close()
            raise

    def bury(self, worker: Worker) -> int:
        """End a worker for good; return its exit code, minus the signal's number where one ended it.

        Raises FenceUnavailable when the nursery is gone, and with it all its workers.
        """
        worker.kill()
        return self._request(b"bury %d" % worker.pid, [])

    def _request(self, words: bytes, descriptors: list[int]) -> int:
        try:
            with self._lock:
                socket.send_fds(self._control, [words], descriptors)
                return int(self._control.recv(64))
        except (OSError, ValueError) as gone:
            self.is_broken = True
            raise FenceUnavailable("the process that starts workers is gone") from gone

    def close(self) -> None:
        """End the nursery, and with it what is left of its workers."""
        self._control.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._folder:
            # The nursery does this itself, unless it was killed.
            shutil.rmtree(self._folder, ignore_errors=True)


def _launch(control: socket.socket, limits: WorkerLimits, modules: Sequence[str]) -> subprocess.Popen[bytes]:
    order = json.dumps({"limits": asdict(limits), "modules": list(modules), "temporary": tempfile.gettempdir()})
    path = json.dumps([entry or os.getcwd() for entry in sys.path])
    descriptor = control.fileno()
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-I", "-c", _START, str(descriptor), order, path],
            env=_ENVIRONMENT,
            pass_fds=(descriptor,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
        )
    except OSError as refused:
        raise FenceUnavailable(f"no process could be started: {refused.strerror}") from refused
