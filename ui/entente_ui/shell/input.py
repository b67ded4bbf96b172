"""What the whole program does with keys and wheel, whichever widget they go to."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

#: Signs that somebody is there.
_HANDS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)

#: What they come as, and ShortcutOverride.
_BY_HAND: Final = (QInputEvent, QInputMethodEvent)


class InputFilter(QObject):
    """Sees every event of the program before its widget does.

    Signals:
        touched: Emitted when somebody used keyboard, mouse or screen.
        zoomed: Emitted with 1 or −1 when the wheel was turned with Ctrl held.
    """

    touched = Signal()
    zoomed = Signal(int)

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program passes here, and to ask its type takes longer than its class.
        if not isinstance(event, _BY_HAND):
            return False
        kind = event.type()
        if kind in _HANDS:
            self.touched.emit()
            if kind is QEvent.Type.Wheel and isinstance(event, QWheelEvent):
                return self._zoom(watched, event)
        elif kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _pass_undo_on(watched, event)
        return False

    def _zoom(self, watched: QObject, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        # What a drawing does not take goes on to what is around it: ask where it was turned.
        under = QApplication.widgetAt(event.globalPosition().toPoint()) or watched
        if not isinstance(watched, QWidget) or _is_drawing(under):
            return False
        turn = event.angleDelta().y()
        if turn:
            self.zoomed.emit(1 if turn > 0 else -1)
        return True


def _is_drawing(widget: QObject) -> bool:
    """Return whether a widget is a drawing, which zooms by itself."""
    return isinstance(widget, QGraphicsView) or isinstance(widget.parent(), QGraphicsView)


def _pass_undo_on(watched: QObject, event: QKeyEvent) -> bool:
    """Leave undo and redo to the mission although a field has the focus; say whether.

    A field keeps them as long as something was typed in it: its undo never spills over into
    the mission. One in which nothing was typed would swallow them for nothing.
    """
    is_undo = event.matches(QKeySequence.StandardKey.Undo)
    if not (is_undo or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    if isinstance(watched, QLineEdit):
        untouched = not (watched.isUndoAvailable() or watched.isRedoAvailable())
    elif isinstance(watched, QPlainTextEdit):
        text = watched.document()
        untouched = not (text.isUndoAvailable() or text.isRedoAvailable())
    else:
        return False
    if untouched:
        event.ignore()
    return untouched
