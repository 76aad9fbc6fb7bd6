"""Downloads that end otherwise than they should: nothing of a poster is left on the disk, whoever went away."""

import gc
import os
import signal
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from app.isolation import FenceError
from app.services.posters import Posters
from app.services.rendering import Rendering

ONE = "/download/a3/print"
ALL = "/download/all?voor=print&voor=web&voor=screen&maat=a5&maat=a6"


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


@pytest.fixture
def held():
    """A function that counts the finished files that this process holds, without waiting for Python to sweep."""

    def files():
        found = set()
        for descriptor in Path("/proc/self/fd").iterdir():
            with suppress(FileNotFoundError):
                name = os.readlink(descriptor)
                found |= {(descriptor.name, name)} if name.endswith("(deleted)") else set()
        return found

    gc.collect()
    before = files()
    gc.disable()
    yield lambda: len(files() - before)
    gc.enable()


@pytest.mark.parametrize("path", [ONE, ALL], ids=["one file", "a ZIP"])
def test_nothing_is_left_when_a_visitor_goes_away(finished, held, path):
    """The file is on the disk while it is sent, and gone with the connection."""
    answer = finished.client.get(finished.address + path)
    pieces = answer.iter_encoded()
    assert next(pieces)
    assert held() >= 1

    answer.close()
    del pieces, answer
    assert held() == 0


@pytest.mark.parametrize("path", [ONE, ALL], ids=["one file", "a ZIP"])
def test_nothing_is_left_of_an_answer_that_nobody_reads(finished, held, path):
    """Closed before its first byte."""
    finished.client.get(finished.address + path).close()

    assert held() == 0


@pytest.mark.parametrize("path", [ONE, "/download/a3/proof", ALL], ids=["one file", "a proof", "a ZIP"])
def test_nothing_is_left_of_a_download_that_was_read(finished, held, path):
    """The usual end."""
    with finished.client.get(finished.address + path) as answer:
        assert len(answer.data) > 10_000

    assert held() == 0


def test_who_asks_for_the_head_alone_leaves_nothing(finished, held):
    """It says what the file weighs, and sends none of it."""
    with finished.client.get(finished.address + ONE) as whole:
        weight = len(whole.data)
    with finished.client.head(finished.address + ONE) as answer:
        assert (answer.data, answer.content_length) == (b"", weight)

    assert held() == 0


def test_one_file_is_on_the_disk_at_a_time(finished, held):
    """However many a ZIP has."""
    with finished.client.get(finished.address + ALL) as answer:
        most = max(held() for _ in answer.iter_encoded())

    assert most == 1


def test_nothing_is_left_of_a_zip_that_breaks_in_the_middle(finished, held, monkeypatch):
    """A fault of this program at the third file ends the download, and frees the second."""
    made, count = Rendering.artwork, iter(range(100))

    def breaking(self, *args, **options):
        if next(count) == 2:
            raise RuntimeError("in the middle")
        return made(self, *args, **options)

    monkeypatch.setattr(Rendering, "artwork", breaking)
    with finished.client.get(finished.address + ALL) as answer, pytest.raises(RuntimeError, match="in the middle"):
        list(answer.iter_encoded())

    del answer
    assert held() == 0


@pytest.mark.parametrize("path", [ONE, ALL], ids=["one file", "a ZIP"])
def test_nothing_is_left_where_a_download_cannot_be_counted(finished, held, monkeypatch, path):
    """The file was made, and then the database went away."""

    def broken(*_):
        raise ConnectionError("no database")

    monkeypatch.setattr(Posters, "count_file", broken)
    answer = finished.client.get(finished.address + path)

    assert answer.status_code == 503
    assert held() == 0


def test_a_zip_goes_on_after_its_workers_were_killed(finished, held, services):
    """The file in hand is whole, and the others are made by new workers."""
    with finished.client.get(finished.address + ALL) as answer:
        pieces = answer.iter_encoded()
        begun = [next(pieces)]
        for worker in services.fence.describe().running:
            os.kill(worker, signal.SIGKILL)
        data = b"".join([*begun, *pieces])

    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert sum(name.endswith((".pdf", ".png")) for name in archive.namelist()) == 7
    assert held() == 0


def test_a_file_that_was_cut_short_breaks_the_download(finished, held, monkeypatch):
    """Half a poster is not sent as a whole one."""
    made = Rendering.artwork

    def cut(self, *args, **options):
        file = made(self, *args, **options)
        os.truncate(f"/proc/self/fd/{file.body.fileno()}", 1000)
        return file

    monkeypatch.setattr(Rendering, "artwork", cut)
    with finished.client.get(finished.address + ALL) as answer, pytest.raises(FenceError, match="1000 of"):
        list(answer.iter_encoded())
