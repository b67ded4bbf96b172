"""Sprints, the activities they are made of, and their reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_activities()
    _create_sprints()
    _create_reviews()


def _create_activities() -> None:
    op.create_table(
        "activity_type",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("divergence", sa.Integer(), nullable=True),
        sa.Column("measures", sa.Integer(), nullable=True),
        sa.Column("empowers", sa.Integer(), nullable=True),
        sa.Column("connects_number", sa.Integer(), nullable=True),
        sa.Column("connects_quality", sa.Integer(), nullable=True),
        sa.Column("quantity_min", sa.Integer(), nullable=True),
        sa.Column("quantity_max", sa.Integer(), nullable=True),
        sa.Column("unit_effort", sa.Float(), nullable=True),
        sa.Column("uncounted", sa.Boolean(), nullable=True),
        sa.Column("people", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("steps", sa.Text(), nullable=True),
        sa.Column("materials", sa.Text(), nullable=True),
        sa.Column("set_aside", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_activity_type_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "connects_number BETWEEN 0 AND 3", name=op.f("ck_activity_type_connects_number_range")
        ),
        sa.CheckConstraint(
            "connects_quality BETWEEN 0 AND 3", name=op.f("ck_activity_type_connects_quality_range")
        ),
        sa.CheckConstraint(
            "divergence BETWEEN -2 AND 2", name=op.f("ck_activity_type_divergence_range")
        ),
        sa.CheckConstraint(
            "empowers BETWEEN 0 AND 3", name=op.f("ck_activity_type_empowers_range")
        ),
        sa.CheckConstraint(
            "measures BETWEEN 0 AND 3", name=op.f("ck_activity_type_measures_range")
        ),
        sa.CheckConstraint(
            "quantity_max BETWEEN 0 AND 999", name=op.f("ck_activity_type_quantity_max_range")
        ),
        sa.CheckConstraint(
            "quantity_min BETWEEN 0 AND 999", name=op.f("ck_activity_type_quantity_min_range")
        ),
        sa.CheckConstraint(
            "unit_effort BETWEEN 0 AND 200", name=op.f("ck_activity_type_unit_effort_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_type")),
    )
    op.create_table(
        "engagement_tool",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("audience", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("in_place", sa.Boolean(), nullable=True),
        sa.Column("verdict", sa.String(length=32), nullable=True),
        sa.Column("rhythm", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_engagement_tool_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "verdict IN ('reuse', 'adapt', 'create', 'stop')",
            name=op.f("ck_engagement_tool_verdict_known"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["actor.id"],
            name=op.f("fk_engagement_tool_owner_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagement_tool")),
        sa.UniqueConstraint("ref", name=op.f("uq_engagement_tool_ref")),
    )
    op.create_index(
        op.f("ix_engagement_tool_owner_id"), "engagement_tool", ["owner_id"], unique=False
    )


def _create_sprints() -> None:
    op.create_table(
        "sprint",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("capacity", sa.Float(), nullable=True),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("deliverable", sa.Text(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("celebration", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_sprint_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "phase IN ('connect', 'engage', 'act')", name=op.f("ck_sprint_phase_known")
        ),
        sa.CheckConstraint("capacity BETWEEN 0 AND 1000", name=op.f("ck_sprint_capacity_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sprint")),
        sa.UniqueConstraint("ref", name=op.f("uq_sprint_ref")),
    )
    op.create_table(
        "sprint_item",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("sprint_id", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.String(length=32), nullable=False),
        sa.Column("effort", sa.Float(), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('done', 'carried', 'returned', 'dropped')",
            name=op.f("ck_sprint_item_outcome_known"),
        ),
        sa.CheckConstraint("effort BETWEEN 0 AND 200", name=op.f("ck_sprint_item_effort_range")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_sprint_item_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sprint_id"],
            ["sprint.id"],
            name=op.f("fk_sprint_item_sprint_id_sprint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sprint_item")),
    )
    op.create_index(op.f("ix_sprint_item_item_id"), "sprint_item", ["item_id"], unique=False)
    op.create_index(op.f("ix_sprint_item_sprint_id"), "sprint_item", ["sprint_id"], unique=False)
    op.create_table(
        "dot_vote",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("sprint_id", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.String(length=32), nullable=False),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.CheckConstraint("dots BETWEEN 0 AND 999", name=op.f("ck_dot_vote_dots_range")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_dot_vote_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sprint_id"],
            ["sprint.id"],
            name=op.f("fk_dot_vote_sprint_id_sprint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dot_vote")),
    )
    op.create_index(op.f("ix_dot_vote_item_id"), "dot_vote", ["item_id"], unique=False)
    op.create_index(op.f("ix_dot_vote_sprint_id"), "dot_vote", ["sprint_id"], unique=False)
    op.create_table(
        "day_off",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_off")),
    )


def _create_reviews() -> None:
    op.create_table(
        "review_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("sprint_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("author_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_review_note_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('shipped', 'like', 'dislike')", name=op.f("ck_review_note_kind_known")
        ),
        sa.CheckConstraint("votes BETWEEN 0 AND 999", name=op.f("ck_review_note_votes_range")),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["actor.id"],
            name=op.f("fk_review_note_author_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_review_note_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sprint_id"],
            ["sprint.id"],
            name=op.f("fk_review_note_sprint_id_sprint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_note")),
    )
    op.create_index(op.f("ix_review_note_author_id"), "review_note", ["author_id"], unique=False)
    op.create_index(op.f("ix_review_note_item_id"), "review_note", ["item_id"], unique=False)
    op.create_index(op.f("ix_review_note_sprint_id"), "review_note", ["sprint_id"], unique=False)
    op.create_table(
        "tension",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sprint_id", sa.String(length=32), nullable=True),
        sa.Column("desired", sa.Text(), nullable=True),
        sa.Column("actual", sa.Text(), nullable=True),
        sa.Column("gap", sa.Integer(), nullable=True),
        sa.Column("cause", sa.String(length=32), nullable=True),
        sa.Column("proposal", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("raised_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_tension_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_tension_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'acted', 'promoted', 'settled')",
            name=op.f("ck_tension_status_known"),
        ),
        sa.CheckConstraint("gap BETWEEN 1 AND 5", name=op.f("ck_tension_gap_range")),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_tension_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_tension_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["actor.id"],
            name=op.f("fk_tension_owner_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sprint_id"],
            ["sprint.id"],
            name=op.f("fk_tension_sprint_id_sprint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tension")),
        sa.UniqueConstraint("ref", name=op.f("uq_tension_ref")),
    )
    op.create_index(op.f("ix_tension_difficulty_id"), "tension", ["difficulty_id"], unique=False)
    op.create_index(op.f("ix_tension_item_id"), "tension", ["item_id"], unique=False)
    op.create_index(op.f("ix_tension_owner_id"), "tension", ["owner_id"], unique=False)
    op.create_index(op.f("ix_tension_sprint_id"), "tension", ["sprint_id"], unique=False)
    op.create_table(
        "appraisal",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("roti_1", sa.Integer(), nullable=True),
        sa.Column("roti_2", sa.Integer(), nullable=True),
        sa.Column("roti_3", sa.Integer(), nullable=True),
        sa.Column("roti_4", sa.Integer(), nullable=True),
        sa.Column("roti_5", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_appraisal_confidentiality_known"),
        ),
        sa.CheckConstraint("roti_1 BETWEEN 0 AND 999", name=op.f("ck_appraisal_roti_1_range")),
        sa.CheckConstraint("roti_2 BETWEEN 0 AND 999", name=op.f("ck_appraisal_roti_2_range")),
        sa.CheckConstraint("roti_3 BETWEEN 0 AND 999", name=op.f("ck_appraisal_roti_3_range")),
        sa.CheckConstraint("roti_4 BETWEEN 0 AND 999", name=op.f("ck_appraisal_roti_4_range")),
        sa.CheckConstraint("roti_5 BETWEEN 0 AND 999", name=op.f("ck_appraisal_roti_5_range")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_appraisal_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisal")),
    )
    op.create_index(op.f("ix_appraisal_item_id"), "appraisal", ["item_id"], unique=False)
