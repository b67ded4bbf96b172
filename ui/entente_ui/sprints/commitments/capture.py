"""The line in which a commitment is noted while it is being said."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.card_line import CardLine
from entente.domain.confidentiality import Level
from entente.domain.follow_up import COMMITMENT
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _
from entente_ui.kit import OneLine, PlainLabel, set_look, spaced, tab_order, tooltip
from entente_ui.registers.choices import ChoiceInput


class Capture(QWidget):
    """Notes what somebody promises, in their words.

    Attributes:
        line: Where it is typed.
        level: Who may read it; it stays as it was chosen until the window is closed.
        in_public: Whether it is said before the group.
        preview: What the line is read as.

    Signals:
        added: Emitted with the `CardLine`, once it has words.
    """

    added = Signal(object)

    def __init__(
        self,
        read: Callable[[str], CardLine],
        tell: Callable[[CardLine], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the line.

        Args:
            read: Reads what was typed.
            tell: Says what it was read as.
            parent: Its widget.
        """
        super().__init__(parent)
        self._read, self._tell = read, tell
        self.line = OneLine(self)
        self.line.setPlaceholderText(_("@Who @to whom I … >12/06"))
        self.line.setAccessibleName(_("New commitment"))
        tooltip(
            self.line,
            _(
                "What somebody promises, in the first person. The first @name says it, the "
                "second is whom it is said to, >12/06 is the day it is due; Enter notes it."
            ),
        )
        self.level = ChoiceInput(COMMITMENT.field(LEVEL_FIELD), self)
        self.level.show_value(Level.MEDIATOR.value)
        self.level.setAccessibleName(_("Who may read it"))
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.in_public = QCheckBox(_("Before the group"), self)
        self.in_public.setChecked(True)
        self.preview = PlainLabel("", "small", self, wrap=True)
        self.preview.hide()
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self.line, 1)
        row.addWidget(self.in_public)
        row.addWidget(self.level)
        column = spaced(QVBoxLayout(self), 0, 2)
        column.addLayout(row)
        column.addWidget(self.preview)
        tab_order(self.line, self.in_public, self.level)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self.add)

    @property
    def chosen_level(self) -> str:
        """Who may read what is noted."""
        return str(self.level.typed() or Level.MEDIATOR.value)

    def begin(self) -> None:
        """Put the cursor here."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def taken(self) -> None:
        """Empty the line: it was noted."""
        self.line.clear()

    @Slot()
    def add(self) -> None:
        """Have it noted, if it says anything."""
        line = self._read(self.line.text())
        if line.title:
            self.added.emit(line)
        elif self.line.text().strip():
            set_look(self.line, "refused", "true")

    @Slot()
    def _look(self) -> None:
        set_look(self.line, "refused", None)
        text = self.line.text().strip()
        said = self._tell(self._read(text)) if text else ""
        self.preview.setText(said)
        self.preview.setVisible(bool(said))
