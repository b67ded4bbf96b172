"""A part of a form or panel that can be folded away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from entente_ui.kit.label import without_mnemonic
from entente_ui.kit.spacing import spaced
from entente_ui.look.icons import icon


class Section(QWidget):
    """A title that shows and hides what is below it.

    Attributes:
        header: The title; Space folds and unfolds.
        body: Layout for the content.

    Signals:
        folded: Emitted with whether the content is now hidden.
    """

    folded = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None, *, expanded: bool = True) -> None:
        super().__init__(parent)
        self.header = QPushButton(self)
        self.header.setProperty("section", "true")
        self.header.setAutoDefault(False)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.clicked.connect(self._toggle)
        self._content = QWidget(self)
        self.body = spaced(QVBoxLayout(self._content), (0, 0, 0, 8), 8)
        whole = spaced(QVBoxLayout(self), 0, 4)
        whole.addWidget(self.header)
        whole.addWidget(self._content)
        self._expanded = expanded
        self.set_title(title)
        self._show()

    @property
    def expanded(self) -> bool:
        """Whether the content is shown."""
        return self._expanded

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.header.setText(f" {without_mnemonic(title)}")
        self.header.setAccessibleName(title)

    def set_expanded(self, expanded: bool) -> None:
        """Show or hide the content."""
        if expanded == self._expanded:
            return
        self._expanded = expanded
        self._show()
        self.folded.emit(not expanded)

    def _toggle(self) -> None:
        self.set_expanded(not self._expanded)

    def _show(self) -> None:
        self._content.setVisible(self._expanded)
        self.header.setIcon(icon("chevron-down" if self._expanded else "chevron-right"))
