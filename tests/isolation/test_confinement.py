"""What a worker can and cannot do."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import fence_jobs as jobs
import pytest

from app.isolation import WorkerFailed, WorkerKilled
from app.isolation.packing import open_warily
from app.isolation.wire import WireBroken


def test_worker_has_an_empty_environment(fence, monkeypatch):
    """Keys and addresses of the web process are nowhere in a worker, not even in the block it was started with."""
    monkeypatch.setenv("AFFICHE_SECRET_KEY", "geheim-4711")

    environment, block = fence.run(jobs.environment)

    assert environment == {}
    assert b"geheim-4711" not in block
    assert b"PATH" not in block


def test_worker_is_alone(fence):
    """Own session, no new privileges, no core file, an own empty folder, and only the modules it was given."""
    found = fence.run(jobs.surroundings)

    assert found["session"]
    assert found["no_new_privileges"]
    assert found["core"] == (0, 0)
    assert found["memory"] == (512 << 20, 512 << 20)
    assert found["files_open"] == (64, 64)
    assert found["files"] == []
    assert Path(found["folder"]).parent != Path.cwd()
    assert not found["modules"]


def test_workers_share_no_folder(fence):
    """What one worker writes, the next does not find."""
    folders = set()
    for _ in range(2):
        folders.add(fence.run(jobs.surroundings)["folder"])
        with pytest.raises(WorkerKilled):
            fence.run(jobs.abort)

    assert len(folders) == 2
    assert not any(os.path.exists(folder) for folder in folders)


def test_worker_cannot_write_large_files(make_fence):
    """The disk is not filled from behind the fence."""
    fence = make_fence(workers=1, limits={"file_bytes": 1 << 20})
    with pytest.raises(WorkerFailed, match="behind the fence") as failed:
        fence.run(jobs.write, 2 << 20)

    assert "OSError" in failed.value.trace


def test_worker_cannot_open_many_files(fence):
    """Descriptors are few."""
    with pytest.raises(WorkerFailed) as failed:
        fence.run(jobs.open_many, 100)

    assert "OSError" in failed.value.trace


def test_worker_cannot_lift_its_limits(fence):
    """Limits are hard, also where the server runs as root."""
    with pytest.raises(WorkerFailed) as failed:
        fence.run(jobs.lift_memory_limit)

    assert "ValueError" in failed.value.trace  # Python's word for the kernel's refusal


def test_value_of_a_foreign_class_is_no_answer(fence, tmp_path):
    """A worker that was taken over may send anything; what would run code on this side is thrown away with it."""
    target = tmp_path / "trapped"

    with pytest.raises(WorkerKilled) as killed:
        fence.run(jobs.trap, str(target))

    assert killed.value.cause == "answer"
    assert not target.exists()
    assert fence.run(jobs.add, 1, 1) == 2


@pytest.mark.parametrize(
    "name",
    ["os", "os.mkdir", "subprocess", "Path", "trap", "add"],
    ids=["a module", "a dotted name", "another module", "an imported class", "a function", "another function"],
)
def test_trusted_module_gives_no_way_round(name):
    """Of a trusted module only its own classes may be named, not what it imports, nor its functions."""
    message = b"\x80\x04\x8c\x0afence_jobs\x8c" + bytes([len(name)]) + name.encode() + b"\x93."

    with pytest.raises(WireBroken):
        open_warily([message], ("fence_jobs",))


def test_neighbour_of_a_trusted_package_is_not_trusted():
    """Trust in `fence` is no trust in `fence_jobs`."""
    with pytest.raises(WireBroken):
        open_warily([b"\x80\x04\x8c\x0afence_jobs\x8c\x06Answer\x93."], ("fence",))


@pytest.mark.parametrize("message", [b"", b"\x80", b"nonsense", b"\x80\x05\x95\xff\xff\xff\xff\xff\xff\xff\x7f."])
def test_nonsense_is_no_answer(message):
    """Bytes that are no value are refused as such."""
    with pytest.raises(WireBroken):
        open_warily([message], ("fence_jobs",))


def test_answer_longer_than_allowed_is_refused(make_fence):
    """A length is checked before memory is taken for it."""
    fence = make_fence(workers=1, limits={"answer_bytes": 1 << 20})

    with pytest.raises(WorkerKilled, match="answer"):
        fence.run(jobs.boundless)

    assert fence.run(jobs.add, 1, 1) == 2


def test_own_network_leads_nowhere(make_fence):
    """Where it is asked for and the kernel allows it, a worker reaches nobody; the report says which it is."""
    fence = make_fence(workers=1, limits={"own_network": True})
    with socket.create_server(("127.0.0.1", 0)) as server:
        try:
            reached = fence.run(jobs.reach, server.getsockname()[1])
        except WorkerFailed:
            reached = False

    assert reached == (fence.describe().network != "own")
    fence.run(jobs.write, 10)


def test_shared_network_is_reported(fence):
    """The doctor tells the truth."""
    fence.warm()

    assert fence.describe().network == "shared: not asked for"


@pytest.mark.parametrize(("parent", "words"), [("os.getppid()", "alive\n"), ("0", "")], ids=["there", "gone"])
def test_a_worker_whose_nursery_is_gone_already_does_not_begin(parent, words):
    """The kernel ends it with its nursery, but only from the moment on that it is asked to."""
    code = f"import os; from app.isolation.confine import die_with; die_with({parent}); print('alive')"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout == words
    assert ("ProcessLookupError" in done.stderr) is (words == "")
