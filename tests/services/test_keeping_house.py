"""What an installation does for itself."""

from house import Settings

from app.services.housekeeping import purged, upgraded
from app.store import FileStore


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
