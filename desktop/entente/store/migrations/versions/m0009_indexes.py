"""Only the reference to an owner keeps its index."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NEEDLESS = {
    "actor": ("organisation_id",),
    "mediation_session": ("difficulty_id",),
    "osbd": ("to_id",),
    "note": ("actor_id", "session_id"),
    "interest": ("actor_id",),
    "option": ("actor_id",),
    "offer": ("answers_id",),
    "step": ("actor_id",),
    "decision": ("owner_id", "co_owner_id", "difficulty_id", "session_id"),
    "commitment": ("actor_id", "difficulty_id", "agreement_id", "cause_id", "interaction_id"),
    "risk": ("owner_id", "difficulty_id"),
    "risk_link": ("actor_id", "difficulty_id", "decision_id"),
    "raid_item": ("owner_id", "risk_id", "difficulty_id"),
    "backlog_item": ("owner_id", "cause_id", "risk_id", "difficulty_id", "activity_id"),
    "review_note": ("author_id", "item_id"),
    "tension": ("sprint_id", "owner_id", "difficulty_id", "item_id"),
    "sandbox": ("item_id",),
    "observation": ("item_id",),
    "quote": ("actor_id", "interaction_id", "common_cause_id"),
    "engagement_tool": ("owner_id",),
    "check_item": (
        "cause_id",
        "actor_id",
        "interaction_id",
        "item_id",
        "sprint_id",
        "tool_id",
        "decision_id",
    ),
    "origin": ("decision_id", "commitment_id", "agreement_id"),
    "declaration": ("actor_id", "difficulty_id"),
    "exhibit": ("difficulty_id", "actor_id"),
    "common_cause": ("champion_id",),
    "interaction": ("difficulty_id", "group_id", "guide_id", "item_id"),
    "map_view": ("focus_id",),
}


def upgrade() -> None:
    for table, columns in _NEEDLESS.items():
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
