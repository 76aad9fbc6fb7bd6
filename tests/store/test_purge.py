"""What is kept, and how long."""

import os
import time

import pytest

from app.store import Database, FileStore, Retention, count, counted, drafts, purge, upgrade, week_of
from app.store.drafts import Draft, KeptUpload

NOW = 1_800_000_000
DAY = 24 * 3600


@pytest.fixture
def database(tmp_path):
    url = f"sqlite:///{tmp_path / 'affiche.sqlite'}"
    upgrade(url)
    database = Database(url)
    yield database
    database.close()


@pytest.fixture
def files(tmp_path):
    return FileStore(tmp_path / "files")


@pytest.fixture
def clean(database, files, tmp_path):
    """Purge at a moment."""
    return lambda now: purge(database, files, tmp_path / "logs", Retention(), now)


def keep_draft(database, draft_id="a" * 32, expires=NOW + DAY):
    draft = Draft(
        id=draft_id,
        template="trots",
        template_version=1,
        content={"language": "nl"},
        revision=0,
        created=NOW,
        changed=NOW,
        expires=expires,
    )
    with database.transaction() as session:
        drafts.insert(session, draft, "holder")


def keep_upload(database, files, data, sent=NOW, kind="photo", facts=None):
    digest = files.write(data, facts=facts)
    os.utime(files.path(digest), (sent, sent))
    with database.transaction() as session:
        drafts.add_upload(session, "a" * 32, KeptUpload(slot="photo", digest=digest, kind=kind), sent)
    return digest


def test_a_draft_goes_when_its_time_is_over_and_takes_its_files(database, files, clean):
    """Thirty days after the last change the draft, its holders and its photo are gone."""
    keep_draft(database, expires=NOW)
    digest = keep_upload(database, files, b"photo", sent=NOW - 30 * DAY)

    purged = clean(NOW)

    assert (purged.drafts, purged.files) == (1, 1)
    assert not files.has(digest)
    with database.transaction() as session:
        assert not drafts.is_held(session, "a" * 32, "holder")


def test_a_photo_sent_again_keeps_the_consent_that_was_given(database, files, clean):
    """The same picture for the same place is the same yes: a day later it is still there."""
    keep_draft(database, expires=NOW + 2 * DAY)
    digest = keep_upload(database, files, b"photo")
    with database.transaction() as session:
        drafts.note_consent(session, "a" * 32, frozenset({("photo", digest)}))

    keep_upload(database, files, b"photo")

    assert clean(NOW + DAY).photos == 0
    assert files.has(digest)


def test_a_photo_without_consent_goes_after_a_day_and_the_draft_stays(database, files, clean):
    """Nobody's likeness is kept longer than a day without a yes."""
    keep_draft(database)
    digest = keep_upload(database, files, b"photo", sent=NOW - DAY)

    purged = clean(NOW)

    assert (purged.drafts, purged.photos, purged.files) == (0, 1, 1)
    assert not files.has(digest)


def test_a_photo_with_consent_and_a_logo_stay(database, files, clean):
    """With a yes a photo stays as long as its draft; a logo needs none."""
    keep_draft(database)
    photo = keep_upload(database, files, b"photo", sent=NOW - 2 * DAY)
    logo = keep_upload(database, files, b"logo", sent=NOW - 2 * DAY, kind="logo")
    with database.transaction() as session:
        drafts.note_consent(session, "a" * 32, frozenset({("photo", photo)}))

    clean(NOW)

    assert files.has(photo)
    assert files.has(logo)


def test_files_that_belong_to_a_kept_file_stay_and_go_with_it(database, files, clean):
    """The small version of a photo lives exactly as long as the photo."""
    keep_draft(database)
    small = files.write(b"small photo")
    os.utime(files.path(small), (NOW - 2 * DAY, NOW - 2 * DAY))
    photo = keep_upload(database, files, b"photo", sent=NOW - 2 * DAY, facts={"proof": small})
    with database.transaction() as session:
        drafts.note_consent(session, "a" * 32, frozenset({("photo", photo)}))

    clean(NOW)
    assert files.has(small)

    with database.transaction() as session:
        drafts.remove(session, ["a" * 32])
    clean(NOW)
    assert not files.has(small)
    assert not files.has(photo)


def test_a_file_that_was_just_taken_in_is_left_alone(files, clean):
    """Between the upload and the note of it lies a moment; a purge in that moment does no harm."""
    digest = files.write(b"photo")

    assert clean(time.time()).files == 0
    assert files.has(digest)


def test_logs_go_after_two_weeks(clean, tmp_path):
    """Logs stay fourteen days."""
    logs = tmp_path / "logs"
    logs.mkdir()
    for name, age in (("old.log", 14), ("young.log", 13)):
        (logs / name).write_text("")
        os.utime(logs / name, (NOW - age * DAY, NOW - age * DAY))

    assert clean(NOW).logs == 1
    assert [file.name for file in logs.iterdir()] == ["young.log"]


def test_counters_add_up_by_week(database):
    """The same thing in the same week is one counter."""
    for moment in (NOW, NOW + 60, NOW + 8 * DAY):
        with database.transaction() as session:
            count(session, "file", "trots a3 print nl", moment)

    with database.transaction() as session:
        assert counted(session, week_of(NOW)) == {("file", "trots a3 print nl"): 2}
