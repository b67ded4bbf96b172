"""Five buttons for a step of a scale: one of them pressed, or none while nobody rated it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from entente.domain.risk_levels import Step
from entente_ui.formats import number
from entente_ui.kit import PlainLabel, SecondaryButton, sized, spaced
from entente_ui.kit.label import tooltip
from entente_ui.risks.words import step_name, step_words

#: Px at 100 %: three readings stand side by side on a laptop.
_LABEL: Final = 66
_BUTTON: Final = 36


class Steps(QWidget):
    """One axis of a reading.

    Signals:
        chosen: Emitted with the step that was pressed.
    """

    chosen = Signal(int)

    def __init__(self, name: str, *, is_probability: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_probability = is_probability
        self._name = name
        self.setAccessibleName(name)
        self._buttons: list[SecondaryButton] = []
        layout = spaced(QHBoxLayout(self), 0, 3)
        label = PlainLabel(name, "field", self)
        sized(label, width=_LABEL)
        layout.addWidget(label)
        for step in range(1, 6):
            button = SecondaryButton(number(step), None, self)
            button.setCheckable(True)
            sized(button, width=_BUTTON)
            button.clicked.connect(lambda _on=False, step=step: self._choose(step))
            self._buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self._value: int | None = None

    def show_step(self, value: int | None, steps: Sequence[Step], *, read_only: bool) -> None:
        """Show another value.

        Args:
            value: The step, None while nobody rated it.
            steps: What the steps of the scale mean.
            read_only: Whether none may be pressed.
        """
        self._value = value
        for button, step in zip(self._buttons, steps, strict=True):
            button.setChecked(step.step == value)
            button.setEnabled(not read_only)
            button.setAccessibleName(f"{self._name} {step.step}, {step_name(step)}")
            tooltip(button, step_words(step, is_probability=self._is_probability))

    def _choose(self, step: int) -> None:
        for place, button in enumerate(self._buttons, 1):
            button.setChecked(place == self._value)
        self.chosen.emit(step)
