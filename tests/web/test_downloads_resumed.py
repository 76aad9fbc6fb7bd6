"""A download that was cut off: the rest of the very same file, or all of it where it is another one by now."""

import time

import pytest

from app.store import counted, week_of

PATHS = ["a4/print", "story/screen?soort=png"]


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


@pytest.fixture
def fetched(finished):
    """A function that asks for a file, or for a part of it."""
    return lambda path, **headers: finished.client.get(
        f"{finished.address}/download/{path}", headers={name.replace("_", "-"): said for name, said in headers.items()}
    )


@pytest.mark.parametrize("path", PATHS)
def test_the_rest_of_a_file_comes_alone(fetched, path):
    """From the byte that is asked for, with how much there is in all; the file says that this can be."""
    whole = fetched(path)
    rest = fetched(path, Range="bytes=1000-")

    assert (whole.status_code, whole.headers["Accept-Ranges"]) == (200, "bytes")
    assert rest.status_code == 206
    assert rest.headers["Content-Range"] == f"bytes 1000-{len(whole.data) - 1}/{len(whole.data)}"
    assert rest.data == whole.data[1000:]
    assert rest.headers["Content-Disposition"] == whole.headers["Content-Disposition"]
    assert fetched(path, Range=f"bytes={len(whole.data)}-").status_code == 416


def test_another_poster_is_no_rest_of_this_one(fetched, finished):
    """Who names the file they began gets all of the new one once the poster has changed."""
    begun = fetched("a4/print")
    same = fetched("a4/print", Range="bytes=1000-", If_Range=begun.headers["ETag"])
    other = fetched("a4/print?snijtekens=ja", Range="bytes=1000-", If_Range=begun.headers["ETag"])
    finished.send("save", text__headline="Koele kop")
    changed = fetched("a4/print", Range="bytes=1000-", If_Range=begun.headers["ETag"])

    assert (same.status_code, other.status_code, changed.status_code) == (206, 200, 200)


def test_a_file_is_counted_once(fetched, services):
    """Fetching its rest is no second file."""
    fetched("a4/print")
    fetched("a4/print", Range="bytes=1000-")

    with services.database.transaction() as session:
        assert counted(session, week_of(time.time()))[("file", "portret a4 print nl")] == 1
