"""Rows about the ZIP: the process that hands it out holds none of its files, however many and heavy they are."""

import re
import statistics
import tempfile
import time
import urllib.parse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from measure import forget_peak, peak_mb, resident_mb
from rows_web import Visitor, answering, served
from table import Row

_RUNS = 3
_NOISE_MB = 5
_PIECE = 1 << 16
_EVERYWHERE = ("print", "home", "web", "screen")


class _Wanted(NamedTuple):
    """What is asked for. formats: none for every one."""

    name: str
    formats: Sequence[str]
    goals: Sequence[str] = _EVERYWHERE


_CASES = (
    _Wanted("1 file", ("a3",), ("print",)),
    _Wanted("4 files", ("a3",)),
    _Wanted("12 files", ("a4", "a3", "a2")),
    _Wanted("A0 and 2 m² among 11", ("a3", "a0", "mupi")),
    _Wanted("every format", ()),
)


class _Streamed(NamedTuple):
    """One ZIP that was read to its end. weight: of the ZIP, in MB.

    before, peak: memory of the process that answered, in MB: when the ZIP was asked for, and at most from then on.
    """

    before: float
    peak: float
    weight: float
    seconds: float


def rows(photo: bytes) -> Iterator[Row]:
    """Yield the peak of a fresh web process while each ZIP is sent. photo: on the poster."""
    least: float | None = None
    for wanted in _CASES:
        runs = [_streamed(photo, wanted) for _ in range(_RUNS)]
        before, peak, weight, seconds = (statistics.median(figures) for figures in zip(*runs, strict=True))
        least = peak if least is None else least
        words = f"memory of a web process, ZIP of {wanted.name} ({weight:.0f} MB in {seconds:.1f} s), peak"
        peaks = [run.peak for run in runs]
        spread = f"{min(peaks):.0f}–{max(peaks):.0f} MB, {_RUNS} runs; {before:.0f} MB before"
        yield Row.size(words, peak, target_mb=least + _NOISE_MB, spread=spread)


def _streamed(photo: bytes, wanted: _Wanted) -> _Streamed:
    """Let a fresh server make a ZIP."""
    with tempfile.TemporaryDirectory(prefix="affiche-bench-") as folder, served(Path(folder)) as (pid, base, _):
        visitor = Visitor(base)
        _save_photo(visitor, photo)
        keys = wanted.formats or _every_format(visitor)
        asked = [("voor", goal) for goal in wanted.goals] + [("maat", key) for key in keys]
        (web,) = answering(pid)
        forget_peak(web)
        before, start = resident_mb(web), time.perf_counter()
        weight = _read_away(visitor, f"/download/all?{urllib.parse.urlencode(asked)}")
        seconds = time.perf_counter() - start
        return _Streamed(before, peak_mb(web), weight / 1e6, seconds)


def _save_photo(visitor: Visitor, photo: bytes) -> None:
    """Save a poster that is ready, with a photo on it: its files are as heavy as files get."""
    visitor.upload(photo)
    page = visitor.open().read().decode()
    digest = re.search(r'name="photo\.photo\.file"[^>]*value="(upload:[0-9a-f]+)"', page)
    revision = re.search(r'name="revision" value="(\d+)"', page)
    if digest is None or revision is None:
        raise ValueError("the photo did not come")
    photo_fields = {"file": digest[1], "consent": "y", "alt": "Iemand lacht"}
    visitor.save_sample(revision=revision[1], **{f"photo.photo.{part}": words for part, words in photo_fields.items()})


def _every_format(visitor: Visitor) -> list[str]:
    with visitor.open("/download/kies") as page:
        return re.findall(r'name="maat" value="([^"]+)"', page.read().decode())


def _read_away(visitor: Visitor, path: str) -> int:
    """Read an answer to its end and keep nothing; return how many bytes it had."""
    with visitor.open(path) as answer:
        return sum(len(piece) for piece in iter(lambda: answer.read(_PIECE), b""))
