"""Words, numbers and dates typed on one line."""

import datetime as dt
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from entente.domain.records import Field
from entente.errors import InvalidValueError
from entente.i18n import _
from entente_ui.formats import date_hint, typed_date
from entente_ui.kit import IconButton, pop_calendar
from entente_ui.look.theme import theme
from entente_ui.registers.typed import read_typed, today, typed_text
from entente_ui.registers.written import Written

#: Most signs a field takes from the clipboard before it is checked.
_LONGEST: Final = 2_000_000


class LineInput(Written, QLineEdit):
    """Words or a number on one line; the arrow keys step a number.

    Signals:
        committed: Emitted when Enter was pressed or the focus left, if anything changed.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.setMaxLength(_LONGEST)
        self.editingFinished.connect(self.finish)

    @override
    def show_value(self, value: Any) -> None:
        self.setPlaceholderText(self._hint)
        self.setText(typed_text(self._field, value, {}))
        self._shown = self.text()
        self.setCursorPosition(0)

    def show_typed(self, text: str) -> None:
        """Show a text again that was typed and not taken."""
        self.setText(text)

    @override
    def typed(self) -> Any:
        return self.text()

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
        pop_calendar(self, day or today(), self._choose)

    def _choose(self, day: dt.date) -> None:
        self.setText(typed_date(day))
        self.finish()
