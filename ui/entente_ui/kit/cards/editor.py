"""The text of a card while it is written over where it stands."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QPlainTextEdit, QWidget
from typing_extensions import override

#: Between paragraphs, and where Shift and Enter were pressed.
_LINE_ENDS: Final = {0x2029: "\n", 0x2028: "\n"}


class CardEditor(QPlainTextEdit):
    """The text of a card while it is written over; Enter keeps it, Esc does not.

    Signals:
        finished: Emitted when Enter was pressed.
    """

    finished = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    def typed(self) -> str:
        """Return what stands there, no-break spaces included."""
        return self.document().toRawText().translate(_LINE_ENDS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


def finish_editing(view: QAbstractItemView) -> None:
    """Keep what is being typed on a card and show the card again."""
    for editor in view.findChildren(CardEditor):
        if not editor.isHidden():  # one that is hidden is no longer the view's
            view.commitData(editor)
            view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
