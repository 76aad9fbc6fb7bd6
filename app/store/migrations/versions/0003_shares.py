"""Keep which links show a draft, and until when."""

import sqlalchemy as sa
from alembic import op

from app.store.tables import Seconds

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "draft_shares",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("format", sa.String(40), nullable=False),
        sa.Column("since", Seconds(), nullable=False),
        sa.Column("until", Seconds(), nullable=False),
    )
    op.create_index("ix_draft_shares_draft_id", "draft_shares", ["draft_id"])
    op.create_index("ix_draft_shares_until", "draft_shares", ["until"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("draft_shares")
