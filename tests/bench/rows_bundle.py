"""Rows about the ZIP: the process that hands it out holds none of its files, however many and heavy they are."""

import re
import statistics
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from http.client import HTTPResponse
from pathlib import Path
from typing import NamedTuple

from measure import descendants, forget_peak, peak_mb, resident_mb
from rows_web import Visitor, served
from samples import HEADLINES
from table import Row

_RUNS = 3
_NOISE_MB = 5
_PIECE = 1 << 16
_EVERYWHERE = ("print", "home", "web", "screen")
_PUBLISHER = {"name": "An Peeters", "street": "Lindestraat 12", "postcode": "9200", "town": "Dendermonde"}


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
        (web,) = _answering(pid)
        forget_peak(web)
        before, start = resident_mb(web), time.perf_counter()
        weight = _read_away(visitor, f"/download/all?{urllib.parse.urlencode(asked)}")
        seconds = time.perf_counter() - start
        return _Streamed(before, peak_mb(web), weight / 1e6, seconds)


def _answering(server: int) -> list[int]:
    """Return the processes that answer requests. server: that started them."""
    found = [pid for pid in descendants(server) if b"gunicorn" in _words(pid)]
    return [pid for pid in found if not any(b"gunicorn" in _words(child) for child in descendants(pid))]


def _words(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _save_photo(visitor: Visitor, photo: bytes) -> None:
    """Save a poster that is ready, with a photo on it: its files are as heavy as files get."""
    visitor.upload(photo)
    page = _opened(visitor, "").read().decode()
    digest = re.search(r'name="photo\.photo\.file"[^>]*value="(upload:[0-9a-f]+)"', page)
    revision = re.search(r'name="revision" value="(\d+)"', page)
    if digest is None or revision is None:
        raise ValueError("the photo did not come")
    fields = {
        **visitor.fields,
        **{f"imprint.{part}": words for part, words in _PUBLISHER.items()},
        "revision": revision[1],
        "text.headline": HEADLINES[0],
        "photo.photo.file": digest[1],
        "photo.photo.consent": "y",
        "photo.photo.alt": "Iemand lacht",
        "do": "save",
    }
    _opened(visitor, "", urllib.parse.urlencode(fields).encode()).read()


def _every_format(visitor: Visitor) -> list[str]:
    with _opened(visitor, "/download/kies") as page:
        return re.findall(r'name="maat" value="([^"]+)"', page.read().decode())


def _read_away(visitor: Visitor, path: str) -> int:
    """Read an answer to its end and keep nothing; return how many bytes it had."""
    with _opened(visitor, path) as answer:
        return sum(len(piece) for piece in iter(lambda: answer.read(_PIECE), b""))


def _opened(visitor: Visitor, path: str, form: bytes | None = None) -> HTTPResponse:
    address = visitor.address.partition("?")[0] + path
    asked = urllib.request.Request(address, form, {"Cookie": visitor.cookies})
    answer: HTTPResponse = urllib.request.urlopen(asked)
    return answer
