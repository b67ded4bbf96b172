"""Risks in short lists beside the matrix: those of a cell, and those to be dragged onto it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QListWidgetItem,
    QWidget,
)
from typing_extensions import override

from entente.domain.risk import RISK
from entente.domain.text import shorten
from entente.services.risks import RiskView
from entente_ui.drag import pack_records
from entente_ui.kit import dress_list, tooltip_html
from entente_ui.look.theme import theme

_KEY: Final = Qt.ItemDataRole.UserRole
_NAME: Final = 90
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
#: Rows seen at once; more of them scroll.
_ROWS: Final = 9


class RiskList(QListWidget):
    """Some risks, a line each; as high as it needs to be.

    Signals:
        picked: Emitted with the key of the one that is selected.
        asked: Emitted with the key of the one Enter or a double click is for.
    """

    picked = Signal(str)
    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)
        self._is_filling = False
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(_KEY)))
        self.itemDoubleClicked.connect(lambda item: self.asked.emit(item.data(_KEY)))
        theme().changed.connect(self._fit)

    @property
    def keys(self) -> list[str]:
        """Keys of what is listed."""
        return [self.item(row).data(_KEY) for row in range(self.count())]

    def show_risks(self, views: Sequence[RiskView], picked: str = "") -> None:
        """List these; the one that is selected stays so."""
        self._is_filling = True
        if self.keys != [view.id for view in views]:
            self.clear()
            for view in views:
                item = QListWidgetItem(self)
                item.setData(_KEY, view.id)
        for row, view in enumerate(views):
            item = self.item(row)
            item.setText(f"{view.ref}  {shorten(view.event, _NAME)}")
            item.setToolTip(tooltip_html(view.event))
        self.pick(picked)
        self._is_filling = False
        self._fit()

    def pick(self, key: str) -> None:
        """Select one, or none, without telling anybody."""
        was, self._is_filling = self._is_filling, True
        keys = self.keys
        self.setCurrentRow(keys.index(key) if key in keys else -1)
        self._is_filling = was

    def _tell(self, item: QListWidgetItem | None) -> None:
        # A press may begin a drag: nobody is told before the click is complete.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if item is not None and not self._is_filling and not pressed:
            self.picked.emit(item.data(_KEY))

    def _fit(self) -> None:
        row = max(self.sizeHintForRow(0), theme().px(24))
        rows = min(max(self.count(), 1), _ROWS)
        self.setFixedHeight(rows * row + 2 * self.frameWidth() + 4)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Whoever only passes by with Tab has picked nothing yet.
        was, self._is_filling = self._is_filling, True
        super().focusInEvent(event)
        self._is_filling = was

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if Qt.Key(event.key()) in _ENTER and item is not None:
            self.asked.emit(item.data(_KEY))
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), super().minimumSizeHint().height())


class UnratedList(RiskList):
    """Risks without a place on the matrix: dragged there, or rated with Enter."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @override
    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return pack_records(RISK.name, [item.data(_KEY) for item in items])
