"""Find the drafts of a session without reading all holders."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Take the step."""
    op.create_index("ix_draft_holders_session", "draft_holders", ["session"])


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_draft_holders_session", "draft_holders")
