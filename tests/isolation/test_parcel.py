"""Heavy results come as files without a name: whole, read by many, and gone with whoever held them."""

import gc
import os
import signal
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fence_jobs as jobs
import pytest
from fence_jobs import pattern
from waiting import wait_until

from app.isolation import Parcel, ParcelCut, WorkerFailed, WorkerKilled
from app.isolation.packing import open_warily
from app.isolation.wire import WireBroken

LARGE = 3_000_001
MB = 1 << 20


@pytest.fixture
def single(make_fence):
    """One worker, so that two jobs meet the same process."""
    fence = make_fence(workers=1)
    fence.warm()
    return fence


@pytest.fixture
def let_go():
    """A function that tells whether this process let go of every file without a name; pytest has some of its own."""
    before = set(jobs.held_files())
    return lambda: set(jobs.held_files()) == before


@pytest.mark.parametrize("size", [0, 1, 1 << 18, LARGE])
def test_parcel_comes_whole_with_the_value_it_is_in(single, size):
    """Byte for byte, whatever its size."""
    parcel, beside = single.run(jobs.parcel, size)

    assert (parcel.size, beside) == (size, "beside")
    assert parcel.read() == pattern(size)


def test_parcel_is_read_by_many_at_once(single):
    """Each reader has a place of its own in it, as when two people wait for the same poster."""
    parcel, _ = single.run(jobs.parcel, LARGE)

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(lambda _: parcel.read(), range(32))) == {pattern(LARGE)}


def test_parcel_is_opened_by_each_for_himself(single, let_go):
    """As a file at its beginning, which goes when it is closed or let go of."""
    parcel, _ = single.run(jobs.parcel, LARGE)
    one, other = parcel.opened(), parcel.opened()
    size = parcel.size
    del parcel

    assert one.read(100) == other.read(100) == pattern(LARGE)[:100]
    assert os.fstat(one.fileno()).st_size == size
    assert not os.get_inheritable(one.fileno())
    one.close()
    one.close()
    del other
    assert let_go()


def test_parcel_of_any_weight_costs_little_memory():
    """Neither who takes it nor who reads it in pieces holds it; Python counts every byte of its own."""
    parcel = Parcel.of(bytes(40 * MB))
    tracemalloc.start()
    assert sum(len(piece) for piece in parcel.pieces()) == 40 * MB
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < MB


def test_parcel_is_in_no_folder(single):
    """Nobody finds it by its name, and nothing has to be swept."""
    parcel, _ = single.run(jobs.parcel, LARGE)

    assert os.fstat(parcel.fileno()).st_nlink == 0
    assert os.stat(parcel.fileno()).st_mode & 0o777 == 0o600
    assert single.run(jobs.surroundings)["files"] == []


def test_parcel_goes_when_nobody_holds_it():
    """The last one to let go removes it, without having to think of it."""
    parcel = Parcel.of(b"gone")
    descriptor, pieces = parcel.fileno(), parcel.pieces()
    del parcel
    assert os.fstat(descriptor).st_size == 4  # its pieces hold it still

    pieces.close()
    del pieces
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)


def test_worker_lets_go_of_what_it_has_handed_over(single, let_go):
    """A worker that has nothing to do keeps no room on the disk."""
    for _ in range(3):
        single.run(jobs.parcel, LARGE)

    assert single.run(jobs.held_files) == []
    assert let_go()


def test_programs_started_meanwhile_do_not_inherit_a_parcel(single):
    """The file goes with this process, not with what it starts."""
    parcel, _ = single.run(jobs.parcel, 10)

    assert not os.get_inheritable(parcel.fileno())
    assert not os.get_inheritable(Parcel.of(b"ours").fileno())


def test_nothing_is_left_of_a_job_that_fails(single, let_go):
    """Neither with the worker nor here."""
    with pytest.raises(WorkerFailed, match="behind the fence"):
        single.run(jobs.parcel_and_raise, LARGE)

    gc.collect()
    assert single.run(jobs.held_files) == []
    assert let_go()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSEGV])
def test_nothing_is_left_of_a_worker_that_is_killed(single, let_go, end):
    """The kernel closes what it had in hand, and its folder goes with it."""
    folder = Path(single.run(jobs.surroundings)["folder"])

    with pytest.raises(WorkerKilled):
        single.run(jobs.parcel_and_end, LARGE, end)

    assert not folder.exists()
    assert [entry for entry in folder.parent.rglob("*") if entry.is_file()] == []
    assert let_go()


def test_parcel_outlives_the_worker_that_packed_it(make_fence):
    """A worker may be replaced while its last file is still being sent."""
    fence = make_fence(workers=1, limits={"jobs": 1})
    parcel, _ = fence.run(jobs.parcel, LARGE)
    fence.close()

    assert parcel.read() == pattern(LARGE)


def test_nothing_is_left_of_a_reader_that_is_killed(tmp_path):
    """A web process that is shot in the middle of a download leaves no file, though it had no time to."""
    here = Path(__file__)
    program = (
        f"import sys, os, signal, tempfile; sys.path[:0] = [{str(here.parents[2])!r}, {str(here.parent)!r}]\n"
        "import fence_jobs\n"
        "from app.isolation import Fence\n"
        f"tempfile.tempdir = {str(tmp_path)!r}\n"
        "fence = Fence(packages=('fence_jobs',), workers=1)\n"
        "parcel, _ = fence.run(fence_jobs.parcel, 3_000_001)\n"
        "pieces = parcel.pieces(); next(pieces)\n"
        "print(len(fence_jobs.held_files()), *fence.describe().running, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    output = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=False).stdout
    held, _worker = map(int, output.split())

    assert held == 1
    wait_until(lambda: not any(tmp_path.iterdir()))


def test_parcel_lies_in_memory_where_the_disk_takes_none(single):
    """A full disk, or a sweeper that took the folder, stops no poster."""
    assert single.run(jobs.parcel_without_a_folder, LARGE).read() == pattern(LARGE)


def test_parcel_that_no_place_has_room_for_is_too_much(make_fence):
    """It is told as memory that ran out, and the next job finds a sound worker."""
    fence = make_fence(workers=1, limits={"file_bytes": 1 << 16})

    with pytest.raises(WorkerKilled, match="memory"):
        fence.run(jobs.parcel, LARGE)

    assert fence.run(jobs.parcel, 10)[0].read() == pattern(10)


def test_parcel_heavier_than_an_answer_may_be_is_refused(make_fence, let_go):
    """Files count with the rest."""
    fence = make_fence(workers=1, limits={"answer_bytes": 1 << 20})

    with pytest.raises(WorkerKilled, match="answer"):
        fence.run(jobs.parcel, LARGE)

    assert let_go()


def test_parcel_that_was_cut_short_breaks_off(single):
    """Half a file is never taken for a whole one."""
    parcel = single.run(jobs.parcel_that_shrinks, LARGE)
    pieces = parcel.pieces()
    assert next(pieces)
    single.run(jobs.shrink)

    with pytest.raises(ParcelCut, match="of 3000001 bytes"):
        list(pieces)


def test_what_is_no_file_is_no_parcel(single):
    """A worker that was taken over can hand over no folder, pipe or device, which might never end."""
    with pytest.raises(WorkerKilled, match="answer"):
        single.run(jobs.folder_as_parcel)

    reading, writing = os.pipe()
    with pytest.raises(ValueError, match="regular"):
        Parcel(reading)
    os.close(writing)
    assert single.run(jobs.add, 1, 1) == 2


def test_a_message_carries_one_file(single):
    """Whoever wants to hand over two learns so at the first try."""
    with pytest.raises(WorkerKilled):
        single.run(jobs.two_parcels)


def test_a_parcel_is_in_no_pickle():
    """The number of an open file means nothing elsewhere, so a value that holds one is not pickled with it."""
    import pickle

    with pytest.raises(TypeError, match="beside a pickle"):
        pickle.dumps(Parcel.of(b"x"))


def test_a_file_where_a_value_should_be_is_no_answer():
    """The first part of an answer is a pickle."""
    with pytest.raises(WireBroken):
        open_warily([Parcel.of(b"\x80\x04N.")], ())
