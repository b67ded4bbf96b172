"""Who depends on whom, as a matrix and as a list."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.domain.dependence import Dependence
from entente.domain.network import Pair
from entente.domain.relation import DEPENDENCE_LABELS
from entente.i18n import _
from entente.services.network import Person, Situation
from entente_ui.kit import tooltip_html

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
#: How much somebody depends on somebody, for the delegate; −1 with oneself.
STRENGTH_ROLE: Final = Qt.ItemDataRole.UserRole


class MatrixModel(QAbstractTableModel):
    """A row for each who depends, a column for each on whom."""

    def __init__(self) -> None:
        super().__init__()
        self._people: list[Person] = []
        self._found: Dependence | None = None

    def show_dependence(self, situation: Situation, found: Dependence) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self._people = [situation.people[key] for key in found.actors]
        self._found = found
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._people, self._found = [], None
        self.endResetModel()

    def pair_at(self, index: _Index) -> Pair:
        """Return who depends on whom in a cell."""
        return self._people[index.row()].key, self._people[index.column()].key

    def strength_at(self, index: _Index) -> int:
        """Return how much, 0 to 2; −1 with oneself."""
        pair = self.pair_at(index)
        if self._found is None or pair[0] == pair[1]:
            return -1
        return self._found.cells.get(pair, 0)

    def is_single_point(self, column: int) -> bool:
        """Return whether several depend strongly on the person of a column."""
        return self._found is not None and self._people[column].key in self._found.single_points

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not 0 <= section < len(self._people):
            return None
        person = self._people[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_html(f"{person.ref} {person.name}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return person.name
        if role == Qt.ItemDataRole.DisplayRole:
            is_down = orientation is Qt.Orientation.Vertical
            return f"{person.ref} {person.name}" if is_down else person.ref
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        strength = self.strength_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(strength) if strength > 0 else ""
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(self._sentence(index, strength))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(index, strength)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
        return strength if role == STRENGTH_ROLE else None

    def _sentence(self, index: _Index, strength: int) -> str:
        if strength < 0:
            return self._people[index.row()].name
        return _("{one} depends on {other}: {strength}").format(
            one=self._people[index.row()].name,
            other=self._people[index.column()].name,
            strength=_(DEPENDENCE_LABELS[strength]),
        )


class ListModel(QAbstractTableModel):
    """The same, a line for each pair."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Pair, tuple[str, str, str, str]]] = []

    def show_dependence(self, situation: Situation, found: Dependence) -> None:
        """Show another list."""
        self.beginResetModel()
        place = {key: number for number, key in enumerate(found.actors)}
        strained = set(found.strained)
        order = sorted(found.cells, key=lambda pair: (place[pair[0]], place[pair[1]]))
        self._rows = [
            (
                pair,
                (
                    situation.people[pair[0]].name,
                    situation.people[pair[1]].name,
                    _(DEPENDENCE_LABELS[found.cells[pair]]),
                    _("the relation is bad") if pair in strained else "",
                ),
            )
            for pair in order
        ]
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def pair_at(self, index: _Index) -> Pair:
        """Return who depends on whom in a line."""
        return self._rows[index.row()][0]

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        heads = (_("Who"), _("Depends on"), _("How much"), _("Note"))
        is_shown = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return heads[section] if is_shown and 0 <= section < len(heads) else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_html(text)
        return text if role == Qt.ItemDataRole.DisplayRole else None
