"""A chart on a card: its title, what it shows in a sentence, the same as a table, a copy."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from entente.i18n import _
from entente_ui.charts.twin import Figures, FiguresTable, copy_shown
from entente_ui.kit import Card, IconButton, PlainLabel, sized, spaced

_TABLE: Final = 240


class ChartCard(Card):
    """Holds one chart.

    Attributes:
        chart: The drawing.
        sentence: What it shows, in words.
        table: The same as a table.
        as_table: Turns from the one to the other.
    """

    def __init__(
        self,
        title: str,
        chart: QWidget,
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make a card.

        Args:
            title: What the chart is about.
            chart: The drawing; it keeps its own height.
            say: Called with a sentence once something is on the clipboard.
            parent: Its widget.
        """
        super().__init__("", parent)
        self._say = say
        self.chart = chart
        self.sentence = PlainLabel("", "muted", self, wrap=True)
        self.table = FiguresTable(title, self)
        sized(self.table, height=_TABLE)
        self.as_table = IconButton("table", _("As a table"), self._turn, self, checkable=True)
        self.copy_button = IconButton("copy", _("Copy the drawing or the table"), self.copy, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        line = spaced(QHBoxLayout(), 0, 4)
        line.addWidget(PlainLabel(title, "section", self), 1)
        for button in (self.as_table, self.copy_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self._stack)

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self._stack.currentWidget() is self.table

    def show_figures(self, sentence: str, figures: Figures) -> None:
        """Say what the chart shows, and fill the table."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.table.show_figures(figures)

    def copy(self) -> None:
        """Put what is shown on the clipboard: the drawing as a picture, or the table."""
        self._say(copy_shown(self.chart, self.table, as_table=self.is_table))

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.table if self.as_table.isChecked() else self.chart)
