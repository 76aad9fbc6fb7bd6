"""The database: SQLite by default, PostgreSQL where its address is given."""

import fcntl
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import OperationalError as DatabaseDown
from sqlalchemy.orm import Session, sessionmaker

__all__ = ["Database", "DatabaseDown", "connect", "upgrade", "upgrade_apart"]

NEWEST = "0004"
"""The newest migration; a test keeps it equal to what Alembic finds."""

_UPGRADE = """
import json, sys
told = json.load(sys.stdin)
sys.path[:] = told["path"]
from app.store import upgrade
upgrade(told["url"])
"""

# Any number will do, as long as nothing else in the database locks by it.
_ADVISORY_LOCK = 7_215_001


class Database:
    """An open database. Sessions end with everything kept or nothing."""

    def __init__(self, url: str) -> None:
        self.engine = connect(url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Yield a session; its changes are kept at the end, or none of them after an error."""
        with self._sessions.begin() as session:
            yield session

    def is_alive(self) -> bool:
        """Return whether the database answers. Raises what the driver raises where it does not."""
        with self.engine.connect() as connection:
            return bool(connection.execute(text("SELECT 1")).scalar_one())

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def connect(url: str) -> Engine:
    """Return an engine for an address; the folder of an SQLite file is made."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        # Without a driver's name SQLAlchemy would look for the older psycopg2.
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    # Readers do not wait for the writer, writers wait up to 5 s for each other.
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def upgrade(url: str) -> bool:
    """Bring a database up to the newest migration, one process at a time. Returns whether there was work."""
    engine = connect(url)
    try:
        with _only_one(engine) as connection:
            if _version(connection) == NEWEST:
                return False
            _run_migrations(connection)
            connection.commit()
            return True
    finally:
        engine.dispose()


def upgrade_apart(url: str) -> bool:
    """Bring a database up to the newest migration in a process of its own. Returns whether there was work.

    For a server: what Alembic loads would stay in it for good. Raises CalledProcessError where the other process fails;
    what it says goes to the same standard error.
    """
    engine = connect(url)
    try:
        with engine.connect() as connection:
            if _version(connection) == NEWEST:
                return False
    finally:
        engine.dispose()
    # Not among the arguments, which every user of the machine can see: an address may hold a password.
    told = json.dumps({"path": sys.path, "url": url})
    subprocess.run([sys.executable, "-c", _UPGRADE], input=told, text=True, check=True)  # noqa: S603 - our own code
    return True


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _run_migrations(connection: Connection) -> None:
    # Alembic takes a fifth of a second to load, with every kind of database; most starts have no use for it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "app.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def _only_one(engine: Engine) -> Iterator[Connection]:
    """Yield a connection while no other process upgrades the same database."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ADVISORY_LOCK})
            yield connection
        return
    with Path(f"{engine.url.database}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with engine.connect() as connection:
            yield connection
