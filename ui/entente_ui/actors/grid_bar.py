"""The buttons and the filter over the grid."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.i18n import _
from entente_ui.actors.legend import Legend
from entente_ui.kit import (
    IconButton,
    LinkButton,
    PrimaryButton,
    SearchField,
    SecondaryButton,
    spaced,
)
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.grid_actions import GridActions

_NARROWEST: Final = 110
_WIDEST: Final = 300


class GridBar(QWidget):
    """Two rows: what can be done, and the camps.

    Attributes:
        search: The filter by words.
        legend: The filter by camp.

    Signals:
        add_wanted, import_wanted, export_wanted: Emitted when those buttons are pressed;
            the last with the button.
    """

    add_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Filter…"), self, shortcut="Ctrl+F")
        self.legend = Legend(self)
        self._clear = LinkButton(_("Clear the filters"), self.clear, self)
        self._clear.hide()
        self._row = spaced(QHBoxLayout(), 0, 8)
        self._build()
        theme().changed.connect(self._fit)
        self._fit()

    def clear(self) -> None:
        """Filter nothing."""
        self.search.clear()
        self.legend.clear()

    def show_filtered(self, *, on: bool) -> None:
        """Offer to filter nothing, or do not."""
        self._clear.setVisible(on)

    def enable(self, *, writing: bool) -> None:
        """Allow or forbid what leads to names that others must not see."""
        for button in self._writing:
            button.setEnabled(writing)

    def add_switches(self, actions: "GridActions") -> None:
        """Put the switches of what is shown at the right end."""
        for action, name in (
            (actions.names, "tag"),
            (actions.trails, "route"),
            (actions.table, "table"),
            (actions.side, "layout-sidebar-right"),
        ):
            self._row.addWidget(self._switch(action, name))

    def _build(self) -> None:
        add = PrimaryButton(_("Add"), self.add_wanted.emit, self)
        bring = SecondaryButton(_("Import…"), self.import_wanted.emit, self)
        export = SecondaryButton(_("Export"), None, self)
        export.clicked.connect(lambda: self.export_wanted.emit(export))
        self._writing = (add, bring)
        for button in (add, bring, export):
            self._row.addWidget(button)
        self._row.addWidget(self.search, 1)
        self._row.addStretch(0)
        legend = spaced(QHBoxLayout(), 0, 8)
        legend.addWidget(self.legend, 1)
        legend.addWidget(self._clear)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 4), 4)
        layout.addLayout(self._row)
        layout.addLayout(legend)

    def _switch(self, action: QAction, icon_name: str) -> IconButton:
        button = IconButton(icon_name, action.text(), None, self, checkable=True)
        button.setChecked(action.isChecked())
        button.toggled.connect(action.setChecked)
        action.toggled.connect(button.setChecked)
        return button

    def _fit(self) -> None:
        self.search.setMinimumWidth(theme().px(_NARROWEST))
        self.search.setMaximumWidth(theme().px(_WIDEST))
