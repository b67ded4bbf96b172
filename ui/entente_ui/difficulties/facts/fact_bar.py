"""The line that adds a fact: who tells it, when it took place, what happened."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.note import FACTS, NoteKind
from entente.domain.note_line import NoteLine, read_note
from entente.i18n import _
from entente.services.notes import Board
from entente_ui.difficulties.facts.arrange import AGREED
from entente_ui.difficulties.notes.arrange import NOBODY, voice_name
from entente_ui.difficulties.notes.quick_card import advice_on, wanting_in
from entente_ui.kit import (
    DateField,
    FlowLayout,
    OneLine,
    PlainLabel,
    PrimaryButton,
    set_look,
    sized,
    spaced,
)


class FactBar(QWidget):
    """Adds a fact in the column of whoever tells it.

    Attributes:
        who: Who tells it.
        day: When it took place; empty while nobody knows.
        line: What happened; `#parties` and the like say who may read it.
        advice: Words of it that judge.

    Signals:
        added: Emitted with the `NoteLine` to add.
    """

    added = Signal(object)

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._people: Mapping[str, str] = {}
        self.who = QComboBox(self)
        self.who.setAccessibleName(_("Told by"))
        sized(self.who, width=190)
        self.day = DateField(_("Happened on"), today, self)
        sized(self.day, width=160)
        self.line = OneLine(self)
        self.line.setAccessibleName(_("What happened"))
        self.line.setPlaceholderText(_("What happened, as it is told"))
        self.advice = PlainLabel("", "small", self, wrap=True)
        self._button = PrimaryButton(_("Add the fact"), self.add, self)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        below = spaced(FlowLayout(), 0, 8)
        below.addWidget(self.who)
        below.addWidget(self.day)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(row)
        layout.addLayout(below)
        layout.addWidget(self.advice)
        self.line.textChanged.connect(self._look)
        self.who.activated.connect(self._look)
        self.line.returnPressed.connect(self.add)
        self._look()

    def show_board(self, board: Board) -> None:
        """Know who can tell; what was chosen and typed stays."""
        self._people = board.people
        chosen = self.who.currentData()
        self.who.clear()
        for voice in board.voices:
            if voice.is_party:
                self.who.addItem(voice_name(voice), voice.id)
        self.who.addItem(_("Agreed by all"), AGREED)
        self.who.addItem(_("Nobody in particular"), NOBODY)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))

    def begin(self, who: str = "", day: dt.date | None = None) -> None:
        """Put the cursor here, with what is known already."""
        place = self.who.findData(who)
        if place >= 0:
            self.who.setCurrentIndex(place)
        if day is not None:
            self.day.set_value(day)
        self.line.setFocus()

    def read(self) -> NoteLine:
        """Return what was typed, as a fact."""
        today, text = self._today(), self.line.text()
        card = read_note(text, today, self._people)
        if card.kind not in FACTS:
            # Only a fact may begin with its day.
            card = read_note(f"#fact {text}", today, self._people)
        who, kind = str(self.who.currentData() or ""), card.kind
        if who == AGREED:
            kind, who = NoteKind.AGREED, ""
        day = card.happened_on or self.day.value
        return replace(card, kind=kind, actor=card.actor or who, happened_on=day)

    @Slot()
    def add(self) -> None:
        """Have the fact added, if there is one."""
        self.day.settle()
        card = self.read()
        if card.wanting is not None or not self.day.is_sound:
            set_look(self.line, "refused", "true" if self.line.text().strip() else None)
            return
        self.added.emit(card)

    def taken(self) -> None:
        """Empty the line: the fact was added. Who and when stay for the next one."""
        self.line.clear()
        self.line.setFocus()

    @Slot()
    def _look(self) -> None:
        set_look(self.line, "refused", None)
        card = self.read()
        self._button.setEnabled(card.wanting is None)
        advice = wanting_in(card) if card.text and card.wanting else advice_on(card.text)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
