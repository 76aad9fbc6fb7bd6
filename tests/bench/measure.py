"""Timing and memory, in the plainest way: several runs, medians, and what the kernel says of processes."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Wall times of one thing, in s."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.runs)

    @property
    def p95(self) -> float:
        return sorted(self.runs)[min(len(self.runs) - 1, round(0.95 * (len(self.runs) - 1)))]


def timed(run: Callable[[int], object], count: int, *, warm: int = 1) -> Times:
    """Run something `count` times after `warm` runs that do not count; it is told the number of the run."""
    for number in range(warm):
        run(-1 - number)
    return Times(runs=tuple(_seconds(run, number) for number in range(count)))


def in_turns(
    one: Callable[[int], object], other: Callable[[int], object], count: int, *, warm: int = 2
) -> tuple[Times, Times]:
    """Time two things as `timed` does, by turns, so that what else the machine does happens to both."""
    for number in range(warm):
        one(-1 - number)
        other(-1 - number)
    runs = [(_seconds(one, number), _seconds(other, number)) for number in range(count)]
    ours, theirs = zip(*runs, strict=True)
    return Times(runs=ours), Times(runs=theirs)


def _seconds(run: Callable[[int], object], number: int) -> float:
    start = time.perf_counter()
    run(number)
    return time.perf_counter() - start


def peak_mb(pid: int | str = "self") -> float:
    """Return the largest resident memory of a process so far, in MB. Source: /proc, VmHWM."""
    return _status_mb(pid, "VmHWM:")


def forget_peak(pid: int | str = "self") -> None:
    """Let the kernel count the largest memory of a process anew. Source: proc(5), /proc/pid/clear_refs."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def resident_mb(pid: int | str = "self") -> float:
    """Return the resident memory of a process now, in MB. Source: /proc, VmRSS."""
    return _status_mb(pid, "VmRSS:")


def _status_mb(pid: int | str, field: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) * 1024 / 1e6
    raise LookupError(f"{field} of {pid}")


def descendants(pid: int) -> Iterable[int]:
    """Yield the processes below a process."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from descendants(int(child))
