"""The fence around foreign bytes. Knows nothing of what it guards: functions come by reference."""

from app.isolation.errors import FenceError, FenceUnavailable, WorkerBusy, WorkerFailed, WorkerKilled, WorkerTimeout
from app.isolation.fence import Fence, FenceReport
from app.isolation.limits import WorkerLimits

__all__ = [
    "Fence",
    "FenceError",
    "FenceReport",
    "FenceUnavailable",
    "WorkerBusy",
    "WorkerFailed",
    "WorkerKilled",
    "WorkerLimits",
    "WorkerTimeout",
]
