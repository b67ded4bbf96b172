"""Small questions about cards: the value of a field, why one was moved back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from entente.domain.records import Field
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente_ui.kit import PlainLabel, Popover, ask_beside
from entente_ui.look.theme import theme
from entente_ui.registers.columns import Labels
from entente_ui.registers.inputs import make_input
from entente_ui.registers.typed import read_typed

_WIDTH = 300


class ValuePopover(Popover):
    """Asks for the value of one field; what it does not take is said inside.

    Attributes:
        input: Where it is typed or chosen.
    """

    def __init__(
        self,
        owner: QWidget,
        title: str,
        field: Field,
        labels: Labels,
        answered: Callable[[Any], object],
    ) -> None:
        """Make the question.

        Args:
            owner: The widget it is about.
            title: What is asked, of which cards.
            field: What is asked for.
            labels: Names of the records it may refer to.
            answered: Called with the value, None for none.
        """
        super().__init__(owner)
        self._field, self._labels, self._answered = field, labels, answered
        self._untouched: object = ""
        self.input = make_input(field, labels, self)
        self.input.setMinimumWidth(theme().px(_WIDTH))
        self.input.setAccessibleName(title)
        self._problem = PlainLabel("", "error", self, wrap=True)
        self._problem.hide()
        self.body.addWidget(PlainLabel(title, "strong", self))
        self.body.addWidget(self.input)
        self.body.addWidget(self._problem)
        self.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", self))

    def ask(self, target: QRect, value: Any) -> None:  # noqa: ANN401  # of any kind of field
        """Open it beside `target`, with a value to begin with."""
        self.input.show_value(value)
        self._untouched = self.input.typed()
        self.open_at(target)
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)
        lines = [self.input, *self.input.findChildren(QLineEdit)]
        for line in lines:
            if isinstance(line, QLineEdit):
                line.selectAll()

    @override
    def accept(self) -> None:
        typed = self.input.typed()
        if typed == self._untouched:
            # Many cards with a value each keep theirs until something is said.
            self.skip()
            return
        try:
            value = read_typed(self._field, typed, self._labels)
        except InvalidValueError as error:
            self._problem.setText(sentence(error))
            self._problem.show()
            self.adjustSize()
            return
        super().accept()
        self._answered(value)


def ask_why(owner: QWidget, target: QRect, said: str, answered: Callable[[str], object]) -> Popover:
    """Ask why cards were moved that are moved already; Escape leaves it without a reason."""
    question = _("Why? {move}").format(move=said)
    return ask_beside(owner, target, question, answered, placeholder=_("What was seen or decided"))
