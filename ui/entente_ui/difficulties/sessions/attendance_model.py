"""Who is expected at a session as a table."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    Qt,
)
from typing_extensions import override

from entente.domain.mediation_session import ATTENDANCE
from entente.i18n import N_, _
from entente.services.mediation_sessions import Attendee
from entente_ui.difficulties.sessions.words import stopwatch
from entente_ui.kit import tooltip_html
from entente_ui.kit.rows import Index, KeyedTable
from entente_ui.look.theme import theme

_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ON, _OFF = "●", "○"


class PeopleColumn(IntEnum):
    """Columns from left to right."""

    NAME = 0
    PRESENT = 1
    ABSENT = 2
    EXCUSED = 3
    SPOKEN = 4


_HEADERS: Final = {
    PeopleColumn.NAME: N_("Name"),
    PeopleColumn.PRESENT: N_("present"),
    PeopleColumn.ABSENT: N_("absent"),
    PeopleColumn.EXCUSED: N_("excused"),
    PeopleColumn.SPOKEN: N_("Spoken"),
}
#: What each circle stands for.
PRESENCES: Final = {
    PeopleColumn.PRESENT: "present",
    PeopleColumn.ABSENT: "absent",
    PeopleColumn.EXCUSED: "excused",
}


class PeopleModel(KeyedTable[Attendee]):
    """Shows who is expected at a session."""

    headers = tuple(_HEADERS.values())

    @override
    def key_of(self, row: Attendee) -> str:
        return row.id

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = PeopleColumn(section)
        if role == Qt.ItemDataRole.DisplayRole:
            words = _(_HEADERS[column])
            return words[:1].upper() + words[1:]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in PRESENCES:
            return _CENTRE
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self.row_at(index), PeopleColumn(index.column())
        told: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                told = self._text(one, column)
            case Qt.ItemDataRole.TextAlignmentRole if column is not PeopleColumn.NAME:
                told = _RIGHT if column is PeopleColumn.SPOKEN else _CENTRE
            case Qt.ItemDataRole.ForegroundRole if column in PRESENCES:
                chosen = one.presence == PRESENCES[column]
                told = theme().colour("accent" if chosen else "faint")
            case Qt.ItemDataRole.ToolTipRole if column is PeopleColumn.NAME:
                told = tooltip_html(one.speaks_for or one.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                choices = ATTENDANCE.field("presence").choices or {}
                told = f"{one.name}, {_(choices.get(one.presence, ''))}"
        return told

    @staticmethod
    def _text(one: Attendee, column: PeopleColumn) -> str:
        match column:
            case PeopleColumn.NAME:
                party = _("party") if one.is_party else _("not a party")
                return f"{one.ref} {one.name} · {party}"
            case PeopleColumn.SPOKEN:
                return stopwatch(one.spoken) if one.spoken else ""
            case _:
                return _ON if one.presence == PRESENCES[column] else _OFF
