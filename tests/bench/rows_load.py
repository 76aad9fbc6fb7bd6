"""Rows about many at once: fifty people typing for a minute against the served application, on loopback."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import Times
from rows_web import served, web_peak_mb
from table import Row
from typing_people import type_together

PEOPLE = 50

# Processes that answer, and for how long people type.
_RUNS = ((2, 60.0), (1, 30.0))


def rows() -> Iterator[Row]:
    """Yield what the people waited for, what went wrong, and what it took: with two processes, and with one."""
    for processes, seconds in _RUNS:
        yield from _typed(processes, seconds)


def _typed(processes: int, seconds: float) -> Iterator[Row]:
    with (
        tempfile.TemporaryDirectory(prefix="affiche-bench-") as folder,
        served(Path(folder), processes=processes) as (pid, base, _),
    ):
        record = type_together(base, PEOPLE, seconds)
        peak = web_peak_mb(pid)
    previews = Times(runs=tuple(record.seconds["preview"]))
    who = f"{PEOPLE} people typing, {processes} web process{'es' if processes > 1 else ''}"
    yield Row.time(f"{who}: live preview, median", previews)
    yield Row.seconds(f"{who}: live preview, p95", previews.p95, target_s=0.150)
    for kind in ("save", "small pictures"):
        yield Row.seconds(f"{who}: {kind}, p95", Times(runs=tuple(record.seconds[kind])).p95)
    answers = sum(map(len, record.seconds.values()))
    yield Row(what=f"{who}: answers", found=f"{answers / seconds:.0f} a second")
    wrong = 100 * len(record.trouble) / answers
    yield Row(what=f"{who}: answers that were none", found=f"{wrong:.2f} %", target="0 %", met=not record.trouble)
    yield Row.size(f"{who}: memory of the web process, peak", peak, target_mb=150)
