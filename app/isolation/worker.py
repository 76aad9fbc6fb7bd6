"""The worker's side: take a job, run it, answer. One job at a time, since PDFium knows no threads."""

import socket
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app.isolation.confine import allow_processor_time, confine, resident_bytes
from app.isolation.limits import WorkerLimits
from app.isolation.packing import packed, unpacked
from app.isolation.wire import Part, WireClosed, receive, send

# First part of an answer; in lower case when the worker leaves after it.
DONE, REFUSED, FAILED, NO_MEMORY = b"D", b"R", b"F", b"M"

_LARGEST_JOB = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A function, by reference, with its arguments. refusals: exceptions that go back to the caller as they are."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    cpu_s: float
    refusals: tuple[type[Exception], ...]


def serve(wire: socket.socket, limits: WorkerLimits, folder: Path) -> None:
    """Confine this process, say so, and answer jobs until the other side goes or the worker has had its share."""
    confine(limits, folder)
    send(wire, [])
    for count in range(1, limits.jobs + 1):
        try:
            leaves = _serve_one(wire, limits, is_last=count == limits.jobs)
        except WireClosed:
            return
        if leaves:
            return


def _serve_one(wire: socket.socket, limits: WorkerLimits, *, is_last: bool) -> bool:
    """Answer one job; return whether the worker leaves then. Nothing of the answer is held once it is sent."""
    kind, *body = _answer(receive(wire, _LARGEST_JOB))
    leaves = is_last or kind == NO_MEMORY or resident_bytes() > limits.resident_bytes
    send(wire, [kind.lower() if leaves else kind, *body])
    return leaves


def _answer(message: list[Part]) -> tuple[bytes, *tuple[Part, ...]]:
    refusals: tuple[type[Exception], ...] = ()
    try:
        job = cast(Job, unpacked(message))
        refusals = job.refusals
        allow_processor_time(job.cpu_s)
        return DONE, *packed(job.function(*job.args))
    except MemoryError:
        return (NO_MEMORY,)
    except refusals as refusal:
        return REFUSED, *packed(refusal)
    except Exception as failure:
        return FAILED, _trace(failure).encode()


def _trace(failure: Exception) -> str:
    """Return the exception's name and its way, without messages or source lines."""
    frames = traceback.extract_tb(failure.__traceback__)
    way = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{type(failure).__name__} in {way}"
