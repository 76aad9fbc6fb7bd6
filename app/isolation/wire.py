"""Messages between the two sides of the fence: a length, then bytes. What comes from behind it is hostile."""

import io
import pickle
import socket
import time
from collections.abc import Iterable
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


_LENGTH = 8
_CHUNK = 1 << 20


class WireClosed(Exception):
    """The other side is gone."""


class WireLate(Exception):
    """The deadline passed before a message was through."""


class WireBroken(Exception):
    """The other side sent what no honest worker sends."""


def send(wire: socket.socket, message: bytes, deadline: float | None = None) -> None:
    """Send one message. deadline: of time.monotonic, None to wait for ever. Raises WireClosed, WireLate."""
    head = len(message).to_bytes(_LENGTH, "big")
    # One system call for small messages; large ones are not copied for the sake of eight bytes.
    parts = [head + message] if len(message) < _CHUNK else [head, message]
    try:
        for part in parts:
            wire.settimeout(_left(deadline))
            wire.sendall(part)
    except TimeoutError as late:
        raise WireLate from late
    except OSError as gone:
        raise WireClosed from gone


def receive(wire: socket.socket, most: int, deadline: float | None = None) -> bytearray:
    """Return the next message. most: of its bytes. Raises WireClosed, WireLate, WireBroken."""
    length = int.from_bytes(_exactly(wire, _LENGTH, deadline), "big")
    if length > most:
        raise WireBroken(f"{length} bytes announced")
    return _exactly(wire, length, deadline)


def _exactly(wire: socket.socket, length: int, deadline: float | None) -> bytearray:
    message = bytearray(length)
    view, at = memoryview(message), 0
    while at < length:
        try:
            wire.settimeout(_left(deadline))
            count = wire.recv_into(view[at:])
        except TimeoutError as late:
            raise WireLate from late
        except OSError as gone:
            raise WireClosed from gone
        if not count:
            raise WireClosed
        at += count
    return message


def _left(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _View(io.RawIOBase):
    """A message read in place: a file of bytes would hold all of it a second time."""

    def __init__(self, message: bytes | bytearray | memoryview) -> None:
        self._left = memoryview(message)

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer") -> int:
        into = memoryview(target).cast("B")
        count = min(len(into), len(self._left))
        into[:count], self._left = self._left[:count], self._left[count:]
        return count


class _Wary(pickle.Unpickler):
    """Unpickles values of named packages only, so that a worker that was taken over cannot run code on this side."""

    def __init__(self, message: bytes | bytearray | memoryview, packages: tuple[str, ...]) -> None:
        super().__init__(io.BufferedReader(_View(message)))
        self._packages = packages

    def find_class(self, module: str, name: str) -> object:
        if module == "builtins" and name in ("set", "frozenset", "bytearray", "complex"):
            return super().find_class(module, name)
        if "." in name or not self._is_trusted(module):
            raise WireBroken(f"{module}.{name}")
        found = super().find_class(module, name)
        # A trusted module also holds what it imported; only what it defines itself may be named.
        own = isinstance(found, type) or (isinstance(found, FunctionType) and name.startswith("_rebuild_"))
        if not own or not self._is_trusted(found.__module__):
            raise WireBroken(f"{module}.{name}")
        return found

    def _is_trusted(self, module: str) -> bool:
        return any(module == package or module.startswith(package + ".") for package in self._packages)


def open_warily(message: bytes | bytearray | memoryview, packages: Iterable[str]) -> object:
    """Return the value in a message from behind the fence. Raises WireBroken where it names anything else.

    packages: whose classes, and functions called `_rebuild_…`, may occur in it.
    """
    try:
        return _Wary(message, tuple(packages)).load()
    except WireBroken:
        raise
    except Exception as broken:
        raise WireBroken("not a value") from broken
