"""Beside the matrix: what one person said on a topic, in the course of time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.aims import ALIGNMENT, ALIGNMENT_MAX, ALIGNMENT_MIN, TOPIC_LABELS
from entente.i18n import _
from entente.services.alignment import Cell, Person
from entente.services.alignment_words import score_words, topic_words
from entente_ui.formats import labelled, long_date, number, quoted
from entente_ui.kit import LinkButton, PlainLabel, SecondaryButton, Segments, spaced


class SaidPanel(QWidget):
    """The place one is at.

    Attributes:
        scores: Says where the person stands.
        past: What they said, the latest first.
        quote: Notes word for word what they said last.

    Signals:
        rated: Emitted with the key of the person, the topic and the score.
        opened: Emitted with the key of the person.
        quote_asked: Emitted when words are to be noted.
    """

    rated = Signal(str, str, object)
    opened = Signal(str)
    quote_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = self._topic = ""
        self._name = LinkButton("", lambda: self.opened.emit(self._key), self)
        self._title = PlainLabel("", "section", self, wrap=True)
        self._help = PlainLabel(_(ALIGNMENT.field("score").help), "small", self, wrap=True)
        steps = range(ALIGNMENT_MIN, ALIGNMENT_MAX + 1)
        # Nothing is pressed while nobody was asked.
        self.scores = Segments([("", "–"), *((str(n), number(n)) for n in steps)], "", self)
        self.scores.setAccessibleName(_("Score"))
        self._now = PlainLabel("", "strong", self, wrap=True)
        self.quote = SecondaryButton(
            _("What did they say?"), self.quote_asked.emit, self, icon_name="pencil"
        )
        self.past = PlainLabel("", "body", self, wrap=True)
        column = spaced(QVBoxLayout(self), (12, 0, 12, 12), 8)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._name, 0, left)
        for widget in (self._title, self._help, self.scores, self._now):
            column.addWidget(widget)
        column.addWidget(self.quote, 0, left)
        column.addWidget(self.past)
        column.addStretch(1)
        self.scores.chosen.connect(self._rate)

    def show_place(self, person: Person, topic: str, *, read_only: bool) -> None:
        """Show what somebody said on a topic, or on all where none is named."""
        self._key, self._topic = person.id, topic
        self._name.setText(person.name)
        cell = person.cells.get(topic)
        for widget in (self._title, self.scores, self._now):
            widget.setVisible(bool(topic))
        self._help.setVisible(bool(topic) and not read_only)
        self.quote.setVisible(cell is not None and not read_only)
        if not topic:
            self.past.setText(_all(person))
            return
        self._title.setText(topic_words(topic))
        score = cell.score if cell else None
        self.scores.set_current("" if score is None else str(score))
        self.scores.setEnabled(not read_only)
        self._now.setText(score_words(score))
        self.past.setText("\n\n".join(_lines(cell)) if cell else "")

    def _rate(self, name: str) -> None:
        if name:
            self.rated.emit(self._key, self._topic, int(name))


def _lines(cell: Cell) -> list[str]:
    """Return what was said, the latest first."""
    told = []
    for said in reversed(cell.past):
        line = labelled(long_date(said.dated_on), number(said.score))
        told.append(f"{line}\n{quoted(said.words)}" if said.words else line)
    return told


def _all(person: Person) -> str:
    told = []
    for topic in TOPIC_LABELS:
        cell = person.cells.get(topic)
        line = labelled(topic_words(topic), score_words(cell.score if cell else None))
        told.append(f"{line}\n{quoted(cell.words)}" if cell and cell.words else line)
    return "\n\n".join(told)
