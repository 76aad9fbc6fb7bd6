"""Make the first tables: drafts, their holders and uploads, counters."""

import sqlalchemy as sa
from alembic import op

from app.store.tables import Document, Seconds

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Take the step."""
    _make_drafts()
    op.create_table(
        "draft_holders",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("session", sa.String(64), primary_key=True),
    )
    op.create_table(
        "draft_uploads",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("slot", sa.String(100), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("since", Seconds(), nullable=False),
    )
    op.create_index("ix_draft_uploads_digest", "draft_uploads", ["digest"])
    op.create_table(
        "counters",
        sa.Column("week", sa.String(8), primary_key=True),
        sa.Column("subject", sa.String(20), primary_key=True),
        sa.Column("detail", sa.String(300), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
    )


def _make_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("template", sa.String(200), nullable=False),
        sa.Column("template_version", sa.Integer(), nullable=False),
        sa.Column("content", Document, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created", Seconds(), nullable=False),
        sa.Column("changed", Seconds(), nullable=False),
        sa.Column("expires", Seconds(), nullable=False),
    )
    op.create_index("ix_drafts_expires", "drafts", ["expires"])


def downgrade() -> None:
    """Take it back."""
    for table in ("counters", "draft_uploads", "draft_holders", "drafts"):
        op.drop_table(table)
