"""Links that show a draft, in the database. Who may make and stop one is decided by the services."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.store.tables import ShareRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A link that shows a draft. format: key of the shape that is shown. since, until: seconds since 1970."""

    id: str
    draft_id: str
    format: str
    since: int
    until: int


def insert(session: Session, share: Share) -> None:
    """Keep a new share."""
    session.add(ShareRow(**{name: getattr(share, name) for name in Share.__dataclass_fields__}))


def find(session: Session, share_id: str, now: int) -> Share | None:
    """Return a share whose time is not over."""
    row = session.get(ShareRow, share_id)
    return _share(row) if row is not None and row.until > now else None


def of_draft(session: Session, draft_id: str, now: int) -> tuple[Share, ...]:
    """Return the shares of a draft whose time is not over, newest first."""
    rows = session.scalars(
        select(ShareRow)
        .where(ShareRow.draft_id == draft_id, ShareRow.until > now)
        .order_by(ShareRow.since.desc(), ShareRow.id)
    )
    return tuple(map(_share, rows))


def remove(session: Session, draft_id: str, share_id: str) -> None:
    """Remove a share of a draft; one that is gone already, or that is another draft's, changes nothing."""
    session.execute(delete(ShareRow).where(ShareRow.id == share_id, ShareRow.draft_id == draft_id))


def remove_over(session: Session, now: int) -> int:
    """Remove the shares whose time is over; returns how many."""
    done = session.execute(delete(ShareRow).where(ShareRow.until <= now))
    return int(done.rowcount)  # type: ignore[attr-defined]


def _share(row: ShareRow) -> Share:
    return Share(**{name: getattr(row, name) for name in Share.__dataclass_fields__})
