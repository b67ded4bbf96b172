"""The helper for the wording of a risk: cause, event, effect, and what is worth another look."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.risk import RISK
from entente.domain.risk_wording import ADVICE, advise
from entente.i18n import N_, _
from entente_ui.kit import PlainLabel, Popover, PrimaryButton, sized, spaced
from entente_ui.registers.paragraphs import LongInput

_WIDTH: Final = 460
#: The parts in the order they are said, with what leads into each and an example.
PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "cause": (N_("Because"), N_("a fact: the rotas leave no time")),
    "event": (N_("it may be that"), N_("what is uncertain: the ambassadors are unavailable")),
    "effect": (N_("so that"), N_("what is lost or gained: nobody passes things on")),
}


class _Lines(LongInput):
    """A few lines; Enter says they are done, with Shift it begins another.

    Signals:
        entered: Emitted when Enter was pressed.
    """

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shift:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WordingPopover(Popover):
    """Asks for the three parts of a risk and says at once what is worth another look.

    Attributes:
        fields: Where each part is typed, by the name of its field.
    """

    def __init__(self, owner: QWidget, start: Mapping[str, str | None]) -> None:
        super().__init__(owner)
        self._start = {name: start.get(name) or "" for name in PARTS}
        self.fields: dict[str, LongInput] = {}
        for name, (lead, example) in PARTS.items():
            label = PlainLabel(_(lead), "field", self)
            field = _Lines(RISK.field(name), self)
            field.ensurePolished()  # else it would grow when shown, and not the bubble with it
            field.explain(_(example))
            field.show_value(self._start[name])
            field.setAccessibleName(_(lead))
            label.setBuddy(field)
            sized(field, width=_WIDTH)
            field.textChanged.connect(self._advise)
            field.entered.connect(self.accept)
            self.body.addWidget(label)
            self.body.addWidget(field)
            self.fields[name] = field
        self._advice = PlainLabel("", "small", self, wrap=True)
        sized(self._advice, width=_WIDTH)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(PlainLabel(_("Enter keeps it, Esc skips"), "small", self), 1)
        line.addWidget(PrimaryButton(_("Keep"), self.accept, self))
        self.body.addWidget(self._advice)
        self.body.addLayout(line)
        self._advise()

    @property
    def advice(self) -> str:
        """What is said of the wording."""
        return self._advice.text()

    @property
    def values(self) -> dict[str, str]:
        """What was typed that is new, by the name of its field."""
        typed = {name: str(field.typed()).strip() for name, field in self.fields.items()}
        return {name: text for name, text in typed.items() if text != self._start[name]}

    def ask(self, target: QRect, answered: Callable[[Mapping[str, str]], object]) -> None:
        """Open it beside `target`; `answered` hears of the parts that are new."""

        def deliver() -> None:
            values = self.values
            if values and values.get("event", "?"):
                answered(values)

        self.accepted.connect(deliver)
        self.open_at(target)
        self.fields["cause"].setFocus(Qt.FocusReason.PopupFocusReason)

    def _advise(self) -> None:
        if len(self.fields) < len(PARTS) or not hasattr(self, "_advice"):
            return
        parts = {name: str(field.typed()) for name, field in self.fields.items()}
        found = advise(parts["cause"], parts["event"], parts["effect"])
        self._advice.setText("\n".join(f"• {_(ADVICE[each])}" for each in found))
        self._advice.setVisible(bool(found))
        if self.isVisible():
            self.adjustSize()
