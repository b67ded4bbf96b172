"""What the parties' texts and notes hold that could be an interest: one click takes it over."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente.services.ways_out import Candidate
from entente_ui.kit import FlowLayout, PlainLabel, QuietButton, SecondaryButton, spaced, tooltip

#: Shown at once; the others are offered as these are taken.
_MOST = 5
_LONGEST = 32


class Finds(QWidget):
    """The sentences found, each a button.

    Signals:
        taken: Emitted with the candidates to make interests of.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Candidate] = ()
        self.buttons: list[SecondaryButton] = []
        self._title = PlainLabel("", "small", self)
        self._all = QuietButton(_("Take them all"), self._take_all, self)
        head = spaced(FlowLayout(), 0, 8)
        head.addWidget(self._title)
        head.addWidget(self._all)
        self._flow = spaced(FlowLayout(), 0, 6)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addLayout(head)
        layout.addLayout(self._flow)

    def show_found(self, found: Sequence[Candidate], names: dict[str, str]) -> None:
        """Offer what was found."""
        self._found = found
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(each, names) for each in found[:_MOST]]
        count = len(found)
        words = ngettext(
            "{count} interest found in the parties’ texts and notes",
            "{count} interests found in the parties’ texts and notes",
            count,
        )
        self._title.setText(words.format(count=count))
        self._all.setVisible(count > 1)
        self.setVisible(bool(found))

    def _button(self, found: Candidate, names: dict[str, str]) -> SecondaryButton:
        take = partial(self.taken.emit, (found,))
        button = SecondaryButton(shorten(found.text, _LONGEST), take, self, icon_name="plus")
        name = names.get(found.actor, "")
        tooltip(button, " — ".join(filter(None, (name, found.text))))
        button.setAccessibleName(_("Take over: {interest}").format(interest=found.text))
        self._flow.addWidget(button)
        return button

    def _take_all(self) -> None:
        self.taken.emit(tuple(self._found))
