"""What is kept no longer: expired drafts and shares, photos without consent, logs."""

from dataclasses import dataclass
from pathlib import Path

from app.store import drafts, shares
from app.store.database import Database
from app.store.files import FileGone, FileStore

HOUR = 3600
DAY = 24 * HOUR

# A file that was just taken in is not mentioned yet by the draft it is for.
_UNMENTIONED_SECONDS = HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long things are kept, in seconds."""

    photo_without_consent: int = 24 * HOUR
    logs: int = 14 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """How many of each were removed."""

    drafts: int
    shares: int
    photos: int
    files: int
    logs: int


def purge(database: Database, files: FileStore, logs: Path, retention: Retention, now: float) -> Purged:
    """Remove what has had its time. now: seconds since 1970. Safe beside a running server, and to run twice."""
    with database.transaction() as session:
        over = shares.remove_over(session, int(now))
        old = drafts.expired(session, int(now))
        drafts.remove(session, old)
        photos = drafts.forget_photos_without_consent(session, int(now) - retention.photo_without_consent)
    return Purged(
        drafts=len(old),
        shares=over,
        photos=photos,
        files=_remove_unmentioned(database, files, now),
        logs=_remove_old_logs(logs, retention.logs, now),
    )


def _remove_unmentioned(database: Database, files: FileStore, now: float) -> int:
    with database.transaction() as session:
        kept = files.with_parts(drafts.mentioned_digests(session))
    lost = [
        found for found in files.digests() if found not in kept and _is_older(files, found, _UNMENTIONED_SECONDS, now)
    ]
    for digest in lost:
        files.delete(digest)
    return len(lost)


def _is_older(files: FileStore, digest: str, seconds: float, now: float) -> bool:
    try:
        return files.age(digest, now) >= seconds
    except FileGone:  # another purge was here first
        return False


def _remove_old_logs(folder: Path, seconds: float, now: float) -> int:
    old = [file for file in folder.glob("*.log") if now - file.stat().st_mtime >= seconds]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)
