"""The cross glossary as a table: terms down, trades across, the agreed definition last."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from entente.domain.glossary import TERM, TERM_LABELS, TermStatus
from entente.domain.text import fold
from entente.i18n import _
from entente.services.glossary import CrossGlossary, Line
from entente_ui.kit import tooltip_html
from entente_ui.kit.rows import Index, KeyedTable

#: Writes something about a term, by the trade or the field; says whether it was taken.
Write: TypeAlias = Callable[[Line, str, str], bool]

_ROOT: Final = QModelIndex()
_WORD: Final = 0
#: Columns behind the trades: definition, status, difficulties.
_BEHIND: Final = 3
DEFINITION, STATUS, DIFFICULTIES = range(_BEHIND)
#: Whether the word in a cell says that something still has to be agreed.
WAITS_ROLE: Final = Qt.ItemDataRole.UserRole


class GlossaryModel(KeyedTable[Line]):
    """Shows the glossary. An edit leaves through `say` or `define` and comes back as a new one.

    Attributes:
        say: Writes what a trade means by a term; None while nothing may be edited.
        define: Writes word or definition of a term, by the name of the field.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.say: Write | None = None
        self.define: Write | None = None
        self._trades: tuple[str, ...] = ()
        self._extra: list[str] = []
        self._wanted = ""
        self._found = CrossGlossary((), ())

    @property
    def trades(self) -> tuple[str, ...]:
        """The trades across, those nobody of whom has said anything yet last."""
        return self._trades

    @override
    def key_of(self, row: Line) -> str:
        return row.id

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
        if trades != self._trades:
            self.beginResetModel()
            self._trades, self._rows = trades, lines
            self.endResetModel()
        else:
            self.show_rows(lines)

    def _matches(self, line: Line) -> bool:
        text = " ".join((line.ref, line.word, line.definition, *line.meanings.values()))
        return all(word in fold(text) for word in self._wanted.split())

    def trade_at(self, column: int) -> str:
        """Return the trade of a column, empty for a column of another sort."""
        return self._trades[column - 1] if 0 < column <= len(self._trades) else ""

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
            return is_status and self.row_at(index).status != TermStatus.SHARED
        text = self._text(index.row(), index.column()) if index.isValid() else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole if text:
                return tooltip_html(text)
            case Qt.ItemDataRole.AccessibleTextRole if index.isValid():
                heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
                held = text or _("nothing")
                return f"{self.row_at(index).word}, {heading}, {held}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def _text(self, row: int, column: int) -> str:
        line = self.rows[row]
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
        line, text = self.row_at(index), str(value)
        if text.strip() == self._text(index.row(), index.column()):
            return False
        if trade := self.trade_at(index.column()):
            return self.say(line, trade, text)
        return self.define(line, "word" if index.column() == _WORD else "definition", text)
