"""What the doctor says of an installation's settings; the whole round is tested at the command line."""

import tempfile

import pytest

from app.services.doctor import examine
from app.settings import Settings


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "ok   public address: none"),
        ({"AFFICHE_HOST": "192.0.2.7"}, "FAIL public address: anybody"),
        ({"AFFICHE_PROXIES": "1"}, "FAIL public address: anybody"),
        ({"AFFICHE_PROXIES": "1", "AFFICHE_BASE_URL": "https://a.example"}, "ok   public address: https://a.example"),
    ],
    ids=["alone", "open", "behind a proxy", "named"],
)
def test_the_public_address_is_asked_for(tmp_path, environment, said):
    """Whoever serves others without it hears what can be forged, and which setting mends that."""
    settings = Settings.from_environment({"AFFICHE_DATA": str(tmp_path), **environment})
    line = next(check for check in examine(settings) if check.name == "public address")

    assert f"{'ok  ' if line.is_well else 'FAIL'} {line.name}: {line.found}".startswith(said)
    assert line.is_well or "set AFFICHE_BASE_URL" in line.found


def test_room_is_asked_for_where_finished_files_lie(tmp_path, monkeypatch):
    """They lie in the folder for temporary files while they are sent; /proc has room for none."""
    monkeypatch.setattr(tempfile, "tempdir", "/proc")
    settings = Settings.from_environment({"AFFICHE_DATA": str(tmp_path)})
    line = next(check for check in examine(settings) if check.name == "free disk")

    assert (line.is_well, line.found) == (False, "only 0 MB free under /proc; make room")
