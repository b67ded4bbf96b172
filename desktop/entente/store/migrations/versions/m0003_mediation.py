"""Mediation: causes and families, sessions, messages, options, offers, safety."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_causes_and_safety()
    _create_sessions()
    _create_words_of_the_parties()
    _create_ways_out()


def _create_causes_and_safety() -> None:
    op.create_table(
        "difficulty_cause",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("cause", sa.String(length=32), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_difficulty_cause_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_difficulty_cause_confidentiality_known"),
        ),
        sa.CheckConstraint("weight BETWEEN 1 AND 3", name=op.f("ck_difficulty_cause_weight_range")),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_difficulty_cause_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_difficulty_cause")),
    )
    op.create_index(
        op.f("ix_difficulty_cause_difficulty_id"),
        "difficulty_cause",
        ["difficulty_id"],
        unique=False,
    )
    op.create_table(
        "conflict_family",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("ground", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_conflict_family_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "family IN ('relational', 'data', 'value', 'interest', 'structural', 'language')",
            name=op.f("ck_conflict_family_family_known"),
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_conflict_family_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_family")),
    )
    op.create_index(
        op.f("ix_conflict_family_difficulty_id"), "conflict_family", ["difficulty_id"], unique=False
    )
    op.create_table(
        "safety_check",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("danger", sa.String(length=32), nullable=False),
        sa.Column("finding", sa.String(length=32), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("referred_to", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_safety_check_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "danger IN ('harassment', 'danger', 'health', 'discrimination', 'offence', "
            "'imbalance', 'mandate')",
            name=op.f("ck_safety_check_danger_known"),
        ),
        sa.CheckConstraint(
            "finding IN ('none', 'watch', 'stop')", name=op.f("ck_safety_check_finding_known")
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_safety_check_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_check")),
    )
    op.create_index(
        op.f("ix_safety_check_difficulty_id"), "safety_check", ["difficulty_id"], unique=False
    )


def _create_sessions() -> None:
    op.create_table(
        "mediation_session",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("hat", sa.String(length=32), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("outcome_level", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_mediation_session_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "hat IN ('mediation', 'adviser', 'facilitation')",
            name=op.f("ck_mediation_session_hat_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('individual', 'plenary', 'caucus')",
            name=op.f("ck_mediation_session_kind_known"),
        ),
        sa.CheckConstraint(
            "outcome_level IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_mediation_session_outcome_level_known"),
        ),
        sa.CheckConstraint(
            "status IN ('planned', 'held', 'cancelled')",
            name=op.f("ck_mediation_session_status_known"),
        ),
        sa.CheckConstraint(
            "minutes BETWEEN 0 AND 1440", name=op.f("ck_mediation_session_minutes_range")
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_mediation_session_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_session")),
        sa.UniqueConstraint("ref", name=op.f("uq_mediation_session_ref")),
    )
    op.create_index(
        op.f("ix_mediation_session_difficulty_id"),
        "mediation_session",
        ["difficulty_id"],
        unique=False,
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_agenda_item_confidentiality_known"),
        ),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("ck_agenda_item_minutes_range")),
        sa.CheckConstraint(
            "position BETWEEN 0 AND 999", name=op.f("ck_agenda_item_position_range")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["mediation_session.id"],
            name=op.f("fk_agenda_item_session_id_mediation_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_session_id"), "agenda_item", ["session_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("presence", sa.String(length=32), nullable=False),
        sa.Column("spoken", sa.Integer(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_attendance_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "presence IN ('invited', 'present', 'absent', 'excused')",
            name=op.f("ck_attendance_presence_known"),
        ),
        sa.CheckConstraint("spoken BETWEEN 0 AND 86400", name=op.f("ck_attendance_spoken_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_attendance_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["mediation_session.id"],
            name=op.f("fk_attendance_session_id_mediation_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_actor_id"), "attendance", ["actor_id"], unique=False)
    op.create_index(op.f("ix_attendance_session_id"), "attendance", ["session_id"], unique=False)


def _create_words_of_the_parties() -> None:
    op.create_table(
        "party_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("party_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')", name=op.f("ck_party_rating_confidence_known")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('competing', 'collaborating', 'compromising', 'avoiding', 'accommodating')",
            name=op.f("ck_party_rating_mode_known"),
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_party_rating_party_id_party"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_rating")),
    )
    op.create_index(
        op.f("ix_party_rating_party_id_dated_on_seq"),
        "party_rating",
        ["party_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "osbd",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("to_id", sa.String(length=32), nullable=True),
        sa.Column("observation", sa.Text(), nullable=False),
        sa.Column("feeling", sa.Text(), nullable=True),
        sa.Column("need", sa.Text(), nullable=True),
        sa.Column("request", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_osbd_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_osbd_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_osbd_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["actor.id"],
            name=op.f("fk_osbd_to_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_osbd")),
    )
    op.create_index(op.f("ix_osbd_actor_id"), "osbd", ["actor_id"], unique=False)
    op.create_index(op.f("ix_osbd_difficulty_id"), "osbd", ["difficulty_id"], unique=False)
    op.create_index(op.f("ix_osbd_to_id"), "osbd", ["to_id"], unique=False)
    op.create_table(
        "note_link",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("from_id", sa.String(length=32), nullable=False),
        sa.Column("to_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["note.id"],
            name=op.f("fk_note_link_from_id_note"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["note.id"],
            name=op.f("fk_note_link_to_id_note"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_link")),
    )
    op.create_index(op.f("ix_note_link_from_id"), "note_link", ["from_id"], unique=False)
    op.create_index(op.f("ix_note_link_to_id"), "note_link", ["to_id"], unique=False)


def _create_ways_out() -> None:
    op.create_table(
        "interest",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_interest_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_interest_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_interest_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
    )
    op.create_index(op.f("ix_interest_actor_id"), "interest", ["actor_id"], unique=False)
    op.create_index(op.f("ix_interest_difficulty_id"), "interest", ["difficulty_id"], unique=False)
    op.create_table(
        "option_score",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("option_id", sa.String(length=32), nullable=False),
        sa.Column("interest_id", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_option_score_confidentiality_known"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 3", name=op.f("ck_option_score_score_range")),
        sa.ForeignKeyConstraint(
            ["interest_id"],
            ["interest.id"],
            name=op.f("fk_option_score_interest_id_interest"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["option_id"],
            ["option.id"],
            name=op.f("fk_option_score_option_id_option"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_option_score")),
    )
    op.create_index(
        op.f("ix_option_score_interest_id"), "option_score", ["interest_id"], unique=False
    )
    op.create_index(op.f("ix_option_score_option_id"), "option_score", ["option_id"], unique=False)
    op.create_table(
        "standard",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_standard_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_standard_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard")),
    )
    op.create_index(op.f("ix_standard_difficulty_id"), "standard", ["difficulty_id"], unique=False)
    op.create_table(
        "offer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("answers_id", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_offer_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'accepted', 'declined', 'withdrawn')",
            name=op.f("ck_offer_status_known"),
        ),
        sa.CheckConstraint("amount BETWEEN 0 AND 1e+12", name=op.f("ck_offer_amount_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_offer_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["answers_id"],
            ["offer.id"],
            name=op.f("fk_offer_answers_id_offer"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_offer_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_index(op.f("ix_offer_actor_id"), "offer", ["actor_id"], unique=False)
    op.create_index(op.f("ix_offer_answers_id"), "offer", ["answers_id"], unique=False)
    op.create_index(op.f("ix_offer_difficulty_id"), "offer", ["difficulty_id"], unique=False)
