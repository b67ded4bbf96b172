"""The line that notes a card, and below it what it is read as."""

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.confidentiality import Level
from entente.domain.lint import DOUBT_ADVICE, lint
from entente.domain.note import NOTE
from entente.domain.note_line import NoteLine, Wanting, read_note
from entente.errors import CaucusOfNobodyError
from entente.i18n import _
from entente.messages import sentence
from entente.services.notes import Board
from entente_ui.difficulties.notes.telling import kind_word
from entente_ui.formats import labelled, listing, long_date, quoted, short_date
from entente_ui.kit import OneLine, PlainLabel, PrimaryButton, level_word, set_look, spaced, tooltip

#: Words told to be worth another look, at most.
_MOST_FINDINGS = 2


class QuickCard(QWidget):
    """Reads a line while it is typed; Enter adds the note.

    Attributes:
        line: Where one types.
        meetings: The session new notes belong to.
        preview: What the line is read as, or what is wanting in it.
        advice: Words of it that judge.

    Signals:
        noted: Emitted with the `NoteLine` to add.
    """

    noted = Signal(object)

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._people: Mapping[str, str] = {}
        self._names: Mapping[str, str] = {}
        self._parties: frozenset[str] = frozenset()
        self._told_today = ""
        self.line = OneLine(self)
        self.line.setAccessibleName(_("Note something in one line"))
        self.line.setPlaceholderText(_("#interest @A11 #caucus the margin of the contract"))
        self.meetings = QComboBox(self)
        self.meetings.setAccessibleName(_("Session of new notes"))
        tooltip(self.meetings, _("The session new notes are taken in"))
        self.meetings.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.meetings.setMinimumContentsLength(12)
        self.preview = PlainLabel("", "small", self, wrap=True)
        self.advice = PlainLabel("", "small", self, wrap=True)
        self._button = PrimaryButton(_("Note it"), self.add, self)
        row = spaced(QHBoxLayout(), 0, 8)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        words = spaced(QVBoxLayout(), 0, 2)
        words.addWidget(self.preview)
        words.addWidget(self.advice)
        words.addStretch(1)
        below = spaced(QHBoxLayout(), 0, 8)
        below.addLayout(words, 1)
        below.addWidget(self.meetings, 0, Qt.AlignmentFlag.AlignTop)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addLayout(row)
        layout.addLayout(below)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self.add)
        self._look()

    @property
    def meeting(self) -> str:
        """Key of the session new notes belong to, or empty."""
        return str(self.meetings.currentData() or "")

    def read(self) -> NoteLine:
        """Return what the line is read as now."""
        return read_note(self.line.text(), self._today(), self._people)

    def show_board(self, board: Board, *, is_other: bool) -> None:
        """Know who may be named and which sessions there are.

        Args:
            board: Of the difficulty.
            is_other: Whether it is another difficulty than before; what was typed and
                chosen is kept otherwise.
        """
        self._people = board.people
        self._names = board.names
        self._parties = frozenset(voice.id for voice in board.voices if voice.is_party)
        chosen = board.today if is_other or board.today != self._told_today else self.meeting
        self._told_today = board.today
        self.meetings.clear()
        self.meetings.addItem(_("No session"), "")
        for meeting in board.meetings:
            words = (meeting.ref, short_date(meeting.held_on), meeting.title)
            self.meetings.addItem(" · ".join(filter(None, words)), meeting.id)
        self.meetings.setCurrentIndex(max(0, self.meetings.findData(chosen)))
        self.meetings.setVisible(bool(board.meetings))
        if is_other:
            self.line.clear()
        self._look()

    def begin(self, words: str = "") -> None:
        """Put the cursor here, behind some marks if the line is empty."""
        if words and not self.line.text():
            self.line.setText(words)
        self.line.setFocus()
        self.line.end(False)

    @Slot()
    def add(self) -> None:
        """Have the note added, if the line says enough."""
        card = self.read()
        if card.wanting is None:
            self.noted.emit(card)
        elif self.line.text().strip():
            set_look(self.line, "refused", "true")
            self.line.setFocus()

    def taken(self) -> None:
        """Empty the line: the note was added."""
        self.line.clear()

    @Slot()
    def _look(self) -> None:
        set_look(self.line, "refused", None)
        card = self.read()
        is_blank = not self.line.text().strip()
        self._button.setEnabled(card.wanting is None)
        if is_blank:
            self.preview.setText(
                _("#fact #interest #need… says the kind, @A02 who said it, #parties who may read.")
            )
            self.advice.hide()
            return
        self.preview.setText(self._said(card))
        advice = advice_on(card.text)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def _said(self, card: NoteLine) -> str:
        """Return what a line is read as, what is wanting first."""
        name = self._names.get(card.actor, "")
        parts = [
            wanting_in(card),
            kind_word(card.kind),
            name,
            _("not a party here") if name and card.actor not in self._parties else "",
            long_date(card.happened_on),
            level_word(card.level, name.split(" ")[0]),
        ]
        if card.unknown and card.wanting is not Wanting.SOMEBODY:
            names = listing([quoted(name) for name in card.unknown])
            parts.append(_("nobody here: {names}").format(names=names))
        if card.unread:
            kept = listing([quoted(word) for word in card.unread])
            parts.append(_("left in the text: {words}").format(words=kept))
        return " · ".join(filter(None, parts))


def wanting_in(card: NoteLine) -> str:
    """Return what is wrong with a line, in a sentence; nothing if it can be noted."""
    match card.wanting:
        case Wanting.SOMEBODY:
            return _("Nobody is called {names}.").format(names=listing(list(card.unknown)))
        case Wanting.PARTY:
            level, actor = NOTE.field("confidentiality"), NOTE.field("actor_id")
            return sentence(CaucusOfNobodyError(level.label, Level.CAUCUS.value, actor.label))
        case Wanting.TEXT:
            return _("And what was said?")
    return ""


def advice_on(text: str) -> str:
    """Return the words of a text that judge, each with what makes it worth another look."""
    found = lint(text[:2_000])[:_MOST_FINDINGS]
    return " · ".join(labelled(quoted(word.word), _(DOUBT_ADVICE[word.doubt])) for word in found)
