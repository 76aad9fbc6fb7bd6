"""What is kept: tables, and files by their digest. Knows neither the engine nor the web."""

from app.store.counters import count, counted, week_of
from app.store.database import Database, DatabaseDown, upgrade, upgrade_apart
from app.store.files import FileGone, FileStore
from app.store.purge import Purged, Retention, purge

__all__ = [
    "Database",
    "DatabaseDown",
    "FileGone",
    "FileStore",
    "Purged",
    "Retention",
    "count",
    "counted",
    "purge",
    "upgrade",
    "upgrade_apart",
    "week_of",
]
