"""The line below a column that adds a card to it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.card_line import CardLine
from entente.domain.text import shorten
from entente.i18n import _
from entente_ui.kit import OneLine, PlainLabel, set_look, spaced, tooltip

#: Characters of what a line is read as.
_LONGEST: Final = 240


class QuickLine(QWidget):
    """A line that is read as a card while it is typed.

    Attributes:
        line: Where it is typed.
        preview: What it is read as.

    Signals:
        added: Emitted with the `CardLine`, once it has a title.
        left: Emitted when Escape is pressed in an empty line.
    """

    added = Signal(object)
    left = Signal()

    def __init__(
        self,
        read: Callable[[str], CardLine],
        tell: Callable[[CardLine], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make a line.

        Args:
            read: Reads what was typed.
            tell: Says what it was read as.
            parent: Its widget.
        """
        super().__init__(parent)
        self._read = read
        self._tell = tell
        self.line = OneLine(self)
        self.line.setPlaceholderText(_("+ New card"))
        tooltip(self.line, help_words())
        self.preview = PlainLabel("", "small", self, wrap=True)
        # However long a word of it is, it widens no column.
        self.preview.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.preview.hide()
        layout = spaced(QVBoxLayout(self), (6, 0, 6, 0), 2)
        layout.addWidget(self.line)
        layout.addWidget(self.preview)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self.add)

    def set_column(self, title: str) -> None:
        """Say which column cards are added to."""
        self.line.setAccessibleName(_("New card in {column}").format(column=title))

    def begin(self) -> None:
        """Put the cursor here."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def add(self) -> None:
        """Have the card added, if it has a title."""
        card = self._read(self.line.text())
        if card.title:
            self.added.emit(card)
        elif self.line.text().strip():
            set_look(self.line, "refused", "true")

    def taken(self) -> None:
        """Empty the line: the card was added."""
        self.line.clear()

    @Slot()
    def _look(self) -> None:
        set_look(self.line, "refused", None)
        text = self.line.text().strip()
        said = self._tell(self._read(text)) if text else ""
        self.preview.setText(shorten(said, _LONGEST))
        self.preview.setVisible(bool(said))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def help_words() -> str:
    """Return what the marks of a line mean."""
    return _(
        "!2 half-days (also !1/2d, !3d, !2h), @who, #label, ^S3 the sprint, >12/06 the day it "
        "is due; Enter adds the card."
    )
