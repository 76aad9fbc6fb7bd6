"""What tests of services share: a clock, and files of their own."""

import pytest

from app.store import FileStore
from app.store.purge import DAY


class Clock:
    """A clock that tests turn by hand. now: seconds since 1970; a day at noon, UTC."""

    now = 20_833 * DAY + DAY / 2

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    """A clock that stands at noon."""
    return Clock()


@pytest.fixture
def files(tmp_path):
    """A store without files."""
    return FileStore(tmp_path / "files")
