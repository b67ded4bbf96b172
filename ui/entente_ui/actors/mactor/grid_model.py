"""The answers as a grid: rows and columns headed by actors or objectives."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.domain.objective import INFLUENCE, STANCE, STRENGTH_MAX
from entente.i18n import _
from entente.services.mactor import Aim, Participant, Question
from entente_ui import formats
from entente_ui.actors.mactor.known import Known
from entente_ui.actors.mactor.wording import answer_text, value_text
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: Writes answers; None takes one back.
Write: TypeAlias = Callable[[Mapping[Question, int | None]], bool]

_ROOT: Final = QModelIndex()
_TEXTS: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


class GridModel(QAbstractTableModel):
    """One kind of answers. An edit leaves through `write` and comes back as new answers.

    Attributes:
        kind: Name of the kind of record.
    """

    def __init__(self, kind: str, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._write = write
        self._known: Known | None = None
        self._rows: tuple[Participant, ...] = ()
        self._columns: Sequence[Participant | Aim] = ()

    @property
    def can_edit(self) -> bool:
        """Whether answers may be given."""
        return self._known is not None and self._known.can_edit

    def show_known(self, known: Known) -> None:
        """Show these answers."""
        rows = known.forces.participants
        columns = rows if self.kind == INFLUENCE.name else known.forces.aims
        alike = (rows, columns) == (self._rows, tuple(self._columns))
        if alike:
            self._known = known
            if rows and columns:
                last = self.index(len(rows) - 1, len(columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._known, self._rows, self._columns = known, rows, columns
        self.endResetModel()

    def question(self, index: Index) -> Question | None:
        """Return what a cell is the answer to; None on the diagonal and for no cell."""
        if not index.isValid():
            return None
        one, other = self._rows[index.row()].key, self._columns[index.column()].key
        return None if one == other else Question(self.kind, one, other)

    def index_of(self, question: Question) -> QModelIndex:
        """Return the cell of a question; none if nobody asks it."""
        rows = [each.key for each in self._rows]
        columns = [each.key for each in self._columns]
        if question.first not in rows or question.second not in columns:
            return QModelIndex()
        return self.index(rows.index(question.first), columns.index(question.second))

    def words(self, index: Index) -> str:
        """Return a cell in a sentence."""
        question = self.question(index)
        if question is None or self._known is None:
            return ""
        return answer_text(question, self._known.forces.answer(question), self._known)

    def value(self, index: Index) -> int | None:
        """Return the answer in a cell."""
        question = self.question(index)
        if question is None or self._known is None:
            return None
        found = self._known.forces.answer(question)
        return None if found is None else found.value

    def write(self, values: Mapping[Question, int | None]) -> bool:
        """Give answers, or take them back; say whether it was done."""
        return self._write(values)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        one = self._columns[section] if across else self._rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.ref if across else f"{one.ref} {one.name}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_html(f"{one.ref} {one.name}")
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.value(index)
        if role in _TEXTS:
            return self._text(index, value, role)
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignCenter)
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(index, value)
            case Qt.ItemDataRole.ForegroundRole if value and self.kind == INFLUENCE.name:
                return theme().heat(value).ink
        return None

    def _text(self, index: Index, value: int | None, role: int) -> str:
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(self.words(index))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words(index)
            case _ if value is None:
                return ""
            case Qt.ItemDataRole.DisplayRole:
                return value_text(self.kind, value)
            case _:
                return formats.number(value)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if self.question(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_edit else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        question = self.question(index)
        if role != Qt.ItemDataRole.EditRole or question is None:
            return False
        try:
            given = read_answer(self.kind, str(value))
        except ValueError:
            return False
        return given != self.value(index) and self._write({question: given})

    def _ground(self, index: Index, value: int | None) -> Any:  # noqa: ANN401  # a colour or none
        if self.question(index) is None:
            return theme().colour("raised")
        if not value:
            return None
        if self.kind == INFLUENCE.name:
            return theme().heat(value).fill
        return theme().colour("info" if value > 0 else "critical", 0.08 + 0.09 * abs(value))


def read_answer(kind: str, text: str) -> int | None:
    """Return the answer that was typed or pasted, None for a blank.

    Raises:
        ValueError: If it is no whole number, or outside what the kind takes.
    """
    if not text.strip():
        return None
    value = formats.parse_integer(text)
    least = -STRENGTH_MAX if kind == STANCE.name else 0
    if not least <= value <= STRENGTH_MAX:
        raise ValueError(text)
    return value


def allowed(kind: str) -> str:
    """Return what the cells of a kind take."""
    return _("−4 to +4") if kind == STANCE.name else _("0 to 4")
