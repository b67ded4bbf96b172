"""Small questions about a risk: why it is rated so, where it stands, when to look again."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import STEPS, Scales
from entente.i18n import _
from entente_ui.formats import number
from entente_ui.kit import NumberField, PlainLabel, Popover, Segments, ask_beside, sized
from entente_ui.kit.label import tooltip
from entente_ui.risks.words import scored_words, step_words

_WIDTH: Final = 320
_MOST_WEEKS: Final = 104


def ask_why(
    owner: QWidget, target: QRect, ref: str, said: str, answered: Callable[[str], object]
) -> Popover:
    """Ask for the reason of a rating that is there already; Escape leaves it without one.

    Args:
        owner: The widget it is about.
        target: What it points at, in the coordinates of `owner`.
        ref: Of the risk.
        said: The rating, in words.
        answered: Called with the reason.
    """
    question = _("Why? {ref}: {rating}").format(ref=ref, rating=said)
    return ask_beside(owner, target, question, answered, placeholder=_("What was seen or decided"))


class RatePopover(Popover):
    """Asks for probability, impact and reason.

    Attributes:
        probability, impact: The steps to choose from.
        field: Where the reason is typed.
    """

    def __init__(self, owner: QWidget, title: str, scales: Scales, start: Cell | None) -> None:
        super().__init__(owner)
        self._scales = scales
        low = STEPS[0]
        first = start or (low, low)
        self.body.addWidget(PlainLabel(title, "strong", self))
        self.probability = self._axis(_("Probability"), first[0], is_probability=True)
        self.impact = self._axis(_("Impact"), first[1], is_probability=False)
        self._said = PlainLabel("", "body", self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("What was seen or decided"))
        self.field.setAccessibleName(_("Reason"))
        sized(self.field, width=_WIDTH)
        self.body.addWidget(self._said)
        self.body.addWidget(self.field)
        self.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", self))
        for axis in (self.probability, self.impact):
            axis.chosen.connect(lambda _name: self._say())
        self._say()

    @property
    def cell(self) -> Cell:
        """What was chosen."""
        return int(self.probability.current), int(self.impact.current)

    def ask(self, target: QRect, answered: Callable[[Cell, str], object]) -> None:
        """Open it beside `target`; `answered` hears of cell and reason."""
        self.accepted.connect(lambda: answered(self.cell, self.field.text().strip()))
        self.open_at(target)

    def _axis(self, name: str, chosen: int, *, is_probability: bool) -> Segments:
        steps = self._scales.probability if is_probability else self._scales.impact
        axis = Segments([(str(s.step), number(s.step)) for s in steps], str(chosen), self)
        axis.setAccessibleName(name)
        words = "\n".join(step_words(step, is_probability=is_probability) for step in steps)
        tooltip(axis, words)
        self.body.addWidget(PlainLabel(name, "field", self))
        self.body.addWidget(axis)
        return axis

    def _say(self) -> None:
        self._said.setText(scored_words(self._scales, self.cell))


def ask_weeks(
    owner: QWidget, target: QRect, weeks: int, answered: Callable[[int], object]
) -> NumberField:
    """Ask in how many weeks to look at a risk again, and return the field."""
    popover = Popover(owner)
    question = _("Next review in how many weeks?")
    field = NumberField(question, popover, minimum=1, maximum=_MOST_WEEKS)
    field.set_value(weeks)
    popover.body.addWidget(PlainLabel(question, "strong", popover))
    sized(field, width=_WIDTH)
    popover.body.addWidget(field)
    popover.body.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", popover))

    def deliver() -> None:
        if field.settle() and field.value:
            answered(round(field.value))

    popover.accepted.connect(deliver)
    popover.open_at(target)
    field.setFocus(Qt.FocusReason.PopupFocusReason)
    field.selectAll()
    return field
