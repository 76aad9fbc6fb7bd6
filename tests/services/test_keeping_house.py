"""What an installation does for itself."""

from house import Settings

from app.services.housekeeping import purged, upgraded
from app.store import FileStore


def test_an_upgrade_makes_the_folder_and_the_database(tmp_path):
    """Once."""
    settings = Settings(data=tmp_path / "new")

    assert (upgraded(settings), upgraded(settings)) == (True, False)


def test_what_has_had_its_time_goes(tmp_path):
    """A finished file after its days, not before."""
    settings = Settings(data=tmp_path, finished_days=7)
    finished = FileStore(tmp_path / "finished")
    digest = finished.write(b"%PDF")
    made = (finished.path(digest)).stat().st_mtime

    early, late = purged(settings, made + 6 * 86400), purged(settings, made + 8 * 86400)

    assert (early["finished"], late["finished"]) == (0, 1)
    assert not finished.has(digest)
