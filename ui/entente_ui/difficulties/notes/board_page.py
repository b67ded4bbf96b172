"""What pages of notes share: what is typed stays, what is covered stays covered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services import notes
from entente.services.notes import Board, Note, Voice
from entente_ui.difficulties.notes.deeds import Deeds
from entente_ui.difficulties.notes.faces import NoteFaces
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.pane import Context


class NoteArea(Protocol):
    """Where the notes of a page stand."""

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""

    @property
    def current(self) -> Note | None:
        """The note the cursor is on."""

    def begin_edit(self, key: str) -> None:
        """Let the text of a note be written over where it stands."""

    def finish_edit(self) -> None:
        """Keep what is being typed."""


class BoardPage(DifficultyPage):
    """Notes of a difficulty; those of a caucus are covered until they are asked for.

    Attributes:
        area: Where they stand; made by the page itself, as are the next two.
        cover: Pressed while caucus notes are shown.
        veil: What is covered.
    """

    area: NoteArea
    cover: QAbstractButton

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        self._board = Board((), (), (), "", {}, {})
        self._by_key: Mapping[str, Note] = {}
        self._viewer = context.document.viewer
        self._is_stale = False
        self._deeds = Deeds(context)
        self.veil = Veil(self)
        self._faces = NoteFaces(self.veil)

    @property
    def board(self) -> Board:
        """What was read of the difficulty."""
        return self._board

    def show_board(self, *, is_other: bool) -> None:
        """Show what was read, of another difficulty than before or of the same one."""
        raise NotImplementedError

    def begin_anew(self) -> None:
        """Leave what was begun: another difficulty is shown, or others look at the screen."""
        self.area.finish_edit()
        self.cover_all()

    @override
    def show_difficulty(self, key: str) -> None:
        document, is_other = self.context.document, key != self._key
        if is_other or document.viewer != self._viewer:
            self._viewer = document.viewer
            self.begin_anew()
        elif self.area.is_editing:
            # What is being typed would be taken away.
            self._is_stale = True
            return
        self._key = key
        viewer = document.viewer
        board = document.read(lambda s: notes.board(s, key, viewer))
        # Notes that did not change stay the same objects: their cards are not measured again.
        kept = tuple(self._kept(note) for note in board.notes)
        self._board = replace(board, notes=kept)
        self._by_key = {note.id: note for note in kept}
        self.show_board(is_other=is_other)

    def _kept(self, note: Note) -> Note:
        before = self._by_key.get(note.id)
        return before if before is not None and before == note else note

    @Slot()
    def catch_up(self) -> None:
        """Show what changed while something was being typed."""
        if self._is_stale and not self.area.is_editing:
            self._is_stale = False
            self.show_difficulty(self._key)

    def edit_current(self) -> None:
        """Let the note the cursor is on be written over, unless it is covered."""
        note = self.area.current
        if note is None:
            return
        if self.veil.hides(note):
            self.context.toast(_("Show caucus notes first: this one is covered."), False)
        else:
            self.area.begin_edit(note.id)

    def cover_all(self) -> None:
        """Cover the notes of caucuses again."""
        self.veil.drop()
        self.cover.setChecked(False)

    def _voices(self) -> Sequence[Voice]:
        return self._board.voices

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.cover_all()
        super().hideEvent(event)
