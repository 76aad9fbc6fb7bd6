"""The process that workers are forked from: small, single-threaded, started clean, with the engine already loaded.

Python's own fork server would do, but it keeps the environment of the web process, secrets included, where
/proc/self/environ shows it to every worker; and it runs the program's main module in each of them.
"""

import gc
import importlib
import json
import os
import shutil
import socket
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from app.isolation.confine import die_with, leave_network
from app.isolation.limits import WorkerLimits
from app.isolation.worker import serve

_REQUEST = 64


@dataclass(slots=True)
class Nursery:
    """Forks and buries workers on request.

    Requests on the control socket: b"fork" with the worker's socket attached → its process id; b"bury PID", for a
    worker that was killed or left → its exit code as of os.waitstatus_to_exitcode.
    """

    control: socket.socket
    limits: WorkerLimits
    folder: Path
    children: set[int] = field(default_factory=set)

    def run(self) -> None:
        """Serve until the other side goes."""
        while True:
            request, descriptors, _, _ = socket.recv_fds(self.control, _REQUEST, 1)
            if not request:
                return
            if request == b"fork":
                self.control.send(b"%d" % self._fork(socket.socket(fileno=descriptors[0])))
            else:
                self.control.send(b"%d" % self._bury(int(request.removeprefix(b"bury "))))

    def _fork(self, wire: socket.socket) -> int:
        nursery = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._be_worker(wire, nursery)
        wire.close()
        self.children.add(pid)
        return pid

    def _be_worker(self, wire: socket.socket, nursery: int) -> None:
        status = 1
        try:
            die_with(nursery)
            self.control.close()
            serve(wire, self.limits, self.folder / str(os.getpid()))
            status = 0
        finally:
            # The exit handlers are the nursery's, not this child's.
            os._exit(status)

    def _bury(self, pid: int) -> int:
        if pid not in self.children:
            return 0
        _, status = os.waitpid(pid, 0)
        self.children.discard(pid)
        shutil.rmtree(self.folder / str(pid), ignore_errors=True)
        return os.waitstatus_to_exitcode(status)


def main() -> None:
    """Start from a command line: descriptor of the control socket, then as JSON limits, modules to load, and where to
    make the workers' folder.
    """
    control = socket.socket(fileno=int(sys.argv[1]))
    order = json.loads(sys.argv[2])
    limits = WorkerLimits(**order["limits"])
    shared = leave_network() if limits.own_network else "not asked for"
    problem = _load(order["modules"])
    folder = tempfile.mkdtemp(prefix="affiche-fence-", dir=order["temporary"])
    words = {"problem": problem, "network": f"shared: {shared}" if shared else "own", "folder": folder}
    # What is loaded stays shared: the collector would touch, and so copy, every page in every worker.
    gc.freeze()
    try:
        control.send(json.dumps(words).encode())
        Nursery(control, limits, Path(folder)).run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _load(modules: list[str]) -> str:
    """Import what jobs will need; return what went wrong, or nothing."""
    for name in modules:
        try:
            importlib.import_module(name)
        except Exception as broken:
            return f"{name}: {type(broken).__name__}: {broken}"
    return ""
