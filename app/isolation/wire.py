"""Messages between the two sides of the fence: a few runs of bytes, one of which may be a file that is handed over.

What comes from behind the fence is hostile. Source: unix(7), SCM_RIGHTS.
"""

import socket
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from app.isolation.parcel import Parcel

Part = bytes | Parcel
"""One run of a message: bytes that are copied, or a file that is handed over."""

MOST_PARTS = 32
"""Runs of bytes in one message."""

_NUMBER_BYTES = 8
_SMALL = 1 << 16

# What stands in the place of a length where the part is a file.
_IN_FILE = (1 << 64) - 1

_RIGHTS = (socket.SOL_SOCKET, socket.SCM_RIGHTS)
_FILE = struct.Struct("i")


class WireClosed(Exception):
    """The other side is gone."""


class WireLate(Exception):
    """The deadline passed before a message was through."""


class WireBroken(Exception):
    """The other side sent what no honest worker sends."""


def send(wire: socket.socket, parts: Sequence[Part], deadline: float | None = None) -> None:
    """Send one message. deadline: of time.monotonic, None to wait for ever. Raises WireClosed, WireLate.

    Raises ValueError for more files than one.
    """
    files = [part for part in parts if isinstance(part, Parcel)]
    if len(files) > 1:
        raise ValueError(f"a message carries one file, not {len(files)}")
    lengths = (_IN_FILE if isinstance(part, Parcel) else len(part) for part in parts)
    runs = [struct.pack(f">{1 + len(parts)}Q", len(parts), *lengths), *(part for part in parts if type(part) is bytes)]
    try:
        if files:
            wire.settimeout(_left(deadline))
            socket.send_fds(wire, [runs.pop(0)], [files[0].fileno()])
        for run in _joined(runs):
            wire.settimeout(_left(deadline))
            wire.sendall(run)
    except TimeoutError as late:
        raise WireLate from late
    except OSError as gone:
        raise WireClosed from gone


def _joined(parts: Sequence[bytes]) -> list[bytes]:
    """Return the same bytes in few runs: one system call for what is small, no copy of what is large."""
    runs = [b""]
    for part in parts:
        if len(runs[-1]) + len(part) <= _SMALL:
            runs[-1] += part
        else:
            runs.append(part)
    return runs


def receive(wire: socket.socket, most: int, deadline: float | None = None) -> list[Part]:
    """Return the next message. most: of its bytes, in a file too. Raises WireClosed, WireLate, WireBroken."""
    count, files = _opening(wire, deadline)
    if count > MOST_PARTS:
        raise WireBroken(f"{count} parts announced")
    announced = _numbers(_exactly(wire, count * _NUMBER_BYTES, deadline))
    if announced.count(_IN_FILE) != len(files):
        raise WireBroken(f"{announced.count(_IN_FILE)} files announced, {len(files)} came")
    weight = sum(length for length in announced if length != _IN_FILE) + sum(file.size for file in files)
    if weight > most:
        raise WireBroken(f"{weight} bytes announced")
    return [files[0] if length == _IN_FILE else _exactly(wire, length, deadline) for length in announced]


def _opening(wire: socket.socket, deadline: float | None) -> tuple[int, list[Parcel]]:
    """Return the number that a message begins with, and the file that comes with it if there is one."""
    with _in_time(wire, deadline):
        # There is room for one file; the kernel closes what else is sent along. Nothing that this process starts may
        # inherit it, which socket.recv_fds cannot ask for in Python 3.11: it drops its flags.
        begun, beside, _, _ = wire.recvmsg(_NUMBER_BYTES, socket.CMSG_LEN(_FILE.size), socket.MSG_CMSG_CLOEXEC)
    try:
        files = [Parcel(*_FILE.unpack(data)) for level, kind, data in beside if (level, kind) == _RIGHTS]
    except (ValueError, OSError) as wrong:
        raise WireBroken("no file") from wrong
    if not begun:
        raise WireClosed
    (count,) = _numbers(begun + _exactly(wire, _NUMBER_BYTES - len(begun), deadline))
    return count, files


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(data) // _NUMBER_BYTES}Q", data)


def _exactly(wire: socket.socket, length: int, deadline: float | None) -> bytes:
    """Return so many bytes. The kernel fills the object that is returned: files of many MB are not copied again."""
    parts: list[bytes] = []
    while length:
        with _in_time(wire, deadline):
            part = wire.recv(length, socket.MSG_WAITALL)
        if not part:
            raise WireClosed
        parts.append(part)
        length -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


@contextmanager
def _in_time(wire: socket.socket, deadline: float | None) -> Iterator[None]:
    """Let one call receive until the deadline; what goes wrong with it is said in the words of this module."""
    try:
        _wait_at_most(wire, _left(deadline))
        yield
    except (TimeoutError, BlockingIOError) as late:
        raise WireLate from late
    except OSError as gone:
        raise WireClosed from gone


def _wait_at_most(wire: socket.socket, seconds: float | None) -> None:
    """Let the kernel keep the time. Python's own time-out would hand the bytes over as they come, in small pieces."""
    wire.settimeout(None)
    whole = int(seconds or 0)
    # Zero means for ever (socket(7), SO_RCVTIMEO), so that no time left is the shortest there is.
    micros = 0 if seconds is None else max(1, int((seconds - whole) * 1_000_000))
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", whole, micros))


def _left(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
