"""Rows about making files: print PDF, PNG, many personalised posters, each through the services and the fence."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from measure import Times, descendants, peak_mb, resident_mb, timed
from samples import HEADLINES, content_toml, cut_out
from table import Row

from app.engine.content import Content, PhotoChoice, Text, read_content
from app.services import Workshop, open_workshop
from app.services.rendered import RenderedFile
from app.settings import Settings

DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)
RUNS = 7


class Posters:
    """One workshop with the photo taken in, and posters that differ in their headline."""

    def __init__(self, folder: Path, photo: bytes) -> None:
        self.shop: Workshop = open_workshop(Settings.from_environment({}), folder, workers=2)
        self.template = self.shop.catalog.get("portret")
        self.photo = photo
        upload = self.shop.uploads.photo(photo)
        self.content = read_content(content_toml(upload.key, HEADLINES[0]))

    def with_headline(self, words: str, content: Content | None = None) -> Content:
        """Return a poster with other words, of the usual one if none is given."""
        found = content or self.content
        return replace(found, texts={**found.texts, "headline": Text(text=words)})

    def with_new_crop(self, number: int, file: str = "") -> Content:
        """Return a poster whose photo is shown a little differently, so that no kept master serves.

        file: of another photo than the usual one.
        """
        photo: PhotoChoice = self.content.photos["photo"]
        moved = replace(photo, file=file or photo.file, zoom=1.001 + (number % 97) / 1000)
        return replace(self.content, photos={"photo": moved})

    def make(self, content: Content, format_key: str, destination: str) -> RenderedFile:
        """Return a finished file as a server has it before it sends it: heavy ones are open files, not bytes."""
        return self.shop.rendering.artwork(
            self.template, content, format_key=format_key, destination=destination, date=DATE
        )

    def worker_peaks(self) -> list[float]:
        return [peak_mb(pid) for pid in descendants(os.getpid())]


def print_rows(posters: Posters) -> Iterator[Row]:
    """Yield the time of an A3 print PDF: with a crop never seen before, and with only the text changed."""
    first = timed(lambda n: posters.make(posters.with_new_crop(n), "a3", "print"), RUNS)
    yield Row.time("print PDF A3, 12-MP photo taken in, first time", first, target_s=0.6)
    yield Row.time("print PDF A3, only the text changed", changed_text(posters), target_s=0.025)


def changed_text(posters: Posters) -> Times:
    warm_up(posters)
    return timed(lambda n: with_other_words(posters, n), 20, warm=4)


def warm_up(posters: Posters) -> None:
    """Make the poster as it is, and with it the master of its photo."""
    posters.make(posters.content, "a3", "print")


def with_other_words(posters: Posters, number: int) -> RenderedFile:
    return posters.make(posters.with_headline(words_of(number)), "a3", "print")


def png_rows(posters: Posters) -> Iterator[Row]:
    times = timed(lambda n: posters.make(posters.with_headline(words_of(n)), "a3", "screen"), RUNS, warm=2)
    yield Row.time("PNG A3 at 300 ppi", times, target_s=1.2)
    yield Row.size("PNG A3: peak memory of a worker so far", max(posters.worker_peaks()), target_mb=400)
    cut = posters.shop.uploads.photo(cut_out(posters.photo)).key
    first = timed(lambda n: posters.make(posters.with_new_crop(n, cut), "a3", "screen"), RUNS)
    yield Row.time("PNG A3 at 300 ppi, of a photo that is cut out, first time", first, target_s=1.2)


def bulk_row(posters: Posters, count: int = 500) -> Iterator[Row]:
    """Yield how many personalised A4 print PDFs a second two workers make, and whether their memory grows."""

    def make(number: int) -> int:
        return posters.make(posters.with_headline(words_of(number)), "a4", "print").weight

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(make, range(16)))  # one after the other would warm one worker only
        before = _workers_resident()
        start = time.perf_counter()
        sizes = list(pool.map(make, range(count)))
        rate = len(sizes) / (time.perf_counter() - start)
    yield Row.rate(f"{count} personalised A4 print PDFs", rate, target=40)
    yield Row.size("the same: growth of the workers' memory", _workers_resident() - before, target_mb=50)


def preview_row(posters: Posters) -> Iterator[Row]:
    """Yield the time of a live preview with changed text, in the process that serves."""

    def preview(number: int) -> object:
        content = posters.with_headline(words_of(number))
        return posters.shop.rendering.preview(posters.template, content, "a3", lambda digest: f"/foto/{digest}")

    times = timed(preview, 100, warm=5)
    yield Row.time("live preview, changed text, service alone: median", times, target_s=0.010)
    yield Row.seconds("live preview, changed text, service alone: p95", times.p95, target_s=0.030)


def _workers_resident() -> float:
    return sum(resident_mb(pid) for pid in descendants(os.getpid()))


def words_of(number: int) -> str:
    """Return a headline that has not been set before."""
    return f"{HEADLINES[number % len(HEADLINES)][:-1]} {number % 997}."
