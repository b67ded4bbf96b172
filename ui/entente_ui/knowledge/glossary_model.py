"""The cross glossary as a table: terms down, trades across, the agreed definition last."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.domain.glossary import TERM, TERM_LABELS, TermStatus
from entente.domain.text import fold
from entente.i18n import _
from entente.services.glossary import CrossGlossary, Line
from entente_ui.kit import tooltip_html

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_WORD: Final = 0
#: Columns behind the trades: definition, status, difficulties.
_BEHIND: Final = 3
DEFINITION, STATUS, DIFFICULTIES = range(_BEHIND)
#: Whether the word in a cell says that something still has to be agreed.
WAITS_ROLE: Final = Qt.ItemDataRole.UserRole


class GlossaryModel(QAbstractTableModel):
    """Shows the glossary. An edit leaves through `say` or `define` and comes back as a new one.

    Attributes:
        say: Writes what a trade means by a term; None while nothing may be edited.
        define: Writes word or definition of a term, by the name of the field.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.say: Callable[[Line, str, str], bool] | None = None
        self.define: Callable[[Line, str, str], bool] | None = None
        self._trades: tuple[str, ...] = ()
        self._extra: list[str] = []
        self._lines: Sequence[Line] = ()
        self._wanted = ""
        self._found = CrossGlossary((), ())

    @property
    def trades(self) -> tuple[str, ...]:
        """The trades across, those nobody of whom has said anything yet last."""
        return self._trades

    @property
    def lines(self) -> Sequence[Line]:
        """The terms that are shown."""
        return self._lines

    def show_glossary(self, found: CrossGlossary) -> None:
        """Show a glossary; trades added meanwhile stay until they say something."""
        self._found = found
        self._lay_out()

    def add_trade(self, name: str) -> None:
        """Add an empty column."""
        self._extra.append(name)
        self._lay_out()

    def filter_by(self, words: str) -> None:
        """Show only the terms that hold these words, in whichever column."""
        self._wanted = fold(words).strip()
        self._lay_out()

    def _lay_out(self) -> None:
        known = {fold(trade) for trade in self._found.trades}
        self._extra = [trade for trade in self._extra if fold(trade) not in known]
        trades = (*self._found.trades, *self._extra)
        lines = [line for line in self._found.lines if self._matches(line)]
        same = trades == self._trades and [line.id for line in lines] == [
            line.id for line in self._lines
        ]
        if not same:
            self.beginResetModel()
        self._trades, self._lines = trades, lines
        if not same:
            self.endResetModel()
        elif lines:
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _matches(self, line: Line) -> bool:
        text = " ".join((line.ref, line.word, line.definition, *line.meanings.values()))
        return all(word in fold(text) for word in self._wanted.split())

    def trade_at(self, column: int) -> str:
        """Return the trade of a column, empty for a column of another sort."""
        return self._trades[column - 1] if 0 < column <= len(self._trades) else ""

    def row_of(self, key: str) -> int:
        """Return the row of a term, −1 if it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.id == key), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self._trades) + _BEHIND

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == _WORD:
            return _(TERM.label)
        behind = (_(TERM.field("definition").label), _(TERM.field("status").label))
        names = (*self._trades, *behind, _("Difficulties"))
        return names[section - 1]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == WAITS_ROLE:
            is_status = index.column() == 1 + len(self._trades) + STATUS
            return is_status and self._lines[index.row()].status != TermStatus.SHARED
        text = self._text(index.row(), index.column()) if index.isValid() else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole if text:
                return tooltip_html(text)
            case Qt.ItemDataRole.AccessibleTextRole if index.isValid():
                heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
                held = text or _("nothing")
                return f"{self._lines[index.row()].word}, {heading}, {held}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def _text(self, row: int, column: int) -> str:
        line = self._lines[row]
        if column == _WORD:
            return line.word
        if trade := self.trade_at(column):
            return line.meanings.get(fold(trade), "")
        match column - 1 - len(self._trades):
            case 0:
                return line.definition
            case 1:
                return _(TERM_LABELS[TermStatus(line.status)])
            case _:
                return ", ".join(line.difficulties)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.say is None or not index.isValid():
            return flags
        editable = index.column() <= len(self._trades) + 1 + DEFINITION
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.say is None or self.define is None:
            return False
        line, text = self._lines[index.row()], str(value)
        if text.strip() == self._text(index.row(), index.column()):
            return False
        if trade := self.trade_at(index.column()):
            return self.say(line, trade, text)
        return self.define(line, "word" if index.column() == _WORD else "definition", text)
