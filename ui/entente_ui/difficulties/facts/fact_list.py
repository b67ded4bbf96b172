"""The same facts as a plain table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from entente.i18n import N_, _
from entente.services.notes import Note
from entente_ui.difficulties.notes.telling import Telling, covered, kind_word
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.formats import long_date
from entente_ui.kit.rows import Index, KeyedTable


class FactColumn(IntEnum):
    """Columns from left to right."""

    DAY = 0
    STATE = 1
    FACT = 2
    WHO = 3
    LEVEL = 4


_HEADERS: Final = {
    FactColumn.DAY: N_("Happened on"),
    FactColumn.STATE: N_("State"),
    FactColumn.FACT: N_("Fact"),
    FactColumn.WHO: N_("Told by"),
    FactColumn.LEVEL: N_("Confidentiality"),
}
#: Px at 100 %; the fact takes the rest.
WIDTHS: Final = {
    FactColumn.DAY: 120,
    FactColumn.STATE: 90,
    FactColumn.WHO: 90,
    FactColumn.LEVEL: 120,
}


class FactList(KeyedTable[Note]):
    """Facts by day, those without one last."""

    headers = tuple(_HEADERS.values())

    def __init__(self, veil: Veil, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self._telling = Telling({}, {})
        veil.changed.connect(self._recover)

    @override
    def key_of(self, row: Note) -> str:
        return row.id

    def show_facts(self, facts: Sequence[Note], telling: Telling) -> None:
        """Show other facts."""
        self._telling = telling
        self.show_rows(facts)

    def _recover(self) -> None:
        if self.rows:
            column = int(FactColumn.FACT)
            last = self.index(len(self.rows) - 1, column)
            self.dataChanged.emit(self.index(0, column), last)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        note = self.row_at(index)
        match FactColumn(index.column()):
            case FactColumn.DAY:
                return long_date(note.happened_on)
            case FactColumn.STATE:
                word = kind_word(note.kind)
                return ", ".join((word, _("struck"))) if note.is_struck else word
            case FactColumn.FACT:
                text = covered() if self._veil.hides(note) else note.text
                return " ".join(text.split("\n"))
            case FactColumn.WHO:
                return self._telling.who(note)
            case FactColumn.LEVEL:
                return self._telling.level(note)
