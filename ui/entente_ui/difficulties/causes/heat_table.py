"""How much each cause weighs in each scope: darker where it weighs more, the number in it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from entente.domain.cause_figures import Cell
from entente.domain.difficulty import SCOPE_LABELS, Scope
from entente.domain.ten_causes import TenCause
from entente.i18n import _
from entente_ui.cause_words import cause_words
from entente_ui.formats import number
from entente_ui.kit import dress_table
from entente_ui.look.theme import theme
from entente_ui.look.tokens import HEAT

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Cells: TypeAlias = Mapping[tuple[TenCause, Scope | None], Cell]

_ROOT: Final = QModelIndex()
#: Names of scopes take two lines where they have to.
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_HEAD: Final = 44
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


def scope_words(scope: Scope | None) -> str:
    """Return what a scope is called, the unknown one too."""
    return _(SCOPE_LABELS[scope]) if scope else _("scope not known")


class HeatModel(QAbstractTableModel):
    """Causes down, scopes across."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._causes: Sequence[TenCause] = ()
        self._scopes: Sequence[Scope | None] = tuple(Scope)
        self._cells: Cells = {}
        self._most = 0

    def show_cells(self, causes: Sequence[TenCause], cells: Cells) -> None:
        """Show these causes; the scope nobody knows only where there is something in it."""
        self.beginResetModel()
        self._causes, self._cells = causes, cells
        unknown = any(scope is None for _cause, scope in cells)
        self._scopes = (*Scope, None) if unknown else tuple(Scope)
        self._most = max((cell.weight for cell in cells.values()), default=0)
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return what a cell holds, None for nothing."""
        place = (self._causes[index.row()], self._scopes[index.column()])
        return self._cells.get(place)

    def words(self, index: Index) -> str:
        """Return which cause and scope a cell is about."""
        cause, scope = self._causes[index.row()], self._scopes[index.column()]
        return f"{cause_words(cause)} · {scope_words(scope)}"

    def heat(self, index: Index) -> int | None:
        """Return the step of the scale from 0, None for an empty cell."""
        cell = self.cell(index)
        if cell is None or not self._most:
            return None
        # So little as one or two is mild, even where there is nothing heavier.
        most = max(self._most, len(HEAT))
        return min(len(HEAT) - 1, (cell.weight - 1) * len(HEAT) // most)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._causes)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._scopes)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return scope_words(self._scopes[section])
        return cause_words(self._causes[section])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return number(cell.weight) if cell else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.words(index)}: {number(cell.weight if cell else 0)}"
        return None


class _HeatDelegate(QStyledItemDelegate):
    """Paints a cell in the colour of its weight."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        step = model.heat(index) if isinstance(model, HeatModel) else None
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if step is None:
            painter.setBrush(theme().colour("field"))
        else:
            painter.setBrush(theme().heat(step).fill)
        painter.drawRoundedRect(box, theme().px(4), theme().px(4))
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme().px(4), theme().px(4))
        if step is not None:
            painter.setFont(theme().font("strong"))
            painter.setPen(theme().heat(step).ink)
            words = str(index.data() or "")
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()


class HeatTable(QTableView):
    """Goes from cell to cell by arrows; a click or Enter picks one that holds something.

    Signals:
        picked: Emitted with the `Cell` and with words for it.
    """

    picked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = HeatModel(self)
        self.setModel(self.cells)
        dress_table(self)
        self.setItemDelegate(_HeatDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Causes by scope"))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionsMovable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag(_WRAPPED))
        down.show()
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._pick)
        theme().changed.connect(self._fit)

    def show_cells(self, causes: Sequence[TenCause], cells: Cells) -> None:
        """Show these causes."""
        self.cells.show_cells(causes, cells)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        rows = self.cells.rowCount() * self.verticalHeader().defaultSectionSize()
        head = theme().px(_HEAD)
        return QSize(super().sizeHint().width(), head + rows + theme().px(4))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the header is as high as the style sheet has it only now

    def _pick(self, index: QModelIndex) -> None:
        cell = self.cells.cell(index) if index.isValid() else None
        if cell is not None:
            self.picked.emit(cell, self.cells.words(index))

    def _fit(self) -> None:
        """Be as tall as the rows, which scroll with the page around them."""
        self.horizontalHeader().setFixedHeight(theme().px(_HEAD))
        self.setFixedHeight(self.sizeHint().height())
