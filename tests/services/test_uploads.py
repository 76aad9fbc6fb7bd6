"""Photos and logos: taken in behind the fence, kept as our own pixels and outlines."""

import io
import os
import tracemalloc

import numpy as np
import pytest
from house import Settings
from makers import make_content, photo, svg
from PIL import Image

from app.engine.content import LogoChoice
from app.engine.errors import UnreadableFile
from app.isolation import FenceError, Parcel, WorkerBusy, WorkerFailed, WorkerKilled, WorkerTimeout
from app.services import jobs
from app.services.poster import UPLOAD_PREFIX as PREFIX
from app.services.uploads import Uploads
from app.store import FileGone, FileStore

LOGO = svg('<rect width="100" height="40" fill="#123456"/>', 100, 40).encode()
SHADOW = svg(
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="80" height="30" filter="url(#f)"/>'
)


def png(size=(400, 300), color=(120, 90, 160), mode="RGB"):
    file = io.BytesIO()
    Image.new(mode, size, color).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def uploads(workshop, tmp_path):
    """Uploads into a fresh folder, with the workers that all tests share."""
    return Uploads(FileStore(tmp_path / "files"), workshop.fence, Settings(data=tmp_path))


def test_a_photo_is_found_again_by_its_key(uploads):
    """What was taken in once is known without decoding it anew."""
    taken = uploads.photo(png())

    media = uploads.media(make_content(photo=photo(taken.key)))

    assert taken.key.startswith(PREFIX)
    assert media.photos[taken.key] == taken.source
    assert (taken.source.width, taken.source.height) == (400, 300)


def test_the_small_version_is_there_at_once(uploads):
    """For the editor's preview."""
    taken = uploads.photo(png((3000, 2000)))

    with Image.open(io.BytesIO(uploads.proof(taken.source.digest))) as proof:
        assert max(proof.size) == 1600


def test_a_photo_at_full_size_never_stands_in_the_memory_of_who_asks(uploads):
    """A web process takes in several at once; pixels that were encoded anew weigh more than the file that was sent."""
    coarse = np.random.default_rng(1).integers(0, 256, (2000, 2600, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(coarse).save(file, "JPEG", quality=60)
    data = file.getvalue()
    uploads.photo(png())  # the workers have started

    tracemalloc.start()
    taken = uploads.photo(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < len(uploads.files.read(taken.source.digest)) / 2


def test_a_file_may_be_handed_on_instead_of_its_bytes(uploads):
    """What waits on the disk is not held while it waits for a worker; what is kept of it is the same."""
    assert uploads.photo(Parcel.of(png())) == uploads.photo(png())
    assert uploads.logo(Parcel.of(LOGO)) == uploads.logo(LOGO)
    with pytest.raises(UnreadableFile, match="too-heavy"):
        uploads.logo(Parcel.of(b"<svg" + b" " * 12_000_000))


def test_a_logo_of_lines_is_kept_as_lines(uploads):
    """The file of its owner is not."""
    taken = uploads.logo(LOGO)

    media = uploads.media(make_content(logo=LogoChoice(file=taken.key)))

    assert media.logos[taken.key].drawing is not None
    assert LOGO not in [uploads.files.read(digest) for digest in uploads.files.digests()]


def test_a_logo_of_pixels_keeps_them_beside_it(uploads):
    """They live as long as the logo, and can be shown by its digest."""
    taken = uploads.logo(SHADOW.encode())
    digest = taken.key.removeprefix(PREFIX)

    assert taken.logo.picture.digest in uploads.files.with_parts([digest])
    with Image.open(io.BytesIO(uploads.proof(digest))) as shown:
        assert shown.size == (taken.logo.picture.width, taken.logo.picture.height)


@pytest.mark.parametrize("name", ["upload:" + "0" * 64, "upload:../../etc/passwd", "me.jpg", ""])
def test_nobody_reaches_a_file_that_is_not_an_upload(uploads, name):
    """On the web a path is no key: the file is simply gone."""
    content = make_content(photo=photo(name), logo=LogoChoice(file=name))

    media = uploads.media(content)

    assert (media.photos, media.logos) == ({}, {})
    assert {trouble.reason for trouble in media.unreadable.values()} <= {"gone"}


def test_a_photo_is_no_logo(uploads):
    """A key says of which kind its file is."""
    taken = uploads.photo(png())

    media = uploads.media(make_content(logo=LogoChoice(file=taken.key)))

    assert media.unreadable[taken.key].reason == "gone"
    with pytest.raises(FileGone):
        uploads.proof("0" * 64)


def test_files_beside_a_content_file_are_taken_in_once(uploads, tmp_path):
    """Two slots with one photo cost one decoding."""
    (tmp_path / "me.png").write_bytes(png())

    media = uploads.media(make_content(one=photo("me.png"), two=photo("me.png")), tmp_path)

    assert list(media.photos) == ["me.png"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"text", "unknown-format"), (png()[:200], "truncated"), (png((9, 600)), "too-narrow")],
)
def test_a_photo_that_cannot_be_used_says_why(uploads, data, reason):
    """Each reason has its sentence."""
    with pytest.raises(UnreadableFile) as refused:
        uploads.photo(data)

    assert refused.value.reason == reason
    assert uploads.sentence(refused.value).nl


def test_what_is_too_heavy_is_refused_before_it_is_read(workshop, tmp_path):
    """A file of the limit plus one byte, on disk or sent."""
    uploads = Uploads(FileStore(tmp_path / "files"), workshop.fence, Settings(data=tmp_path, photo_mb=1, logo_mb=1))
    with (tmp_path / "big").open("wb") as file:
        file.truncate(1_000_001)

    media = uploads.media(make_content(photo=photo("big"), logo=LogoChoice(file="big")), tmp_path)

    assert (media.unreadable["big"].reason, media.unreadable["big"].details) == (
        "too-heavy",
        {"megabytes": 2, "limit": 1},
    )
    with pytest.raises(UnreadableFile, match="too-heavy"):
        uploads.logo(b"<svg" + b" " * 1_000_000)


def sleep_on(data, *_):
    while True:
        pass


def eat(data, *_):
    return b"x" * (4 << 30)


def stumble(data, *_):
    raise RuntimeError("secret of the file")


@pytest.mark.parametrize(
    ("job", "seconds", "reason"),
    [("sleep_on", 1, "timeout"), ("eat", 10, "too-demanding"), ("stumble", 10, "broken")],
)
def test_a_job_that_goes_wrong_is_a_sentence_and_the_next_one_works(
    workshop, tmp_path, monkeypatch, job, seconds, reason
):
    """The worker that hangs, swells or falls is replaced."""
    settings = Settings(data=tmp_path, logo_seconds=seconds)
    uploads = Uploads(FileStore(tmp_path / "files"), workshop.fence, settings)
    monkeypatch.setattr(jobs, "take_in_partner_logo", globals()[job])

    with pytest.raises(UnreadableFile) as refused:
        uploads.logo(LOGO)
    monkeypatch.undo()

    assert refused.value.reason == reason
    assert "secret" not in uploads.sentence(refused.value).nl
    assert uploads.logo(LOGO).logo.drawing is not None


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (WorkerTimeout(), "timeout"),
        (WorkerKilled("memory"), "too-demanding"),
        (WorkerBusy(), "busy"),
        (WorkerFailed("x"), "broken"),
    ],
)
def test_every_end_of_a_worker_has_its_reason(tmp_path, trouble, reason):
    """Busy as well, which no test can wait for."""
    uploads = Uploads(FileStore(tmp_path), EndingFence(trouble), Settings(data=tmp_path))

    with pytest.raises(UnreadableFile) as refused:
        uploads.photo(png())

    assert refused.value.reason == reason


class EndingFence:
    """A fence all of whose jobs end in one way."""

    def __init__(self, trouble: FenceError) -> None:
        self.trouble = trouble

    def run(self, *_: object, **__: object) -> None:
        raise self.trouble


def test_what_is_no_file_is_not_read(uploads, tmp_path):
    """A folder has no bytes; a pipe or a device has no end."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()

    for name in ("pipe", "folder", "/dev/zero"):
        media = uploads.media(make_content(photo=photo(name)), tmp_path)
        assert media.unreadable[name].reason == "missing"
