"""The matrix as a table: every reading of every risk, to read, to type and to copy."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.risk import READING_LABELS, Reading
from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import STEPS
from entente.i18n import _
from entente.services.risks import RiskView
from entente_ui.charts.twin import TwinTable
from entente_ui.formats import number, parse_integer
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme
from entente_ui.risks.seen import NOTHING, Seen, cell_of
from entente_ui.risks.words import change_words, level_name, risk_words

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: Rates a risk: the risk, the reading, the cell; says whether it was done.
Rate: TypeAlias = Callable[[RiskView, str, Cell], bool]

_ROOT: Final = QModelIndex()
_READINGS: Final = tuple(reading.value for reading in Reading)
#: Columns before those of the readings, and columns of each.
_BEFORE: Final = 3
_EACH: Final = 3
_PROBABILITY, _IMPACT, _LEVEL = range(_EACH)
_COUNT: Final = _BEFORE + _EACH * len(_READINGS) + 1
_WIDTHS: Final = {0: 56, 1: 300, 2: 100}
_OTHER: Final = 92
_WIDE: Final = 150


class TwinModel(QAbstractTableModel):
    """A row for each risk. What is typed leaves through `rate` and comes back as another."""

    def __init__(self, rate: Rate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rate = rate
        self._seen: Seen = NOTHING
        self.views: Sequence[RiskView] = ()
        self.can_edit = False

    def show_seen(self, seen: Seen, views: Sequence[RiskView], *, can_edit: bool) -> None:
        """Show these risks."""
        alike = [view.id for view in views] == [view.id for view in self.views]
        if not alike:
            self.beginResetModel()
        self._seen, self.views, self.can_edit = seen, views, can_edit
        if not alike:
            self.endResetModel()
        elif views:
            self.dataChanged.emit(self.index(0, 0), self.index(len(views) - 1, _COUNT - 1))

    def row_of(self, key: str) -> int:
        """Return the row of a risk, −1 if it is not shown."""
        return next((row for row, view in enumerate(self.views) if view.id == key), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.views)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _COUNT

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = [_("Ref."), _("Event"), _("Kind")]
        for reading in _READINGS:
            word = _(READING_LABELS[reading])
            heads += [
                _("P ({reading})").format(reading=word),
                _("I ({reading})").format(reading=word),
                _("Level ({reading})").format(reading=word),
            ]
        return [*heads, _("Effect of the response")][section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        view = self.views[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(view, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(risk_words(self._seen.scales, view))
            case Qt.ItemDataRole.TextAlignmentRole if self._is_typed(index.column()):
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.can_edit and index.isValid() and self._is_typed(index.column()):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.can_edit:
            return False
        try:
            step = parse_integer(str(value))
        except ValueError:
            return False
        if step not in STEPS:
            return False
        view = self.views[index.row()]
        reading, part = _place(index.column())
        rated = view.readings[reading]
        probability, impact = rated.probability or step, rated.impact or step
        cell = (step, impact) if part == _PROBABILITY else (probability, step)
        return cell == cell_of(view, reading) or self._rate(view, reading, cell)

    @staticmethod
    def _is_typed(column: int) -> bool:
        return _BEFORE <= column < _COUNT - 1 and _place(column)[1] != _LEVEL

    def _text(self, view: RiskView, column: int) -> str:
        if column < _BEFORE:
            kind = _("threat") if view.is_threat else _("opportunity")
            return (view.ref, view.event, kind)[column]
        if column == _COUNT - 1:
            share = view.effectiveness()
            return "" if share is None else change_words(share)
        reading, part = _place(column)
        rated = view.readings[reading]
        if part == _LEVEL:
            cell = cell_of(view, reading)
            if cell is None:
                return ""
            scales = self._seen.scales
            return f"{number(cell[0] * cell[1])} · {level_name(scales, scales.level(*cell))}"
        value = rated.probability if part == _PROBABILITY else rated.impact
        return "" if value is None else number(value)


class MatrixTable(TwinTable):
    """The table."""

    def __init__(self, rate: Rate, parent: QWidget | None = None) -> None:
        self.twin = TwinModel(rate)
        super().__init__(_("Risk matrix as a table"), self.twin, parent)
        self.fit()

    @property
    def key(self) -> str:
        """Key of the risk in the current row, or empty."""
        row = self.currentIndex().row()
        return self.twin.views[row].id if 0 <= row < len(self.twin.views) else ""

    @override
    def fit(self) -> None:
        for column in range(_COUNT):
            wide = column == _COUNT - 1 or (column >= _BEFORE and _place(column)[1] == _LEVEL)
            width = _WIDTHS.get(column, _WIDE if wide else _OTHER)
            self.setColumnWidth(column, theme().px(width))


def _place(column: int) -> tuple[str, int]:
    """Return the reading of a column, and which part of it."""
    reading, part = divmod(column - _BEFORE, _EACH)
    return _READINGS[reading], part
