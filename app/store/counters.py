"""Counters by week: what is made, never who makes it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from app.store.tables import CounterRow


def week_of(now: float) -> str:
    """Return the ISO week of a moment, such as "2026-W47"."""
    year, week, _ = datetime.fromtimestamp(now, UTC).isocalendar()
    return f"{year}-W{week:02}"


def count(session: Session, subject: str, detail: str, now: float) -> None:
    """Count one more of something in the week of a moment."""
    row = _insert_of(session)(CounterRow).values(week=week_of(now), subject=subject, detail=detail, count=1)
    session.execute(
        row.on_conflict_do_update(index_elements=["week", "subject", "detail"], set_={"count": CounterRow.count + 1})
    )


def _insert_of(session: Session) -> Any:
    """Return the `insert` of the session's database; both know what to do about a row that is there already."""
    if session.get_bind().dialect.name != "postgresql":
        return insert_sqlite
    # 2 MB of a process that most installations have no use for.
    from sqlalchemy.dialects.postgresql import insert

    return insert


def counted(session: Session, week: str) -> dict[tuple[str, str], int]:
    """Return the counts of a week by subject and detail."""
    rows = session.scalars(select(CounterRow).where(CounterRow.week == week))
    return {(row.subject, row.detail): row.count for row in rows}
