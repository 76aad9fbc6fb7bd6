"""The fence around foreign bytes. Knows nothing of what it guards: functions come by reference."""

from app.isolation.errors import (
    FenceError,
    FenceUnavailable,
    ParcelCut,
    WorkerBusy,
    WorkerFailed,
    WorkerKilled,
    WorkerTimeout,
)
from app.isolation.fence import Fence, FenceReport
from app.isolation.limits import WorkerLimits
from app.isolation.parcel import Parcel

__all__ = [
    "Fence",
    "FenceError",
    "FenceReport",
    "FenceUnavailable",
    "Parcel",
    "ParcelCut",
    "WorkerBusy",
    "WorkerFailed",
    "WorkerKilled",
    "WorkerLimits",
    "WorkerTimeout",
]
