"""What the whole program does with keys and wheel, whichever widget they go to."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QLineEdit, QPlainTextEdit
from shiboken6 import isValid
from typing_extensions import override

from entente_ui.kit.window_filter import WindowFilter, widget_at

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


class InputFilter(WindowFilter):
    """Sees what is done by hand before any widget does.

    Signals:
        touched: Emitted when somebody used keyboard, mouse or screen.
        zoomed: Emitted with 1 or −1 when the wheel was turned with Ctrl held.
    """

    touched = Signal()
    zoomed = Signal(int)

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(app, parent)
        self._focus: QObject | None = None
        # What is composed of several keys is sent to the field alone.
        app.focusObjectChanged.connect(self._follow)
        self._follow(app.focusObject())

    @Slot(QObject)
    def _follow(self, focus: QObject | None) -> None:
        if self._focus is not None and isValid(self._focus):
            self._focus.removeEventFilter(self)
        if focus is not None:
            focus.installEventFilter(self)
        self._focus = focus

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _HANDS:
            self.touched.emit()
            if kind is QEvent.Type.Wheel and isinstance(event, QWheelEvent):
                return self._zoom(watched, event)
        elif kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _pass_undo_on(event)
        return False

    def _zoom(self, window: QObject, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        under = widget_at(window, event.position().toPoint())
        if under is None or _is_drawing(under):
            return False
        turn = event.angleDelta().y()
        if turn:
            self.zoomed.emit(1 if turn > 0 else -1)
        return True


def _is_drawing(widget: QObject) -> bool:
    """Return whether a widget is a drawing, which zooms by itself."""
    return isinstance(widget, QGraphicsView) or isinstance(widget.parent(), QGraphicsView)


def _pass_undo_on(event: QKeyEvent) -> bool:
    """Leave undo and redo to the mission although a field has the focus; say whether.

    A field keeps them as long as something was typed in it: its undo never spills over into
    the mission. One in which nothing was typed would swallow them for nothing.
    """
    is_undo = event.matches(QKeySequence.StandardKey.Undo)
    if not (is_undo or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        untouched = not (field.isUndoAvailable() or field.isRedoAvailable())
    elif isinstance(field, QPlainTextEdit):
        text = field.document()
        untouched = not (text.isUndoAvailable() or text.isRedoAvailable())
    else:
        return False
    if untouched:
        event.ignore()
    return untouched
