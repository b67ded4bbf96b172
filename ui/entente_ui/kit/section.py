"""A part of a form or panel that can be folded away."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente_ui.kit.label import tooltip_html, without_mnemonic
from entente_ui.kit.spacing import spaced
from entente_ui.look.icons import icon
from entente_ui.look.theme import theme

#: Icon and margins of a header, beside its words: px at 100 %.
_AROUND: Final = 34


class _Header(QPushButton):
    """A title that is shortened where it is too long: it must not widen a narrow panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self.setProperty("section", "true")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title = title
        self.setAccessibleName(title)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - theme().px(_AROUND)
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(f" {without_mnemonic(shown)}")
        self.setToolTip(tooltip_html(self._title) if shown != self._title else "")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_AROUND), super().minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self._title)
        return QSize(words + theme().px(_AROUND), wanted.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()


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
        self.header = _Header(self)
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
        self.header.set_title(title)

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
