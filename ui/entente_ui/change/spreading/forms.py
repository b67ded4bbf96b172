"""How ambassadors, sharings, skills and testimonies are shown and asked for."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.reach import load
from entente.domain.change.spreading import (
    AMBASSADOR,
    RELAY,
    SHARING,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.domain.values import show
from entente.domain.working_group import WORKING_GROUP
from entente.i18n import N_, _
from entente_ui.change.spreading.words import NONE, level_words
from entente_ui.formats import long_date, percent
from entente_ui.registers.record_cards import Form
from entente_ui.registers.writing import LabelsByKind

#: Kinds of record these point to.
NAMED: Final = (ACTOR, FUNCTIONAL_GROUP, WORKING_GROUP, AMBASSADOR)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _named(labels: LabelsByKind, kind: RecordType, key: str | None) -> str:
    return labels.get(kind.name, {}).get(key or "", "")


def _day(day: Any) -> str:  # noqa: ANN401  # a date, or nothing
    return long_date(day) if day else ""


def _ambassador(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    name = _named(labels, ACTOR, row["actor_id"]) or row["name"] or NONE
    share = load(row["available"], row["asked"])
    asked = "" if share is None else _("asked {share} of what they can give")
    trained = _("trained on {date}") if row["trained_on"] else ""
    detail = _joined(
        show(AMBASSADOR.field("status"), row["status"]),
        _named(labels, FUNCTIONAL_GROUP, row["group_id"]),
        row["cohort"] or "",
        trained.format(date=_day(row["trained_on"])),
        asked.format(share=percent(share or 0)),
    )
    return f"{row['ref']} · {name}", detail


def _relay(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    by = _named(labels, AMBASSADOR, row["ambassador_id"])
    told = _("by {name}").format(name=by) if by else ""
    return _named(labels, ACTOR, row["actor_id"]) or NONE, _joined(told, _day(row["reached_on"]))


def _sharing(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    return row["title"], _joined(
        _day(row["shared_on"]),
        _named(labels, ACTOR, row["actor_id"]),
        row["kept_at"] or "",
        _named(labels, WORKING_GROUP, row["group_id"]),
    )


def _transfer(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    giver = _named(labels, ACTOR, row["from_id"]) or NONE
    taker = _named(labels, ACTOR, row["to_id"]) or NONE
    detail = _joined(
        _("from {giver} to {taker}").format(giver=giver, taker=taker),
        level_words(row["level"]),
        show(SKILL_TRANSFER.field("mode"), row["mode"]),
        _day(row["planned_on"]),
    )
    return f"{row['ref']} · {row['skill']}", detail


def _testimony(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    consent = _("may be quoted") if row["consent"] else _("not to be quoted")
    group = _named(labels, FUNCTIONAL_GROUP, row["group_id"])
    return row["text"], _joined(consent, group, _day(row["said_on"]))


AMBASSADORS: Final = Form(
    AMBASSADOR,
    AMBASSADOR.plural,
    N_("No ambassador yet. One in each group carries further than a newsletter."),
    {
        "status": 130,
        "cohort": 150,
        "trained_on": 140,
        "available": 150,
        "asked": 150,
        LEVEL_FIELD: 130,
    },
    ("actor_id", "name", "group_id", "notes"),
    _ambassador,
)
RELAYS: Final = Form(
    RELAY,
    RELAY.plural,
    N_("Nobody was noted yet as reached by an ambassador."),
    {"reached_on": 140, LEVEL_FIELD: 130},
    (),
    _relay,
)
SHARINGS: Final = Form(
    SHARING,
    N_("Sharing log"),
    N_("Nothing was shared yet: a gesture that works, an error that teaches."),
    {"shared_on": 140, LEVEL_FIELD: 130},
    ("title", "actor_id", "group_id", "kept_at", "notes"),
    _sharing,
)
TRANSFERS: Final = Form(
    SKILL_TRANSFER,
    SKILL_TRANSFER.plural,
    N_("No skill is being handed over yet."),
    {"mode": 190, "planned_on": 140, LEVEL_FIELD: 130},
    ("skill", "from_id", "to_id", "check", "notes"),
    _transfer,
)
TESTIMONIES: Final = Form(
    TESTIMONY,
    TESTIMONY.plural,
    N_("No testimony yet. Only those that may be quoted ever stand in a document."),
    {"said_on": 140, "consent": 150, LEVEL_FIELD: 130},
    ("text", "group_id"),
    _testimony,
)
