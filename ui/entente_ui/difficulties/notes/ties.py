"""The notes tied to the one that is chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.text import shorten
from entente.i18n import _
from entente.services.notes import Note
from entente_ui.difficulties.notes.telling import Telling, covered, kind_word
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import IconButton, LinkButton, Panel, PlainLabel, spaced
from entente_ui.look.theme import theme

#: Most that are listed; the cards themselves show all of them.
_MOST = 4
_LONGEST = 80


class Ties(Panel):
    """Lists tied notes: a click goes there, the cross takes the tie away.

    While a note is being tied, says what to do.

    Signals:
        gone_to: Emitted with the key of a note.
        untied: Emitted with the key of the note that is no longer to be tied.
        given_up: Emitted when nothing is to be tied after all.
    """

    gone_to = Signal(str)
    untied = Signal(str)
    given_up = Signal()

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._veil = veil
        self._title = PlainLabel("", "strong", self)
        self._rows = QWidget(self)
        self._list = spaced(QVBoxLayout(self._rows), 0, 0)
        self._give_up = LinkButton(_("Leave it"), self.given_up.emit, self)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(self._title)
        head.addWidget(self._give_up)
        head.addStretch(1)
        layout = spaced(QVBoxLayout(self), (12, 6, 12, 6), 2)
        layout.addLayout(head)
        layout.addWidget(self._rows)
        self.hide()

    def ask(self) -> None:
        """Say that the next card chosen is tied."""
        self._title.setText(
            _("Choose the note to link it to: a click, or Enter on it. Esc leaves it.")
        )
        self._give_up.show()
        self._rows.hide()
        self.show()

    def show_tied(self, notes: Sequence[Note], telling: Telling, *, read_only: bool) -> None:
        """List these notes, or nothing at all."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._give_up.hide()
        self._title.setText(_("Linked notes"))
        for note in notes[:_MOST]:
            self._list.addWidget(self._row(note, telling, read_only=read_only))
        if len(notes) > _MOST:
            more = _("and {count} more").format(count=len(notes) - _MOST)
            self._list.addWidget(PlainLabel(more, "small", self._rows))
        self._rows.setVisible(bool(notes))
        self.setVisible(bool(notes))

    def _row(self, note: Note, telling: Telling, *, read_only: bool) -> QWidget:
        row = QWidget(self._rows)
        text = covered() if self._veil.hides(note) else shorten(note.text, _LONGEST)
        words = " · ".join(filter(None, (kind_word(note.kind), telling.who(note), text)))
        across = spaced(QHBoxLayout(row), 0, 4)
        way = LinkButton(words, partial(self.gone_to.emit, note.id), row)
        way.setMinimumWidth(theme().px(80))  # a long text is cut, it widens no page
        across.addWidget(way)
        across.addStretch(1)
        if not read_only:
            gone = IconButton("link-off", _("Unlink"), partial(self.untied.emit, note.id), row)
            across.addWidget(gone)
        return row
