"""What an installation does for itself."""

from threading import Event

from house import Settings
from sqlalchemy import update

from app.services.housekeeping import purge_every_hour, purged, upgraded
from app.store import FileStore
from app.store.tables import DraftRow


def test_an_upgrade_makes_the_folder_and_the_database(tmp_path):
    """Once."""
    settings = Settings(data=tmp_path / "new")

    assert (upgraded(settings), upgraded(settings)) == (True, False)


def test_what_has_had_its_time_goes(tmp_path):
    """A file that no poster mentions goes an hour after it was taken in, not before."""
    settings = Settings(data=tmp_path)
    files = FileStore(settings.file_folder)
    digest = files.write(b"photo")
    taken = files.path(digest).stat().st_mtime

    early, late = purged(settings, taken + 3000), purged(settings, taken + 4000)

    assert (early["files"], late["files"]) == (0, 1)
    assert not files.has(digest)


def test_a_running_server_keeps_its_promises_by_itself(services, workshop):
    """A poster whose days are over is removed without a command."""
    poster = services.posters.create(workshop.catalog.published()[0], "nl", "somebody")
    with services.database.transaction() as session:
        session.execute(update(DraftRow).values(expires=1))
    stop = Event()
    stop.set()

    purge_every_hour(services, stop)

    with services.database.transaction() as session:
        assert session.get(DraftRow, poster.id) is None


def test_a_disk_that_is_away_is_tried_again_an_hour_later(services, monkeypatch, caplog):
    """Trouble ends neither the purge nor the server; the log says what kind it was and nothing of what is kept."""

    def away(*_args):
        raise OSError("/data/affiche/of/an/peeters")

    monkeypatch.setattr("app.services.housekeeping.purge", away)
    stop = Event()
    stop.set()

    purge_every_hour(services, stop)

    assert caplog.messages == ["not purged: OSError"]
