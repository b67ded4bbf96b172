"""Options × interests as a table: rows are options, columns interests grouped by party."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.domain.option import SCORE_LABELS, SCORE_MAX
from entente.domain.option_matrix import Service
from entente.domain.text import shorten
from entente.i18n import _, ngettext
from entente.services.ways_out import Matrix, OptionRow
from entente_ui.formats import listing, number, quoted
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: A cell that can be scored: key of the option and of the interest.
Cell: TypeAlias = tuple[str, str]
#: Writes scores; None makes a cell blank again.
Write: TypeAlias = Callable[[Mapping[Cell, int | None]], bool]

_ROOT: Final = QModelIndex()
_NAME: Final = 60


class Sort(Enum):
    """What a column holds."""

    INTEREST = auto()
    TOTAL = auto()
    LEAST = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Attributes:
        key: Of the interest; empty for a sum.
        party: Key of the actor it is about; empty for what all share.
    """

    sort: Sort
    key: str = ""
    party: str = ""


class MatrixModel(QAbstractTableModel):
    """The matrix; a score leaves through `write` and comes back as another matrix."""

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._matrix: Matrix | None = None
        self.columns: Sequence[Column] = ()
        self.can_edit = False

    def show_matrix(self, matrix: Matrix, *, can_edit: bool) -> None:
        """Show what is known now; a cell that is current stays so where nothing moved."""
        columns = _columns(matrix)
        keys = [row.key for row in matrix.options]
        alike = [row.key for row in self.options] == keys and columns == list(self.columns)
        self.can_edit = can_edit
        if alike:
            self._matrix = matrix
            if keys and columns:
                last = self.index(len(keys) - 1, len(columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(keys) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(columns) - 1))
            return
        self.beginResetModel()
        self._matrix, self.columns = matrix, columns
        self.endResetModel()

    @property
    def options(self) -> Sequence[OptionRow]:
        """The rows."""
        return self._matrix.options if self._matrix else ()

    def option(self, row: int) -> OptionRow | None:
        """Return the option of a row."""
        return self.options[row] if 0 <= row < len(self.options) else None

    def cell(self, index: Index) -> Cell | None:
        """Return what a cell scores; None for a sum and for no cell."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        is_scored = column.sort is Sort.INTEREST
        return (self.options[index.row()].key, column.key) if is_scored else None

    def index_of(self, option: str = "", interest: str = "") -> QModelIndex:
        """Return the cell of an option and an interest, the first there is for an empty key."""
        rows = [row for row, each in enumerate(self.options) if option in {"", each.key}]
        columns = [place for place, each in enumerate(self.columns) if interest in {"", each.key}]
        return self.index(rows[0], columns[0]) if rows and columns else QModelIndex()

    def value(self, index: Index) -> int | None:
        """Return the score in a cell, None for a blank."""
        cell = self.cell(index)
        return self._matrix.scores.get(cell) if cell and self._matrix else None

    def write(self, values: Mapping[Cell, int | None]) -> bool:
        """Give scores, or take them back; say whether it was done."""
        return self.can_edit and self._write(values)

    def party_name(self, key: str) -> str:
        """Return what a party is called; what all share has a name of its own."""
        if not key:
            return _("Shared by all")
        return (self._matrix.parties.get(key, "") if self._matrix else "") or _("Party")

    def interest_text(self, key: str) -> str:
        """Return the words of an interest."""
        return self._matrix.texts.get(key, "") if self._matrix else ""

    def words(self, index: Index) -> str:
        """Return a cell in a sentence."""
        if not index.isValid():
            return ""
        option, column = self.options[index.row()], self.columns[index.column()]
        name = quoted(shorten(option.text, _NAME))
        if column.sort is Sort.LEAST:
            return self._least_words(option, name)
        party = self.party_name(column.party)
        if column.sort is Sort.TOTAL:
            return self._total_words(name, party, _service(option, column.party))
        score = self.value(index)
        met = _("not scored yet") if score is None else f"{score} · {_(SCORE_LABELS[score])}"
        return _("{option} — {interest} ({party}): {met}").format(
            option=name,
            interest=quoted(shorten(self.interest_text(column.key), _NAME)),
            party=party,
            met=met,
        )

    def reason(self, option: OptionRow) -> str:
        """Return why an option is dominated, or nothing."""
        found = option.domination
        if found is None:
            return ""
        other = next((each.text for each in self.options if each.key == found.by), "")
        return ngettext(
            "Dominated by {other}: at least as good on the {compared} interest both are scored "
            "on, better on {better}",
            "Dominated by {other}: at least as good on the {compared} interests both are scored "
            "on, better on {better}",
            found.compared,
        ).format(
            other=quoted(shorten(other, _NAME)), compared=found.compared, better=len(found.better)
        )

    def _least_words(self, option: OptionRow, name: str) -> str:
        if not option.least:
            return _("{option}: no party is served less than the others").format(option=name)
        names = listing([self.party_name(key) for key in option.least])
        return _("{option} serves {parties} least").format(option=name, parties=names)

    def _total_words(self, name: str, party: str, service: Service | None) -> str:
        if service is None or not service.scored:
            return _("{option} — {party}: not scored yet").format(option=name, party=party)
        blank = service.interests - service.scored
        words = _("{option} — {party}: {points} points out of {most}").format(
            option=name, party=party, points=service.points, most=service.scored * SCORE_MAX
        )
        more = ngettext("{count} blank", "{count} blanks", blank).format(count=blank)
        return f"{words} ({more})" if blank else words

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.options)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        if orientation is Qt.Orientation.Vertical:
            option = self.options[section]
            words = "\n".join(filter(None, (option.text, self.reason(option))))
            text = option.text if role == Qt.ItemDataRole.DisplayRole else words
        else:
            text = self._column_words(self.columns[section])
        return tooltip_html(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _column_words(self, column: Column) -> str:
        match column.sort:
            case Sort.INTEREST:
                return self.interest_text(column.key)
            case Sort.TOTAL:
                return _("Total")
            case _:
                return _("Least served")

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole}:
            return self._colour(index, role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words(index)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(self.words(index))
            case _:
                centre = int(Qt.AlignmentFlag.AlignCenter)
                return centre if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, index: Index) -> str:
        option, column = self.options[index.row()], self.columns[index.column()]
        match column.sort:
            case Sort.INTEREST:
                return number(self.value(index))
            case Sort.TOTAL:
                service = _service(option, column.party)
                if service is None or not service.scored:
                    return ""
                return f"{service.points}/{service.scored * SCORE_MAX}"
            case _:
                return listing([self.party_name(key) for key in option.least[:3]])

    def _colour(self, index: Index, role: int) -> Any:  # noqa: ANN401  # a colour or none
        option, column = self.options[index.row()], self.columns[index.column()]
        score = self.value(index)
        is_ground = role == Qt.ItemDataRole.BackgroundRole
        if column.sort is not Sort.INTEREST:
            service = _service(option, column.party)
            is_faint = service is not None and not service.is_whole
            return theme().colour("raised" if is_ground else "muted" if is_faint else "text")
        if score is None:
            return None
        heat = theme().heat(score)
        if not is_counted(option):
            return theme().colour("raised" if is_ground else "muted")
        return heat.fill if is_ground else heat.ink


def is_counted(option: OptionRow) -> bool:
    """Return whether an option is still worth weighing: neither dominated nor set aside."""
    return option.domination is None and option.status != "dropped"


def _service(option: OptionRow, party: str) -> Service | None:
    return next((each for each in option.services if each.party == party), None)


def _columns(matrix: Matrix) -> list[Column]:
    columns: list[Column] = []
    for party in matrix.parties:
        mine = [each.key for each in matrix.interests if each.party == party]
        columns += [Column(Sort.INTEREST, key, party) for key in mine]
        if mine:
            columns.append(Column(Sort.TOTAL, party=party))
    return [*columns, Column(Sort.LEAST)] if columns else columns
