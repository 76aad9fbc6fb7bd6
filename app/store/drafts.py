"""Drafts in the database. Who may do what is decided by the services; here rows are found and written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.store.tables import DraftRow, HolderRow, UploadRow

UploadKind = Literal["photo", "logo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as it is kept. created, changed, expires: seconds since 1970. turns: [page, number] of the last saves."""

    id: str
    template: str
    template_version: int
    content: dict[str, Any]
    revision: int
    created: int
    changed: int
    expires: int
    turns: list[list[Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptUpload:
    """A file that was sent for a slot of a draft."""

    slot: str
    digest: str
    kind: UploadKind


def insert(session: Session, draft: Draft, holder: str) -> None:
    """Keep a new draft, held by one session."""
    session.add(DraftRow(**{name: getattr(draft, name) for name in Draft.__dataclass_fields__}))
    session.flush()
    session.add(HolderRow(draft_id=draft.id, session=holder))


def find(session: Session, draft_id: str, now: int) -> Draft | None:
    """Return a draft that has not expired."""
    row = session.get(DraftRow, draft_id)
    if row is None or row.expires <= now:
        return None
    return _draft(row)


def is_held(session: Session, draft_id: str, holder: str) -> bool:
    """Return whether a session may see a draft."""
    return session.get(HolderRow, (draft_id, holder)) is not None


def held_by(session: Session, holder: str, now: int, most: int) -> tuple[Draft, ...]:
    """Return the drafts that a session may see and that have not expired, at most so many, the newest change first."""
    rows = session.scalars(
        select(DraftRow)
        .join(HolderRow, HolderRow.draft_id == DraftRow.id)
        .where(HolderRow.session == holder, DraftRow.expires > now)
        .order_by(DraftRow.changed.desc(), DraftRow.id)
        .limit(most)
    )
    return tuple(_draft(row) for row in rows)


def hold(session: Session, draft_id: str, holder: str) -> None:
    """Let a session see and change a draft."""
    if not is_held(session, draft_id, holder):
        session.add(HolderRow(draft_id=draft_id, session=holder))


def replace(session: Session, draft: Draft) -> bool:
    """Write a draft over its former revision; which template it came from and when it was begun stay as they are.

    Returns False where somebody else was first; nothing is written then.
    """
    done = session.execute(
        update(DraftRow)
        .where(DraftRow.id == draft.id, DraftRow.revision == draft.revision - 1)
        .values(
            template_version=draft.template_version,
            content=draft.content,
            revision=draft.revision,
            turns=draft.turns,
            changed=draft.changed,
            expires=draft.expires,
        )
    )
    return done.rowcount == 1  # type: ignore[attr-defined, no-any-return]


def remove(session: Session, draft_ids: Iterable[str]) -> None:
    """Remove drafts with their holders and the mention of their uploads."""
    session.execute(delete(DraftRow).where(DraftRow.id.in_(list(draft_ids))))


def uploads(session: Session, draft_id: str) -> tuple[KeptUpload, ...]:
    """Return the files sent for a draft, newest first."""
    rows = session.scalars(
        select(UploadRow).where(UploadRow.draft_id == draft_id).order_by(UploadRow.since.desc(), UploadRow.digest)
    )
    return tuple(KeptUpload(slot=row.slot, digest=row.digest, kind=_kind(row.kind)) for row in rows)


def add_upload(session: Session, draft_id: str, upload: KeptUpload, now: int) -> None:
    """Note that a file was sent for a slot of a draft; a second time makes it new again, and its consent stays."""
    row = session.get(UploadRow, (draft_id, upload.slot, upload.digest))
    if row is None:
        row = UploadRow(draft_id=draft_id, slot=upload.slot, digest=upload.digest, kind=upload.kind, consent=False)
        session.add(row)
    row.since = now


def copy_uploads(session: Session, from_id: str, to_id: str) -> None:
    """Note the files of one draft for another as well, with their consent and the moment they were sent."""
    for row in session.scalars(select(UploadRow).where(UploadRow.draft_id == from_id)):
        known = {name: getattr(row, name) for name in ("slot", "digest", "kind", "consent", "since")}
        session.add(UploadRow(draft_id=to_id, **known))


def note_consent(session: Session, draft_id: str, agreed: frozenset[tuple[str, str]]) -> None:
    """Note for which photos of a draft, as (slot, digest), the person shown agrees."""
    for row in session.scalars(select(UploadRow).where(UploadRow.draft_id == draft_id)):
        row.consent = (row.slot, row.digest) in agreed


def expired(session: Session, now: int) -> tuple[str, ...]:
    """Return the drafts whose time is over."""
    return tuple(session.scalars(select(DraftRow.id).where(DraftRow.expires <= now)))


def forget_photos_without_consent(session: Session, sent_before: int) -> int:
    """Remove the mention of photos that were sent before a moment and still have no consent; returns how many."""
    done = session.execute(
        delete(UploadRow).where(UploadRow.kind == "photo", UploadRow.consent.is_(False), UploadRow.since <= sent_before)
    )
    return int(done.rowcount)  # type: ignore[attr-defined]


def mentioned_digests(session: Session) -> frozenset[str]:
    """Return the digest of every file that a draft still has."""
    return frozenset(session.scalars(select(UploadRow.digest).distinct()))


def _draft(row: DraftRow) -> Draft:
    return Draft(**{name: getattr(row, name) for name in Draft.__dataclass_fields__})


def _kind(name: str) -> UploadKind:
    return "logo" if name == "logo" else "photo"
