"""The tab of the causes: how much each weighs, where, since when, and what it brought."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.cause_figures import Bar, Cell, by_month, by_scope, pareto
from entente.i18n import N_, _, ngettext
from entente.services import causes, difficulties, difficulty_analysis
from entente.services.difficulty_analysis import Opportunity
from entente_ui.cause_words import cause_words
from entente_ui.charts.twin import FiguresTable, copy_shown
from entente_ui.difficulties.causes.figures import CauseFigures
from entente_ui.difficulties.causes.heat_table import HeatTable
from entente_ui.difficulties.causes.pareto import ParetoChart
from entente_ui.difficulties.causes.trend import TrendChart
from entente_ui.formats import percent
from entente_ui.kit import (
    Card,
    EmptyState,
    IconButton,
    PlainLabel,
    ScrollArea,
    Segments,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context

#: What is looked at while the tab is in view; a change of one of these shows.
TABLES: Final = frozenset({"difficulty", "difficulty_cause", "party", "actor"})
_DRAWING, _TABLE = "drawing", "table"
_VIEWS: Final = ((_DRAWING, N_("Drawing")), (_TABLE, N_("Table")))
_FILLED, _EMPTY, _PRIVATE = range(3)
_NARROW: Final = 760


class CausesView(QWidget):
    """Shows the causes of all difficulties; what is clicked leads to those behind it.

    Signals:
        picked: Emitted with the keys of difficulties and with words for what they share.
        naming_wanted: Emitted when the causes of the difficulty at hand are to be named.
    """

    picked = Signal(object, str)
    naming_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._figures = CauseFigures()
        self._kpi = PlainLabel("", "body", self, wrap=True)
        self._views = Segments([(name, _(words)) for name, words in _VIEWS], _DRAWING, self)
        self._copy = IconButton("copy", _("Copy the drawing or the table"), self.copy, self)
        self.pareto = ParetoChart(self)
        self.matrix = HeatTable(self)
        self.trend = TrendChart(self)
        self.table = FiguresTable(_("Causes as a table"), self)
        self._stack = QStackedWidget(self)
        self._pages = QStackedWidget(self)
        self._trend_title = PlainLabel("", "small", self, wrap=True)
        self._drawings = QWidget(self)
        self._below = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), 0, 16)
        self._build()
        self.pareto.picked.connect(self._pick_bar)
        self.pareto.current_changed.connect(self._show_trend)
        self.matrix.picked.connect(self._pick_cell)
        self._views.chosen.connect(self._show_view)

    def _build(self) -> None:
        head = spaced(QHBoxLayout(), 0, 12)
        head.addWidget(self._kpi, 1)
        head.addWidget(self._views)
        head.addWidget(self._copy)
        drawings = spaced(QVBoxLayout(self._drawings), (0, 0, 8, 16), 16)
        drawings.addWidget(_card(_("Causes by weight"), self.pareto))
        self._below.addWidget(_card(_("Causes by scope"), self.matrix), 3)
        self._below.addWidget(_card(_("By month noticed"), self._trend_title, self.trend), 2)
        drawings.addLayout(self._below)
        drawings.addStretch(1)
        self._stack.addWidget(ScrollArea(self._drawings, self, name=_("Causes")))
        self._stack.addWidget(self.table)
        filled = QWidget(self)
        layout = spaced(QVBoxLayout(filled), (20, 4, 12, 8), 12)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self._pages.addWidget(filled)
        said = _("No cause has been named yet. Ten are common; each weighs from 1 to 3.")
        self._pages.addWidget(
            EmptyState("difficulties", said, _("Name causes"), self.naming_wanted.emit, self)
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    @Slot()
    def read_again(self) -> None:
        """Show what the mission says now."""
        document = self._context.document
        viewer = document.viewer
        log, found = document.read(
            lambda s: (causes.read(s, viewer), difficulties.overview(s, viewer))
        )
        self._figures = CauseFigures(pareto(log.caused), by_scope(log.caused), by_month(log.caused))
        empty = _PRIVATE if document.is_presenting else _EMPTY
        self._pages.setCurrentIndex(_FILLED if self._figures.bars else empty)
        self._kpi.setText(opportunity_words(difficulty_analysis.opportunity(found)))
        self.pareto.show_bars(self._figures.bars)
        self.matrix.show_cells([bar.cause for bar in self._figures.bars], self._figures.cells or {})
        self.table.show_figures(self._figures.as_table())
        self._show_trend()

    def copy(self) -> None:
        """Put what is shown on the clipboard: the drawings as a picture, the table as a table."""
        is_table = self._views.current == _TABLE
        self._context.toast(copy_shown(self._drawings, self.table, as_table=is_table), False)

    @Slot(str)
    def _show_view(self, name: str) -> None:
        self._stack.setCurrentIndex(int(name == _TABLE))

    @Slot()
    def _show_trend(self) -> None:
        bar = self.pareto.current
        cause = bar.cause if bar else None
        self._trend_title.setText(cause_words(cause) if cause else "")
        self.trend.show_months(self._figures.months, cause)

    @Slot(object)
    def _pick_bar(self, bar: Bar) -> None:
        self.picked.emit(bar.difficulties, cause_words(bar.cause))

    @Slot(object, str)
    def _pick_cell(self, cell: Cell, words: str) -> None:
        self.picked.emit(cell.difficulties, words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        way = QBoxLayout.Direction
        self._below.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def opportunity_words(found: Opportunity) -> str:
    """Return how many difficulties brought a solution."""
    if not found.difficulties or found.rate is None:
        return ""
    said = ngettext(
        "{solved} of {count} difficulty brought a solution nobody had thought of: {rate}.",
        "{solved} of {count} difficulties brought a solution nobody had thought of: {rate}.",
        found.difficulties,
    )
    return said.format(solved=found.solved, count=found.difficulties, rate=percent(found.rate))


def _card(title: str, *widgets: QWidget) -> Card:
    card = Card(title)
    for widget in widgets:
        card.body.addWidget(widget)
    card.body.addStretch(1)
    return card
