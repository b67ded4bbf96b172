"""How far a change has come, who spreads it, and what is learned on the way."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_impact()
    _create_progress()
    _create_indicators()
    _create_ambassadors()
    _create_learning()


def _create_impact() -> None:
    op.create_table(
        "functional_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("sites", sa.Integer(), nullable=True),
        sa.Column("operation", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("tasks", sa.Text(), nullable=True),
        sa.Column("built_with", sa.Text(), nullable=True),
        sa.Column("built_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_functional_group_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "headcount BETWEEN 0 AND 100000", name=op.f("ck_functional_group_headcount_range")
        ),
        sa.CheckConstraint("sites BETWEEN 0 AND 999", name=op.f("ck_functional_group_sites_range")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_functional_group_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_functional_group")),
        sa.UniqueConstraint("ref", name=op.f("uq_functional_group_ref")),
    )
    op.create_table(
        "impact",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("dimension", sa.String(length=32), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("communication", sa.String(length=32), nullable=True),
        sa.Column("training", sa.String(length=32), nullable=True),
        sa.Column("procedure", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "communication IN ('primary', 'secondary')", name=op.f("ck_impact_communication_known")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_impact_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "dimension IN ('skills', 'procedures', 'jobs', 'structure', 'management', "
            "'indicators', 'tools', 'culture', 'behaviour', 'power')",
            name=op.f("ck_impact_dimension_known"),
        ),
        sa.CheckConstraint(
            "procedure IN ('primary', 'secondary')", name=op.f("ck_impact_procedure_known")
        ),
        sa.CheckConstraint(
            "training IN ('primary', 'secondary')", name=op.f("ck_impact_training_known")
        ),
        sa.CheckConstraint("depth BETWEEN 1 AND 4", name=op.f("ck_impact_depth_range")),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_impact_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_impact_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impact")),
    )
    op.create_index(op.f("ix_impact_group_id"), "impact", ["group_id"], unique=False)
    op.create_table(
        "practice_gap",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("practice", sa.Text(), nullable=True),
        sa.Column("gap", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_practice_gap_confidentiality_known"),
        ),
        sa.CheckConstraint("gap BETWEEN 0 AND 4", name=op.f("ck_practice_gap_gap_range")),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_practice_gap_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_practice_gap_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["actor.id"],
            name=op.f("fk_practice_gap_owner_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_gap")),
        sa.UniqueConstraint("ref", name=op.f("uq_practice_gap_ref")),
    )


def _create_progress() -> None:
    op.create_table(
        "kotter_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_kotter_step_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "step IN ('urgency', 'coalition', 'vision', 'communicate', 'empower', 'wins', "
            "'consolidate', 'anchor')",
            name=op.f("ck_kotter_step_step_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kotter_step")),
    )
    op.create_table(
        "kotter_step_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kotter_step_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_kotter_step_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_kotter_step_rating_confidentiality_known"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 4", name=op.f("ck_kotter_step_rating_score_range")),
        sa.ForeignKeyConstraint(
            ["kotter_step_id"],
            ["kotter_step.id"],
            name=op.f("fk_kotter_step_rating_kotter_step_id_kotter_step"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kotter_step_rating")),
    )
    op.create_index(
        op.f("ix_kotter_step_rating_kotter_step_id_dated_on_seq"),
        "kotter_step_rating",
        ["kotter_step_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "adkar",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_adkar_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_adkar_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_adkar_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adkar")),
    )
    op.create_index(op.f("ix_adkar_actor_id"), "adkar", ["actor_id"], unique=False)
    op.create_index(op.f("ix_adkar_group_id"), "adkar", ["group_id"], unique=False)
    op.create_table(
        "adkar_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("adkar_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("awareness", sa.Integer(), nullable=True),
        sa.Column("desire", sa.Integer(), nullable=True),
        sa.Column("knowledge", sa.Integer(), nullable=True),
        sa.Column("ability", sa.Integer(), nullable=True),
        sa.Column("reinforcement", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')", name=op.f("ck_adkar_rating_confidence_known")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_adkar_rating_confidentiality_known"),
        ),
        sa.CheckConstraint("ability BETWEEN 1 AND 5", name=op.f("ck_adkar_rating_ability_range")),
        sa.CheckConstraint(
            "awareness BETWEEN 1 AND 5", name=op.f("ck_adkar_rating_awareness_range")
        ),
        sa.CheckConstraint("desire BETWEEN 1 AND 5", name=op.f("ck_adkar_rating_desire_range")),
        sa.CheckConstraint(
            "knowledge BETWEEN 1 AND 5", name=op.f("ck_adkar_rating_knowledge_range")
        ),
        sa.CheckConstraint(
            "reinforcement BETWEEN 1 AND 5", name=op.f("ck_adkar_rating_reinforcement_range")
        ),
        sa.ForeignKeyConstraint(
            ["adkar_id"],
            ["adkar.id"],
            name=op.f("fk_adkar_rating_adkar_id_adkar"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adkar_rating")),
    )
    op.create_index(
        op.f("ix_adkar_rating_adkar_id_dated_on_seq"),
        "adkar_rating",
        ["adkar_id", "dated_on", "seq"],
        unique=False,
    )


def _create_indicators() -> None:
    op.create_table(
        "change_indicator",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("built_in", sa.String(length=32), nullable=True),
        sa.Column("formula", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("baseline", sa.Float(), nullable=True),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("frequency", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "built_in IN ('decisions_executed', 'commitments_kept', 'ambassadors_active', "
            "'groups_covered', 'impact_built', 'skills_acquired', 'adoption', 'terms_shared', "
            "'connections')",
            name=op.f("ck_change_indicator_built_in_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_change_indicator_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "frequency IN ('weekly', 'sprint', 'monthly', 'quarterly', 'phase')",
            name=op.f("ck_change_indicator_frequency_known"),
        ),
        sa.CheckConstraint(
            "phase IN ('urgency', 'coalition', 'vision', 'communicate', 'empower', 'wins', "
            "'consolidate', 'anchor')",
            name=op.f("ck_change_indicator_phase_known"),
        ),
        sa.CheckConstraint(
            "baseline BETWEEN -1e+09 AND 1e+09", name=op.f("ck_change_indicator_baseline_range")
        ),
        sa.CheckConstraint(
            "target BETWEEN -1e+09 AND 1e+09", name=op.f("ck_change_indicator_target_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_indicator")),
        sa.UniqueConstraint("ref", name=op.f("uq_change_indicator_ref")),
    )
    op.create_table(
        "indicator_reading",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("indicator_id", sa.String(length=32), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_indicator_reading_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "value BETWEEN -1e+09 AND 1e+09", name=op.f("ck_indicator_reading_value_range")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["change_indicator.id"],
            name=op.f("fk_indicator_reading_indicator_id_change_indicator"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_reading")),
    )
    op.create_index(
        op.f("ix_indicator_reading_indicator_id"),
        "indicator_reading",
        ["indicator_id"],
        unique=False,
    )
    op.create_table(
        "usage_check",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("useful", sa.Integer(), nullable=True),
        sa.Column("usable", sa.Integer(), nullable=True),
        sa.Column("used", sa.Integer(), nullable=True),
        sa.Column("measured", sa.Float(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_usage_check_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "measured BETWEEN 0 AND 100", name=op.f("ck_usage_check_measured_range")
        ),
        sa.CheckConstraint("usable BETWEEN 1 AND 5", name=op.f("ck_usage_check_usable_range")),
        sa.CheckConstraint("used BETWEEN 1 AND 5", name=op.f("ck_usage_check_used_range")),
        sa.CheckConstraint("useful BETWEEN 1 AND 5", name=op.f("ck_usage_check_useful_range")),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_usage_check_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usage_check")),
    )
    op.create_table(
        "adoption",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("users", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_adoption_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "population BETWEEN 1 AND 100000", name=op.f("ck_adoption_population_range")
        ),
        sa.CheckConstraint("users BETWEEN 0 AND 100000", name=op.f("ck_adoption_users_range")),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_adoption_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adoption")),
    )


def _create_ambassadors() -> None:
    op.create_table(
        "ambassador",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("cohort", sa.Text(), nullable=True),
        sa.Column("trained_on", sa.Date(), nullable=True),
        sa.Column("available", sa.Float(), nullable=True),
        sa.Column("asked", sa.Float(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_ambassador_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('asked', 'active', 'resting', 'left')",
            name=op.f("ck_ambassador_status_known"),
        ),
        sa.CheckConstraint("asked BETWEEN 0 AND 60", name=op.f("ck_ambassador_asked_range")),
        sa.CheckConstraint(
            "available BETWEEN 0 AND 60", name=op.f("ck_ambassador_available_range")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_ambassador_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_ambassador_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassador")),
        sa.UniqueConstraint("ref", name=op.f("uq_ambassador_ref")),
    )
    op.create_index(op.f("ix_ambassador_actor_id"), "ambassador", ["actor_id"], unique=False)
    op.create_table(
        "relay",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ambassador_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_relay_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_relay_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["ambassador_id"],
            ["ambassador.id"],
            name=op.f("fk_relay_ambassador_id_ambassador"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relay")),
    )
    op.create_index(op.f("ix_relay_actor_id"), "relay", ["actor_id"], unique=False)
    op.create_index(op.f("ix_relay_ambassador_id"), "relay", ["ambassador_id"], unique=False)


def _create_learning() -> None:
    op.create_table(
        "sharing",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("shared_on", sa.Date(), nullable=True),
        sa.Column("kept_at", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_sharing_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_sharing_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_sharing_group_id_working_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sharing")),
    )
    op.create_table(
        "skill_transfer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.Column("from_id", sa.String(length=32), nullable=True),
        sa.Column("to_id", sa.String(length=32), nullable=True),
        sa.Column("mode", sa.String(length=32), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("check", sa.Text(), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_skill_transfer_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('training', 'pairing', 'documentation', 'practice')",
            name=op.f("ck_skill_transfer_mode_known"),
        ),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["actor.id"],
            name=op.f("fk_skill_transfer_from_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_skill_transfer_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["actor.id"],
            name=op.f("fk_skill_transfer_to_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill_transfer")),
        sa.UniqueConstraint("ref", name=op.f("uq_skill_transfer_ref")),
    )
    op.create_table(
        "skill_transfer_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("skill_transfer_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_skill_transfer_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_skill_transfer_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "level BETWEEN 0 AND 4", name=op.f("ck_skill_transfer_rating_level_range")
        ),
        sa.ForeignKeyConstraint(
            ["skill_transfer_id"],
            ["skill_transfer.id"],
            name=op.f("fk_skill_transfer_rating_skill_transfer_id_skill_transfer"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill_transfer_rating")),
    )
    op.create_index(
        op.f("ix_skill_transfer_rating_skill_transfer_id_dated_on_seq"),
        "skill_transfer_rating",
        ["skill_transfer_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "lesson",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=True),
        sa.Column("happened", sa.Text(), nullable=True),
        sa.Column("cause", sa.String(length=32), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("learned_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_lesson_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_lesson_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "outcome IN ('completed', 'partial', 'stopped')", name=op.f("ck_lesson_outcome_known")
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_lesson_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
        sa.UniqueConstraint("ref", name=op.f("uq_lesson_ref")),
    )
    op.create_table(
        "testimony",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("consent", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_testimony_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_testimony_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_testimony")),
    )
