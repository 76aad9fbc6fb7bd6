"""The tables. Times are seconds since 1970 (UTC), so that SQLite and PostgreSQL agree on them."""

from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, ForeignKey, Index, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

Seconds = BigInteger


class Document(TypeDecorator[Any]):
    """JSON. PostgreSQL keeps it parsed; SQLite keeps it as text."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON())
        # 2 MB of a process that most installations have no use for.
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())


class Base(DeclarativeBase):
    """Base of all tables."""


class DraftRow(Base):
    """A poster in the making.

    id: 128 bits of chance, in hex. content: keys as in a content file. revision: rises with every change, so that two
    tabs cannot overwrite each other. turns: the pages that saved last, newest at the end, each with the number of its
    last save.
    """

    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    template: Mapped[str] = mapped_column(String(200))
    template_version: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    revision: Mapped[int] = mapped_column(default=0)
    turns: Mapped[list[list[Any]]] = mapped_column(Document, default=list, server_default="[]")
    created: Mapped[int] = mapped_column(Seconds)
    changed: Mapped[int] = mapped_column(Seconds)
    expires: Mapped[int] = mapped_column(Seconds, index=True)


class HolderRow(Base):
    """A session that may see and change a draft. session: digest of the session's key, never the key itself."""

    __tablename__ = "draft_holders"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    session: Mapped[str] = mapped_column(String(64), primary_key=True, index=True)


class UploadRow(Base):
    """A file that was sent for a draft. consent: whether the person shown agrees, for photos."""

    __tablename__ = "draft_uploads"
    __table_args__ = (Index("ix_draft_uploads_digest", "digest"),)

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    slot: Mapped[str] = mapped_column(String(100), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    consent: Mapped[bool] = mapped_column(default=False)
    since: Mapped[int] = mapped_column(Seconds)


class ShareRow(Base):
    """A link that shows a draft to whoever has it. What makes the link hard to guess is worked out and kept nowhere.

    id: 64 bits of chance, in hex. format: the key of the shape that is shown.
    """

    __tablename__ = "draft_shares"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), index=True)
    format: Mapped[str] = mapped_column(String(40))
    since: Mapped[int] = mapped_column(Seconds)
    until: Mapped[int] = mapped_column(Seconds, index=True)


class CounterRow(Base):
    """How often something happened in a week. subject: such as "file" or "draft"; detail: such as "trots a3 print"."""

    __tablename__ = "counters"

    week: Mapped[str] = mapped_column(String(8), primary_key=True)
    subject: Mapped[str] = mapped_column(String(20), primary_key=True)
    detail: Mapped[str] = mapped_column(String(300), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
