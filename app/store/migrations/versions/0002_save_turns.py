"""Let a draft know the last saves of each page, so that a page never takes its own save for another window's."""

import sqlalchemy as sa
from alembic import op

from app.store.tables import Document

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take the step."""
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(sa.Column("turns", Document, nullable=False, server_default="[]"))


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_column("turns")
