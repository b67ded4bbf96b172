"""The table twin of the timeline."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from entente.i18n import _
from entente_ui.difficulties.facts.fact_list import WIDTHS, FactColumn, FactList
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import dress_table
from entente_ui.look.theme import theme


class FactTable(QTableView):
    """The same facts in rows.

    Attributes:
        facts: Its model.

    Signals:
        opened: Emitted with the key of a fact to go to on the timeline.
    """

    opened = Signal(str)

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = FactList(veil, self)
        self.setModel(self.facts)
        self.setAccessibleName(_("Facts"))
        dress_table(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(FactColumn.FACT, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(lambda at: self.opened.emit(self.facts.row_at(at).id))
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme().px(width))
