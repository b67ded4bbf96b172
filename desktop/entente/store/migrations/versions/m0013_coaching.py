"""Support of a person, and fingerprints of files of answers."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_tracks()
    _create_goals()
    _create_urn_source()


def _create_tracks() -> None:
    op.create_table(
        "coaching_track",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("sponsor", sa.Text(), nullable=True),
        sa.Column("expectations", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=True),
        sa.Column("sessions_planned", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("consented_on", sa.Date(), nullable=True),
        sa.Column("consent_words", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closing_person", sa.Text(), nullable=True),
        sa.Column("closing_result", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus')",
            name=op.f("ck_coaching_track_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('prepared', 'running', 'closed')",
            name=op.f("ck_coaching_track_status_known"),
        ),
        sa.CheckConstraint(
            "sessions_planned BETWEEN 1 AND 99",
            name=op.f("ck_coaching_track_sessions_planned_range"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_coaching_track_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coaching_track")),
        sa.UniqueConstraint("ref", name=op.f("uq_coaching_track_ref")),
    )
    op.create_index(
        op.f("ix_coaching_track_actor_id"), "coaching_track", ["actor_id"], unique=False
    )
    op.create_table(
        "self_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("track_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.Column("strengths", sa.Integer(), nullable=True),
        sa.Column("talents", sa.Integer(), nullable=True),
        sa.Column("growth", sa.Integer(), nullable=True),
        sa.Column("motivation", sa.Integer(), nullable=True),
        sa.Column("adaptability", sa.Integer(), nullable=True),
        sa.Column("awareness", sa.Integer(), nullable=True),
        sa.Column("autonomy", sa.Integer(), nullable=True),
        sa.Column("focus", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus')",
            name=op.f("ck_self_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "adaptability BETWEEN 1 AND 5", name=op.f("ck_self_rating_adaptability_range")
        ),
        sa.CheckConstraint("autonomy BETWEEN 1 AND 5", name=op.f("ck_self_rating_autonomy_range")),
        sa.CheckConstraint(
            "awareness BETWEEN 1 AND 5", name=op.f("ck_self_rating_awareness_range")
        ),
        sa.CheckConstraint("focus BETWEEN 1 AND 5", name=op.f("ck_self_rating_focus_range")),
        sa.CheckConstraint("growth BETWEEN 1 AND 5", name=op.f("ck_self_rating_growth_range")),
        sa.CheckConstraint(
            "motivation BETWEEN 1 AND 5", name=op.f("ck_self_rating_motivation_range")
        ),
        sa.CheckConstraint(
            "strengths BETWEEN 1 AND 5", name=op.f("ck_self_rating_strengths_range")
        ),
        sa.CheckConstraint("talents BETWEEN 1 AND 5", name=op.f("ck_self_rating_talents_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_self_rating_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["track_id"],
            ["coaching_track.id"],
            name=op.f("fk_self_rating_track_id_coaching_track"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_rating")),
    )
    op.create_index(op.f("ix_self_rating_actor_id"), "self_rating", ["actor_id"], unique=False)
    op.create_index(op.f("ix_self_rating_track_id"), "self_rating", ["track_id"], unique=False)
    op.create_table(
        "coaching_session",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("track_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("presence", sa.String(length=32), nullable=False),
        sa.Column("observation", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.Column("feedback", sa.Text(), nullable=True),
        sa.Column("usefulness", sa.Integer(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus')",
            name=op.f("ck_coaching_session_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "presence IN ('planned', 'held', 'moved', 'missed')",
            name=op.f("ck_coaching_session_presence_known"),
        ),
        sa.CheckConstraint(
            "minutes BETWEEN 0 AND 1440", name=op.f("ck_coaching_session_minutes_range")
        ),
        sa.CheckConstraint(
            "usefulness BETWEEN 1 AND 5", name=op.f("ck_coaching_session_usefulness_range")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_coaching_session_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["track_id"],
            ["coaching_track.id"],
            name=op.f("fk_coaching_session_track_id_coaching_track"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coaching_session")),
    )
    op.create_index(
        op.f("ix_coaching_session_actor_id"), "coaching_session", ["actor_id"], unique=False
    )
    op.create_index(
        op.f("ix_coaching_session_track_id"), "coaching_session", ["track_id"], unique=False
    )
    op.create_table(
        "referral",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("track_id", sa.String(length=32), nullable=True),
        sa.Column("danger", sa.String(length=32), nullable=False),
        sa.Column("referred_to", sa.Text(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus')",
            name=op.f("ck_referral_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "danger IN ('harassment', 'danger', 'health', 'discrimination', 'offence', "
            "'imbalance', 'mandate')",
            name=op.f("ck_referral_danger_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_referral_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["track_id"],
            ["coaching_track.id"],
            name=op.f("fk_referral_track_id_coaching_track"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    op.create_index(op.f("ix_referral_actor_id"), "referral", ["actor_id"], unique=False)
    op.create_index(op.f("ix_referral_track_id"), "referral", ["track_id"], unique=False)


def _create_goals() -> None:
    op.create_table(
        "coaching_goal",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("track_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("horizon", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("domain", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("much_less", sa.Text(), nullable=True),
        sa.Column("less", sa.Text(), nullable=True),
        sa.Column("hoped", sa.Text(), nullable=True),
        sa.Column("more", sa.Text(), nullable=True),
        sa.Column("much_more", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus')",
            name=op.f("ck_coaching_goal_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "domain IN ('productive', 'economic', 'human', 'professional')",
            name=op.f("ck_coaching_goal_domain_known"),
        ),
        sa.CheckConstraint(
            "horizon IN ('short', 'long')", name=op.f("ck_coaching_goal_horizon_known")
        ),
        sa.CheckConstraint(
            "side IN ('professional', 'personal')", name=op.f("ck_coaching_goal_side_known")
        ),
        sa.CheckConstraint(
            "position BETWEEN 0 AND 999", name=op.f("ck_coaching_goal_position_range")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_coaching_goal_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["track_id"],
            ["coaching_track.id"],
            name=op.f("fk_coaching_goal_track_id_coaching_track"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coaching_goal")),
    )
    op.create_index(op.f("ix_coaching_goal_actor_id"), "coaching_goal", ["actor_id"], unique=False)
    op.create_index(op.f("ix_coaching_goal_track_id"), "coaching_goal", ["track_id"], unique=False)
    op.create_table(
        "goal_reading",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("goal_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus')",
            name=op.f("ck_goal_reading_confidentiality_known"),
        ),
        sa.CheckConstraint("score BETWEEN -2 AND 2", name=op.f("ck_goal_reading_score_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_goal_reading_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"],
            ["coaching_goal.id"],
            name=op.f("fk_goal_reading_goal_id_coaching_goal"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_reading")),
    )
    op.create_index(op.f("ix_goal_reading_actor_id"), "goal_reading", ["actor_id"], unique=False)
    op.create_index(op.f("ix_goal_reading_goal_id"), "goal_reading", ["goal_id"], unique=False)


def _create_urn_source() -> None:
    op.create_table(
        "urn_source",
        sa.Column("wave_id", sa.String(length=32), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("wave_id", "fingerprint", name=op.f("pk_urn_source")),
        sqlite_with_rowid=False,
    )
