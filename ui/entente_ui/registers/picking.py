"""Asking for a record beside what it is wanted for: chosen from a list, or found by typing."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.records import Field
from entente.i18n import _
from entente_ui.kit import PlainLabel, Popover
from entente_ui.look.theme import theme
from entente_ui.registers.choices import ReferenceInput
from entente_ui.registers.columns import Labels

_WIDTH = 320


class Picker(Popover):
    """Asks for one record; a name that nobody bears is said inside.

    Attributes:
        input: Where it is chosen.
    """

    def __init__(
        self,
        owner: QWidget,
        question: str,
        field: Field,
        labels: Labels,
        answered: Callable[[str], object],
    ) -> None:
        """Make the question.

        Args:
            owner: The widget it is about.
            question: What is asked.
            field: The reference it is for.
            labels: Names of the records there are, by key.
            answered: Called with the key of the one chosen.
        """
        super().__init__(owner)
        self._labels, self._answered = labels, answered
        self.input = ReferenceInput(field, labels, self)
        self.input.show_value(None)
        self.input.setMinimumWidth(theme().px(_WIDTH))
        self.input.setAccessibleName(question)
        self.input.committed.connect(self.accept)
        self._problem = PlainLabel("", "error", self, wrap=True)
        self._problem.hide()
        self.body.addWidget(PlainLabel(question, "strong", self))
        self.body.addWidget(self.input)
        self.body.addWidget(self._problem)
        self.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", self))

    @override
    def accept(self) -> None:
        if not self.isVisible():
            return  # Enter chose from the list, and is told to the popover as well
        key = str(self.input.typed())
        if key and key not in self._labels:
            self._problem.setText(_("Nothing here is called that."))
            self._problem.show()
            self.adjustSize()
            return
        super().accept()
        if key:
            self._answered(key)


def pick_beside(
    owner: QWidget,
    target: QRect,
    question: str,
    field: Field,
    labels: Labels,
    answered: Callable[[str], object],
) -> Picker:
    """Ask for a record beside `target`, a rectangle of `owner`; Escape asks for nothing."""
    picker = Picker(owner, question, field, labels, answered)
    picker.open_at(target)
    picker.input.setFocus(Qt.FocusReason.PopupFocusReason)
    return picker
