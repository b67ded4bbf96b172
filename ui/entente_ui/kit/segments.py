"""Buttons side by side of which one is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QWidget
from typing_extensions import override

from entente_ui.kit.button import SecondaryButton
from entente_ui.kit.flow import FlowLayout
from entente_ui.kit.spacing import spaced


class Segments(QWidget):
    """Lets one of a few be chosen; arrows go from one to the next.

    Signals:
        chosen: Emitted with the name of the one the user pressed.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], current: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the buttons.

        Args:
            choices: Name and words of each.
            current: Name of the one that is pressed at first; by default the first.
            parent: Its widget.
        """
        super().__init__(parent)
        self._names = [name for name, _words in choices]
        self._group = QButtonGroup(self)
        row = self._row()
        for place, (_name, words) in enumerate(choices):
            button = SecondaryButton(words, None, self)
            button.setCheckable(True)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.set_current(current or self._names[0])
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._names[place]))

    def _row(self) -> QLayout:
        """Return what the buttons stand in."""
        # Any room that is left goes behind them.
        outer = spaced(QHBoxLayout(self), 0, 0)
        row = spaced(QHBoxLayout(), 0, 6)
        outer.addLayout(row)
        outer.addStretch(1)
        return row

    @property
    def current(self) -> str:
        """Name of the one that is pressed."""
        return self._names[self._group.checkedId()]

    def set_current(self, name: str) -> None:
        """Press one without telling anybody."""
        self._group.button(self._names.index(name)).setChecked(True)


class WrappingSegments(Segments):
    """The same for many words: on a narrow screen they take two lines."""

    @override
    def _row(self) -> QLayout:
        return spaced(FlowLayout(self), 0, 6)


class RatingSegments(Segments):
    """The same for a value: pressing one says something, and shows nothing else."""
