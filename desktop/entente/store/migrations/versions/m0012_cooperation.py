"""The arrangement of a mission, alignment, constraints, and cooperation of organisations."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_start()
    _create_alignment()
    _create_constraints()
    _create_resources()
    _create_triggers()
    _create_conventions()
    _create_factors()


def _create_start() -> None:
    op.create_table(
        "pressure",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("intensity", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_pressure_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('regulatory', 'economic', 'competitive', 'trust', 'sobriety', 'crisis')",
            name=op.f("ck_pressure_kind_known"),
        ),
        sa.CheckConstraint("intensity BETWEEN 0 AND 3", name=op.f("ck_pressure_intensity_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pressure")),
    )
    op.create_table(
        "arrangement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("relation_days", sa.Integer(), nullable=True),
        sa.Column("relation_grid", sa.Text(), nullable=True),
        sa.Column("questionnaire_id", sa.String(length=32), nullable=True),
        sa.Column("survey_days", sa.Integer(), nullable=True),
        sa.Column("who_reads", sa.Text(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_arrangement_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "relation_days BETWEEN 1 AND 365", name=op.f("ck_arrangement_relation_days_range")
        ),
        sa.CheckConstraint(
            "survey_days BETWEEN 1 AND 365", name=op.f("ck_arrangement_survey_days_range")
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_arrangement_questionnaire_id_questionnaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement")),
    )
    op.create_table(
        "arrangement_actor",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("arrangement_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("signs", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_arrangement_actor_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_arrangement_actor_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["arrangement_id"],
            ["arrangement.id"],
            name=op.f("fk_arrangement_actor_arrangement_id_arrangement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrangement_actor")),
    )
    op.create_index(
        op.f("ix_arrangement_actor_actor_id"), "arrangement_actor", ["actor_id"], unique=False
    )
    op.create_index(
        op.f("ix_arrangement_actor_arrangement_id"),
        "arrangement_actor",
        ["arrangement_id"],
        unique=False,
    )
    op.create_table(
        "resolution_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("arrangement_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("nature", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_resolution_step_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "nature IN ('signal', 'controversy', 'tension', 'conflict', 'dispute')",
            name=op.f("ck_resolution_step_nature_known"),
        ),
        sa.CheckConstraint("days BETWEEN 0 AND 180", name=op.f("ck_resolution_step_days_range")),
        sa.CheckConstraint(
            "position BETWEEN 0 AND 999", name=op.f("ck_resolution_step_position_range")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_resolution_step_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["arrangement_id"],
            ["arrangement.id"],
            name=op.f("fk_resolution_step_arrangement_id_arrangement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution_step")),
    )
    op.create_index(
        op.f("ix_resolution_step_arrangement_id"),
        "resolution_step",
        ["arrangement_id"],
        unique=False,
    )
    op.create_table(
        "supervision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("with_whom", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_supervision_confidentiality_known"),
        ),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("ck_supervision_minutes_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervision")),
    )


def _create_alignment() -> None:
    op.create_table(
        "alignment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_alignment_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "topic IN ('vision', 'objectives', 'approach')", name=op.f("ck_alignment_topic_known")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_alignment_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alignment")),
    )
    op.create_index(op.f("ix_alignment_actor_id"), "alignment", ["actor_id"], unique=False)
    op.create_table(
        "alignment_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("alignment_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_alignment_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_alignment_rating_confidentiality_known"),
        ),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_alignment_rating_score_range")),
        sa.ForeignKeyConstraint(
            ["alignment_id"],
            ["alignment.id"],
            name=op.f("fk_alignment_rating_alignment_id_alignment"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alignment_rating")),
    )
    op.create_index(
        op.f("ix_alignment_rating_alignment_id_dated_on_seq"),
        "alignment_rating",
        ["alignment_id", "dated_on", "seq"],
        unique=False,
    )


def _create_constraints() -> None:
    op.create_table(
        "work_constraint",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("nature", sa.String(length=32), nullable=True),
        sa.Column("hardness", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_work_constraint_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "hardness IN ('hard', 'soft')", name=op.f("ck_work_constraint_hardness_known")
        ),
        sa.CheckConstraint(
            "nature IN ('legal', 'budget', 'schedule', 'technical', 'human', 'business')",
            name=op.f("ck_work_constraint_nature_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_work_constraint_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_work_constraint_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_constraint")),
        sa.UniqueConstraint("ref", name=op.f("uq_work_constraint_ref")),
    )
    op.create_table(
        "constraint_known",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("constraint_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_constraint_known_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_constraint_known_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["constraint_id"],
            ["work_constraint.id"],
            name=op.f("fk_constraint_known_constraint_id_work_constraint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_constraint_known")),
    )
    op.create_index(
        op.f("ix_constraint_known_actor_id"), "constraint_known", ["actor_id"], unique=False
    )
    op.create_index(
        op.f("ix_constraint_known_constraint_id"),
        "constraint_known",
        ["constraint_id"],
        unique=False,
    )
    op.create_table(
        "constraint_clash",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("constraint_id", sa.String(length=32), nullable=False),
        sa.Column("other_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_constraint_clash_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["constraint_id"],
            ["work_constraint.id"],
            name=op.f("fk_constraint_clash_constraint_id_work_constraint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_constraint_clash_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["work_constraint.id"],
            name=op.f("fk_constraint_clash_other_id_work_constraint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_constraint_clash")),
    )
    op.create_index(
        op.f("ix_constraint_clash_constraint_id"),
        "constraint_clash",
        ["constraint_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_constraint_clash_other_id"), "constraint_clash", ["other_id"], unique=False
    )


def _create_resources() -> None:
    op.create_table(
        "shared_resource",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("capacity", sa.Float(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_shared_resource_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('person', 'room', 'environment', 'budget')",
            name=op.f("ck_shared_resource_kind_known"),
        ),
        sa.CheckConstraint(
            "capacity BETWEEN 0 AND 10000", name=op.f("ck_shared_resource_capacity_range")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_shared_resource_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_resource")),
        sa.UniqueConstraint("ref", name=op.f("uq_shared_resource_ref")),
    )
    op.create_table(
        "resource_demand",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("resource_id", sa.String(length=32), nullable=False),
        sa.Column("sprint_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_resource_demand_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "amount BETWEEN 0 AND 10000", name=op.f("ck_resource_demand_amount_range")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_resource_demand_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_resource_demand_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["shared_resource.id"],
            name=op.f("fk_resource_demand_resource_id_shared_resource"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sprint_id"],
            ["sprint.id"],
            name=op.f("fk_resource_demand_sprint_id_sprint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_demand")),
    )
    op.create_index(
        op.f("ix_resource_demand_resource_id"), "resource_demand", ["resource_id"], unique=False
    )
    op.create_index(
        op.f("ix_resource_demand_sprint_id"), "resource_demand", ["sprint_id"], unique=False
    )


def _create_triggers() -> None:
    op.create_table(
        "common_trigger",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("happens_on", sa.Date(), nullable=True),
        sa.Column("external", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_common_trigger_confidentiality_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_trigger")),
        sa.UniqueConstraint("ref", name=op.f("uq_common_trigger_ref")),
    )
    op.create_table(
        "trigger_acceptance",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("trigger_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "answer IN ('yes', 'reserved', 'no')", name=op.f("ck_trigger_acceptance_answer_known")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_trigger_acceptance_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_trigger_acceptance_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["trigger_id"],
            ["common_trigger.id"],
            name=op.f("fk_trigger_acceptance_trigger_id_common_trigger"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trigger_acceptance")),
    )
    op.create_index(
        op.f("ix_trigger_acceptance_organisation_id"),
        "trigger_acceptance",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_trigger_acceptance_trigger_id"), "trigger_acceptance", ["trigger_id"], unique=False
    )
    op.create_table(
        "fear",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("heard_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("risk_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_fear_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'answered', 'lifted', 'confirmed')",
            name=op.f("ck_fear_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"],
            ["actor.id"],
            name=op.f("fk_fear_answered_by_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_fear_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_fear_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_fear_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fear")),
        sa.UniqueConstraint("ref", name=op.f("uq_fear_ref")),
    )


def _create_conventions() -> None:
    op.create_table(
        "cooperation_convention",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_cooperation_convention_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'signing', 'in_force', 'ended')",
            name=op.f("ck_cooperation_convention_status_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cooperation_convention")),
        sa.UniqueConstraint("ref", name=op.f("uq_cooperation_convention_ref")),
    )
    op.create_table(
        "convention_clause",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("convention_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_convention_clause_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "state IN ('missing', 'drafted', 'agreed')",
            name=op.f("ck_convention_clause_state_known"),
        ),
        sa.CheckConstraint(
            "position BETWEEN 0 AND 999", name=op.f("ck_convention_clause_position_range")
        ),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["cooperation_convention.id"],
            name=op.f("fk_convention_clause_convention_id_cooperation_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convention_clause")),
    )
    op.create_index(
        op.f("ix_convention_clause_convention_id"),
        "convention_clause",
        ["convention_id"],
        unique=False,
    )
    op.create_table(
        "convention_signature",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("convention_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_convention_signature_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_convention_signature_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["cooperation_convention.id"],
            name=op.f("fk_convention_signature_convention_id_cooperation_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_convention_signature_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convention_signature")),
    )
    op.create_index(
        op.f("ix_convention_signature_convention_id"),
        "convention_signature",
        ["convention_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_convention_signature_organisation_id"),
        "convention_signature",
        ["organisation_id"],
        unique=False,
    )


def _create_factors() -> None:
    op.create_table(
        "organisation_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("sponsorship", sa.Integer(), nullable=True),
        sa.Column("perception", sa.Integer(), nullable=True),
        sa.Column("trigger", sa.Integer(), nullable=True),
        sa.Column("competence", sa.Integer(), nullable=True),
        sa.Column("security", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_organisation_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_organisation_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "sponsorship BETWEEN 0 AND 4", name=op.f("ck_organisation_rating_sponsorship_range")
        ),
        sa.CheckConstraint(
            "trigger BETWEEN 0 AND 4", name=op.f("ck_organisation_rating_trigger_range")
        ),
        sa.CheckConstraint(
            "competence BETWEEN 0 AND 4", name=op.f("ck_organisation_rating_competence_range")
        ),
        sa.CheckConstraint(
            "perception BETWEEN 0 AND 4", name=op.f("ck_organisation_rating_perception_range")
        ),
        sa.CheckConstraint(
            "security BETWEEN 0 AND 4", name=op.f("ck_organisation_rating_security_range")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_rating_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_rating")),
    )
    op.create_index(
        op.f("ix_organisation_rating_organisation_id_dated_on_seq"),
        "organisation_rating",
        ["organisation_id", "dated_on", "seq"],
        unique=False,
    )
