"""What cards, commitments, causes and interactions have to do with sprints."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rebuild_mission()
    _rebuild_common_cause()
    _rebuild_supporter()
    _rebuild_interaction()
    _rebuild_commitment()
    _rebuild_backlog_item()


def _set_aside(name: str) -> None:
    """Keep the rows of a table that is made anew.

    It is not renamed: the text of the new one has to be that of a new file.
    """
    op.execute(f"CREATE TABLE old_{name} AS SELECT * FROM {name}")  # noqa: S608  # our own names
    op.drop_table(name)


def _bring_back(name: str) -> None:
    """Give the rows back to a table, which lacks none of their columns."""
    old = sa.inspect(op.get_bind()).get_columns(f"old_{name}")
    columns = ", ".join(column["name"] for column in old)
    move = f"INSERT INTO {name} ({columns}) SELECT {columns} FROM old_{name}"  # noqa: S608  # our own names
    op.execute(move)
    op.drop_table(f"old_{name}")


def _rebuild_mission() -> None:
    _set_aside("mission")
    op.create_table(
        "mission",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("project", sa.Text(), nullable=True),
        sa.Column("mediator", sa.Text(), nullable=True),
        sa.Column("practice", sa.Text(), nullable=True),
        sa.Column("mediator_title", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("charter", sa.Text(), nullable=True),
        sa.Column("sponsor", sa.Text(), nullable=True),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("risk_appetite", sa.Integer(), nullable=True),
        sa.Column("risk_tolerance", sa.Integer(), nullable=True),
        sa.Column("sprint_days", sa.Integer(), nullable=True),
        sa.Column("wip_limit", sa.Integer(), nullable=True),
        sa.Column("day_rate", sa.Float(), nullable=True),
        sa.Column("alsace_moselle", sa.Boolean(), nullable=True),
        sa.Column("retention_months", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "phase IN ('upstream', 'delivery', 'downstream')", name=op.f("ck_mission_phase_known")
        ),
        sa.CheckConstraint("day_rate BETWEEN 0 AND 100000", name=op.f("ck_mission_day_rate_range")),
        sa.CheckConstraint(
            "retention_months BETWEEN 0 AND 120", name=op.f("ck_mission_retention_months_range")
        ),
        sa.CheckConstraint(
            "risk_appetite BETWEEN 1 AND 25", name=op.f("ck_mission_risk_appetite_range")
        ),
        sa.CheckConstraint(
            "risk_tolerance BETWEEN 1 AND 25", name=op.f("ck_mission_risk_tolerance_range")
        ),
        sa.CheckConstraint(
            "sprint_days BETWEEN 1 AND 60", name=op.f("ck_mission_sprint_days_range")
        ),
        sa.CheckConstraint("wip_limit BETWEEN 1 AND 99", name=op.f("ck_mission_wip_limit_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
    )
    _bring_back("mission")


def _rebuild_common_cause() -> None:
    _set_aside("common_cause")
    op.create_table(
        "common_cause",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("horizon", sa.Text(), nullable=True),
        sa.Column("champion_id", sa.String(length=32), nullable=True),
        sa.Column("champion_state", sa.String(length=32), nullable=True),
        sa.Column("solicited_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "champion_state IN ('suggested', 'solicited', 'accepted', 'declined')",
            name=op.f("ck_common_cause_champion_state_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_common_cause_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["actor.id"],
            name=op.f("fk_common_cause_champion_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_cause")),
        sa.UniqueConstraint("ref", name=op.f("uq_common_cause_ref")),
    )
    _bring_back("common_cause")
    op.create_index(
        op.f("ix_common_cause_champion_id"), "common_cause", ["champion_id"], unique=False
    )


def _rebuild_supporter() -> None:
    _set_aside("supporter")
    op.create_table(
        "supporter",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("cause_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_supporter_confidentiality_known"),
        ),
        sa.CheckConstraint("strength BETWEEN -2 AND 2", name=op.f("ck_supporter_strength_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_supporter_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["cause_id"],
            ["common_cause.id"],
            name=op.f("fk_supporter_cause_id_common_cause"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter")),
    )
    _bring_back("supporter")
    op.create_index(op.f("ix_supporter_actor_id"), "supporter", ["actor_id"], unique=False)
    op.create_index(op.f("ix_supporter_cause_id"), "supporter", ["cause_id"], unique=False)


def _rebuild_interaction() -> None:
    _set_aside("interaction")
    op.create_table(
        "interaction",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("guide_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("hat", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_interaction_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "hat IN ('mediation', 'adviser', 'facilitation')", name=op.f("ck_interaction_hat_known")
        ),
        sa.CheckConstraint(
            "kind IN ('call', 'meeting', 'interview', 'workshop', 'coffee', 'message')",
            name=op.f("ck_interaction_kind_known"),
        ),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("ck_interaction_minutes_range")),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_interaction_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_interaction_group_id_working_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["guide_id"],
            ["interview_guide.id"],
            name=op.f("fk_interaction_guide_id_interview_guide"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_interaction_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        sa.UniqueConstraint("ref", name=op.f("uq_interaction_ref")),
    )
    _bring_back("interaction")
    op.create_index(
        op.f("ix_interaction_difficulty_id"), "interaction", ["difficulty_id"], unique=False
    )
    op.create_index(op.f("ix_interaction_group_id"), "interaction", ["group_id"], unique=False)
    op.create_index(op.f("ix_interaction_guide_id"), "interaction", ["guide_id"], unique=False)
    op.create_index(op.f("ix_interaction_item_id"), "interaction", ["item_id"], unique=False)


def _rebuild_commitment() -> None:
    _set_aside("commitment")
    op.create_table(
        "commitment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("agreement_id", sa.String(length=32), nullable=True),
        sa.Column("cause_id", sa.String(length=32), nullable=True),
        sa.Column("interaction_id", sa.String(length=32), nullable=True),
        sa.Column("in_public", sa.Boolean(), nullable=True),
        sa.Column("witnesses", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_commitment_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_commitment_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_commitment_agreement_id_agreement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["cause_id"],
            ["common_cause.id"],
            name=op.f("fk_commitment_cause_id_common_cause"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_commitment_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_commitment_interaction_id_interaction"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint("ref", name=op.f("uq_commitment_ref")),
    )
    _bring_back("commitment")
    op.create_index(op.f("ix_commitment_actor_id"), "commitment", ["actor_id"], unique=False)
    op.create_index(
        op.f("ix_commitment_agreement_id"), "commitment", ["agreement_id"], unique=False
    )
    op.create_index(op.f("ix_commitment_cause_id"), "commitment", ["cause_id"], unique=False)
    op.create_index(
        op.f("ix_commitment_difficulty_id"), "commitment", ["difficulty_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitment_interaction_id"), "commitment", ["interaction_id"], unique=False
    )


def _rebuild_backlog_item() -> None:
    _set_aside("backlog_item")
    op.create_table(
        "backlog_item",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("effort", sa.Float(), nullable=True),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("labels", sa.Text(), nullable=True),
        sa.Column("cause_id", sa.String(length=32), nullable=True),
        sa.Column("risk_id", sa.String(length=32), nullable=True),
        sa.Column("role", sa.String(length=32), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("kotter", sa.String(length=32), nullable=True),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("horizon", sa.String(length=32), nullable=True),
        sa.Column("deliverable", sa.Text(), nullable=True),
        sa.Column("without_mediator", sa.Boolean(), nullable=True),
        sa.Column("rank", sa.Float(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_backlog_item_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "horizon IN ('now', 'next', 'later')", name=op.f("ck_backlog_item_horizon_known")
        ),
        sa.CheckConstraint(
            "kotter IN ('urgency', 'coalition', 'vision', 'communicate', 'empower', 'wins', "
            "'consolidate', 'anchor')",
            name=op.f("ck_backlog_item_kotter_known"),
        ),
        sa.CheckConstraint(
            "phase IN ('connect', 'engage', 'act')", name=op.f("ck_backlog_item_phase_known")
        ),
        sa.CheckConstraint(
            "role IN ('preventive', 'contingency')", name=op.f("ck_backlog_item_role_known")
        ),
        sa.CheckConstraint("effort BETWEEN 0 AND 200", name=op.f("ck_backlog_item_effort_range")),
        sa.CheckConstraint(
            "quantity BETWEEN 0 AND 999", name=op.f("ck_backlog_item_quantity_range")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity_type.id"],
            name=op.f("fk_backlog_item_activity_id_activity_type"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["cause_id"],
            ["common_cause.id"],
            name=op.f("fk_backlog_item_cause_id_common_cause"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_backlog_item_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["actor.id"],
            name=op.f("fk_backlog_item_owner_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_backlog_item_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backlog_item")),
        sa.UniqueConstraint("ref", name=op.f("uq_backlog_item_ref")),
    )
    _bring_back("backlog_item")
    op.create_index(
        op.f("ix_backlog_item_activity_id"), "backlog_item", ["activity_id"], unique=False
    )
    op.create_index(op.f("ix_backlog_item_cause_id"), "backlog_item", ["cause_id"], unique=False)
    op.create_index(
        op.f("ix_backlog_item_difficulty_id"), "backlog_item", ["difficulty_id"], unique=False
    )
    op.create_index(op.f("ix_backlog_item_owner_id"), "backlog_item", ["owner_id"], unique=False)
    op.create_index(op.f("ix_backlog_item_risk_id"), "backlog_item", ["risk_id"], unique=False)
