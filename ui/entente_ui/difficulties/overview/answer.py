"""A question that is answered by yes or left alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from entente_ui.kit import PlainLabel, spaced


class Answer(QWidget):
    """A box to tick beside a question that may take several lines.

    Signals:
        answered: Emitted when the user ticked it or took the tick back.
    """

    answered = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.box = QCheckBox(self)
        self.box.setAccessibleName(question)
        self.box.clicked.connect(self.answered)
        line = spaced(QHBoxLayout(self), 0, 8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(question, "body", self, wrap=True), 1)

    @property
    def is_yes(self) -> bool:
        """Whether it was answered by yes."""
        return self.box.isChecked()

    def show_answer(self, yes: bool) -> None:
        """Show an answer; nobody is told."""
        self.box.setChecked(yes)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self.isEnabled():
            self.box.click()
