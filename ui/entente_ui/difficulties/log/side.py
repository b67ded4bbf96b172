"""What stands above the list: signals waiting to be noted, and what the list is narrowed to."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.text import shorten
from entente.i18n import N_, _
from entente.services import signals
from entente.services.difficulties import Overview
from entente.services.signals import Reason
from entente_ui.difficulties.listing import DifficultyList
from entente_ui.formats import labelled, long_date, quoted
from entente_ui.kit import (
    ElidedLabel,
    IconButton,
    LinkButton,
    ScrollArea,
    Section,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context

#: A change of one of these may bring a signal or take one away.
TABLES: Final = frozenset(
    {"decision", "commitment", "commitment_rating", "agreement", "origin", "mission"}
)
_FOLDED: Final = "difficulties/signals_folded"
_NAME: Final = 60
_TALLEST: Final = 210
_WORDS: Final = {
    Reason.OVERDUE: N_("{ref} due {day}, not carried out"),
    Reason.BROKEN: N_("{ref} not kept, {day}"),
    Reason.BREACHED: N_("{ref} not kept"),
}


class SignalsBox(QWidget):
    """Proposes what was decided or promised and not done; one click notes it.

    Signals:
        noted: Emitted with the key of the difficulty made of one.
    """

    noted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._proposed: Sequence[signals.Signal] = ()
        folded = context.settings.value(_FOLDED) == "yes"
        self.section = Section("", self, expanded=not folded)
        self._lines = QWidget(self)
        self._rows = spaced(QVBoxLayout(self._lines), 0, 4)
        self._area = ScrollArea(self._lines, self, name=_("Proposed signals"))
        self.section.body.addWidget(self._area)
        self.section.folded.connect(self._keep_folded)
        spaced(QVBoxLayout(self), (4, 0, 4, 0), 0).addWidget(self.section)
        theme().changed.connect(self._fit)

    @property
    def proposed(self) -> Sequence[signals.Signal]:
        """What waits to be noted."""
        return self._proposed

    def read_again(self) -> None:
        """Show what is waiting now; nothing while others look."""
        document = self._context.document
        self._proposed = () if document.is_presenting else document.read(signals.proposed)
        title = _("Proposed signals ({count})").format(count=len(self._proposed))
        self.section.set_title(title)
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for signal in self._proposed:
            line = self._line(signal)
            self._rows.addWidget(line)
            line.show()  # else its height counts only once events have been worked off
        self.setVisible(bool(self._proposed))
        self._fit()

    def note(self, signal: signals.Signal) -> None:
        """Note one as a difficulty, as one step."""
        keys: list[str] = []
        label = _("Note the signal {title}").format(title=quoted(shorten(signal.title, _NAME)))
        document = self._context.document
        if document.run(label, lambda s: keys.append(signals.note(s, signal))):
            self.noted.emit(keys[0])

    def _line(self, signal: signals.Signal) -> QWidget:
        line = QWidget(self._lines)
        words = spaced(QVBoxLayout(), 0, 0)
        words.addWidget(ElidedLabel(signal.title, "body", line))
        day = long_date(signal.since) if signal.since else ""
        said = _(_WORDS[signal.reason]).format(ref=signal.ref, day=day)
        words.addWidget(ElidedLabel(said, "small", line))
        button = LinkButton(_("Note it"), partial(self.note, signal), line)
        button.setAccessibleName(labelled(_("Note it"), signal.title))
        row = spaced(QHBoxLayout(line), (4, 2, 8, 2), 8)
        row.addLayout(words, 1)
        row.addWidget(button)
        return line

    def _keep_folded(self, folded: bool) -> None:
        self._context.settings.setValue(_FOLDED, "yes" if folded else "no")

    def _fit(self) -> None:
        """Leave most of the room to the list below."""
        wanted = self._lines.sizeHint().height()
        self._area.setFixedHeight(min(wanted, theme().px(_TALLEST)))


class Narrowed(QWidget):
    """Says what the list is narrowed to, and widens it again.

    Signals:
        widened: Emitted when all are to be shown again.
    """

    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", "small-strong", self)
        self._button = IconButton("filter-off", _("Show all difficulties"), self.widened.emit, self)
        row = spaced(QHBoxLayout(self), (8, 0, 4, 0), 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def words(self) -> str:
        """What the list is narrowed to, empty for nothing."""
        return "" if self.isHidden() else self._words.text()

    def show_words(self, words: str) -> None:
        """Say what the list is narrowed to; nothing to say hides it."""
        self._words.setText(words)
        self.setVisible(bool(words))


class ListSide(QWidget):
    """The list of difficulties with what stands above it.

    Attributes:
        signals: What waits to be noted.
        narrowed: What the list is narrowed to.
        list: The difficulties, or some of them.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Overview] = ()
        self._kept: frozenset[str] = frozenset()
        self.signals = SignalsBox(context, self)
        self.narrowed = Narrowed(self)
        self.list = DifficultyList(self)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addWidget(self.signals)
        layout.addWidget(self.narrowed)
        layout.addWidget(self.list, 1)
        self.narrowed.widened.connect(self.widen)
        self.signals.noted.connect(self.choose)

    def show_rows(self, rows: Sequence[Overview]) -> None:
        """Show these difficulties, or those the list is narrowed to while some are left."""
        self._rows = rows
        kept = [row for row in rows if row.id in self._kept]
        if not kept:
            self._kept = frozenset()
            self.narrowed.show_words("")
        self.list.show_rows(kept or rows)

    def narrow(self, keys: Sequence[str], words: str) -> None:
        """Show only these in the list, and say what they share."""
        self._kept = frozenset(keys)
        self.narrowed.show_words(words)
        self.show_rows(self._rows)

    @Slot()
    def widen(self) -> None:
        """Show all again."""
        self._kept = frozenset()
        self.show_rows(self._rows)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose a difficulty, whatever the list is narrowed to."""
        if self._kept and key not in self._kept:
            self.widen()
        self.list.choose(key)
