"""Jobs come back, or come back as the error that they are; whatever happens, the next job works."""

import functools
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fence_jobs as jobs
import pytest
from waiting import wait_until

from app.isolation import Fence, FenceUnavailable, WorkerBusy, WorkerFailed, WorkerKilled, WorkerTimeout


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_result_comes_back(fence):
    """A job runs elsewhere and its value returns."""
    assert fence.run(jobs.add, 2, 3) == 5
    assert fence.run(jobs.answer, "ja") == jobs.Answer(text="ja", parts=(1, 2))
    assert fence.run(jobs.pid) != os.getpid()


def test_workers_start_with_the_first_job(make_fence):
    """A fence that is only made costs nothing, and may be made before a web server forks."""
    fence = make_fence(workers=2)

    assert fence.describe().running == ()
    fence.run(jobs.pid)
    assert len(fence.describe().running) == 2


def test_warm_workers_stay(fence):
    """Jobs are answered by the processes that were warmed up."""
    fence.warm()
    running = fence.describe().running

    assert {fence.run(jobs.pid) for _ in range(10)} <= set(running)
    assert fence.describe().running == running


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 9, 1 << 20, 7_000_001])
def test_bytes_of_any_size_pass(fence, size):
    """Photos pass both ways unchanged."""
    data = os.urandom(size)

    assert fence.run(jobs.echo, data) == data


def test_expected_refusal_comes_back_as_it_is(fence):
    """Exceptions on the list keep their class, their message and their details."""
    with pytest.raises(jobs.Refusal, match="te groot"):
        fence.run(jobs.refuse, "te groot")
    with pytest.raises(jobs.KeywordRefusal) as refused:
        fence.run(functools.partial(jobs.refuse_with_details, "truncated", megabytes=12))
    assert refused.value.details == {"megabytes": 12}


def test_unexpected_exception_leaks_nothing(fence):
    """Other exceptions tell the log where, and nobody what: their message may quote the file."""
    with pytest.raises(WorkerFailed) as failed:
        fence.run(jobs.fail, "geheim")

    assert "ValueError in fence_jobs.py" in failed.value.trace
    assert "geheim" not in failed.value.trace + str(failed.value)
    assert fence.run(jobs.add, 1, 1) == 2


def test_unpicklable_result_is_a_failure(fence):
    """A job that answers what cannot travel has failed; the worker lives on."""
    with pytest.raises(WorkerFailed):
        fence.run(jobs.unsendable)

    assert fence.run(jobs.add, 1, 1) == 2


@pytest.mark.parametrize(
    ("job", "cause"),
    [
        (jobs.crash, "SIGSEGV"),
        (jobs.abort, "SIGABRT"),
        (jobs.kill_oneself, "SIGKILL"),
        (functools.partial(jobs.leave, 0), "exit"),
        (functools.partial(jobs.leave, 3), "exit"),
        (functools.partial(jobs.shout, 1), "exit"),
        (jobs.eat_memory, "memory"),
    ],
    ids=["segfault", "abort", "kill -9", "leave", "leave with a code", "sys.exit", "memory"],
)
def test_dying_worker_is_told_and_replaced(fence, job, cause):
    """However a worker dies, the caller hears why and the next job works."""
    fence.warm()

    with pytest.raises(WorkerKilled) as killed:
        fence.run(job)

    assert killed.value.cause == cause
    assert [fence.run(jobs.add, 1, number) for number in range(4)] == [1, 2, 3, 4]
    assert len(fence.describe().running) == 2


@pytest.mark.parametrize("job", [functools.partial(jobs.nap, 60), jobs.spin, jobs.stop_oneself, jobs.spin_in_c])
def test_late_worker_is_stopped_by_the_clock(fence, job):
    """Sleeping, spinning, stopped or stuck in C code: the clock ends it."""
    with pytest.raises(WorkerTimeout):
        fence.run(job, wall_s=0.2)

    assert fence.run(jobs.add, 1, 1) == 2


@pytest.mark.parametrize("job", [jobs.spin, jobs.spin_in_c])
def test_busy_worker_is_stopped_by_its_processor_time(fence, job):
    """The kernel counts too, and needs no parent for it."""
    with pytest.raises(WorkerTimeout, match="processor"):
        fence.run(job, wall_s=30, cpu_s=0.1)

    assert fence.run(jobs.add, 1, 1) == 2


def test_processor_time_is_counted_for_each_job(make_fence):
    """What earlier jobs used is not held against the next one."""
    fence = make_fence(workers=1)
    before = fence.run(jobs.pid)
    for _ in range(3):
        fence.run(sum, range(20_000_000), cpu_s=1)

    assert fence.run(jobs.pid) == before


def test_other_jobs_in_flight_are_unharmed(fence):
    """One worker dies, the other goes on."""
    with ThreadPoolExecutor(2) as threads:
        good = threads.submit(fence.run, jobs.nap, 0.4, "done")
        bad = threads.submit(fence.run, jobs.crash)

        assert isinstance(bad.exception(), WorkerKilled)
        assert good.result() == "done"


def test_worker_killed_while_idle_is_not_noticed(fence):
    """A worker that something killed between two jobs costs no job."""
    fence.warm()
    for pid in fence.describe().running:
        os.kill(pid, signal.SIGKILL)

    assert [fence.run(jobs.add, 1, number) for number in range(4)] == [1, 2, 3, 4]


def test_worker_killed_from_outside_is_retried_once(fence, tmp_path):
    """A job whose worker was shot runs again; twice shot, it is given up."""
    assert fence.run(jobs.kill_oneself_once, str(tmp_path / "mark")) == "second run"


def test_everything_started_by_a_late_worker_ends_with_it(fence, tmp_path):
    """A worker's own children are in its session and go with it."""
    mark = tmp_path / "child"

    with pytest.raises(WorkerTimeout):
        fence.run(jobs.leave_child, str(mark), wall_s=1.0)

    child = int(mark.read_text())
    wait_until(lambda: not is_running(child))


def test_worn_worker_is_replaced(make_fence):
    """After its share of jobs a worker makes room for a fresh one."""
    fence = make_fence(workers=1, limits={"jobs": 3})

    pids = [fence.run(jobs.pid) for _ in range(7)]

    assert pids[0] == pids[1] == pids[2] != pids[3]
    assert len(set(pids)) == 3


def test_grown_worker_is_replaced(make_fence):
    """A worker that holds too much memory after a job makes room for a fresh one."""
    fence = make_fence(workers=1, limits={"resident_bytes": 1 << 20})

    assert fence.run(jobs.pid) != fence.run(jobs.pid)


@pytest.mark.parametrize("limit", [{"queue": 0}, {"patience_s": 0.05}], ids=["full", "slow"])
def test_queue_that_is_full_or_slow_is_busy(make_fence, limit):
    """The server says so, at once or to whoever waited long enough, instead of letting everybody wait."""
    fence = make_fence(workers=1, **limit)
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(fence.run, jobs.nap, 0.5, "done")
        wait_until(lambda: _is_taken(fence))
        with pytest.raises(WorkerBusy):
            fence.run(jobs.add, 1, 1)
        assert first.result() == "done"

    assert fence.run(jobs.add, 1, 1) == 2


def _is_taken(fence):
    """Whether the only worker sleeps in its job."""
    running = fence.describe().running
    return bool(running) and "nanosleep" in Path(f"/proc/{running[0]}/wchan").read_text()


def test_many_threads_share_a_fence(fence):
    """Each caller gets its own answer, also while workers die."""

    def ask(number):
        if number % 10 == 9:
            with pytest.raises(WorkerKilled):
                fence.run(jobs.abort)
            return number
        return fence.run(jobs.add, number, 0)

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(ask, range(120))) == list(range(120))


def test_killed_nursery_is_started_again(fence):
    """The process that starts workers may die as well; its workers go with it, and all are replaced."""
    folder = Path(fence.run(jobs.surroundings)["folder"]).parent
    worker = fence.describe().running[0]
    nursery = int(Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[1])

    os.kill(nursery, signal.SIGKILL)

    wait_until(lambda: not is_running(worker))
    assert fence.run(jobs.add, 1, 1) == 2
    assert len(fence.describe().running) == 2
    assert not folder.exists()


def test_fork_of_the_owner_gets_workers_of_its_own(fence):
    """A web server that forks after the start shares nothing: both sides go on working."""
    fence.warm()
    before = fence.describe().running
    child = os.fork()
    if child == 0:
        works = fence.run(jobs.add, 1, 1) == 2 and not set(fence.describe().running) & set(before)
        fence.close()
        os._exit(0 if works else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert fence.run(jobs.pid) in before


def test_closed_fence_leaves_nothing_behind(make_fence):
    """No process and no folder outlives the fence, and no job starts it again."""
    fence = make_fence(workers=2)
    folder = Path(fence.run(jobs.surroundings)["folder"])
    running = fence.describe().running

    fence.close()

    # They are killed; that each has ended is the kernel's to do.
    wait_until(lambda: not any(is_running(pid) for pid in running))
    assert not folder.parent.exists()
    with pytest.raises(FenceUnavailable, match="closed"):
        fence.run(jobs.add, 1, 1)


def test_nothing_outlives_a_killed_owner(tmp_path):
    """Workers end with the program that started them, even if it had no time to close."""
    here = Path(__file__)
    program = (
        f"import sys, os, signal; sys.path[:0] = [{str(here.parents[2])!r}, {str(here.parent)!r}]\n"
        "import fence_jobs\n"
        "from app.isolation import Fence\n"
        "fence = Fence(packages=('fence_jobs',))\n"
        "fence.warm(); print(*fence.describe().running, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    output = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=tmp_path, check=False).stdout
    pids = [int(pid) for pid in output.split()]

    assert len(pids) == 2
    wait_until(lambda: not any(is_running(pid) for pid in pids))


def test_missing_module_is_said_plainly():
    """A fence that cannot load its jobs says which and why, before the first job."""
    fence = Fence(packages=(), modules=("no_such_module_here",))

    with pytest.raises(FenceUnavailable, match="no_such_module_here: ModuleNotFoundError"):
        fence.warm()


def test_impossible_limits_are_said_plainly(make_fence):
    """Where the kernel refuses the limits, nothing runs without them."""
    fence = make_fence(workers=1, limits={"open_files": 1 << 40})

    with pytest.raises(FenceUnavailable, match="confine"):
        fence.run(jobs.add, 1, 1)


def test_memory_that_one_job_gave_back_is_at_hand_for_the_next(make_fence):
    """Pages that go back to the kernel are cleaned and found anew, which takes longer than many a job."""
    fence = make_fence(workers=1)
    first = fence.run(jobs.need_memory, 96)

    assert first > 20_000
    assert all(fence.run(jobs.need_memory, 96) < first / 20 for _ in range(3))
