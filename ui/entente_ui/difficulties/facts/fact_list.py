"""The same facts as a plain table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from entente.i18n import N_, _
from entente.services.notes import Note
from entente_ui.difficulties.notes.telling import Telling, covered, kind_word
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.formats import long_date
from entente_ui.kit.cards import Index

_ROOT: Final = QModelIndex()


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


class FactList(QAbstractTableModel):
    """Facts by day, those without one last."""

    def __init__(self, veil: Veil, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self._facts: Sequence[Note] = ()
        self._telling = Telling({}, {})
        veil.changed.connect(self._recover)

    def show_facts(self, facts: Sequence[Note], telling: Telling) -> None:
        """Show other facts."""
        self.beginResetModel()
        self._facts, self._telling = facts, telling
        self.endResetModel()

    def note(self, row: int) -> Note:
        """Return the fact of a row."""
        return self._facts[row]

    def _recover(self) -> None:
        if self._facts:
            column = int(FactColumn.FACT)
            last = self.index(len(self._facts) - 1, column)
            self.dataChanged.emit(self.index(0, column), last)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._facts)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(FactColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[FactColumn(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        note = self._facts[index.row()]
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
