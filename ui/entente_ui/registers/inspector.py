"""The panel on the right: the same form for a record, wherever it was selected."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente_ui.kit import PlainLabel, spaced
from entente_ui.pane import Context, Selection


class Inspector(QWidget):
    """Shows the selected records and lets their fields be changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        layout = spaced(QVBoxLayout(self), 16, 8)
        self._title = PlainLabel("", "title", self, wrap=True)
        layout.addWidget(self._title)
        layout.addStretch(1)

    @Slot(object)
    def show_selection(self, selection: Selection | None) -> None:
        """Show other records, or that none is selected."""
        self._title.setText(", ".join(selection.keys) if selection else "")
