"""How ties and papers are shown and asked for."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.guard_rails import DECLARATION, EXHIBIT
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import shorten
from entente.domain.values import show
from entente.i18n import N_, _
from entente_ui.formats import labelled, long_date
from entente_ui.registers.record_cards import Form
from entente_ui.registers.writing import LabelsByKind

_LINE_MAX: Final = 160


def _tie_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    tie = show(DECLARATION.field("tie"), row["tie"])
    line = _("No tie declared") if row["tie"] == "none" else labelled(_("Tie"), tie)
    actor = labels.get(ACTOR.name, {}).get(row["actor_id"] or "", "")
    whole = "" if row["difficulty_id"] else _("whole mission")
    words = (whole, long_date(row["declared_on"]), shorten(row["text"] or "", _LINE_MAX))
    done = labelled(_("Done"), shorten(row["measure"], _LINE_MAX)) if row["measure"] else ""
    return " · ".join(filter(None, (line, actor))), " · ".join(filter(None, (*words, done)))


def _paper_line(row: Mapping[str, Any], labels: LabelsByKind) -> tuple[str, str]:
    actor = labels.get(ACTOR.name, {}).get(row["actor_id"] or "", "")
    origin = show(EXHIBIT.field("origin"), row["origin"])
    words = (origin, long_date(row["received_on"]), actor, row["kept_at"] or "")
    return f"{row['ref']} · {row['title'] or ''}", " · ".join(filter(None, words))


TIES: Final = Form(
    DECLARATION,
    N_("Declarations of ties"),
    N_("Nothing is declared. “None” is worth declaring too, with its date."),
    {"tie": 140, "declared_on": 140, LEVEL_FIELD: 120},
    ("actor_id", "difficulty_id", "text", "measure"),
    _tie_line,
)
PAPERS: Final = Form(
    EXHIBIT,
    N_("Papers"),
    N_("No paper is listed."),
    {"received_on": 140, LEVEL_FIELD: 120},
    ("title", "origin", "actor_id", "kept_at", "notes"),
    _paper_line,
)
#: Kinds of record these point to.
NAMED: Final = (ACTOR, DIFFICULTY)
