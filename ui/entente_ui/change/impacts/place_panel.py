"""Beside the map: the cell or the group one is at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from entente.i18n import _
from entente.services.impact import Group
from entente_ui.change.impacts.cell_panel import CellPanel
from entente_ui.change.impacts.deeds import Deeds
from entente_ui.change.impacts.group_panel import GroupPanel
from entente_ui.kit import ScrollArea
from entente_ui.registers.columns import Labels


class PlacePanel(QStackedWidget):
    """One of the two.

    Attributes:
        cell, group: What is said of a cell, and of a group.

    Signals:
        group_asked: Emitted when the whole group of a cell is to be shown.
        opened: Emitted with the kind and the key of a record to go to.
    """

    group_asked = Signal()
    opened = Signal(str, str)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell = CellPanel(deeds, self)
        self.group = GroupPanel(deeds, self)
        for panel in (self.cell, self.group):
            panel.setProperty("page", "true")
            self.addWidget(ScrollArea(panel, self, name=_("What is said of it")))
        self.cell.group_asked.connect(self.group_asked)
        self.cell.opened.connect(self.opened)
        self.group.facts.opened.connect(self.opened)

    def show_place(self, group: Group, dimension: str, homes: Labels, *, read_only: bool) -> None:
        """Show a cell, or without a dimension the group, of one of the organisations `homes`."""
        if dimension:
            self.cell.show_cell(group, dimension, read_only=read_only)
        else:
            self.group.show_group(group, homes, read_only=read_only)
        self.setCurrentIndex(0 if dimension else 1)

    def settle(self) -> None:
        """Take what is being typed before something else is shown."""
        for fields in (self.cell.fields, self.group.facts, self.group.questions):
            if fields.isVisible():
                fields.commit_typed()
