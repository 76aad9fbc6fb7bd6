"""What is made from stored files stays while there is room, and goes with the file."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.services.file_cache import FileCache
from app.store import FileGone, FileStore


def cache(files, room=10):
    return FileCache(files, room, len)


def held(cache):
    """What the cache holds, without asking it: to ask is to sweep."""
    return list(cache._kept.values())


def test_a_value_is_made_once_for_each_file_and_variant(files):
    """Another variant of the same file is another value."""
    kept, file, made = cache(files), files.write(b"photo"), []

    def make(value):
        return made.append(value) or value

    got = [kept.get(file, width, lambda width=width: make(b"%d" % width)) for width in (1, 2, 1, 2)]

    assert got == [b"1", b"2", b"1", b"2"]
    assert made == [b"1", b"2"]


def test_many_who_ask_at_once_have_it_made_once(files):
    """The first makes it, the others wait."""
    kept, file, variant, made = cache(files), files.write(b"photo"), 240, []

    def make():
        made.append(b"proof")
        return b"proof"

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: kept.get(file, variant, make), range(40)))

    assert (set(got), made) == ({b"proof"}, [b"proof"])


def test_the_least_used_makes_room(files):
    """What was asked for last stays."""
    kept, file = cache(files, room=4), files.write(b"photo")
    for variant in ("a", "b", "a", "c"):
        kept.get(file, variant, lambda variant=variant: variant.encode() * 2)

    assert held(kept) == [b"aa", b"cc"]


def test_what_was_made_of_a_deleted_file_goes_with_it(files):
    """At once, in every variant, and nothing else."""
    kept, photo, other = cache(files), files.write(b"photo"), files.write(b"other")
    for digest, variant in ((photo, 1), (photo, 2), (other, 1)):
        kept.get(digest, variant, lambda digest=digest: digest[:3].encode())

    files.delete(photo)

    assert held(kept) == [other[:3].encode()]
    with pytest.raises(FileGone):
        kept.get(photo, 1, lambda: b"x")


def test_what_another_process_deleted_goes_with_the_next_thing_made(files):
    """A purge beside the server tells nobody."""
    kept, photo, other = cache(files), files.write(b"photo"), files.write(b"other")
    kept.get(photo, 1, lambda: b"old")
    FileStore(files.folder).delete(photo)

    kept.get(other, 1, lambda: b"new")

    assert held(kept) == [b"new"]


def test_a_file_that_goes_while_its_value_is_made_leaves_none(files):
    """Whoever asked still gets what was made."""
    kept, photo = cache(files), files.write(b"photo")

    assert kept.get(photo, 1, lambda: files.delete(photo) or b"late") == b"late"
    assert held(kept) == []
