"""What models of cards share, however the cards stand: texts broken into lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from entente_ui.drag import RECORDS_MIME, pack_records
from entente_ui.kit.cards.face import C, Faces
from entente_ui.kit.cards.shape import Shape

Index: TypeAlias = QModelIndex | QPersistentModelIndex
# Mixed in before a model of Qt: to the type checker it is one already.
if TYPE_CHECKING:
    _Model = QAbstractItemModel
else:

    class _Model:
        pass


_Role: Final = Qt.ItemDataRole
#: Lines of text on a card, and on the one that is chosen.
_LINES: Final = 4
_LINES_CHOSEN: Final = 18
#: Lines that stand for a covered text, however long it is.
_LINES_COVERED: Final = 2
#: Widths the lines are kept for: a place one comes back to has two while it is laid out.
_WIDTHS: Final = 4


class CardTexts(_Model, Generic[C]):
    """Texts of cards, each broken once; what is covered gives its text to nobody.

    Signals:
        edited: Emitted with the key of a card and its new text.

    Attributes:
        kind: Name of the kind of record the cards stand for, as it is dragged.
        faces: Tells the cards.
        shape: Where everything stands on a card.
        is_editable: Whether cards can be written over and carried about.
        wanted: Keys of the cards that are looked for; None while nothing is.
        tied: Keys of the cards tied to the one that is chosen.
    """

    edited = Signal(str, str)

    def __init__(self, kind: str, faces: Faces[C], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.faces = faces
        self.shape = Shape()
        self.is_editable = True
        self.wanted: frozenset[str] | None = None
        self.tied: frozenset[str] = frozenset()
        # Kept while a card is filtered away; with the text it was worked out for, and how many
        # lines at most.
        self._lines: dict[str, tuple[str, int, list[str]]] = {}
        self._at_width = {0: self._lines}
        self._width = 0
        self._chosen = ""

    def card_at(self, index: Index) -> C | None:
        """Return the card at an index, None where there is none."""
        raise NotImplementedError

    def card(self, index: Index) -> C:
        """Return the card behind an index that has one.

        Raises:
            IndexError: If there is none.
        """
        card = self.card_at(index)
        if card is None:
            raise IndexError(index.row(), index.column())
        return card

    @property
    def width(self) -> int:
        """Px the texts are broken for; 0 until that is known."""
        return self._width

    def set_width(self, width: int) -> bool:
        """Break the texts for cards so wide; say whether they were broken anew."""
        if width == self._width:
            return False
        self._width = width
        self._lines = self._at_width.pop(width, {})
        self._at_width[width] = self._lines  # the last again
        while len(self._at_width) > _WIDTHS:
            del self._at_width[next(iter(self._at_width))]
        return True

    def remeasure(self) -> None:
        """Measure everything anew: letters have another size."""
        self.shape = Shape()
        self._lines.clear()
        self._at_width = {self._width: self._lines}

    def lines(self, card: C) -> list[str]:
        """Return the text of a card as it is painted."""
        return [] if self.faces.is_covered(card) else self._broken(card)

    def height(self, card: C) -> int:
        """Return how high a card is, with the gap around it."""
        count = _LINES_COVERED if self.faces.is_covered(card) else len(self._broken(card))
        return self.shape.height(count, has_foot=self.faces.has_foot(card))

    def told(self, card: C, role: int) -> str | None:
        """Return what a card hands out under a role."""
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return self.faces.text(card)
            case _Role.AccessibleTextRole:
                return self.faces.aloud(card)
        return None

    def _broken(self, card: C) -> list[str]:
        now = self.faces.text(card)
        most = _LINES_CHOSEN if card.id == self._chosen else _LINES
        text, kept, lines = self._lines.get(card.id, ("", 0, []))
        if kept != most or text != now:
            body, width = self.shape.body, self.shape.text_width(self._width)
            lines = body.shortened(body.broken(now, width, most), width, most)
            self._lines[card.id] = (now, most, lines)
        return lines

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        card = self.card_at(index)
        if role != _Role.EditRole or card is None or self.faces.is_covered(card):
            return False
        if str(value) != self.faces.text(card):
            self.edited.emit(card.id, str(value))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        card = self.card_at(index)
        if card is not None and self.is_editable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if not self.faces.is_covered(card):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = (self.card_at(index) for index in indexes)
        return pack_records(self.kind, [card.id for card in found if card is not None])
