"""What a value is typed or chosen with: the same in a cell, a form and a question."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QDate, QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from entente.domain.records import Field, FieldKind
from entente.errors import InvalidValueError
from entente.i18n import _, language
from entente_ui.formats import NBSP, date_hint, typed_date
from entente_ui.kit import IconButton, Menu, make_calendar
from entente_ui.look.theme import theme
from entente_ui.registers.columns import Labels
from entente_ui.registers.names import BLANK, KEY_ROLE, NamesCompleter, NamesModel
from entente_ui.registers.typed import read_typed, today, typed_text

#: Most signs a field takes from the clipboard before it is checked.
_LONGEST: Final = 2_000_000
#: Between paragraphs, and where Shift and Enter were pressed.
_LINE_ENDS: Final = {0x2029: "\n", 0x2028: "\n"}
_LEAST_LINES: Final = 2
_MOST_LINES: Final = 14


class LineInput(QLineEdit):
    """Words or a number on one line; the arrow keys step a number.

    Signals:
        committed: Emitted when Enter was pressed or the focus left, if anything changed.
    """

    committed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._shown = self._hint = ""
        self.setMaxLength(_LONGEST)
        self.editingFinished.connect(self._finish)

    def show_value(self, value: Any) -> None:  # noqa: ANN401  # any kind
        """Show another value; what was typed goes."""
        self.setPlaceholderText(self._hint)
        self.setText(typed_text(self._field, value, {}))
        self._shown = self.text()
        self.setCursorPosition(0)

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.show_value(None)
        self.setPlaceholderText(words)

    def explain(self, hint: str) -> None:
        """Show what to write here while nothing is."""
        self._hint = hint
        self.setPlaceholderText(hint)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that was not yet committed."""
        return self.text() != self._shown

    def show_typed(self, text: str) -> None:
        """Show a text again that was typed and not taken."""
        self.setText(text)

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return what stands there."""
        return self.text()

    def _finish(self) -> None:
        if self.is_changed:
            self._shown = self.text()
            self.committed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not steps or not self._field.is_numeric:
            super().keyPressEvent(event)
            return
        field = self._field
        try:
            value = read_typed(field, self.text(), {})
            start = (field.minimum or 0) - steps if value is None else value
            stepped = read_typed(field, start + steps * (field.step or 1), {})
        except InvalidValueError:
            return
        self.setText(typed_text(field, stepped, {}))


class DateInput(LineInput):
    """A date, typed or chosen from a calendar."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.explain(date_hint())
        self._button = IconButton("calendar", _("Choose in a calendar"), self.open_calendar, self)
        self._button.setProperty("inside", "true")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = theme().px(4)
        side = max(1, min(self.height() - 2 * gap, theme().px(22)))
        self._button.setGeometry(self.width() - side - gap, (self.height() - side) // 2, side, side)
        self._button.setIconSize(QSize(side - gap, side - gap))
        self.setTextMargins(0, 0, side, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Let a day be chosen from a month."""
        try:
            day = read_typed(self._field, self.text(), {})
        except InvalidValueError:
            day = None
        menu = Menu("", self)
        action = QWidgetAction(menu)
        calendar = make_calendar(day or today(), menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(lambda chosen: self._choose(chosen, menu))
        calendar.clicked.connect(lambda chosen: self._choose(chosen, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def _choose(self, chosen: QDate, menu: Menu) -> None:
        menu.close()
        self.setText(typed_date(dt.date(chosen.year(), chosen.month(), chosen.day())))
        self._finish()


class LongInput(QPlainTextEdit):
    """Paragraphs; the field grows with them. Only plain text can be pasted.

    Signals:
        committed: Emitted when Ctrl+Enter was pressed or the focus left, if anything changed.
    """

    committed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._shown = self._hint = ""
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme().changed.connect(self._grow)

    def set_least_lines(self, lines: int) -> None:
        """Be at least so many lines high."""
        self._least_lines = lines
        self._grow()

    def show_value(self, value: str | None) -> None:
        """Show another value; what was typed goes."""
        self.setPlaceholderText(self._hint)
        self._shown = value or ""
        self.setPlainText(self._shown)
        self._grow()

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.show_value(None)
        self.setPlaceholderText(words)

    def explain(self, hint: str) -> None:
        """Show what to write here while nothing is."""
        self._hint = hint
        self.setPlaceholderText(hint)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that was not yet committed."""
        return bool(self.typed() != self._shown)

    def show_typed(self, text: str) -> None:
        """Show a text again that was typed and not taken."""
        self.setPlainText(text)

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return what stands there, no-break spaces included."""
        # toPlainText() would turn them into spaces.
        return self.document().toRawText().translate(_LINE_ENDS)

    def finish(self) -> None:
        """Commit what was typed."""
        if self.is_changed:
            self._shown = self.typed()
            self.committed.emit()

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
        lines = min(max(self.document().size().height(), _LEAST_LINES), _MOST_LINES)
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


class _Combo(QComboBox):
    """A list to choose from that lets the page scroll while it has no focus."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that was not yet committed."""
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(72), super().minimumSizeHint().height())


class ChoiceInput(_Combo):
    """One of a few words.

    Signals:
        committed: Emitted when one was chosen.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not field.required:
            self.addItem(BLANK, "")
        for value, label in (field.choices or {}).items():
            self.addItem(_(label), value)
        self.activated.connect(lambda _row: self.committed.emit())

    def show_value(self, value: str | None) -> None:
        """Show another value."""
        self.setCurrentIndex(self.findData(value or ""))

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.setPlaceholderText(words)
        self.setCurrentIndex(-1)

    def show_typed(self, text: str) -> None:
        """Show what was chosen and not taken."""
        self.show_value(text)

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return what is chosen."""
        return self.currentData() or ""


class ReferenceInput(_Combo):
    """A record, chosen from a list or found by typing a part of its name.

    Signals:
        committed: Emitted when one was chosen or another name was typed.
    """

    committed = Signal()

    def __init__(self, field: Field, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._shown = ""
        self._load: Callable[[], Labels] | None = None
        self._line = QLineEdit(self)
        self._line.installEventFilter(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._offer(labels)
        self._line.editingFinished.connect(self._finish)
        self.activated.connect(lambda _row: self._finish())

    def offer_later(self, load: Callable[[], Labels]) -> None:
        """Ask `load` for all the names once somebody is about to choose."""
        self._load = load

    def show_value(self, value: str | None, labels: Labels | None = None) -> None:
        """Show another value.

        Args:
            value: Its key.
            labels: Its name by its key, where not all names are offered yet.
        """
        known = labels is None or bool(value and self._names.holds(value, labels.get(value, "")))
        if labels is not None and not known:
            self._offer(labels)
        self._line.setPlaceholderText(BLANK)
        self.setCurrentIndex(self._names.row_of(value or ""))
        if not value:
            self.setEditText("")
        self._shown = self.currentText()

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.show_value(None, {})
        self._line.setPlaceholderText(words)

    @property
    @override
    def is_changed(self) -> bool:
        return self.currentText() != self._shown

    def show_typed(self, text: str) -> None:
        """Show a name again that was typed and not taken."""
        self.setEditText(text)

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return the key of what is chosen, or a name that is none of those offered."""
        text = self.currentText().strip()
        if text in {"", BLANK}:
            return ""
        row = self.currentIndex()
        if row >= 0 and self.itemText(row) == text:
            return self.itemData(row, KEY_ROLE)
        return text

    @override
    def showPopup(self) -> None:
        self._offer_all()
        super().showPopup()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.FocusIn:
            self._offer_all()
        return super().eventFilter(watched, event)

    def _offer_all(self) -> None:
        if self._load is not None:
            value, load = self.typed(), self._load
            self._load = None
            self._offer(load())
            self.show_value(value)

    def _offer(self, labels: Labels) -> None:
        self._names = NamesModel(labels, self, blank=not self._field.required)
        self.setModel(self._names)
        completer = NamesCompleter(self._names, self)
        self.setCompleter(completer)
        completer.activated.connect(lambda _name: self._finish())

    def _finish(self) -> None:
        if self.is_changed:
            self._shown = self.currentText()
            self.committed.emit()


class FlagInput(QCheckBox):
    """Yes or no.

    Signals:
        committed: Emitted when it was switched.
    """

    committed = Signal()
    is_changed = False

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(_(field.label), parent)
        self.clicked.connect(lambda _on: self.committed.emit())

    def show_value(self, value: Any) -> None:  # noqa: ANN401  # a truth or nothing
        """Show another value."""
        self.setTristate(False)
        self.setChecked(bool(value))

    def show_several(self, words: str) -> None:
        """Show that some say yes and some no."""
        self.setCheckState(Qt.CheckState.PartiallyChecked)
        self.setAccessibleDescription(words)

    def show_typed(self, _text: str) -> None:
        """A truth is always taken."""

    def typed(self) -> Any:  # noqa: ANN401  # a text elsewhere
        """Return whether it is on."""
        return self.isChecked()


Input: TypeAlias = LineInput | LongInput | ChoiceInput | ReferenceInput | FlagInput


def make_input(field: Field, labels: Labels, parent: QWidget | None = None) -> Input:
    """Return what a value of `field` is typed or chosen with."""
    match field.kind:
        case FieldKind.LONG_TEXT:
            return LongInput(field, parent)
        case FieldKind.CHOICE:
            return ChoiceInput(field, parent)
        case FieldKind.REFERENCE:
            return ReferenceInput(field, labels, parent)
        case FieldKind.FLAG:
            return FlagInput(field, parent)
        case FieldKind.DATE:
            return DateInput(field, parent)
        case _:
            return LineInput(field, parent)
