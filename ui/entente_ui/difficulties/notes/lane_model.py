"""The notes of one lane, and how high each of their cards is."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from typing_extensions import override

from entente.domain.note import NOTE
from entente.services.notes import Note
from entente_ui.difficulties.notes.cards import Index
from entente_ui.difficulties.notes.shape import Shape
from entente_ui.difficulties.notes.telling import Telling, covered
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.drag import RECORDS_MIME, pack_records

_ROOT: Final = QModelIndex()
_Role: Final = Qt.ItemDataRole
_SIZE_HINT: Final = int(_Role.SizeHintRole)
#: Lines of text on a card, and on the one that is chosen.
LINES: Final = 4
LINES_CHOSEN: Final = 18
#: Lines that stand for a covered text, however long it is.
LINES_COVERED: Final = 2


class LaneModel(QAbstractListModel):
    """Shows notes from above; what is covered gives its text to nobody.

    Signals:
        edited: Emitted with the key of a note and its new text.
    """

    edited = Signal(str, str)

    def __init__(self, veil: Veil, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self._notes: Sequence[Note] = ()
        self._rows: dict[str, int] = {}
        # Kept while a note is filtered away; each with what it was worked out for.
        self._lines: dict[str, tuple[str, list[str]]] = {}
        self._sizes: dict[str, tuple[Note, QSize]] = {}
        self._width = 0
        self._chosen = ""
        self.telling = Telling({}, {})
        self.shape = Shape()
        self.is_editable = True
        #: Keys of the notes that are looked for; None while nothing is.
        self.wanted: frozenset[str] | None = None
        #: Keys of the notes tied to the one that is chosen.
        self.tied: frozenset[str] = frozenset()

    @property
    def width(self) -> int:
        """Px the texts are broken for; 0 until that is known."""
        return self._width

    @property
    def notes(self) -> Sequence[Note]:
        """The notes from above."""
        return self._notes

    def note(self, index: Index) -> Note:
        """Return the note behind a valid index."""
        return self._notes[index.row()]

    def row_of(self, key: str) -> int:
        """Return the row of a note, −1 if it is not here."""
        return self._rows.get(key, -1)

    def text(self, note: Note) -> str:
        """Return the text of a note, or what stands for it while it is covered."""
        return covered() if self._veil.hides(note) else note.text

    def is_covered(self, note: Note) -> bool:
        """Return whether the text of a note is covered."""
        return self._veil.hides(note)

    def show_notes(self, notes: Sequence[Note]) -> bool:
        """Show these; say whether others stand here than before, or elsewhere."""
        if [note.id for note in notes] == [note.id for note in self._notes]:
            changed = [
                row
                for row, (new, old) in enumerate(zip(notes, self._notes, strict=True))
                if new != old
            ]
            self._notes = notes
            if changed:
                self._tell(changed[0], changed[-1])
            return False
        self.beginResetModel()
        self._notes = notes
        self._rows = {note.id: row for row, note in enumerate(notes)}
        self.endResetModel()
        return True

    def set_width(self, width: int) -> bool:
        """Break the texts for cards so wide; say whether they were broken anew."""
        if width == self._width:
            return False
        self._width = width
        self._lines.clear()
        self._sizes.clear()
        return True

    def remeasure(self) -> None:
        """Measure everything anew: letters have another size."""
        self.shape = Shape()
        self._lines.clear()
        self._sizes.clear()

    def choose(self, key: str) -> bool:
        """Show more of one note, of none with an empty key; say whether that is new."""
        if key == self._chosen:
            return False
        for each in (key, self._chosen):
            self._forget(each)
        self._chosen = key
        return True

    def recover(self) -> None:
        """Show what is covered now."""
        caucus = [row for row, note in enumerate(self._notes) if note.level == "caucus"]
        for row in caucus:
            self._sizes.pop(self._notes[row].id, None)
        if caucus:
            self._tell(caucus[0], caucus[-1])

    def lines(self, note: Note) -> list[str]:
        """Return the text of a note as it is painted on its card."""
        if self._veil.hides(note):
            return []
        width, most = self.shape.text_width(self._width), self._most(note)
        return self.shape.body.shortened(self._broken(note), width, most)

    def _most(self, note: Note) -> int:
        return LINES_CHOSEN if note.id == self._chosen else LINES

    def _broken(self, note: Note) -> list[str]:
        text, lines = self._lines.get(note.id, ("", None))
        if lines is None or text != note.text:
            width = self.shape.text_width(self._width)
            lines = self.shape.body.broken(note.text, width, self._most(note))
            self._lines[note.id] = (note.text, lines)
        return lines

    def _size(self, note: Note) -> QSize:
        """Return how much room the card of a note takes, with the gap around it."""
        if not self._width:
            return QSize(1, 1)
        hidden = self._veil.hides(note)
        count = LINES_COVERED if hidden else min(len(self._broken(note)), self._most(note))
        height = self.shape.height(count, has_foot=hidden or bool(note.links))
        size = QSize(self._width, height)
        self._sizes[note.id] = (note, size)
        return size

    def _forget(self, key: str) -> None:
        self._lines.pop(key, None)
        self._sizes.pop(key, None)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._notes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not 0 <= row < len(self._notes):
            return None
        note = self._notes[row]
        if role == _SIZE_HINT:  # first: it is asked of thousands at once
            known = self._sizes.get(note.id)
            return known[1] if known and known[0] is note else self._size(note)
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return self.text(note)
            case _Role.AccessibleTextRole:
                return self.telling.aloud(note, self.text(note))
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid() or self.is_covered(self.note(index)):
            return False
        if str(value) != self.note(index).text:
            self.edited.emit(self.note(index).id, str(value))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.is_editable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if not self.is_covered(self.note(index)):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return pack_records(NOTE.name, [self.note(index).id for index in indexes])
