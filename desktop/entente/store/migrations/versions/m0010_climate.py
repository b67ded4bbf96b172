"""Questionnaires, waves, the urn ballots lie in, and what is kept of them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_questionnaires()
    _create_waves()
    _create_results()


def _create_questionnaires() -> None:
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("introduction", sa.Text(), nullable=True),
        sa.Column("rhythm", sa.Text(), nullable=True),
        sa.Column("set_aside", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_questionnaire_confidentiality_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
        sa.UniqueConstraint("ref", name=op.f("uq_questionnaire_ref")),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("scale", sa.String(length=32), nullable=False),
        sa.Column("cause", sa.String(length=32), nullable=True),
        sa.Column("axis", sa.String(length=32), nullable=True),
        sa.Column("factor", sa.String(length=32), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("follows_id", sa.String(length=32), nullable=True),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "axis IN ('information', 'understanding', 'adhesion', 'participation')",
            name=op.f("ck_question_axis_known"),
        ),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_question_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_question_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "factor IN ('sponsorship', 'perception', 'trigger', 'competence', 'security')",
            name=op.f("ck_question_factor_known"),
        ),
        sa.CheckConstraint(
            "scale IN ('agreement', 'recommendation', 'weather', 'words')",
            name=op.f("ck_question_scale_known"),
        ),
        sa.CheckConstraint("position BETWEEN 0 AND 999", name=op.f("ck_question_position_range")),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["question.id"],
            name=op.f("fk_question_follows_id_question"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_question_questionnaire_id_questionnaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(
        op.f("ix_question_questionnaire_id"), "question", ["questionnaire_id"], unique=False
    )


def _create_waves() -> None:
    op.create_table(
        "wave",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("attribute", sa.Text(), nullable=True),
        sa.Column("ballots", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_wave_confidentiality_known"),
        ),
        sa.CheckConstraint("ballots BETWEEN 0 AND 1e+06", name=op.f("ck_wave_ballots_range")),
        sa.CheckConstraint("population BETWEEN 0 AND 1e+06", name=op.f("ck_wave_population_range")),
        sa.CheckConstraint("threshold BETWEEN 3 AND 100", name=op.f("ck_wave_threshold_range")),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_wave_questionnaire_id_questionnaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave")),
        sa.UniqueConstraint("ref", name=op.f("uq_wave_ref")),
    )
    op.create_index(op.f("ix_wave_questionnaire_id"), "wave", ["questionnaire_id"], unique=False)
    op.create_table(
        "wave_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_wave_group_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "population BETWEEN 0 AND 1e+06", name=op.f("ck_wave_group_population_range")
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["wave.id"],
            name=op.f("fk_wave_group_wave_id_wave"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave_group")),
    )
    op.create_index(op.f("ix_wave_group_wave_id"), "wave_group", ["wave_id"], unique=False)
    op.create_table(
        "urn",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("ballot", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_urn")),
        sqlite_with_rowid=False,
    )


def _create_results() -> None:
    op.create_table(
        "answer_count",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.CheckConstraint("answer BETWEEN 0 AND 10", name=op.f("ck_answer_count_answer_range")),
        sa.CheckConstraint("count BETWEEN 0 AND 1e+06", name=op.f("ck_answer_count_count_range")),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["wave_group.id"],
            name=op.f("fk_answer_count_group_id_wave_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_answer_count_question_id_question"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["wave.id"],
            name=op.f("fk_answer_count_wave_id_wave"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_count")),
    )
    op.create_index(
        op.f("ix_answer_count_question_id"), "answer_count", ["question_id"], unique=False
    )
    op.create_index(op.f("ix_answer_count_wave_id"), "answer_count", ["wave_id"], unique=False)
    op.create_table(
        "verbatim",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("paraphrase", sa.Text(), nullable=True),
        sa.Column("cause", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_verbatim_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_verbatim_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('unread', 'quoted', 'reworded', 'withheld')",
            name=op.f("ck_verbatim_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_verbatim_question_id_question"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["wave.id"],
            name=op.f("fk_verbatim_wave_id_wave"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verbatim")),
    )
    op.create_index(op.f("ix_verbatim_wave_id"), "verbatim", ["wave_id"], unique=False)
    op.create_table(
        "answered",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("wave_id", sa.String(length=32), nullable=True),
        sa.Column("question_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("decision_id", sa.String(length=32), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_answered_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_answered_decision_id_decision"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_answered_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_answered_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_answered_question_id_question"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["wave.id"],
            name=op.f("fk_answered_wave_id_wave"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered")),
        sa.UniqueConstraint("ref", name=op.f("uq_answered_ref")),
    )
