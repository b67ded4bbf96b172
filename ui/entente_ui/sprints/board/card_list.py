"""One column of cards: dropped between others, by many at a time, from other programs too."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.services.board import Card
from entente_ui.drag import RECORDS_MIME
from entente_ui.kit.cards import CardView
from entente_ui.look.theme import theme
from entente_ui.sprints.board.faces import CardFaces

_Key: Final = Qt.Key
#: What a key by itself asks for; the names are those of `commands.Commands.run`.
_KEYS: Final[Mapping[Qt.Key, str]] = MappingProxyType(
    {
        _Key.Key_Return: "open",
        _Key.Key_Enter: "open",
        _Key.Key_F2: "edit",
        _Key.Key_Delete: "delete",
        _Key.Key_N: "new",
        _Key.Key_A: "archive",
    }
)
_WITH_ALT: Final = {
    _Key.Key_Up: "raise",
    _Key.Key_Down: "lower",
    _Key.Key_Home: "top",
    _Key.Key_End: "bottom",
}
#: Px at 100 % from the edge where a column scrolls while something is held there, how far
#: in one go, and ms between two.
_BORDER: Final = 40
_STEP: Final = 14
_PAUSE: Final = 16


class CardList(CardView[Card]):
    """Pieces of work from above, in the order people gave them.

    Attributes:
        is_carrying: Whether cards of this column are on their way.


    Signals:
        moved_over: Emitted when something is moved over these cards.
        lines_dropped: Emitted with text from another program, and the key of the card it was
            dropped before, or nothing for the end.
    """

    moved_over = Signal()
    lines_dropped = Signal(str, str)

    own_keys = _KEYS
    more_keys = MappingProxyType({_Key.Key_Slash: "filter"})

    def __init__(self, faces: CardFaces, parent: QWidget | None = None) -> None:
        super().__init__(BACKLOG_ITEM.name, faces, parent)
        self.is_carrying = False
        self._line: int | None = None
        self._held: QPoint | None = None
        self._scrolling = QTimer(self, interval=_PAUSE)
        self._scrolling.timeout.connect(self._scroll)

    def before(self, at: QPoint) -> str:
        """Return the key of the card something is put before that is dropped at a point."""
        row = self._row_at(at)
        return self.cards.shown[row].id if row < len(self.cards.shown) else ""

    def _row_at(self, at: QPoint) -> int:
        """Return the row something dropped at a point comes to stand in."""
        index = self.indexAt(at)
        if index.isValid():
            return index.row() + (at.y() > self.visualRect(index).center().y())
        above = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        return 0 if at.y() < 0 and above.isValid() else len(self.cards.shown)

    @override
    def aim(self, at: QPoint | None, keys: Sequence[str] = ()) -> None:
        if (at is None) != (self._held is None):
            self.aimed.emit(at is not None)
        self._held = at
        line = None
        if at is not None:
            row = self._row_at(at)
            last = len(self.cards.shown) - 1
            if row <= last:
                line = self.visualRect(self.cards.index(row)).top()
            else:
                line = self.visualRect(self.cards.index(last)).bottom() if last >= 0 else 0
            self._scrolling.start()
        else:
            self._scrolling.stop()
        if line != self._line:
            for height in (self._line, line):
                if height is not None:  # nothing else is painted anew
                    self.viewport().update(self._strip(height))
            self._line = line

    def _strip(self, line: int) -> QRect:
        """Return where the line between two cards is painted."""
        room = theme().px(8)
        return QRect(0, line - room, self.viewport().width(), 2 * room)

    @override
    def drop(self, keys: Sequence[str], at: QPoint) -> None:
        self.dropped.emit(list(keys), self.before(at))

    def _scroll(self) -> None:
        """Scroll on while something is held near an edge."""
        if self._held is None:
            return
        near, bar, height = theme().px(_BORDER), self.verticalScrollBar(), self._held.y()
        by = theme().px(_STEP)
        before = bar.value()
        if height < near:
            bar.setValue(before - by)
        elif height > self.viewport().height() - near:
            bar.setValue(before + by)
        if bar.value() != before:
            self.viewport().update()
            self.aim(self._held)

    @override
    def _scroll_near(self, height: int) -> None:
        """Scroll by the clock alone: the pointer need not move for it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme().colour("accent"), theme().px(3)))
        side, top = theme().px(8), max(theme().px(2), self._line - theme().px(4))
        painter.drawLine(side, top, self.viewport().width() - side, top)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = Qt.KeyboardModifier.ControlModifier
        if held == Qt.KeyboardModifier.AltModifier and key in _WITH_ALT:
            self.ask(_WITH_ALT[key])
        elif held == control and key == _Key.Key_D:
            self.ask("duplicate")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.ask("paste")
        elif not held and key == _Key.Key_Up and self.currentIndex().row() <= 0:
            self.ask("above")
        elif not held and key == _Key.Key_Down and self._is_at_end():
            self.ask("below")
        else:
            super().keyPressEvent(event)

    def _is_at_end(self) -> bool:
        return self.currentIndex().row() == len(self.cards.shown) - 1

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # Qt's name
        self.is_carrying = True
        try:
            super().startDrag(supportedActions)
        finally:
            self.is_carrying = False

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.moved_over.emit()
        if self._text(event):
            self.aim(event.position().toPoint())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return
        super().dragMoveEvent(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.aim(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        text = self._text(event)
        if not text:
            super().dropEvent(event)
            return
        self.aim(None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.lines_dropped.emit(text, self.before(event.position().toPoint()))

    def _text(self, event: QDropEvent) -> str:
        """Return the text that is dragged; files and records of ours are no text."""
        data = event.mimeData()
        is_ours = data.hasUrls() or data.hasFormat(RECORDS_MIME)
        return data.text().strip() if self.cards.is_editable and not is_ours else ""
