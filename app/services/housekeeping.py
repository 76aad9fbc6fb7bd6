"""What an installation does for itself: its database brought up to date, old things removed."""

import logging
import time
from dataclasses import asdict
from threading import Event

from app.services.house import Services
from app.settings import Settings
from app.store import Database, FileStore, Purged, Retention, purge, upgrade
from app.store.purge import DAY, HOUR


def upgraded(settings: Settings) -> bool:
    """Bring the database up to date; return whether anything had to change."""
    settings.data.mkdir(parents=True, exist_ok=True)
    return upgrade(settings.database)


def purged(settings: Settings, now: float) -> dict[str, int]:
    """Remove what has had its time; return how many of each. now: seconds since 1970."""
    upgraded(settings)
    database = Database(settings.database)
    try:
        removed = _purge(settings, database, FileStore(settings.file_folder), now)
    finally:
        database.close()
    return asdict(removed)


def purge_every_hour(services: Services, stop: Event) -> None:
    """Remove what has had its time, now and every hour until told to stop. Several processes may do so at once."""
    while True:
        try:
            _purge(services.settings, services.database, services.uploads.files, time.time())
        except (
            Exception
        ) as trouble:  # a database or a disk that is away comes back; the next hour makes up for this one
            logging.getLogger(__name__).warning("not purged: %s", type(trouble).__name__)
        if stop.wait(HOUR):
            return


def _purge(settings: Settings, database: Database, files: FileStore, now: float) -> Purged:
    retention = Retention(
        photo_without_consent=settings.no_consent_hours * HOUR,
        logs=settings.log_days * DAY,
    )
    return purge(database, files, settings.data / "logs", retention, now)
