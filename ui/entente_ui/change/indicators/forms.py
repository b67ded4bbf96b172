"""How indicators, checks of use and counts are shown and asked for."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADOPTION, CHANGE_INDICATOR, USAGE_CHECK
from entente.domain.records import LEVEL_FIELD
from entente.i18n import N_, _
from entente.services.progress_words import NONE, figure
from entente.services.usage import LINKS
from entente_ui.formats import long_date, number
from entente_ui.registers.record_cards import Form
from entente_ui.registers.writing import LabelsByKind


def _indicator_line(row: Mapping[str, Any], _labels: LabelsByKind) -> tuple[str, str]:
    return f"{row['ref']} · {row['name']}", ""


def _use_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    marks = ", ".join(f"{_(USAGE_CHECK.field(name).label)} {figure(row[name])}" for name in LINKS)
    return _where(row, labels), f"{long_date(row['checked_on'])} · {marks}"


def _count_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    told = _("{users} of {population} on {date}").format(
        users=number(row["users"]),
        population=number(row["population"]),
        date=long_date(row["read_on"]),
    )
    return told, _where(row, labels)


def _where(row: Mapping[str, Any], labels: LabelsByKind) -> str:
    group = labels.get(FUNCTIONAL_GROUP.name, {}).get(row["group_id"] or "", "")
    return " · ".join(filter(None, (row["tool"] or NONE, group)))


INDICATORS: Final = Form(
    CHANGE_INDICATOR,
    N_("Indicators of the change"),
    N_(
        "No indicator yet. Choose a few that those concerned can check themselves, say where "
        "they stand today and where they are to be."
    ),
    {
        "name": 300,
        "unit": 120,
        "baseline": 110,
        "target": 110,
        "target_on": 140,
        "frequency": 160,
        "phase": 200,
        LEVEL_FIELD: 130,
    },
    ("formula", "notes"),
    _indicator_line,
)
USES: Final = Form(
    USAGE_CHECK,
    N_("Checks of use"),
    N_(
        "No check yet. Ask those who work with a tool whether it is useful, usable and used: "
        "three marks from 1 to 5."
    ),
    {
        "tool": 260,
        "checked_on": 140,
        "useful": 90,
        "usable": 90,
        "used": 90,
        "measured": 150,
        LEVEL_FIELD: 130,
    },
    ("group_id", "notes"),
    _use_line,
)
COUNTS: Final = Form(
    ADOPTION,
    N_("Counts"),
    N_(
        "Nothing was counted yet. Count now and then how many use a tool, out of how many: "
        "three counts tell a curve."
    ),
    {"read_on": 140, "users": 110, "population": 110, LEVEL_FIELD: 130},
    ("tool", "group_id"),
    _count_line,
)
