"""How fears, conventions, their clauses and signatures are shown and asked for."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.cooperation.records import (
    CONVENTION,
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
    FEAR,
    TRIGGER,
)
from entente.domain.records import LEVEL_FIELD
from entente.domain.risk import RISK
from entente.domain.text import shorten
from entente.domain.values import show
from entente.i18n import N_, _
from entente_ui.formats import long_date
from entente_ui.registers.record_cards import Form
from entente_ui.registers.writing import LabelsByKind

_LINE_MAX: Final = 160
#: Kinds of record these point to.
NAMED: Final = (ACTOR, ORGANISATION, FUNCTIONAL_GROUP, RISK)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _fear_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    house = labels.get(ORGANISATION.name, {}).get(row["organisation_id"] or "", "")
    group = labels.get(FUNCTIONAL_GROUP.name, {}).get(row["group_id"] or "", "")
    status = show(FEAR.field("status"), row["status"])
    answer = shorten(row["answer"] or "", _LINE_MAX)
    return f"{row['ref']} · {row['text']}", _joined(status, house, group, answer)


def _trigger_line(row: Mapping[str, Any], _labels: LabelsByKind) -> tuple[str, str]:
    where = _("from outside") if row["external"] else _("from within")
    return f"{row['ref']} · {row['title']}", _joined(long_date(row["happens_on"]), where)


def _convention_line(row: Mapping[str, Any], _labels: LabelsByKind) -> tuple[str, str]:
    status = show(CONVENTION.field("status"), row["status"])
    expires = row["expires_on"]
    until = _("until {date}").format(date=long_date(expires)) if expires else ""
    return f"{row['ref']} · {row['title']}", _joined(status, until)


def _clause_line(row: Mapping[str, Any], _labels: LabelsByKind) -> tuple[str, str]:
    state = show(CONVENTION_CLAUSE.field("state"), row["state"])
    return row["heading"] or "", _joined(state, shorten(row["text"] or "", _LINE_MAX))


def _signature_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    house = labels.get(ORGANISATION.name, {}).get(row["organisation_id"], "")
    who = labels.get(ACTOR.name, {}).get(row["actor_id"] or "", "")
    if row["withdrawn_on"]:
        when = _("withdrawn on {date}").format(date=long_date(row["withdrawn_on"]))
    elif row["signed_on"]:
        when = _("signed on {date}").format(date=long_date(row["signed_on"]))
    else:
        when = _("not signed yet")
    return house, _joined(when, who)


FEARS: Final = Form(
    FEAR,
    N_("Fears and answers"),
    N_("No fear was noted. One that is said and answered weighs less than one that is kept."),
    {"heard_on": 140, "status": 160, LEVEL_FIELD: 130},
    ("text", "organisation_id", "group_id", "answer", "answered_by", "risk_id", "notes"),
    _fear_line,
)
TRIGGERS: Final = Form(
    TRIGGER,
    N_("Common trigger"),
    N_("No common trigger yet: what makes it necessary to act together, for everybody?"),
    {"happens_on": 140, "external": 130, LEVEL_FIELD: 130},
    ("title", "notes"),
    _trigger_line,
)
CONVENTIONS: Final = Form(
    CONVENTION,
    N_("Convention"),
    N_("No convention yet: it says who does what, who pays, and how one leaves."),
    {"status": 140, "effective_on": 140, "expires_on": 140, "review_on": 140, LEVEL_FIELD: 130},
    ("title", "purpose", "notes"),
    _convention_line,
)
CLAUSES: Final = Form(
    CONVENTION_CLAUSE,
    N_("Clauses"),
    N_("No clause yet."),
    {"state": 140, LEVEL_FIELD: 130},
    ("heading", "text"),
    _clause_line,
)
SIGNATURES: Final = Form(
    CONVENTION_SIGNATURE,
    N_("Signatures"),
    N_("Nobody is to sign yet."),
    {"signed_on": 140, "withdrawn_on": 140, LEVEL_FIELD: 130},
    ("actor_id",),
    _signature_line,
)
