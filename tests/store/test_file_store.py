"""Files are kept under their digest, whole or not at all."""

import hashlib
import os

import pytest

from app.store import FileGone, FileStore


@pytest.fixture
def files(tmp_path):
    return FileStore(tmp_path / "files")


def test_bytes_come_back_under_their_digest(files):
    """A file is found again by the SHA-256 digest of its bytes."""
    digest = files.write(b"a photo")

    assert digest == hashlib.sha256(b"a photo").hexdigest()
    assert files.read(digest) == b"a photo"
    assert list(files.digests()) == [digest]


def test_facts_live_and_go_with_their_file(files):
    """What is noted about a file is removed together with it."""
    digest = files.write(b"a photo", facts={"width": 3})
    assert files.facts(digest) == {"width": 3}

    files.delete(digest)

    assert list(files.folder.rglob("*.json")) == []
    with pytest.raises(FileGone):
        files.facts(digest)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "ab", "A" * 64, "g" * 64])
def test_what_is_no_digest_reaches_no_file(files, name):
    """A name that is no digest is a file that is gone, wherever its path would lead."""
    with pytest.raises(FileGone):
        files.read(name)


def test_a_full_disk_leaves_no_half_file(files, monkeypatch):
    """When writing breaks off there is no file, and nothing temporary either."""

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write(b"a photo")

    assert [path for path in files.folder.rglob("*") if path.is_file()] == []


def test_a_cut_short_file_is_written_again(files):
    """Bytes that do not have their length are replaced when the same file comes again."""
    digest = files.write(b"a photo")
    files.path(digest).write_bytes(b"a ph")

    files.write(b"a photo")

    assert files.read(digest) == b"a photo"


def test_writing_a_kept_file_makes_it_new_again(files):
    """A second upload of the same bytes starts their time anew."""
    digest = files.write(b"a photo")
    os.utime(files.path(digest), (0, 0))
    assert files.age(digest) > 1e9

    files.write(b"a photo")

    assert files.age(digest) < 60


def test_what_comes_in_runs_is_kept_as_one_file(files):
    """Large files never stand in memory whole; nothing else is different."""
    digest = files.write_runs(iter([b"a ", b"photo"]), facts={"width": 3})

    assert digest == files.write(b"a photo")
    assert (files.read(digest), files.facts(digest)) == (b"a photo", {"width": 3})
    assert files.write_runs([b"a photo"]) == digest
    assert sorted(path.name for path in files.folder.rglob("*") if path.is_file()) == [digest, f"{digest}.json"]


def test_runs_that_break_off_leave_no_half_file(files):
    """There is no file, and nothing temporary either."""

    def cut():
        yield b"a ph"
        raise OSError("cut")

    with pytest.raises(OSError, match="cut"):
        files.write_runs(cut())

    assert [path for path in files.folder.rglob("*") if path.is_file()] == []
