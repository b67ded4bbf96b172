"""What the steps of the assistant have in common."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from entente.services.arrangement import Draft
from entente_ui.kit import PlainLabel, sized, spaced
from entente_ui.kit.steps import StepPage


class DraftPage(StepPage):
    """A step that says a part of the arrangement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = spaced(QVBoxLayout(self), (0, 6, 12, 0), 8)

    def filled(self, draft: Draft) -> Draft:
        """Return the draft with what this step says."""
        raise NotImplementedError

    def add(self, label: str, field: QWidget, help_: str = "") -> None:
        """Add a field under its label, with a sentence of help below."""
        name = PlainLabel(label, "field", self)
        name.setBuddy(field)
        field.setAccessibleName(label)
        self.column.addWidget(name)
        self.column.addWidget(field)
        if help_:
            self.column.addWidget(PlainLabel(help_, "small", self, wrap=True))


def paragraphs(text: str, parent: QWidget, height: int) -> QPlainTextEdit:
    """Return a field for several sentences; Tab leaves it."""
    field = QPlainTextEdit(text, parent)
    field.setTabChangesFocus(True)
    sized(field, height=height)
    return field
