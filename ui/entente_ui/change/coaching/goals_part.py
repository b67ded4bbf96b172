"""The goals of a person: each with its scale, on which today's attainment is one press away."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.coaching.records import GAS_MAX
from entente.i18n import _
from entente.services.coaching import Goal
from entente_ui.change.coaching.deeds import Deeds
from entente_ui.change.coaching.forms import GOALS
from entente_ui.formats import long_date, signed
from entente_ui.kit import (
    FlowLayout,
    PlainLabel,
    SecondaryButton,
    ask_beside,
    spaced,
    tooltip,
)
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCard, RecordCards

#: What the person calls each step, from −2 to +2.
_STEPS: Final = ("much_less", "less", "hoped", "more", "much_more")


class GoalScale(QWidget):
    """Five steps, the one a goal has come to pressed, and what it means.

    Signals:
        looked: Emitted with the step the user pressed.
    """

    looked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._told = PlainLabel("", "small", self, wrap=True)
        row = spaced(FlowLayout(), 0, 6)
        for score in range(-GAS_MAX, GAS_MAX + 1):
            button = SecondaryButton(signed(score), None, self)
            button.setCheckable(True)
            self._group.addButton(button, score + GAS_MAX)
            row.addWidget(button)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addLayout(row)
        layout.addWidget(self._told)
        self._score: int | None = None
        self._group.idClicked.connect(self._on_clicked)

    def show_goal(self, goal: Goal) -> None:
        """Show where a goal stands; what each step means is in its tooltip."""
        self._score = goal.last
        for place, name in enumerate(_STEPS):
            button = self._group.button(place)
            meant = str(goal.values[name] or "")
            tooltip(button, meant or _("Say below what this step would be."))
            button.setAccessibleName(" ".join(filter(None, (signed(place - GAS_MAX), meant))))
        self._press()
        if goal.last is None:
            self._told.setText(_("Where does it stand today? Press a step."))
            return
        meant = str(goal.values[_STEPS[goal.last + GAS_MAX]] or "")
        day = long_date(goal.readings[-1]["read_on"])
        self._told.setText(" · ".join(filter(None, (meant, day))))

    def button(self, score: int) -> QWidget:
        """Return the button of a step."""
        return self._group.button(score + GAS_MAX)

    def press(self, score: int) -> None:
        """Press a step as the user does."""
        self._group.button(score + GAS_MAX).click()

    def _press(self) -> None:
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) - GAS_MAX == self._score)

    def _on_clicked(self, place: int) -> None:
        self._press()  # as it is until it is written
        self.looked.emit(place - GAS_MAX)


class GoalCard(RecordCard):
    """One goal with its scale.

    Attributes:
        scale: Its five steps.
    """

    def __init__(
        self, context: Context, key: str, deeds: Deeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, GOALS, key, parent)
        self._deeds = deeds
        self._goal = key
        self.scale = GoalScale(self)
        self.body.addWidget(self.scale)
        self.scale.looked.connect(self._look)

    def _look(self, score: int) -> None:
        if not self._deeds.look(self._goal, score):
            return
        button = self.scale.button(score)
        ask_beside(
            button,
            button.rect(),
            _("What was seen?"),
            partial(self._deeds.look, self._goal, score),
            placeholder=_("A fact, not a judgement"),
        )


class GoalCards(RecordCards):
    """The goals, short ones before long ones."""

    def __init__(
        self,
        context: Context,
        deeds: Deeds,
        add: Callable[[], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, GOALS, ((_("Add a goal"), add),), parent)
        self._deeds = deeds

    def show_goals(self, goals: Sequence[Goal], *, read_only: bool = False) -> None:
        """Show the goals of a support."""
        self.show_rows([goal.values for goal in goals], {}, read_only=read_only)
        for goal in goals:
            card = self.cards[goal.id]
            if isinstance(card, GoalCard):
                card.scale.show_goal(goal)

    @override
    def _make(self, key: str) -> RecordCard:
        return GoalCard(self._context, key, self._deeds, self)
