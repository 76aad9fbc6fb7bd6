"""What an installation does for itself: its database brought up to date, old things removed."""

from dataclasses import asdict

from app.settings import Settings
from app.store import Database, FileStore, Retention, purge, upgrade
from app.store.purge import DAY, HOUR


def upgraded(settings: Settings) -> bool:
    """Bring the database up to date; return whether anything had to change."""
    settings.data.mkdir(parents=True, exist_ok=True)
    return upgrade(settings.database)


def purged(settings: Settings, now: float) -> dict[str, int]:
    """Remove what has had its time; return how many of each. now: seconds since 1970."""
    upgraded(settings)
    retention = Retention(
        photo_without_consent=settings.no_consent_hours * HOUR,
        logs=settings.log_days * DAY,
    )
    database = Database(settings.database)
    try:
        removed = purge(
            database,
            FileStore(settings.file_folder),
            settings.data / "logs",
            retention,
            now,
        )
    finally:
        database.close()
    return asdict(removed)
