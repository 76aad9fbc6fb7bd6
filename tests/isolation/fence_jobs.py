"""Jobs for tests of the fence, good and evil. They run in worker processes."""

import contextlib
import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app.isolation import Parcel


class Refusal(Exception):
    """What a caller expects."""


class KeywordRefusal(Exception):
    """A refusal that carries more than its message."""

    def __init__(self, reason, **details):
        super().__init__(reason)
        self.reason, self.details = reason, details

    def __reduce__(self):
        return (_rebuild_keyword_refusal, (self.reason, self.details))


def _rebuild_keyword_refusal(reason, details):
    return KeywordRefusal(reason, **details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A value of a package that may come back."""

    text: str
    parts: tuple[int, ...] = ()


def add(one, other):
    return one + other


def answer(text):
    return Answer(text=text, parts=(1, 2))


def echo(data):
    return data


def pid():
    return os.getpid()


def nap(seconds, value=None):
    time.sleep(seconds)
    return value


def spin():
    while True:
        pass


def spin_in_c():
    return sum(range(10**14))


def eat_memory():
    eaten = []
    while True:
        eaten.append(bytearray(64 << 20))


def crash():
    ctypes.string_at(0)


def abort():
    os.abort()


def leave(code):
    os._exit(code)


def shout(code):
    sys.exit(code)


def kill_oneself():
    os.kill(os.getpid(), signal.SIGKILL)


def kill_oneself_once(mark):
    """Die at the first run and answer at the second."""
    mark = Path(mark)
    if not mark.exists():
        mark.touch()
        kill_oneself()
    return "second run"


def stop_oneself():
    os.kill(os.getpid(), signal.SIGSTOP)


def refuse(reason):
    raise Refusal(reason)


def refuse_with_details(reason, **details):
    raise KeywordRefusal(reason, **details)


def fail(text):
    raise ValueError(text)


def environment():
    return dict(os.environ), Path("/proc/self/environ").read_bytes()


def surroundings():
    return {
        "folder": os.getcwd(),
        "files": os.listdir("."),
        "session": os.getsid(0) == os.getpid(),
        "no_new_privileges": "NoNewPrivs:\t1" in Path("/proc/self/status").read_text(),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "memory": resource.getrlimit(resource.RLIMIT_AS),
        "files_open": resource.getrlimit(resource.RLIMIT_NOFILE),
        "modules": "pytest" in sys.modules,
    }


def need_memory(megabytes):
    """Take memory for a moment, in large pieces; return how many pages of it the kernel had to find."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    pieces = [bytearray(b"x" * (4 << 20)) for _ in range(megabytes // 4)]
    del pieces
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def write(size):
    Path("large").write_bytes(bytes(size))


def open_many(count):
    return len([open(os.devnull) for _ in range(count)])


def lift_memory_limit():
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def leave_child(mark):
    """Start a process that would outlive this one, and hang."""
    child = subprocess.Popen(["sleep", "300"])
    Path(mark).write_text(str(child.pid))
    time.sleep(300)


def reach(port):
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        return True


class Trap:
    """Unpickles into a call, as a worker that was taken over would send it."""

    def __init__(self, function, *args):
        self.function, self.args = function, args

    def __reduce__(self):
        return (self.function, self.args)


def trap(path):
    return Trap(os.mkdir, path)


def unsendable():
    return (number for number in range(3))


def boundless():
    return bytes(40 << 20)


def parcel(size):
    """A file of so many bytes, and a value beside it."""
    return Parcel.of(pattern(size)), "beside"


def pattern(size):
    """Bytes that differ from place to place."""
    return (b"%0512d" % size * (size // 512 + 1))[:size]


def parcel_and_end(size, signal_number):
    """Pack a file, and die with it in hand."""
    parcel(size)
    os.kill(os.getpid(), signal_number)


def parcel_and_raise(size):
    raise ValueError(Parcel.of(pattern(size)))


def two_parcels():
    return Parcel.of(b"one"), Parcel.of(b"two")


def parcel_without_a_folder(size):
    """Pack a file after something swept the folders for temporary files."""
    os.rmdir(os.getcwd())
    return Parcel.of(pattern(size))


def parcel_that_shrinks(size):
    """Pack a file, hand it over, and cut it short for whoever reads it."""
    parcel = Parcel.of(pattern(size))
    _kept.append(os.dup(parcel.fileno()))
    return parcel


def shrink():
    os.truncate(_kept.pop(), 0)


_kept = []


def folder_as_parcel():
    """Send an open folder in the place of a file, as a worker that was taken over might."""
    taken = Parcel.of(b"honest")
    os.dup2(os.open(".", os.O_RDONLY), taken.fileno())
    return taken


def held_files():
    """The files without a name that this process holds open beside its three streams, as the kernel calls them."""
    found = []
    for descriptor in range(3, 64):
        with contextlib.suppress(FileNotFoundError):
            found.append(os.readlink(f"/proc/self/fd/{descriptor}"))
    return [name for name in found if name.endswith("(deleted)")]
