"""The matrix of dependence, and those without whom several could not go on."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.dependence import SEVERAL
from entente.domain.network import Pair
from entente.i18n import N_, _, ngettext
from entente.services.network import Reading
from entente_ui import formats
from entente_ui.actors.network.dependence_model import STRENGTH_ROLE, ListModel, MatrixModel
from entente_ui.actors.network.finding import Finding, emptied
from entente_ui.actors.network.sentence import Sentence
from entente_ui.actors.network.words import MOST_LINES, Line
from entente_ui.kit import LinkButton, Segments, dress_table, spaced
from entente_ui.look.theme import theme
from entente_ui.look.tokens import ROW_HEIGHT

_CELL: Final = 47
_NAMES: Final = 184
#: Rows shown before the matrix scrolls by itself.
_ROWS: Final = 20
_BAR: Final = 18
#: Of the five steps of heat, those of weak and strong.
_HEAT: Final = {1: 1, 2: 3}
_METHOD: Final = (
    N_(
        "Design structure matrix (Steward 1981): a row says on whom one depends, a column who "
        "depends on one; 1 is weakly, 2 strongly, as noted on the relations."
    ),
    N_(
        "A single point of failure is a person on whom at least {count} others depend strongly. "
        "A dependence is strained where it is strong and the relation bad."
    ),
)


class HeatDelegate(QStyledItemDelegate):
    """Paints a cell in the heat of its number."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        strength = int(index.data(STRENGTH_ROLE))
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        if strength > 0:
            heat = theme().heat(_HEAT[strength])
            painter.setBrush(heat.fill)
            painter.drawRect(box)
            painter.setPen(heat.ink)
            painter.setFont(theme().font("strong"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), formats.number(strength))
        else:
            painter.setBrush(theme().colour("raised" if strength < 0 else "window"))
            painter.drawRect(box)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRect(box)
        painter.restore()


class DependenceCard(Finding):
    """Who depends on whom.

    Signals:
        pair_chosen: Emitted with who depends on whom in the cell or line that was pressed.
        relations_wanted: Emitted when nothing is noted yet and the user wants to begin.
    """

    pair_chosen = Signal(object)
    relations_wanted = Signal()

    def __init__(self, on_person: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(_("Dependence"), parent)
        self._on_person = on_person
        self._matrix_model, self._list_model = MatrixModel(), ListModel()
        self.matrix, self.list = QTableView(self), QTableView(self)
        self._lines = spaced(QVBoxLayout(), 0, 8)
        self._stack = QStackedWidget(self)
        self.switch = Segments([("matrix", _("Matrix")), ("list", _("Table"))], "", self)
        self._begin = LinkButton(_("Open the relations"), self.relations_wanted.emit, self)
        self._build()
        theme().changed.connect(self._fit)

    def show_reading(self, reading: Reading) -> None:
        """Show another network."""
        found, situation = reading.figures.dependence, reading.situation
        self._matrix_model.show_dependence(situation, found)
        self._list_model.show_dependence(situation, found)
        is_known = bool(found.cells)
        for widget in (self._stack, self.switch, self.method):
            widget.setVisible(is_known)
        self._begin.setVisible(not is_known)
        self.lead.setText(_lead(reading))
        emptied(self._lines)
        for line in _lines(reading)[:MOST_LINES]:
            self._lines.addWidget(Sentence(line, self._on_person, self))
        self.explain([_(words).format(count=formats.number(SEVERAL)) for words in _METHOD])
        self._fit()

    def clear(self) -> None:
        """Forget what is shown."""
        self._matrix_model.clear()
        self._list_model.clear()
        emptied(self._lines)

    def _build(self) -> None:
        self.matrix.setModel(self._matrix_model)
        self.matrix.setItemDelegate(HeatDelegate(self.matrix))
        self.matrix.setShowGrid(False)
        self.matrix.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.matrix.setCornerButtonEnabled(False)
        self.matrix.setAccessibleName(_("Who depends on whom: rows depend on columns"))
        for header in (self.matrix.horizontalHeader(), self.matrix.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
            header.setMinimumSectionSize(1)
        self.matrix.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.matrix.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setModel(self._list_model)
        dress_table(self.list)
        self.list.setAccessibleName(_("Who depends on whom"))
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for view in (self.matrix, self.list):
            view.setTabKeyNavigation(False)
            self._stack.addWidget(view)
        self.matrix.clicked.connect(lambda at: self._choose(self._matrix_model.pair_at(at)))
        self.matrix.activated.connect(lambda at: self._choose(self._matrix_model.pair_at(at)))
        self.list.clicked.connect(lambda at: self._choose(self._list_model.pair_at(at)))
        self.list.activated.connect(lambda at: self._choose(self._list_model.pair_at(at)))
        self.switch.chosen.connect(
            lambda name: self._stack.setCurrentWidget(
                self.matrix if name == "matrix" else self.list
            )
        )
        self.content.addLayout(self._lines)
        self.content.addWidget(self.switch)
        self.content.addWidget(self._stack)
        self.content.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, pair: Pair) -> None:
        if pair[0] == pair[1]:
            self._on_person(pair[0])
        else:
            self.pair_chosen.emit(pair)

    def _fit(self) -> None:
        px = theme().px
        self.matrix.horizontalHeader().setDefaultSectionSize(px(_CELL))
        self.matrix.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.matrix.verticalHeader().setFixedWidth(px(_NAMES))
        rows = min(self._matrix_model.rowCount(), _ROWS)
        # A line for the head, and some px for the bar that scrolls sideways.
        self._stack.setFixedHeight((rows + 1) * px(ROW_HEIGHT) + px(_BAR))


def _lead(reading: Reading) -> str:
    found = reading.figures.dependence
    if not found.cells:
        return _("Nobody has noted yet who depends on whom; it is part of each relation.")
    said = ngettext(
        "{count} dependence is noted, {strong} of them strong.",
        "{count} dependences are noted, {strong} of them strong.",
        len(found.cells),
    )
    strong = sum(strength > 1 for strength in found.cells.values())
    return said.format(count=formats.number(len(found.cells)), strong=formats.number(strong))


def _lines(reading: Reading) -> list[Line]:
    people, found = reading.situation.people, reading.figures.dependence
    lines = []
    if found.single_points:
        words = _("Single points of failure: {people}")
        lines.append(Line(words, {"people": [people[key] for key in found.single_points]}))
    alone = _("{one} depends strongly on {other} and they do not get on")
    both = _("{one} and {other} depend strongly on each other and do not get on")
    told: set[Pair] = set()
    for one, other in found.strained:
        if (other, one) not in told:
            told.add((one, other))
            words = both if (other, one) in found.strained else alone
            lines.append(Line(words, {"one": [people[one]], "other": [people[other]]}))
    return lines
