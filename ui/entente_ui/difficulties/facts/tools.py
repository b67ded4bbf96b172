"""What stands above the timeline: how facts are shown, and what can become of them."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from entente.domain.note import NoteKind
from entente.i18n import _
from entente_ui.difficulties.facts.drop_button import DropButton
from entente_ui.difficulties.notes.telling import kind_word
from entente_ui.kit import FlowLayout, SecondaryButton, Segments, spaced, tooltip

TIMELINE, TABLE = "timeline", "table"
_STATES: Final = (
    (NoteKind.AGREED, "circle-check", "+"),
    (NoteKind.DISPUTED, "scale", "−"),
)


class FactTools(QWidget):
    """Side by side or as a table; agreed or in dispute; caucus notes covered or not.

    Attributes:
        how: How facts are shown.
        states: Buttons that facts can be dropped on.
        cover: Pressed while caucus notes are shown.

    Signals:
        turned: Emitted when facts are to be shown in the other way.
        settled: Emitted with the state the facts selected are to take.
        dropped: Emitted with a state and the keys of the facts that are to take it.
        lifted: Emitted with whether caucus notes are to be shown.
    """

    turned = Signal()
    settled = Signal(str)
    dropped = Signal(str, list)
    lifted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = Segments(((TIMELINE, _("Side by side")), (TABLE, _("Table"))), parent=self)
        self.states = [self._button(*state) for state in _STATES]
        self.cover = SecondaryButton(_("Caucus notes"), None, self, icon_name="eye")
        self.cover.setCheckable(True)
        tooltip(self.cover, _("Show caucus notes until this page is left"))
        row = spaced(FlowLayout(self), 0, 8)
        for widget in (self.how, *self.states, self.cover):
            row.addWidget(widget)
        self.how.chosen.connect(lambda _name: self.turned.emit())
        self.cover.toggled.connect(self.lifted)

    def _button(self, kind: NoteKind, icon_name: str, key: str) -> DropButton:
        words = kind_word(kind.value)
        tip = _("{state}: drop facts here, or press {key}").format(state=words, key=key)
        act = partial(self.settled.emit, kind.value)
        button = DropButton(words, icon_name, act, tip, self)
        button.dropped.connect(lambda keys: self.dropped.emit(kind.value, keys))
        return button

    def show_changing(self, on: bool) -> None:
        """Offer what changes facts or uncovers them, or nothing of it."""
        for button in (*self.states, self.cover):
            button.setVisible(on)

    def turn_to(self, how: str) -> None:
        """Show facts in one way; what is not one counts as side by side."""
        self.how.set_current(how if how in {TIMELINE, TABLE} else TIMELINE)
