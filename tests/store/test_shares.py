"""Links that show a draft, as they are kept."""

import pytest

from app.store import Database, FileStore, Retention, drafts, purge, shares, upgrade
from app.store.drafts import Draft
from app.store.shares import Share

NOW = 1_800_000_000
DAY = 24 * 3600
MINE, OTHER = "a" * 32, "b" * 32


@pytest.fixture
def database(tmp_path):
    url = f"sqlite:///{tmp_path / 'affiche.sqlite'}"
    upgrade(url)
    database = Database(url)
    with database.transaction() as session:
        for draft_id in (MINE, OTHER):
            keep_draft(session, draft_id)
    yield database
    database.close()


@pytest.fixture
def session(database):
    with database.transaction() as session:
        yield session


def keep_draft(session, draft_id):
    times = {"created": NOW, "changed": NOW, "expires": NOW + 30 * DAY}
    draft = Draft(id=draft_id, template="trots", template_version=1, content={}, revision=0, **times)
    drafts.insert(session, draft, "holder")


def a_share(name, draft_id=MINE, since=NOW, until=NOW + DAY):
    return Share(id=name * 16, draft_id=draft_id, format="a3", since=since, until=until)


def test_a_share_is_found_until_its_time_is_over(session):
    """At the chosen moment itself it shows nothing any more."""
    share = a_share("1")
    shares.insert(session, share)

    assert shares.find(session, share.id, NOW + DAY - 1) == share
    assert shares.find(session, share.id, NOW + DAY) is None
    assert shares.find(session, "2" * 16, NOW) is None


def test_the_shares_of_a_draft_come_newest_first_without_those_that_are_over(session):
    """Those of other drafts are none of its business."""
    first, second = a_share("1"), a_share("2", since=NOW + 5)
    for share in (first, second, a_share("3", until=NOW + 5), a_share("4", draft_id=OTHER)):
        shares.insert(session, share)

    assert shares.of_draft(session, MINE, NOW + 5) == (second, first)


def test_a_share_is_removed_by_the_draft_it_is_of(session):
    """Another draft removes nothing; a second time changes nothing."""
    share = a_share("1")
    shares.insert(session, share)
    session.flush()

    shares.remove(session, OTHER, share.id)
    assert shares.of_draft(session, MINE, NOW) == (share,)
    shares.remove(session, MINE, share.id)
    shares.remove(session, MINE, share.id)
    assert shares.of_draft(session, MINE, NOW) == ()


def test_a_draft_takes_its_shares_along(database):
    """A poster that is wiped or too old is shown nowhere."""
    with database.transaction() as session:
        shares.insert(session, a_share("1"))
        shares.insert(session, a_share("2", draft_id=OTHER))
    with database.transaction() as session:
        drafts.remove(session, [MINE])

    with database.transaction() as session:
        assert shares.find(session, "1" * 16, NOW) is None
        assert shares.find(session, "2" * 16, NOW) is not None


def test_a_purge_removes_the_shares_that_are_over_and_leaves_their_drafts(database, tmp_path):
    """No share is kept longer than its sharer chose."""
    with database.transaction() as session:
        shares.insert(session, a_share("1", until=NOW + DAY))
        shares.insert(session, a_share("2", until=NOW + 2 * DAY))

    purged = purge(database, FileStore(tmp_path / "files"), tmp_path / "logs", Retention(), NOW + DAY)

    assert (purged.shares, purged.drafts) == (1, 0)
    with database.transaction() as session:
        assert [share.id for share in shares.of_draft(session, MINE, 0)] == ["2" * 16]
