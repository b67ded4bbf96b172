"""Where the words of a note are written, on the map itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from entente.i18n import _
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

_LEAST: Final = (180, 76)
_PASSING: Final = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class NoteEditor(QPlainTextEdit):
    """Takes the words of a note; leaving it keeps them, Escape does not."""

    def __init__(self, canvas: "Canvas", text: str, done: Callable[[str], object]) -> None:
        super().__init__(text, canvas)
        self._done: Callable[[str], object] | None = done
        self._before = text
        self._canvas = canvas
        self.setAccessibleName(_("Words of the note"))
        self.setPlaceholderText(_("Ctrl+Enter keeps it, Esc gives up"))
        canvas.looked.connect(self.keep)

    def open_at(self, rect: QRect) -> None:
        """Show it where the note is."""
        least = (theme().px(_LEAST[0]), theme().px(_LEAST[1]))
        box = QRect(rect.x(), rect.y(), max(rect.width(), least[0]), max(rect.height(), least[1]))
        inside = self._canvas.rect()
        box.moveLeft(max(0, min(box.x(), inside.width() - box.width())))
        box.moveTop(max(0, min(box.y(), inside.height() - box.height())))
        self.setGeometry(box)
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the words and close."""
        self._close(keeps=True)

    def _close(self, *, keeps: bool) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        had_focus = self.hasFocus()
        self.hide()
        self.deleteLater()
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        text = self.toPlainText().strip()
        if keeps and text != self._before:
            done(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close(keeps=False)
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.keep()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.keep()
