"""The answers a question can have, side by side, each with its key."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.objective import INFLUENCE, STRENGTH_MAX
from entente.i18n import _
from entente_ui.actors.mactor.wording import value_text, value_words
from entente_ui.kit import PlainLabel, SecondaryButton, set_look, spaced, tooltip

#: The upper row of a French keyboard, where figures need Shift.
_UPPER_ROW: Final = {"à": 0, "&": 1, "é": 2, '"': 3, "'": 4}


class Scale(QWidget):
    """The answers of one kind of question.

    Signals:
        chosen: Emitted with the answer, whether it was there before or not.
    """

    chosen = Signal(int)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._group = QButtonGroup(self)
        self._is_opposed = False
        self.buttons: dict[int, SecondaryButton] = {}
        grid = spaced(QGridLayout(self), 0, 6)
        for place, value in enumerate(self._values()):
            button = SecondaryButton(self._words(value), partial(self._choose, value), self)
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[value] = button
            if kind == INFLUENCE.name:
                set_look(button, "align", "left")
                grid.addWidget(button, place, 0)
            else:
                tooltip(button, value_words(kind, value))
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                button.setMinimumWidth(1)
                grid.addWidget(button, 0, place)
        if kind != INFLUENCE.name:
            self._add_captions(grid)

    def show_value(self, value: int | None) -> None:
        """Show the answer there is, None for none."""
        self._is_opposed = False
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each == value)
        self._group.setExclusive(True)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a figure, after a minus sign for a stance against; say whether it did."""
        text = event.text()
        if text in {"-", "−"} and self._kind != INFLUENCE.name:
            self._is_opposed = True
            return True
        figure = int(text) if text.isascii() and text.isdecimal() else _UPPER_ROW.get(text)
        if figure is None or figure > STRENGTH_MAX or not self.isEnabled():
            return False
        self._choose(-figure if self._is_opposed else figure)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _add_captions(self, grid: QGridLayout) -> None:
        last, middle = 2 * STRENGTH_MAX, STRENGTH_MAX
        for words, place, span, align in (
            (_("opposed"), 0, middle, Qt.AlignmentFlag.AlignLeft),
            (_("indifferent"), middle - 1, 3, Qt.AlignmentFlag.AlignHCenter),
            (_("in favour"), middle + 1, last - middle, Qt.AlignmentFlag.AlignRight),
        ):
            caption = PlainLabel(words, "small", self)
            caption.setAlignment(align | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(caption, 1, place, 1, span)

    def _choose(self, value: int) -> None:
        self._is_opposed = False
        self.chosen.emit(value)

    def _values(self) -> Sequence[int]:
        if self._kind == INFLUENCE.name:
            return range(STRENGTH_MAX + 1)
        return range(-STRENGTH_MAX, STRENGTH_MAX + 1)

    def _words(self, value: int) -> str:
        number = value_text(self._kind, value)
        if self._kind != INFLUENCE.name:
            return number
        return f"{number}   {value_words(self._kind, value)}"
