"""The names a reference can be chosen from, found as one types, blind to accents."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from entente.domain.text import fold, sort_key
from entente_ui.registers.columns import one_line
from entente_ui.registers.model import Index

_Role: Final = Qt.ItemDataRole
KEY_ROLE: Final = int(_Role.UserRole)
_FOLDED_ROLE: Final = KEY_ROLE + 1
_ROOT: Final = QModelIndex()
#: What stands for no choice.
BLANK: Final = "—"


class NamesModel(QAbstractListModel):
    """Names with their keys, in the order of a dictionary; first a blank, if one may be."""

    def __init__(
        self, names: Mapping[str, str], parent: QObject | None = None, *, blank: bool = True
    ) -> None:
        super().__init__(parent)
        listed = sorted(
            ((key, one_line(name)) for key, name in names.items() if name),
            key=lambda pair: sort_key(pair[1]),
        )
        self._names = ([("", BLANK)] if blank else []) + listed
        self._folded = [fold(name) for _key, name in self._names]

    def row_of(self, key: str) -> int:
        """Return the row of a key, −1 if it is not there."""
        return next((row for row, (known, _) in enumerate(self._names) if known == key), -1)

    def only_row_with(self, words: str) -> int:
        """Return the row of the one name that is `words` or else holds them; −1 if none is."""
        folded = fold(words)
        exact = [row for row, name in enumerate(self._folded) if name == folded]
        rows = exact or [row for row, name in enumerate(self._folded) if folded in name]
        return rows[0] if folded and len(rows) == 1 else -1

    def holds(self, key: str, name: str) -> bool:
        """Return whether a key is there under this very name."""
        return (key, one_line(name)) in self._names

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key, name = self._names[index.row()]
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return name
            case _ if role == KEY_ROLE:
                return key
            case _ if role == _FOLDED_ROLE:
                return self._folded[index.row()]
        return None


class NamesCompleter(QCompleter):
    """Offers the names that hold what was typed, whatever its accents."""

    def __init__(self, names: NamesModel, parent: QObject | None = None) -> None:
        super().__init__(names, parent)
        self.setCompletionRole(_FOLDED_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(9)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    @override
    def pathFromIndex(self, index: Index) -> str:
        return str(index.data())
