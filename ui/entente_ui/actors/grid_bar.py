"""The buttons and the filter over the grid; they take less room where there is little."""

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.actors.legend import Legend
from entente_ui.actors.switch_button import SwitchButton
from entente_ui.kit import (
    IconButton,
    LinkButton,
    Menu,
    PrimaryButton,
    SearchField,
    SecondaryButton,
    spaced,
)
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.grid_actions import GridActions

_NARROWEST: Final = 92
_WIDEST: Final = 300
_GAP: Final = 8


class _Room(IntEnum):
    """How much the bar shows of itself."""

    ALL = 0
    ICONS = 1  # importing and exporting are icons
    LEAST = 2  # the switches are in a menu


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
        self._actions: GridActions | None = None
        self._row = spaced(QHBoxLayout(), 0, _GAP)
        self._add = PrimaryButton(_("Add"), self.add_wanted.emit, self)
        self._import = SecondaryButton(_("Import…"), self.import_wanted.emit, self)
        self._export = SecondaryButton(_("Export"), None, self)
        self._import_icon = IconButton("file-import", _("Import…"), self.import_wanted.emit, self)
        self._export_icon = IconButton("file-export", _("Export"), None, self)
        self._more = IconButton("dots", _("What the grid shows"), self._show_more, self)
        self._switches: list[IconButton] = []
        self._build()
        theme().changed.connect(self._fit)

    def clear(self) -> None:
        """Filter nothing."""
        self.search.clear()
        self.legend.clear()

    def show_filtered(self, *, on: bool) -> None:
        """Offer to filter nothing, or do not."""
        self._clear.setVisible(on)

    def enable(self, *, writing: bool) -> None:
        """Allow or forbid what leads to names that others must not see."""
        for button in (self._add, self._import, self._import_icon):
            button.setEnabled(writing)

    def add_switches(self, actions: "GridActions") -> None:
        """Put the switches of what is shown at the right end."""
        self._actions = actions
        for action, name in (
            (actions.names, "tag"),
            (actions.trails, "route"),
            (actions.table, "table"),
            (actions.side, "layout-sidebar-right"),
        ):
            switch = SwitchButton(name, action, self)
            self._switches.append(switch)
            self._row.addWidget(switch)
        self._row.addWidget(self._more)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _build(self) -> None:
        # The bar adapts itself: it must not keep the pane from growing narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        for export in (self._export, self._export_icon):
            export.clicked.connect(lambda _on=False, at=export: self.export_wanted.emit(at))
        for button in (
            *(self._add, self._import, self._import_icon),
            *(self._export, self._export_icon),
        ):
            self._row.addWidget(button)
        self._row.addWidget(self.search, 1)
        self._row.addStretch(0)
        legend = spaced(QHBoxLayout(), 0, 8)
        legend.addWidget(self.legend, 1)
        legend.addWidget(self._clear)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 4), 4)
        layout.addLayout(self._row)
        layout.addLayout(legend)

    def _fit(self) -> None:
        self.search.setMinimumWidth(theme().px(_NARROWEST))
        self.search.setMaximumWidth(theme().px(_WIDEST))
        room = next((each for each in _Room if self._needed(each) <= self.width()), _Room.LEAST)
        self._import.setVisible(room is _Room.ALL)
        self._export.setVisible(room is _Room.ALL)
        self._import_icon.setVisible(room is not _Room.ALL)
        self._export_icon.setVisible(room is not _Room.ALL)
        for switch in self._switches:
            switch.setVisible(room is not _Room.LEAST)
        self._more.setVisible(room is _Room.LEAST)

    def _needed(self, room: _Room) -> int:
        """Return the width the row takes when it shows that much."""
        shown: list[QWidget] = [self._add]
        if room is _Room.ALL:
            shown += [self._import, self._export]
        else:
            shown += [self._import_icon, self._export_icon]
        shown += [self._more] if room is _Room.LEAST else self._switches
        widths = sum(widget.sizeHint().width() for widget in shown)
        return widths + theme().px(_NARROWEST) + theme().px(_GAP) * (len(shown) + 1)

    def _show_more(self) -> None:
        actions = self._actions
        if actions is None:
            return
        menu = Menu("", self)
        menu.addActions([actions.names, actions.trails, actions.table, actions.side])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
