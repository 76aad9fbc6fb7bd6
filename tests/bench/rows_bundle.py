"""Rows about the ZIP: the process that hands it out holds its heaviest file, however many there are."""

import re
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from http.client import HTTPResponse
from pathlib import Path
from typing import NamedTuple

from measure import descendants, peak_mb
from rows_web import Visitor, served
from samples import HEADLINES
from table import Row

_FEW = ("a4", "a3", "square")
_PIECE = 1 << 16
_PUBLISHER = {"name": "An Peeters", "street": "Lindestraat 12", "postcode": "9200", "town": "Dendermonde"}


class _Streamed(NamedTuple):
    """One ZIP that was read to its end. peak: of the process that answered, in MB. weight: of the ZIP, in MB."""

    peak: float
    weight: float
    seconds: float


def rows(photo: bytes) -> Iterator[Row]:
    """Yield the peak of a fresh web process after three formats, and after every one. photo: on the poster.

    The large formats have heavier files: a tenth of what more is sent may be held at once.
    """
    few, every = _streamed(photo, _FEW), _streamed(photo, ())
    yield Row.size(f"memory of a web process, ZIP of 3 formats ({few.weight:.0f} MB), peak", few.peak, target_mb=200)
    words = f"the same, ZIP of every format ({every.weight:.0f} MB in {every.seconds:.0f} s), peak"
    yield Row.size(words, every.peak, target_mb=few.peak + (every.weight - few.weight) / 10)


def _streamed(photo: bytes, formats: Sequence[str]) -> _Streamed:
    """Let a fresh server make a ZIP. formats: none for every one."""
    with tempfile.TemporaryDirectory(prefix="affiche-bench-") as folder, served(Path(folder)) as (pid, base, _):
        visitor = Visitor(base)
        _save_photo(visitor, photo)
        keys = formats or _every_format(visitor)
        asked = [("voor", goal) for goal in ("print", "home", "web", "screen")] + [("maat", key) for key in keys]
        start = time.perf_counter()
        weight = _read_away(visitor, f"/download/all?{urllib.parse.urlencode(asked)}")
        seconds = time.perf_counter() - start
        return _Streamed(max(map(peak_mb, _answering(pid))), weight / 1e6, seconds)


def _answering(pid: int) -> list[int]:
    """Return the processes that answer requests."""
    return [found for found in descendants(pid) if b"gunicorn" in Path(f"/proc/{found}/cmdline").read_bytes()]


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
