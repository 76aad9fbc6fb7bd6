"""Messages between the two sides of the fence: a few runs of bytes. What comes from behind it is hostile."""

import socket
import struct
import time
from collections.abc import Sequence

MOST_PARTS = 32
"""Runs of bytes in one message."""

_NUMBER_BYTES = 8
_SMALL = 1 << 16


class WireClosed(Exception):
    """The other side is gone."""


class WireLate(Exception):
    """The deadline passed before a message was through."""


class WireBroken(Exception):
    """The other side sent what no honest worker sends."""


def send(wire: socket.socket, parts: Sequence[bytes], deadline: float | None = None) -> None:
    """Send one message. deadline: of time.monotonic, None to wait for ever. Raises WireClosed, WireLate."""
    head = struct.pack(f">{1 + len(parts)}Q", len(parts), *map(len, parts))
    try:
        for run in _runs([head, *parts]):
            wire.settimeout(_left(deadline))
            wire.sendall(run)
    except TimeoutError as late:
        raise WireLate from late
    except OSError as gone:
        raise WireClosed from gone


def _runs(parts: Sequence[bytes]) -> list[bytes]:
    """Return the same bytes in few runs: one system call for what is small, no copy of what is large."""
    runs = [b""]
    for part in parts:
        if len(runs[-1]) + len(part) <= _SMALL:
            runs[-1] += part
        else:
            runs.append(part)
    return runs


def receive(wire: socket.socket, most: int, deadline: float | None = None) -> list[bytes]:
    """Return the next message. most: of its bytes. Raises WireClosed, WireLate, WireBroken."""
    (count,) = _numbers(wire, 1, deadline)
    if count > MOST_PARTS:
        raise WireBroken(f"{count} parts announced")
    lengths = _numbers(wire, count, deadline)
    if sum(lengths) > most:
        raise WireBroken(f"{sum(lengths)} bytes announced")
    return [_exactly(wire, length, deadline) for length in lengths]


def _numbers(wire: socket.socket, count: int, deadline: float | None) -> tuple[int, ...]:
    return struct.unpack(f">{count}Q", _exactly(wire, count * _NUMBER_BYTES, deadline))


def _exactly(wire: socket.socket, length: int, deadline: float | None) -> bytes:
    """Return so many bytes. The kernel fills the object that is returned: files of many MB are not copied again."""
    parts: list[bytes] = []
    while length:
        try:
            _wait_at_most(wire, _left(deadline))
            part = wire.recv(length, socket.MSG_WAITALL)
        except (TimeoutError, BlockingIOError) as late:
            raise WireLate from late
        except OSError as gone:
            raise WireClosed from gone
        if not part:
            raise WireClosed
        parts.append(part)
        length -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


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
