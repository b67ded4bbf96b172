"""What is done about a risk in a word and in words: a strategy of those that fit it."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from entente.domain.risk import RISK, STRATEGIES, STRATEGY_LABELS
from entente.i18n import _
from entente_ui.kit import FlowLayout, PlainLabel, Popover, PrimaryButton, SecondaryButton, spaced
from entente_ui.kit.spacing import sized
from entente_ui.registers.paragraphs import LongInput

_WIDTH: Final = 460


class ResponsePopover(Popover):
    """Asks for strategy and response of a risk.

    Attributes:
        field: Where the response is typed.
        buttons: One for each strategy that fits, by its name.
    """

    def __init__(self, owner: QWidget, kind: str, strategy: str, response: str) -> None:
        super().__init__(owner)
        self._start = (strategy, response)
        self.buttons: dict[str, SecondaryButton] = {}
        self._group = QButtonGroup(self)
        box = QWidget(self)
        sized(box, width=_WIDTH)
        row = spaced(FlowLayout(box), 0, 6)
        # One that is set and does not fit is shown as well: it is not changed unasked.
        fitting = STRATEGIES.get(kind, ())
        offered = fitting if strategy in fitting or not strategy else (*fitting, strategy)
        for name in offered:
            button = SecondaryButton(_(STRATEGY_LABELS.get(name, name)), None, box)
            button.setCheckable(True)
            button.setChecked(name == strategy)
            self._group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button)
        self.field = LongInput(RISK.field("response"), self)
        self.field.ensurePolished()  # else it would grow when shown, and not the bubble with it
        self.field.show_value(response)
        self.field.setAccessibleName(_("Response"))
        sized(self.field, width=_WIDTH)
        self.body.addWidget(PlainLabel(_("Strategy"), "field", self))
        self.body.addWidget(box)
        self.body.addWidget(PlainLabel(_("Response"), "field", self))
        self.body.addWidget(self.field)
        keep = PrimaryButton(_("Keep"), self.accept, self)
        self.body.addWidget(keep, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def values(self) -> dict[str, str]:
        """What is new, by the name of its field."""
        strategy, response = self._start
        chosen = next((name for name, b in self.buttons.items() if b.isChecked()), strategy)
        typed = str(self.field.typed()).strip()
        found = {"strategy": chosen, "response": typed}
        before = {"strategy": strategy, "response": response}
        return {name: value for name, value in found.items() if value != before[name]}

    def ask(self, target: QRect, answered: Callable[[Mapping[str, str]], object]) -> None:
        """Open it beside `target`; `answered` hears of what is new."""

        def deliver() -> None:
            if values := self.values:
                answered(values)

        self.accepted.connect(deliver)
        self.open_at(target)
