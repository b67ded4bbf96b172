"""Words a risk that comes of an assumption, proposed to be put right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from entente.i18n import _
from entente.services.raid import RiskWords
from entente_ui.kit import PlainLabel, Popover, sized

_WIDTH: Final = 600


class WordingPopover(Popover):
    """Because…, it may be that…, so that…: two of the three are proposed.

    Attributes:
        cause, event_line, effect: Where each part is put right.
    """

    def __init__(self, owner: QWidget, title: str, words: RiskWords) -> None:
        super().__init__(owner)
        self.body.addWidget(PlainLabel(title, "strong", self))
        self.cause = self._line(_("Because…"), words.cause)
        self.event_line = self._line(_("it may be that…"), words.event)
        self.effect = self._line(_("so that…"), words.effect)
        self.effect.setPlaceholderText(_("What the project would lose or gain."))
        self.body.addWidget(PlainLabel(_("Enter adds it, Esc skips"), "small", self))

    def ask(self, target: QRect, answered: Callable[[RiskWords], object]) -> None:
        """Open it beside `target`; `answered` hears of the wording if there is an event."""

        def deliver() -> None:
            parts = (line.text().strip() for line in (self.cause, self.event_line, self.effect))
            words = RiskWords(*parts)
            if words.event:
                answered(words)

        self.accepted.connect(deliver)
        self.open_at(target)
        self.event_line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(name)
        line.setCursorPosition(0)
        sized(line, width=_WIDTH)
        label = PlainLabel(name, "field", self)
        label.setBuddy(line)
        self.body.addWidget(label)
        self.body.addWidget(line)
        return line
