"""Risks, their scales, what is assumed, and the work there is to do."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_risks()
    _create_scales()
    _create_backlog()


def _create_risks() -> None:
    op.create_table(
        "risk",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("effect", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("consequence", sa.String(length=32), nullable=True),
        sa.Column("factor", sa.String(length=32), nullable=True),
        sa.Column("strategy", sa.String(length=32), nullable=True),
        sa.Column("response", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("amount", sa.Float(), nullable=True),
        sa.Column("proximity_on", sa.Date(), nullable=True),
        sa.Column("velocity", sa.Integer(), nullable=True),
        sa.Column("manageability", sa.Integer(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_risk_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "consequence IN ('delay', 'failure', 'abandonment', 'cost', 'relations')",
            name=op.f("ck_risk_consequence_known"),
        ),
        sa.CheckConstraint(
            "factor IN ('sponsorship', 'perception', 'trigger', 'competence', 'security')",
            name=op.f("ck_risk_factor_known"),
        ),
        sa.CheckConstraint("kind IN ('threat', 'opportunity')", name=op.f("ck_risk_kind_known")),
        sa.CheckConstraint(
            "strategy IN ('avoid', 'reduce', 'share', 'accept', 'escalate', 'exploit', 'enhance')",
            name=op.f("ck_risk_strategy_known"),
        ),
        sa.CheckConstraint("amount BETWEEN 0 AND 1e+12", name=op.f("ck_risk_amount_range")),
        sa.CheckConstraint(
            "manageability BETWEEN 1 AND 3", name=op.f("ck_risk_manageability_range")
        ),
        sa.CheckConstraint("velocity BETWEEN 1 AND 3", name=op.f("ck_risk_velocity_range")),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_risk_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["actor.id"],
            name=op.f("fk_risk_owner_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
        sa.UniqueConstraint("ref", name=op.f("uq_risk_ref")),
    )
    op.create_index(op.f("ix_risk_difficulty_id"), "risk", ["difficulty_id"], unique=False)
    op.create_index(op.f("ix_risk_owner_id"), "risk", ["owner_id"], unique=False)
    op.create_table(
        "risk_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("risk_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=True),
        sa.Column("inherent_probability", sa.Integer(), nullable=True),
        sa.Column("inherent_impact", sa.Integer(), nullable=True),
        sa.Column("current_probability", sa.Integer(), nullable=True),
        sa.Column("current_impact", sa.Integer(), nullable=True),
        sa.Column("target_probability", sa.Integer(), nullable=True),
        sa.Column("target_impact", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')", name=op.f("ck_risk_rating_confidence_known")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_risk_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('identified', 'assessed', 'planned', 'monitored', 'occurred', 'closed')",
            name=op.f("ck_risk_rating_status_known"),
        ),
        sa.CheckConstraint(
            "current_impact BETWEEN 1 AND 5", name=op.f("ck_risk_rating_current_impact_range")
        ),
        sa.CheckConstraint(
            "current_probability BETWEEN 1 AND 5",
            name=op.f("ck_risk_rating_current_probability_range"),
        ),
        sa.CheckConstraint(
            "inherent_impact BETWEEN 1 AND 5", name=op.f("ck_risk_rating_inherent_impact_range")
        ),
        sa.CheckConstraint(
            "inherent_probability BETWEEN 1 AND 5",
            name=op.f("ck_risk_rating_inherent_probability_range"),
        ),
        sa.CheckConstraint(
            "target_impact BETWEEN 1 AND 5", name=op.f("ck_risk_rating_target_impact_range")
        ),
        sa.CheckConstraint(
            "target_probability BETWEEN 1 AND 5",
            name=op.f("ck_risk_rating_target_probability_range"),
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_risk_rating_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_rating")),
    )
    op.create_index(
        op.f("ix_risk_rating_risk_id_dated_on_seq"),
        "risk_rating",
        ["risk_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "risk_cause",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("risk_id", sa.String(length=32), nullable=False),
        sa.Column("cause", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_risk_cause_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_risk_cause_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_risk_cause_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_cause")),
    )
    op.create_index(op.f("ix_risk_cause_risk_id"), "risk_cause", ["risk_id"], unique=False)
    op.create_table(
        "risk_link",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("risk_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("decision_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_risk_link_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_risk_link_decision_id_decision"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_risk_link_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_risk_link_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_link")),
    )
    op.create_index(op.f("ix_risk_link_actor_id"), "risk_link", ["actor_id"], unique=False)
    op.create_index(op.f("ix_risk_link_decision_id"), "risk_link", ["decision_id"], unique=False)
    op.create_index(
        op.f("ix_risk_link_difficulty_id"), "risk_link", ["difficulty_id"], unique=False
    )
    op.create_index(op.f("ix_risk_link_risk_id"), "risk_link", ["risk_id"], unique=False)
    op.create_table(
        "raid_item",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("depends_on", sa.Text(), nullable=True),
        sa.Column("risk_id", sa.String(length=32), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_raid_item_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('assumption', 'issue', 'dependency')", name=op.f("ck_raid_item_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'confirmed', 'refuted', 'closed')",
            name=op.f("ck_raid_item_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_raid_item_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["actor.id"],
            name=op.f("fk_raid_item_owner_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_raid_item_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raid_item")),
        sa.UniqueConstraint("ref", name=op.f("uq_raid_item_ref")),
    )
    op.create_index(
        op.f("ix_raid_item_difficulty_id"), "raid_item", ["difficulty_id"], unique=False
    )
    op.create_index(op.f("ix_raid_item_owner_id"), "raid_item", ["owner_id"], unique=False)
    op.create_index(op.f("ix_raid_item_risk_id"), "raid_item", ["risk_id"], unique=False)


def _create_scales() -> None:
    op.create_table(
        "risk_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("axis", sa.String(length=32), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("definition", sa.Text(), nullable=True),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("money", sa.Float(), nullable=True),
        sa.Column("days", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "axis IN ('probability', 'impact')", name=op.f("ck_risk_step_axis_known")
        ),
        sa.CheckConstraint("days BETWEEN 0 AND 10000", name=op.f("ck_risk_step_days_range")),
        sa.CheckConstraint("money BETWEEN 0 AND 1e+12", name=op.f("ck_risk_step_money_range")),
        sa.CheckConstraint("share BETWEEN 0 AND 1", name=op.f("ck_risk_step_share_range")),
        sa.CheckConstraint("step BETWEEN 1 AND 5", name=op.f("ck_risk_step_step_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_step")),
    )
    op.create_table(
        "risk_band",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("from_score", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "from_score BETWEEN 1 AND 25", name=op.f("ck_risk_band_from_score_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_band")),
    )
    op.create_table(
        "risk_cell",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("band_id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("impact BETWEEN 1 AND 5", name=op.f("ck_risk_cell_impact_range")),
        sa.CheckConstraint(
            "probability BETWEEN 1 AND 5", name=op.f("ck_risk_cell_probability_range")
        ),
        sa.ForeignKeyConstraint(
            ["band_id"],
            ["risk_band.id"],
            name=op.f("fk_risk_cell_band_id_risk_band"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_cell")),
    )
    op.create_index(op.f("ix_risk_cell_band_id"), "risk_cell", ["band_id"], unique=False)


def _create_backlog() -> None:
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
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_backlog_item_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "role IN ('preventive', 'contingency')", name=op.f("ck_backlog_item_role_known")
        ),
        sa.CheckConstraint("effort BETWEEN 0 AND 200", name=op.f("ck_backlog_item_effort_range")),
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
    op.create_index(op.f("ix_backlog_item_cause_id"), "backlog_item", ["cause_id"], unique=False)
    op.create_index(
        op.f("ix_backlog_item_difficulty_id"), "backlog_item", ["difficulty_id"], unique=False
    )
    op.create_index(op.f("ix_backlog_item_owner_id"), "backlog_item", ["owner_id"], unique=False)
    op.create_index(op.f("ix_backlog_item_risk_id"), "backlog_item", ["risk_id"], unique=False)
    op.create_table(
        "backlog_item_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("backlog_item_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_backlog_item_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_backlog_item_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('idea', 'ready', 'doing', 'done', 'dropped')",
            name=op.f("ck_backlog_item_rating_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["backlog_item_id"],
            ["backlog_item.id"],
            name=op.f("fk_backlog_item_rating_backlog_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backlog_item_rating")),
    )
    op.create_index(
        op.f("ix_backlog_item_rating_backlog_item_id_dated_on_seq"),
        "backlog_item_rating",
        ["backlog_item_id", "dated_on", "seq"],
        unique=False,
    )
