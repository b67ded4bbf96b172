"""A line in which something is noted while it is said, and who may read it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.i18n import _
from entente_ui.kit import OneLine, PlainLabel, spaced, tooltip
from entente_ui.registers.choices import ChoiceInput


class Capture(QWidget):
    """Notes one thing after the other; who may read stays as it was chosen.

    Attributes:
        line: Where it is typed.
        level: Who may read it.
        preview: What the line is read as.

    Signals:
        entered: Emitted when Enter is pressed.
    """

    entered = Signal()

    def __init__(
        self, kind: RecordType, tell: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """Make the line.

        Args:
            kind: What is noted.
            tell: Says what the line is read as; nothing where that goes without saying.
            parent: Its widget.
        """
        super().__init__(parent)
        self._tell = tell
        self.line = OneLine(self)
        self.level = ChoiceInput(kind.field(LEVEL_FIELD), self)
        self.level.show_value(Level.MEDIATOR.value)
        self.level.setAccessibleName(_("Who may read it"))
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.preview = PlainLabel("", "small", self, wrap=True)
        self.preview.hide()
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self.line, 1)
        row.addWidget(self.level)
        column = spaced(QVBoxLayout(self), 0, 2)
        column.addLayout(row)
        column.addWidget(self.preview)
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(self._look)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    @property
    def chosen_level(self) -> str:
        """Who may read what is noted."""
        return str(self.level.typed() or Level.MEDIATOR.value)

    def explain(self, name: str, placeholder: str, tip: str) -> None:
        """Say what is typed here.

        Args:
            name: For who cannot see it.
            placeholder: How a line looks.
            tip: What its signs mean.
        """
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        tooltip(self.line, tip)

    def begin(self) -> None:
        """Put the cursor here."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def taken(self) -> None:
        """Empty the line, it was noted, for the next one."""
        self.line.clear()
        self.begin()

    @Slot()
    def _look(self) -> None:
        said = self._tell()
        self.preview.setText(said)
        self.preview.setVisible(bool(said))
