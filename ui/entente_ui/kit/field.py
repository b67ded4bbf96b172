"""Fields that hold a value: as people write it, and marked when it cannot be read."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui import formats
from entente_ui.kit.button import IconButton
from entente_ui.kit.label import set_look, tooltip_html
from entente_ui.look.theme import theme

_KEYS: Final = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class ValueField(QLineEdit):
    """A line that holds a value; what cannot be read stays, marked, to be corrected.

    Signals:
        value_changed: Emitted with the value, or None, when a person settled on another.
        refused: Emitted with a sentence when what was typed is not a value.
    """

    value_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | date | None = None
        self._inside: list[IconButton] = []
        self.setAccessibleName(name)
        self.editingFinished.connect(self.settle)
        self.textEdited.connect(self._accept_for_now)
        theme().changed.connect(self._fit)

    @property
    def is_sound(self) -> bool:
        """Whether what is typed can be read."""
        return bool(self.property("refused") != "true")

    def settle(self) -> bool:
        """Take over what is typed, as Enter or leaving the field do; return whether it can be."""
        try:
            value = self._read(self.text()) if self.text().strip() else None
        except ValueError:
            self._refuse()
            return False
        self._accept_for_now()
        changed, self._value = value != self._value, value
        self.setText(self._write(value))
        if changed:
            self.value_changed.emit(value)
        return True

    def _show(self, value: float | date | None) -> None:
        self._value = value
        self._accept_for_now()
        self.setText(self._write(value))

    def _refuse(self) -> None:
        sentence = self._explanation()
        set_look(self, "refused", "true")
        self.setToolTip(tooltip_html(sentence))
        self.refused.emit(sentence)

    def _accept_for_now(self) -> None:
        if not self.is_sound:
            set_look(self, "refused", None)
            self.setToolTip("")

    def _step(self, steps: int) -> None:
        if self.isReadOnly() or not self.settle():
            return
        self.setText(self._write(self._stepped(steps)))
        self.settle()
        self.selectAll()

    def _read(self, text: str) -> float | date:
        raise NotImplementedError

    def _write(self, value: float | date | None) -> str:
        raise NotImplementedError

    def _stepped(self, steps: int) -> float | date:
        raise NotImplementedError

    def _explanation(self) -> str:
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _KEYS.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._step(steps)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def put_inside(self, icon_name: str, name: str, on_click: Callable[[], object]) -> IconButton:
        """Add a small button at the right end, which the Tab key passes over."""
        button = IconButton(icon_name, name, on_click, self)
        button.setProperty("inside", "true")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._inside.append(button)
        self._fit()
        return button

    def _fit(self) -> None:
        self.setTextMargins(0, 0, theme().px(18) if self._inside else 0, 0)
        self._place()

    def _place(self) -> None:
        """Lay the small buttons out at the right end, above each other."""
        if not self._inside:
            return
        inset, width = theme().px(4), theme().px(24)
        height = (self.height() - 2 * inset) // len(self._inside)
        side = min(width, height, theme().px(18))
        for place, button in enumerate(self._inside):
            button.setIconSize(QSize(side, side))
            button.resize(width, height)
            button.move(self.width() - width - inset, inset + place * height)


class NumberField(ValueField):
    """A number or nothing; Up and Down step, Page Up and Page Down step by ten."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        minimum: float | None = None,
        maximum: float | None = None,
        step: float = 1,
    ) -> None:
        """Make a field.

        Args:
            name: What it holds, for who cannot see its label.
            parent: Its widget.
            minimum: Least value allowed, or None.
            maximum: Greatest value allowed, or None.
            step: What the value is a multiple of, counted from 0; 0 for any number.
        """
        super().__init__(name, parent)
        self._minimum = minimum
        self._maximum = maximum
        self._step_size = step
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.put_inside("chevron-up", _("More"), lambda: self._step(1))
        self.put_inside("chevron-down", _("Less"), lambda: self._step(-1))

    @property
    def value(self) -> float | None:
        """The number last settled on."""
        return self._value if isinstance(self._value, (int, float)) else None

    def set_value(self, value: float | None) -> None:
        """Show a number; nobody is told."""
        self._show(value)

    @override
    def _read(self, text: str) -> float:
        value = formats.parse_number(text)
        too_small = self._minimum is not None and value < self._minimum
        too_large = self._maximum is not None and value > self._maximum
        if too_small or too_large or not self._fits_step(value):
            raise ValueError(text)
        return value

    def _fits_step(self, value: float) -> bool:
        return not self._step_size or (value / self._step_size).is_integer()

    @override
    def _write(self, value: float | date | None) -> str:
        return "" if value is None or isinstance(value, date) else formats.number(value)

    @override
    def _stepped(self, steps: int) -> float:
        start = self.value
        if start is None:
            return self._minimum if self._minimum is not None else 0
        value = start + steps * (self._step_size or 1)
        if self._minimum is not None:
            value = max(value, self._minimum)
        return value if self._maximum is None else min(value, self._maximum)

    @override
    def _explanation(self) -> str:
        number = formats.number
        if self._minimum is None or self._maximum is None:
            return _("This is not a number that fits here.")
        return _("A number from {least} to {most}, in steps of {step}.").format(
            least=number(self._minimum), most=number(self._maximum), step=number(self._step_size)
        )
