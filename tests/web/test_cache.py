"""The cache holds bytes and nothing that could act."""

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from house import create_app

from app import extensions
from app.byte_cache import PlainBytes


class Bomb:
    """What somebody could plant in a shared cache: unpickled, it makes a file."""

    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return (Path.touch, (self.mark,))


def entries(settings):
    return [file for file in (settings.data / "cache").iterdir() if file.stat().st_size > 100]


def test_a_planted_entry_is_made_anew_and_does_nothing(client, settings, tmp_path):
    """An entry that is no bytes of ours reads as none; what it was made to do is not done."""
    address, mark = "/sjablonen/trots/beeld/nl/a3-240", tmp_path / "exploded"
    good = client.get(address).data
    for file in entries(settings):
        file.write_bytes(file.read_bytes()[:4] + pickle.dumps(Bomb(mark)))

    again = client.get(address)

    assert (again.status_code, again.data) == (200, good)
    assert not mark.exists()


def test_what_is_kept_is_the_picture_itself(client, settings):
    """The file holds the bytes of the answer, behind its time and one letter."""
    answer = client.get("/sjablonen/trots/beeld/nl/a3-240")

    assert [file.read_bytes()[5:] for file in entries(settings)] == [answer.data]


def test_what_many_ask_for_at_once_is_made_once(settings, services):
    """As when a page with a new picture is opened by a whole class."""
    app, made = create_app(settings, services), []

    def make():
        made.append(b"picture")
        return b"picture"

    def ask(_number):
        with app.app_context():
            return extensions.remembered("gallery", make)

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(ask, range(40)))

    assert (set(got), made) == ({b"picture"}, [b"picture"])


@pytest.mark.parametrize("value", ["words", 1.5, True, None, ["list"], bytearray(b"x")])
def test_nothing_but_bytes_can_be_kept(value):
    """Neither objects nor words go in; the cache's own counts do."""
    with pytest.raises(TypeError, match="bytes only"):
        PlainBytes().dumps(value)


@pytest.mark.parametrize("value", [b"", b"\x00picture", 0, 5000])
def test_bytes_and_counts_come_back(value):
    """What the cache holds is what was given to it."""
    serializer = PlainBytes()

    assert serializer.loads(serializer.dumps(value)) == value


@pytest.mark.parametrize(
    "entry",
    [None, b"", b"!" + pickle.dumps(b"x"), b"nine", b"n", b"n-1", b"n" + b"9" * 5000],
    ids=["forgotten", "empty", "pickle", "word", "no-number", "below-zero", "endless-number"],
)
def test_what_was_not_written_here_reads_as_nothing(entry):
    """A server that forgets, and an entry of a stranger, stop no page."""
    assert PlainBytes().loads(entry) is None


class Shared:
    """As much of a Redis client as the cache uses."""

    def __init__(self):
        self.entries = {}

    def get(self, name):
        return self.entries.get(name)

    def set(self, name, value, ex):
        assert ex
        self.entries[name] = value

    def register_script(self, _script):
        return None


@pytest.fixture
def shared(monkeypatch):
    """A Redis server that is as far away as a dictionary: its package and server are not part of every installation."""
    store, package = Shared(), ModuleType("redis")
    package.__version__, package.RedisError = "6.0", OSError
    package.from_url = lambda _address, **_options: store
    monkeypatch.setitem(sys.modules, "redis", package)
    return store


def test_a_shared_cache_holds_bytes_only_too(settings, services, shared, tmp_path):
    """What Redis holds is the picture behind one letter; an order that was planted there is not carried out."""
    address, mark = "/sjablonen/trots/beeld/nl/a3-240", tmp_path / "exploded"
    client = create_app(replace(settings, redis_url="redis://cache/0"), services).test_client()
    good = client.get(address).data
    ((name, entry),) = shared.entries.items()
    assert (name.startswith("affiche:"), entry) == (True, b"b" + good)

    shared.entries[name] = b"!" + pickle.dumps(Bomb(mark))

    assert client.get(address).data == good
    assert shared.entries[name] == entry
    assert not mark.exists()


def test_the_cache_stays_bounded_over_a_restart(settings, services):
    """Files of an earlier run count too."""
    small = replace(settings, cache_items=100)
    for start in range(3):
        with create_app(small, services).app_context():
            for number in range(60):
                extensions.cache.set(f"{start} {number}", b"x")

    assert len(list((settings.data / "cache").iterdir())) <= 102
