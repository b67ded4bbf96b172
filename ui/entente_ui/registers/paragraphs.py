"""Paragraphs typed in a field that grows with them."""

from typing import Any, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from entente.domain.records import Field
from entente.i18n import language
from entente_ui.formats import NBSP
from entente_ui.look.theme import theme
from entente_ui.registers.written import Written

#: Between paragraphs, and where Shift and Enter were pressed.
_LINE_ENDS: Final = {0x2029: "\n", 0x2028: "\n"}
_LEAST_LINES: Final = 2
_MOST_LINES: Final = 14


class LongInput(Written, QPlainTextEdit):
    """Paragraphs; the field grows with them. Only plain text can be pasted.

    Signals:
        committed: Emitted when Ctrl+Enter was pressed or the focus left, if anything changed.
    """

    _least_lines = _LEAST_LINES
    _most_lines = _MOST_LINES

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme().changed.connect(self._grow)

    def set_least_lines(self, lines: int) -> None:
        """Be at least so many lines high."""
        self._least_lines = lines
        self._grow()

    def set_most_lines(self, lines: int) -> None:
        """Be at most so many lines high; what is beyond is scrolled to."""
        if lines != self._most_lines:
            self._most_lines = lines
            self._grow()

    @override
    def show_value(self, value: Any) -> None:
        self.setPlaceholderText(self._hint)
        self._shown = value or ""
        self.setPlainText(self._shown)
        self._grow()

    def show_typed(self, text: str) -> None:
        """Show a text again that was typed and not taken."""
        self.setPlainText(text)

    @override
    def typed(self) -> Any:
        # toPlainText() would turn no-break spaces into others.
        return self.document().toRawText().translate(_LINE_ENDS)

    def _dress_quote(self) -> None:
        """Turn the straight sign just typed into a French one; undo brings it back."""
        cursor = self.textCursor()
        place = cursor.position()
        before = self.document().characterAt(place - 2) if place > 1 else " "
        opens = before.isspace() or before in "([«’'\u2029\u2028"
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        cursor.insertText(f"«{NBSP}" if opens else f"{NBSP}»")
        cursor.endEditBlock()

    def _grow(self) -> None:
        first = self.document().firstBlock()
        line = self.blockBoundingRect(first).height() / max(first.layout().lineCount(), 1)
        # The layout of a plain text counts its height in lines.
        lines = min(max(self.document().size().height(), self._least_lines), self._most_lines)
        margins = self.contentsMargins()
        inside = 2 * self.document().documentMargin() + margins.top() + margins.bottom()
        height = round(lines * line + inside) + 1
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.text() == '"' and language() == "fr":
            super().keyPressEvent(event)
            self._dress_quote()
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())
