"""What a mission, its actors and its registers have to do with a change."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rebuild_mission()
    _rebuild_organisation()
    _rebuild_actor()
    _rebuild_commitment()
    _rebuild_working_group()
    _rebuild_quote()
    _rebuild_check_item()


def _set_aside(name: str) -> None:
    """Keep the rows of a table that is made anew.

    It is not renamed: the text of the new one has to be that of a new file.
    """
    op.execute(f"CREATE TABLE old_{name} AS SELECT * FROM {name}")  # noqa: S608  # our own names
    op.drop_table(name)


def _bring_back(name: str) -> None:
    """Give the rows back to a table, without what it has no column for any more."""
    inspector = sa.inspect(op.get_bind())
    kept = {column["name"] for column in inspector.get_columns(name)}
    old = (column["name"] for column in inspector.get_columns(f"old_{name}"))
    columns = ", ".join(column for column in old if column in kept)
    move = f"INSERT INTO {name} ({columns}) SELECT {columns} FROM old_{name}"  # noqa: S608  # our own names
    op.execute(move)
    op.drop_table(f"old_{name}")


def _call_ambassadors() -> None:
    """Make a record of everybody who was only marked as an ambassador, read by whom they were."""
    op.execute(
        "INSERT INTO ambassador (id, ref, actor_id, status, confidentiality) "
        "SELECT lower(hex(randomblob(16))), 'AB' || row_number() OVER (ORDER BY ref), id, "
        "'active', confidentiality FROM old_actor WHERE ambassador"
    )
    op.execute(
        "INSERT INTO counter (name, last) "
        "SELECT 'ambassador', count(*) FROM ambassador HAVING count(*) > 0"
    )


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
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("technical", sa.Boolean(), nullable=True),
        sa.Column("operational", sa.Boolean(), nullable=True),
        sa.Column("normative", sa.Boolean(), nullable=True),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("hat", sa.String(length=32), nullable=True),
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
            "hat IN ('mediation', 'adviser', 'facilitation')", name=op.f("ck_mission_hat_known")
        ),
        sa.CheckConstraint(
            "kind IN ('prevention', 'recovery', 'cooperation', 'change', 'team', 'community')",
            name=op.f("ck_mission_kind_known"),
        ),
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


def _rebuild_organisation() -> None:
    _set_aside("organisation")
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("sector", sa.String(length=32), nullable=True),
        sa.Column("maturity", sa.Integer(), nullable=True),
        sa.Column("project_maturity", sa.Integer(), nullable=True),
        sa.Column("change_maturity", sa.Integer(), nullable=True),
        sa.Column("membership", sa.String(length=32), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_organisation_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "membership IN ('member', 'joining', 'partner', 'left')",
            name=op.f("ck_organisation_membership_known"),
        ),
        sa.CheckConstraint(
            "sector IN ('public', 'private', 'education', 'research', 'incubator', 'finance')",
            name=op.f("ck_organisation_sector_known"),
        ),
        sa.CheckConstraint(
            "change_maturity BETWEEN 1 AND 5", name=op.f("ck_organisation_change_maturity_range")
        ),
        sa.CheckConstraint("maturity BETWEEN 1 AND 5", name=op.f("ck_organisation_maturity_range")),
        sa.CheckConstraint(
            "project_maturity BETWEEN 1 AND 5", name=op.f("ck_organisation_project_maturity_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("ref", name=op.f("uq_organisation_ref")),
    )
    _bring_back("organisation")


def _rebuild_actor() -> None:
    _set_aside("actor")
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
        sa.Column("group_id", sa.String(length=32), nullable=True),
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
            ["group_id"],
            ["functional_group.id"],
            name=op.f("fk_actor_group_id_functional_group"),
            initially="DEFERRED",
            deferrable=True,
        ),
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
    _call_ambassadors()
    _bring_back("actor")


def _rebuild_commitment() -> None:
    _set_aside("commitment")
    op.create_table(
        "commitment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("to_id", sa.String(length=32), nullable=True),
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
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["actor.id"],
            name=op.f("fk_commitment_to_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint("ref", name=op.f("uq_commitment_ref")),
    )
    _bring_back("commitment")


def _rebuild_working_group() -> None:
    _set_aside("working_group")
    op.create_table(
        "working_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("rules", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_working_group_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('working', 'learning')", name=op.f("ck_working_group_kind_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_group")),
        sa.UniqueConstraint("ref", name=op.f("uq_working_group_ref")),
    )
    op.execute("ALTER TABLE old_working_group ADD COLUMN kind TEXT DEFAULT 'working'")
    _bring_back("working_group")


def _rebuild_quote() -> None:
    _set_aside("quote")
    op.create_table(
        "quote",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("interaction_id", sa.String(length=32), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("tags", sa.Text(), nullable=True),
        sa.Column("cause", sa.String(length=32), nullable=True),
        sa.Column("common_cause_id", sa.String(length=32), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "cause IN ('constraints', 'terms', 'interdependence', 'change', 'expertise', "
            "'decisions', 'resources', 'hazards', 'time', 'money')",
            name=op.f("ck_quote_cause_known"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_quote_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_quote_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["common_cause_id"],
            ["common_cause.id"],
            name=op.f("fk_quote_common_cause_id_common_cause"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_quote_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_quote_interaction_id_interaction"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sa.UniqueConstraint("ref", name=op.f("uq_quote_ref")),
    )
    _bring_back("quote")


def _rebuild_check_item() -> None:
    _set_aside("check_item")
    op.create_table(
        "check_item",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("cause_id", sa.String(length=32), nullable=True),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("interaction_id", sa.String(length=32), nullable=True),
        sa.Column("item_id", sa.String(length=32), nullable=True),
        sa.Column("sprint_id", sa.String(length=32), nullable=True),
        sa.Column("tool_id", sa.String(length=32), nullable=True),
        sa.Column("decision_id", sa.String(length=32), nullable=True),
        sa.Column("risk_id", sa.String(length=32), nullable=True),
        sa.Column("difficulty_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("confidentiality", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('mediator', 'parties', 'sponsor', 'public')",
            name=op.f("ck_check_item_confidentiality_known"),
        ),
        sa.CheckConstraint(
            "stage IN ('launch', 'tools', 'kickoff', 'sprints', 'upstream', 'delivery', "
            "'downstream')",
            name=op.f("ck_check_item_stage_known"),
        ),
        sa.CheckConstraint("position BETWEEN 0 AND 999", name=op.f("ck_check_item_position_range")),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["actor.id"],
            name=op.f("fk_check_item_actor_id_actor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["cause_id"],
            ["common_cause.id"],
            name=op.f("fk_check_item_cause_id_common_cause"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_check_item_decision_id_decision"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"],
            ["difficulty.id"],
            name=op.f("fk_check_item_difficulty_id_difficulty"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_check_item_interaction_id_interaction"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["backlog_item.id"],
            name=op.f("fk_check_item_item_id_backlog_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["risk_id"],
            ["risk.id"],
            name=op.f("fk_check_item_risk_id_risk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sprint_id"],
            ["sprint.id"],
            name=op.f("fk_check_item_sprint_id_sprint"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tool_id"],
            ["engagement_tool.id"],
            name=op.f("fk_check_item_tool_id_engagement_tool"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_item")),
    )
    _bring_back("check_item")
