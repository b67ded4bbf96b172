"""What else is looked for, beside words: boxes to choose from, folded away until asked for."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from entente.i18n import _
from entente_ui.kit.button import IconButton, QuietButton
from entente_ui.kit.flow import FlowLayout
from entente_ui.kit.spacing import sized, spaced


class FoldedFilters(QWidget):
    """Boxes in a row that wraps, and the button that clears them.

    Attributes:
        toggle: Unfolds it; it stands wherever there is room for it.

    Signals:
        changed: Emitted when something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, clear: Callable[[], object], width: int, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            clear: Clears everything that is looked for.
            width: Of each box, in px at 100 %.
            parent: Its widget.
        """
        super().__init__(parent)
        self._width = width
        self.toggle = IconButton("filter", _("Filters"), self.fold, parent, checkable=True)
        self._flow = spaced(FlowLayout(self), 0, 8)
        self._clear = QuietButton(_("Clear"), clear, self, icon_name="x")
        self.hide()

    def add(self, name: str) -> QComboBox:
        """Return a further box.

        Args:
            name: What a screen reader calls it.
        """
        box = QComboBox(self)
        box.setAccessibleName(name)
        sized(box, width=self._width)
        box.activated.connect(self.changed)
        self._flow.removeWidget(self._clear)
        self._flow.addWidget(box)
        self._flow.addWidget(self._clear)
        QWidget.setTabOrder(box, self._clear)  # also by the keyboard it comes last
        return box

    def fold(self) -> None:
        """Show the boxes while the button is pressed."""
        self.setVisible(self.toggle.isChecked())


def offer(box: QComboBox, choices: Iterable[tuple[str, str]]) -> None:
    """Offer choices in a box, the first leaving nothing out; what was chosen stays if it can.

    Args:
        box: The box.
        choices: Value and words of each.
    """
    chosen = box.currentData()
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
