"""The cards of one lane, and how high each of them is."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from typing_extensions import override

from entente_ui.kit.cards.face import C, Faces
from entente_ui.kit.cards.texts import CardTexts, Index

_ROOT: Final = QModelIndex()
_SIZE_HINT: Final = int(Qt.ItemDataRole.SizeHintRole)


class CardModel(CardTexts[C], QAbstractListModel):
    """Shows cards from above."""

    def __init__(self, kind: str, faces: Faces[C], parent: QObject | None = None) -> None:
        super().__init__(kind, faces, parent)
        self._shown: Sequence[C] = ()
        self._rows: dict[str, int] = {}
        # Kept while a card is filtered away; each with what it was worked out for.
        self._sizes: dict[str, tuple[C, QSize]] = {}

    @property
    def shown(self) -> Sequence[C]:
        """The cards from above."""
        return self._shown

    @override
    def card_at(self, index: Index) -> C | None:
        row = index.row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int:
        """Return the row of a card, −1 if it is not here."""
        return self._rows.get(key, -1)

    def show_cards(self, cards: Sequence[C]) -> bool:
        """Show these; say whether others stand here than before, or elsewhere."""
        if [card.id for card in cards] == [card.id for card in self._shown]:
            changed = [
                row
                for row, (new, old) in enumerate(zip(cards, self._shown, strict=True))
                if new is not old and new != old
            ]
            self._shown = cards
            if changed:
                self._tell(changed[0], changed[-1])
            return False
        self.beginResetModel()
        self._shown = cards
        self._rows = {card.id: row for row, card in enumerate(cards)}
        self.endResetModel()
        return True

    @override
    def set_width(self, width: int) -> bool:
        is_new = super().set_width(width)
        if is_new:
            self._sizes.clear()
        return is_new

    @override
    def remeasure(self) -> None:
        super().remeasure()
        self._sizes.clear()

    def choose(self, key: str) -> bool:
        """Show more of one card, of none with an empty key; say whether that is new."""
        if key == self._chosen:
            return False
        for each in (key, self._chosen):
            self._sizes.pop(each, None)
        self._chosen = key
        return True

    def retell(self, concerned: Callable[[C], bool]) -> None:
        """Show some cards anew: they are told otherwise now, or covered."""
        rows = [row for row, card in enumerate(self._shown) if concerned(card)]
        for row in rows:
            self._sizes.pop(self._shown[row].id, None)
        if rows:
            self._tell(rows[0], rows[-1])

    def _size(self, card: C) -> QSize:
        if not self._width:
            return QSize(1, 1)
        size = QSize(self._width, self.height(card))
        self._sizes[card.id] = (card, size)
        return size

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.card_at(index)
        if card is None:
            return None
        if role == _SIZE_HINT:  # first: it is asked of thousands at once
            known = self._sizes.get(card.id)
            return known[1] if known and known[0] is card else self._size(card)
        return self.told(card, role)
