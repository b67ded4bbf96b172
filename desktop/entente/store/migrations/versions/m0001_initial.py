"""The first schema: mission, actors, difficulties, journal and search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "difficulty",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("response", sa.String(length=32), nullable=True),
        sa.Column("scope", sa.String(length=32), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("summary_level", sa.String(length=32), nullable=False),
        sa.Column("desired", sa.Text(), nullable=True),
        sa.Column("actual", sa.Text(), nullable=True),
        sa.Column("gap_level", sa.String(length=32), nullable=False),
        sa.Column("revealed_kind", sa.String(length=32), nullable=True),
        sa.Column("revealed", sa.Text(), nullable=True),
        sa.Column("solution", sa.Text(), nullable=True),
        sa.Column("lesson_level", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_difficulty_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "gap_level IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_difficulty_gap_level_known"),
        ),
        sa.CheckConstraint(
            "lesson_level IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_difficulty_lesson_level_known"),
        ),
        sa.CheckConstraint(
            "response IN ('watch', 'reframe', 'meeting', 'mediation', 'authority')",
            name=op.f("ck_difficulty_response_known"),
        ),
        sa.CheckConstraint(
            "revealed_kind IN ('functional', 'technical', 'relational', 'organisational', "
            "'contractual', 'other')",
            name=op.f("ck_difficulty_revealed_kind_known"),
        ),
        sa.CheckConstraint(
            "scope IN ('interpersonal', 'inter', 'intra')", name=op.f("ck_difficulty_scope_known")
        ),
        sa.CheckConstraint(
            "summary_level IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_difficulty_summary_level_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_difficulty")),
        sa.UniqueConstraint("ref", name=op.f("uq_difficulty_ref")),
    )
    op.create_table(
        "journal_entry",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "state IN ('done', 'undone', 'sealed')", name=op.f("ck_journal_entry_state_known")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_journal_entry_id")),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
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
        sa.Column("retention_months", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "phase IN ('upstream', 'delivery', 'downstream')", name=op.f("ck_mission_phase_known")
        ),
        sa.CheckConstraint(
            "retention_months BETWEEN 0 AND 120", name=op.f("ck_mission_retention_months_range")
        ),
        sa.CheckConstraint(
            "risk_appetite BETWEEN 1 AND 25", name=op.f("ck_mission_risk_appetite_range")
        ),
        sa.CheckConstraint(
            "risk_tolerance BETWEEN 1 AND 25", name=op.f("ck_mission_risk_tolerance_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("sector", sa.String(length=32), nullable=True),
        sa.Column("maturity", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_organisation_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "sector IN ('public', 'private', 'education', 'research', 'incubator', 'finance')",
            name=op.f("ck_organisation_sector_known"),
        ),
        sa.CheckConstraint("maturity BETWEEN 1 AND 5", name=op.f("ck_organisation_maturity_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("ref", name=op.f("uq_organisation_ref")),
    )
    op.create_table(
        "search_map",
        sa.Column("rowid", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("caucus_of", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_search_map")),
    )
    op.create_index(op.f("ix_search_map_row_id"), "search_map", ["row_id"], unique=False)
    op.create_table(
        "actor",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("camp", sa.String(length=32), nullable=True),
        sa.Column("discipline", sa.Text(), nullable=True),
        sa.Column("culture", sa.Text(), nullable=True),
        sa.Column("sector", sa.String(length=32), nullable=True),
        sa.Column("reach", sa.String(length=32), nullable=True),
        sa.Column("expertise", sa.Text(), nullable=True),
        sa.Column("maturity", sa.Integer(), nullable=True),
        sa.Column("ambassador", sa.Boolean(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "camp IN ('direction', 'digital', 'business', 'vendor', 'support', 'funder', "
            "'adviser', 'user')",
            name=op.f("ck_actor_camp_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_actor_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "reach IN ('expert', 'local', 'national', 'international')",
            name=op.f("ck_actor_reach_known"),
        ),
        sa.CheckConstraint(
            "sector IN ('public', 'private', 'education', 'research', 'incubator', 'finance')",
            name=op.f("ck_actor_sector_known"),
        ),
        sa.CheckConstraint("maturity BETWEEN 1 AND 5", name=op.f("ck_actor_maturity_range")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_actor_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor")),
        sa.UniqueConstraint("ref", name=op.f("uq_actor_ref")),
    )
    op.create_index(op.f("ix_actor_organisation_id"), "actor", ["organisation_id"], unique=False)
    op.create_table(
        "difficulty_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("nature", sa.String(length=32), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=True),
        sa.Column("stage", sa.Integer(), nullable=True),
        sa.Column("stake", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_difficulty_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_difficulty_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "nature IN ('signal', 'controversy', 'tension', 'conflict', 'dispute')",
            name=op.f("ck_difficulty_rating_nature_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'mediation', 'suspended', 'settled', 'interrupted', 'closed')",
            name=op.f("ck_difficulty_rating_status_known"),
        ),
        sa.CheckConstraint("stage BETWEEN 1 AND 9", name=op.f("ck_difficulty_rating_stage_range")),
        sa.CheckConstraint("stake BETWEEN 1 AND 5", name=op.f("ck_difficulty_rating_stake_range")),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_difficulty_rating_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_difficulty_rating")),
    )
    op.create_index(
        op.f("ix_difficulty_rating_difficulty_id_dated_on_seq"),
        "difficulty_rating",
        ["difficulty_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "journal_change",
        sa.Column("entry_seq", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("after", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_seq"],
            ["journal_entry.seq"],
            name=op.f("fk_journal_change_entry_seq_journal_entry"),
        ),
        sa.PrimaryKeyConstraint("entry_seq", "position", name=op.f("pk_journal_change")),
    )
    op.create_index(op.f("ix_journal_change_row_id"), "journal_change", ["row_id"], unique=False)
    op.create_table(
        "actor_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("power", sa.Float(), nullable=True),
        sa.Column("interest", sa.Float(), nullable=True),
        sa.Column("legitimacy", sa.Boolean(), nullable=True),
        sa.Column("urgency", sa.Boolean(), nullable=True),
        sa.Column("synergy", sa.Integer(), nullable=True),
        sa.Column("antagonism", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')", name=op.f("ck_actor_rating_confidence_known")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_actor_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "antagonism BETWEEN 1 AND 4", name=op.f("ck_actor_rating_antagonism_range")
        ),
        sa.CheckConstraint("interest BETWEEN 1 AND 5", name=op.f("ck_actor_rating_interest_range")),
        sa.CheckConstraint("power BETWEEN 1 AND 5", name=op.f("ck_actor_rating_power_range")),
        sa.CheckConstraint("synergy BETWEEN 1 AND 4", name=op.f("ck_actor_rating_synergy_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_actor_rating_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor_rating")),
    )
    op.create_index(
        op.f("ix_actor_rating_actor_id_dated_on_seq"),
        "actor_rating",
        ["actor_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("session_id", sa.String(length=32), nullable=True),
        sa.Column("struck", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_note_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('note', 'fact', 'agreed', 'disputed', 'position', 'interest', 'need', "
            "'fear', 'emotion', 'option', 'question')",
            name=op.f("ck_note_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_note_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_note_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["mediation_session.id"],
            name=op.f("fk_note_session_id_mediation_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index(op.f("ix_note_actor_id"), "note", ["actor_id"], unique=False)
    op.create_index(op.f("ix_note_difficulty_id"), "note", ["difficulty_id"], unique=False)
    op.create_index(op.f("ix_note_session_id"), "note", ["session_id"], unique=False)
    op.create_table(
        "option",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_option_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'kept', 'dropped')", name=op.f("ck_option_status_known")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_option_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_option_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_option")),
    )
    op.create_index(op.f("ix_option_actor_id"), "option", ["actor_id"], unique=False)
    op.create_index(op.f("ix_option_difficulty_id"), "option", ["difficulty_id"], unique=False)
    op.create_table(
        "party",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("speaks_for", sa.Text(), nullable=True),
        sa.Column("account", sa.Text(), nullable=True),
        sa.Column("account_level", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("position_level", sa.String(length=32), nullable=False),
        sa.Column("interests", sa.Text(), nullable=True),
        sa.Column("interests_level", sa.String(length=32), nullable=False),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("needs_level", sa.String(length=32), nullable=False),
        sa.Column("fears", sa.Text(), nullable=True),
        sa.Column("fears_level", sa.String(length=32), nullable=False),
        sa.Column("mesore", sa.Text(), nullable=True),
        sa.Column("mesore_level", sa.String(length=32), nullable=False),
        sa.Column("watna", sa.Text(), nullable=True),
        sa.Column("watna_level", sa.String(length=32), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("authority_level", sa.String(length=32), nullable=False),
        sa.Column("recognition", sa.Text(), nullable=True),
        sa.Column("recognition_level", sa.String(length=32), nullable=False),
        sa.Column("recognised_on", sa.Date(), nullable=True),
        sa.Column("limit", sa.Float(), nullable=True),
        sa.Column("side", sa.String(length=32), nullable=True),
        sa.Column("limit_level", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "account_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_account_level_known"),
        ),
        sa.CheckConstraint(
            "authority_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_authority_level_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "fears_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_fears_level_known"),
        ),
        sa.CheckConstraint(
            "interests_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_interests_level_known"),
        ),
        sa.CheckConstraint(
            "limit_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_limit_level_known"),
        ),
        sa.CheckConstraint(
            "mesore_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_mesore_level_known"),
        ),
        sa.CheckConstraint(
            "needs_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_needs_level_known"),
        ),
        sa.CheckConstraint(
            "position_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_position_level_known"),
        ),
        sa.CheckConstraint(
            "recognition_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_recognition_level_known"),
        ),
        sa.CheckConstraint("side IN ('pays', 'receives')", name=op.f("ck_party_side_known")),
        sa.CheckConstraint(
            "watna_level IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_party_watna_level_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_party_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_party_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_actor_id"), "party", ["actor_id"], unique=False)
    op.create_index(op.f("ix_party_difficulty_id"), "party", ["difficulty_id"], unique=False)
    op.create_table(
        "relation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("from_id", sa.String(length=32), nullable=False),
        sa.Column("to_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("need", sa.Text(), nullable=True),
        sa.Column("frequency", sa.String(length=32), nullable=True),
        sa.Column("one_way", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_relation_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "frequency IN ('daily', 'weekly', 'monthly', 'seldom', 'never')",
            name=op.f("ck_relation_frequency_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('hierarchical', 'functional', 'contractual', 'informal', 'social')",
            name=op.f("ck_relation_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["actor.id"],
            name=op.f("fk_relation_from_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["actor.id"],
            name=op.f("fk_relation_to_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
        sa.UniqueConstraint("ref", name=op.f("uq_relation_ref")),
    )
    op.create_index(op.f("ix_relation_from_id"), "relation", ["from_id"], unique=False)
    op.create_index(op.f("ix_relation_to_id"), "relation", ["to_id"], unique=False)
    op.create_table(
        "step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("difficulty_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'caucus', 'parties', 'sponsor', 'public')",
            name=op.f("ck_step_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_step_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_step_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
    )
    op.create_index(op.f("ix_step_actor_id"), "step", ["actor_id"], unique=False)
    op.create_index(op.f("ix_step_difficulty_id"), "step", ["difficulty_id"], unique=False)
    op.create_table(
        "relation_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("relation_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("quality", sa.Integer(), nullable=True),
        sa.Column("connection", sa.Integer(), nullable=True),
        sa.Column("dependence", sa.Integer(), nullable=True),
        sa.Column("dependence_back", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_relation_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_relation_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "connection BETWEEN 0 AND 6", name=op.f("ck_relation_rating_connection_range")
        ),
        sa.CheckConstraint(
            "dependence BETWEEN 0 AND 2", name=op.f("ck_relation_rating_dependence_range")
        ),
        sa.CheckConstraint(
            "dependence_back BETWEEN 0 AND 2", name=op.f("ck_relation_rating_dependence_back_range")
        ),
        sa.CheckConstraint(
            "quality BETWEEN -2 AND 2", name=op.f("ck_relation_rating_quality_range")
        ),
        sa.ForeignKeyConstraint(
            ["relation_id"],
            ["relation.id"],
            name=op.f("fk_relation_rating_relation_id_relation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation_rating")),
    )
    op.create_index(
        op.f("ix_relation_rating_relation_id_dated_on_seq"),
        "relation_rating",
        ["relation_id", "dated_on", "seq"],
        unique=False,
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_text USING fts5(body, content='', contentless_delete=1, "
        "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
