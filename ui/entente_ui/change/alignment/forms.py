"""How constraints, shared resources and what is asked of them are shown and asked for."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.constraints import CONSTRAINT, RESOURCE_DEMAND, SHARED_RESOURCE
from entente.domain.records import LEVEL_FIELD
from entente.domain.values import show
from entente.i18n import N_, _
from entente_ui.formats import number
from entente_ui.registers.record_cards import Form
from entente_ui.registers.writing import LabelsByKind

#: Kinds of record these point to.
NAMED: Final = (ACTOR, ORGANISATION, BACKLOG_ITEM)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _constraint_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    who = labels.get(ACTOR.name, {}).get(row["actor_id"] or "", "")
    house = labels.get(ORGANISATION.name, {}).get(row["organisation_id"] or "", "")
    nature = show(CONSTRAINT.field("nature"), row["nature"])
    return f"{row['ref']} · {row['title']}", _joined(who, house, nature, row["notes"] or "")


def _resource_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    who = labels.get(ACTOR.name, {}).get(row["actor_id"] or "", "")
    kind = show(SHARED_RESOURCE.field("kind"), row["kind"])
    there = _("nobody said how much there is")
    if row["capacity"] is not None:
        amount = f"{number(row['capacity'])} {row['unit'] or ''}".strip()
        there = _("{amount} in a sprint").format(amount=amount)
    return f"{row['ref']} · {row['name']}", _joined(kind, who, there)


def _demand_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    house = labels.get(ORGANISATION.name, {}).get(row["organisation_id"] or "", "")
    card = labels.get(BACKLOG_ITEM.name, {}).get(row["item_id"] or "", "")
    return _joined(number(row["amount"]), house), card


CONSTRAINTS: Final = Form(
    CONSTRAINT,
    N_("Constraint"),
    N_("Choose one in the grid, or add one."),
    {"title": 264, "nature": 128, "hardness": 128, LEVEL_FIELD: 128},
    ("actor_id", "organisation_id", "notes"),
    _constraint_line,
)
RESOURCES: Final = Form(
    SHARED_RESOURCE,
    N_("Shared resource"),
    N_("Choose one in the table, or add one."),
    {"name": 264, "kind": 128, "capacity": 128, "unit": 128, LEVEL_FIELD: 128},
    ("actor_id", "notes"),
    _resource_line,
)
DEMANDS: Final = Form(
    RESOURCE_DEMAND,
    N_("What is asked"),
    N_("Nothing is asked of it in this sprint."),
    {"amount": 120, LEVEL_FIELD: 130},
    ("organisation_id", "item_id"),
    _demand_line,
)
