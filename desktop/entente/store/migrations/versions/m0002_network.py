"""The network: common causes, MACTOR, choices, interactions, duties, views of the map."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_tables_of_methods()
    _create_tables_of_drawings_and_duties()


def _create_tables_of_methods() -> None:
    op.create_table(
        "criterion",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_criterion_confidentiality_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
    )
    op.create_table(
        "deliverable",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_deliverable_confidentiality_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliverable")),
        sa.UniqueConstraint("ref", name=op.f("uq_deliverable_ref")),
    )
    op.create_table(
        "objective",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_objective_confidentiality_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
        sa.UniqueConstraint("ref", name=op.f("uq_objective_ref")),
    )
    op.create_table(
        "interaction",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        sa.UniqueConstraint("ref", name=op.f("uq_interaction_ref")),
    )
    op.create_index(
        op.f("ix_interaction_difficulty_id"), "interaction", ["difficulty_id"], unique=False
    )
    op.create_table(
        "choice",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("criterion_id", sa.String(length=32), nullable=False),
        sa.Column("from_id", sa.String(length=32), nullable=False),
        sa.Column("to_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_choice_confidentiality_known"),
        ),
        sa.CheckConstraint("kind IN ('choice', 'rejection')", name=op.f("ck_choice_kind_known")),
        sa.ForeignKeyConstraint(
            ["criterion_id"],
            ["criterion.id"],
            name=op.f("fk_choice_criterion_id_criterion"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["actor.id"],
            name=op.f("fk_choice_from_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["actor.id"],
            name=op.f("fk_choice_to_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choice")),
    )
    op.create_index(op.f("ix_choice_criterion_id"), "choice", ["criterion_id"], unique=False)
    op.create_index(op.f("ix_choice_from_id"), "choice", ["from_id"], unique=False)
    op.create_index(op.f("ix_choice_to_id"), "choice", ["to_id"], unique=False)
    op.create_table(
        "common_cause",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("horizon", sa.Text(), nullable=True),
        sa.Column("champion_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
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
    op.create_index(
        op.f("ix_common_cause_champion_id"), "common_cause", ["champion_id"], unique=False
    )
    op.create_table(
        "influence",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("from_id", sa.String(length=32), nullable=False),
        sa.Column("to_id", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_influence_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["actor.id"],
            name=op.f("fk_influence_from_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["actor.id"],
            name=op.f("fk_influence_to_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_influence")),
    )
    op.create_index(op.f("ix_influence_from_id"), "influence", ["from_id"], unique=False)
    op.create_index(op.f("ix_influence_to_id"), "influence", ["to_id"], unique=False)


def _create_tables_of_drawings_and_duties() -> None:
    op.create_table(
        "map_view",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", sa.Text(), nullable=True),
        sa.Column("focus_id", sa.String(length=32), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_map_view_confidentiality_known"),
        ),
        sa.CheckConstraint("steps BETWEEN 0 AND 6", name=op.f("ck_map_view_steps_range")),
        sa.ForeignKeyConstraint(
            ["focus_id"],
            ["actor.id"],
            name=op.f("fk_map_view_focus_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_view")),
    )
    op.create_index(op.f("ix_map_view_focus_id"), "map_view", ["focus_id"], unique=False)
    op.create_table(
        "presence",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("interaction_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_presence_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_presence_interaction_id_interaction"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence")),
    )
    op.create_index(op.f("ix_presence_actor_id"), "presence", ["actor_id"], unique=False)
    op.create_index(
        op.f("ix_presence_interaction_id"), "presence", ["interaction_id"], unique=False
    )
    op.create_table(
        "responsibility",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("deliverable_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("duty", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_responsibility_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "duty IN ('R', 'A', 'C', 'I')", name=op.f("ck_responsibility_duty_known")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_responsibility_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["deliverable_id"],
            ["deliverable.id"],
            name=op.f("fk_responsibility_deliverable_id_deliverable"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsibility")),
    )
    op.create_index(
        op.f("ix_responsibility_actor_id"), "responsibility", ["actor_id"], unique=False
    )
    op.create_index(
        op.f("ix_responsibility_deliverable_id"), "responsibility", ["deliverable_id"], unique=False
    )
    op.create_table(
        "stance",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("objective_id", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_stance_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_stance_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_stance_objective_id_objective"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stance")),
    )
    op.create_index(op.f("ix_stance_actor_id"), "stance", ["actor_id"], unique=False)
    op.create_index(op.f("ix_stance_objective_id"), "stance", ["objective_id"], unique=False)
    op.create_table(
        "influence_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("influence_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_influence_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_influence_rating_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "strength BETWEEN 0 AND 4", name=op.f("ck_influence_rating_strength_range")
        ),
        sa.ForeignKeyConstraint(
            ["influence_id"],
            ["influence.id"],
            name=op.f("fk_influence_rating_influence_id_influence"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_influence_rating")),
    )
    op.create_index(
        op.f("ix_influence_rating_influence_id_dated_on_seq"),
        "influence_rating",
        ["influence_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "map_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("view_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("shape", sa.String(length=32), nullable=False),
        sa.Column("x", sa.Integer(), nullable=True),
        sa.Column("y", sa.Integer(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_map_note_confidentiality_known"),
        ),
        sa.CheckConstraint("shape IN ('note', 'frame')", name=op.f("ck_map_note_shape_known")),
        sa.CheckConstraint("x BETWEEN -100000 AND 100000", name=op.f("ck_map_note_x_range")),
        sa.CheckConstraint("y BETWEEN -100000 AND 100000", name=op.f("ck_map_note_y_range")),
        sa.CheckConstraint("width BETWEEN 0 AND 100000", name=op.f("ck_map_note_width_range")),
        sa.CheckConstraint("height BETWEEN 0 AND 100000", name=op.f("ck_map_note_height_range")),
        sa.ForeignKeyConstraint(
            ["view_id"],
            ["map_view.id"],
            name=op.f("fk_map_note_view_id_map_view"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_note")),
    )
    op.create_index(op.f("ix_map_note_view_id"), "map_note", ["view_id"], unique=False)
    op.create_table(
        "map_place",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("view_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("x", sa.Integer(), nullable=True),
        sa.Column("y", sa.Integer(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("pinned", sa.Boolean(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=True),
        sa.CheckConstraint("x BETWEEN -100000 AND 100000", name=op.f("ck_map_place_x_range")),
        sa.CheckConstraint("y BETWEEN -100000 AND 100000", name=op.f("ck_map_place_y_range")),
        sa.CheckConstraint("width BETWEEN 0 AND 100000", name=op.f("ck_map_place_width_range")),
        sa.CheckConstraint("height BETWEEN 0 AND 100000", name=op.f("ck_map_place_height_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_map_place_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_map_place_organisation_id_organisation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["view_id"],
            ["map_view.id"],
            name=op.f("fk_map_place_view_id_map_view"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_place")),
    )
    op.create_index(op.f("ix_map_place_actor_id"), "map_place", ["actor_id"], unique=False)
    op.create_index(
        op.f("ix_map_place_organisation_id"), "map_place", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_map_place_view_id"), "map_place", ["view_id"], unique=False)
    op.create_table(
        "stance_rating",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("stance_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=32), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "confidence IN ('low', 'medium', 'high')",
            name=op.f("ck_stance_rating_confidence_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_stance_rating_confidentiality_known"),
        ),
        sa.CheckConstraint("weight BETWEEN -4 AND 4", name=op.f("ck_stance_rating_weight_range")),
        sa.ForeignKeyConstraint(
            ["stance_id"],
            ["stance.id"],
            name=op.f("fk_stance_rating_stance_id_stance"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stance_rating")),
    )
    op.create_index(
        op.f("ix_stance_rating_stance_id_dated_on_seq"),
        "stance_rating",
        ["stance_id", "dated_on", "seq"],
        unique=False,
    )
    op.create_table(
        "supporter",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("cause_id", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_supporter_confidentiality_known"),
        ),
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
    op.create_index(op.f("ix_supporter_actor_id"), "supporter", ["actor_id"], unique=False)
    op.create_index(op.f("ix_supporter_cause_id"), "supporter", ["cause_id"], unique=False)
