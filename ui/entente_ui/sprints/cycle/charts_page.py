"""A sprint in charts, how fast work goes, and what has waited longest."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.i18n import _, ngettext
from entente.services.sprint_backlog import Aged
from entente.services.sprints import SprintView, burn
from entente_ui.charts.card import ChartCard
from entente_ui.charts.twin import Figures, FiguresTable
from entente_ui.document import Document
from entente_ui.formats import number
from entente_ui.kit import Card, PlainLabel, ScrollArea, sized, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.sprints.cycle.charts import BurnChart, Way, burn_figures
from entente_ui.sprints.cycle.reading import Rhythm
from entente_ui.sprints.cycle.velocity_chart import VelocityChart, velocity_figures
from entente_ui.sprints.cycle.words import (
    down_sentence,
    forecast_sentence,
    off_words,
    speed_sentence,
    up_sentence,
)

#: Px at 100 % of width from which on two cards stand side by side.
_WIDE: Final = 820
_TABLE: Final = 210


class _AgedTable(FiguresTable):
    """Cards that wait; Enter goes to one on the board."""

    def __init__(self, page: "ChartsPage") -> None:
        super().__init__(_("Carried from sprint to sprint"), page)
        self._aged_page = page

    @override
    def fit(self) -> None:
        super().fit()
        if self.twin.columnCount():
            self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._aged_page.open_row(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ChartsPage(QWidget):
    """Burndown, burn-up, velocity, carry-over.

    Attributes:
        down, up, velocity: The charts, each on a card with its table.
        aged: Cards that were in sprints and are still to be done, those carried most first.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[Aged, ...] = ()
        self.down_chart = BurnChart(_("Burndown"), Way.DOWN, self)
        self.up_chart = BurnChart(_("Burn-up"), Way.UP, self)
        self.velocity_chart = VelocityChart(self)
        self.down = ChartCard(_("Burndown"), self.down_chart, self._say, self)
        self.up = ChartCard(_("Burn-up"), self.up_chart, self._say, self)
        self.velocity = ChartCard(_("Velocity"), self.velocity_chart, self._say, self)
        self.aged = _AgedTable(self)
        self._ageing = Card(_("Carried from sprint to sprint"), self)
        self._aged_words = PlainLabel("", "muted", self, wrap=True)
        self._ageing.body.addWidget(self._aged_words)
        self._ageing.body.addWidget(self.aged)
        sized(self.aged, height=_TABLE)
        self.aged.doubleClicked.connect(lambda index: self.open_row(index.row()))
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 10, 12), 0)
        self._grid = spaced(QGridLayout(), 0, 12)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._columns = 0
        area = ScrollArea(page, self, name=_("Charts of the sprint"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)
        self._arrange(1)

    def show_sprint(self, view: SprintView, document: Document) -> None:
        """Show a sprint as far as it is known today."""
        chart = burn(view, document.read(lambda session: session.today))
        off = off_words(view)
        down = " ".join(filter(None, (down_sentence(chart), off)))
        up = up_sentence(chart)
        figures = burn_figures(chart)
        self.down_chart.show_chart(chart, down)
        self.down.show_figures(down, figures)
        self.up_chart.show_chart(chart, up)
        self.up.show_figures(up, figures)

    def show_rhythm(self, rhythm: Rhythm) -> None:
        """Show how fast work goes."""
        said = f"{speed_sentence(rhythm.speed)} {forecast_sentence(rhythm.ahead)}"
        self.velocity_chart.show_sprints(rhythm.closed, rhythm.speed)
        self.velocity.show_figures(said, velocity_figures(rhythm.closed))
        self._rows = rhythm.aged
        count = len(rhythm.aged)
        words = ngettext(
            "{count} card was in a sprint and is still to be done.",
            "{count} cards were in a sprint and are still to be done.",
            count,
        )
        none = _("Nothing that was in a sprint is still to be done.")
        self._aged_words.setText(words.format(count=number(count)) if count else none)
        self.aged.setVisible(bool(count))
        self.aged.show_figures(aged_figures(rhythm.aged))

    def open_row(self, row: int) -> None:
        """Go to a card that waits, on the board."""
        if 0 <= row < len(self._rows):
            self._context.reveal(BACKLOG_ITEM.name, self._rows[row].item_id)

    def _say(self, text: str) -> None:
        self._context.toast(text, False)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        top = Qt.AlignmentFlag.AlignTop
        for place, card in enumerate((self.down, self.up, self.velocity, self._ageing)):
            self._grid.removeWidget(card)
            row, column = divmod(place, columns)
            if columns == 1:
                self._grid.addWidget(card, row, 0)
            else:
                self._grid.addWidget(card, row, column, top)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().px(_WIDE) else 1)


def aged_figures(aged: tuple[Aged, ...]) -> Figures:
    """Return cards that wait as a table."""
    heads = (_("Card"), _("Title"), _("Sprints"), _("Days"))
    rows = [
        (each.ref, each.title, number(each.sprints), "" if each.days is None else number(each.days))
        for each in aged
    ]
    return Figures(heads, rows, frozenset({2, 3}), {0: 66, 1: 210, 2: 72, 3: 64})
