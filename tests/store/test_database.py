"""The database is brought up to date at the start, by one process at a time."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from app.store import Database, upgrade, upgrade_apart
from app.store.database import NEWEST
from app.store.tables import Base, DraftRow, HolderRow


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'new' / 'affiche.sqlite'}"


@pytest.mark.parametrize(("database", "column"), [(sqlite, "content JSON NOT"), (postgresql, "content JSONB NOT")])
def test_contents_are_kept_as_each_database_keeps_json(database, column):
    """PostgreSQL keeps a content parsed, SQLite as text."""
    assert column in str(CreateTable(DraftRow.__table__).compile(dialect=database.dialect()))


def test_migrations_make_exactly_the_tables(url):
    """After an upgrade nothing differs between the database and the tables in the code."""
    upgrade(url)
    database = Database(url)
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    database.close()


def test_a_second_upgrade_has_nothing_to_do(url):
    """Starting again changes nothing."""
    assert upgrade(url)
    assert not upgrade(url)


def test_the_newest_migration_is_the_one_in_the_code():
    """The short cut at the start knows the head that Alembic finds."""
    config = Config()
    config.set_main_option("script_location", "app.store:migrations")

    assert ScriptDirectory.from_config(config).get_heads() == [NEWEST]


def test_processes_that_start_together_upgrade_once(url):
    """Of several processes one does the work and all of them start."""
    code = f"from app.store import upgrade; print(upgrade({url!r}))"
    started = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(3)]

    said = sorted(process.communicate()[0].strip() for process in started)

    assert said == ["False", "False", "True"]


def test_a_server_has_its_database_upgraded_elsewhere(url):
    """The same tables, and nothing to do the next time."""
    assert upgrade_apart(url)
    assert not upgrade_apart(url)
    assert not upgrade(url)


def test_the_address_of_a_database_is_among_no_arguments(url, monkeypatch):
    """They can be seen by every user of the machine, and an address may hold a password."""
    started = []
    monkeypatch.setattr("subprocess.run", lambda arguments, **_options: started.append(arguments))

    upgrade_apart(url)

    ((*arguments,),) = started
    assert not [argument for argument in arguments if url in argument]


def test_an_upgrade_that_fails_elsewhere_stops_the_start(url, monkeypatch):
    """No server begins on tables that are not there."""
    monkeypatch.setattr("app.store.database._UPGRADE", "raise SystemExit(3)")

    with pytest.raises(subprocess.CalledProcessError) as failed:
        upgrade_apart(url)

    assert url not in str(failed.value)


def test_sqlite_waits_writes_ahead_and_minds_foreign_keys(url):
    """Readers do not block the writer, writers wait for each other, and no row hangs in the air."""
    upgrade(url)
    database = Database(url)
    with database.engine.connect() as connection:
        answers = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("journal_mode", "busy_timeout")]
    assert answers == ["wal", 5000]

    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(HolderRow(draft_id="none", session="nobody"))
    database.close()
