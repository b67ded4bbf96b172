"""Which of the parts is open; on a narrow screen the choice takes two lines."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from entente_ui.kit import FlowLayout, SecondaryButton, spaced


class PartSwitch(QWidget):
    """Buttons of which one is pressed.

    Signals:
        chosen: Emitted with the name of the one the user pressed.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], current: str, parent: QWidget | None = None
    ) -> None:
        """Make the buttons.

        Args:
            choices: Name and words of each.
            current: Name of the one that is pressed at first.
            parent: Its widget.
        """
        super().__init__(parent)
        self._names = [name for name, _words in choices]
        self._group = QButtonGroup(self)
        row = spaced(FlowLayout(self), 0, 6)
        for place, (_name, words) in enumerate(choices):
            button = SecondaryButton(words, None, self)
            button.setCheckable(True)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.set_current(current)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._names[place]))

    @property
    def current(self) -> str:
        """Name of the one that is pressed."""
        return self._names[self._group.checkedId()]

    def set_current(self, name: str) -> None:
        """Press one without telling anybody."""
        self._group.button(self._names.index(name)).setChecked(True)
