"""Beside the matrix: what is not rated yet, the risks of a cell, the one that is selected."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.risk import Reading
from entente.domain.risk_layout import Cell
from entente.i18n import _, ngettext
from entente.services.risks import RiskView
from entente_ui.formats import number
from entente_ui.kit import LinkButton, PlainLabel, ScrollArea, spaced
from entente_ui.risks.card import RiskCard
from entente_ui.risks.matrix.chart import MatrixChart
from entente_ui.risks.matrix.lists import RiskList, UnratedList
from entente_ui.risks.matrix.plan import ARROWS
from entente_ui.risks.seen import Seen, cell_now, cell_of
from entente_ui.risks.words import counted, scored_words

#: Risks listed while no cell is chosen.
_HEAVIEST: Final = 6


class MatrixSide(ScrollArea):
    """What the matrix itself has no room for.

    Attributes:
        unrated: Risks to be dragged onto the matrix.
        list: Risks of the cell that is chosen, or the heaviest.
        card: The risk that is selected.

    Signals:
        register_asked: Emitted when the risks of the cell are wanted in the register.
    """

    register_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent, name=_("Risks beside the matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        self._unrated_head = PlainLabel("", "strong", inside, wrap=True)
        self._unrated_hint = PlainLabel(
            _("Drag them onto the matrix, or press Enter."), "small", inside, wrap=True
        )
        self.unrated = UnratedList(_("Risks that are not rated"), inside)
        self._head = PlainLabel("", "strong", inside, wrap=True)
        self.list = RiskList(_("Risks of the cell"), inside)
        self.to_register = LinkButton(
            _("Show them in the register"), self.register_asked.emit, inside
        )
        self.card = RiskCard(inside)
        layout = spaced(QVBoxLayout(inside), (12, 2, 8, 8), 6)
        for widget in (self._unrated_head, self._unrated_hint, self.unrated, self._head, self.list):
            layout.addWidget(widget)
        layout.addWidget(self.to_register, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.card)
        layout.addStretch(1)
        self.card.hide()

    @property
    def heading(self) -> str:
        """What stands above the list."""
        return self._head.text()

    def follow(self, chart: MatrixChart, shown: Sequence[RiskView]) -> None:
        """List what belongs to the readings and the cell one looks at, of the risks shown."""
        arrows, cell = chart.mode == ARROWS, chart.chosen
        mode = Reading.CURRENT.value if arrows else chart.mode
        unrated = [
            view for view in shown if (cell_now(view) if arrows else cell_of(view, mode)) is None
        ]
        self._show_unrated(unrated, read_only=chart.is_locked)
        if cell is not None:
            keys = dict.fromkeys(mark.risk for mark in chart.plan.marks_in(cell))
            listed = [chart.seen.by_key[key] for key in keys]
        else:
            rated = [view for view in shown if view.readings[mode].score]
            rated.sort(key=lambda view: -(view.readings[mode].score or 0))
            listed = rated[:_HEAVIEST]
        self._show_cell(chart.seen, cell, listed, chart.picked)

    def _show_unrated(self, views: Sequence[RiskView], *, read_only: bool) -> None:
        """List what has no place on the matrix."""
        count = len(views)
        text = ngettext("{count} risk not rated", "{count} risks not rated", count)
        self._unrated_head.setText(text.format(count=number(count)))
        self.unrated.show_risks(views)
        self.unrated.setDragEnabled(not read_only)
        for widget in (self._unrated_head, self.unrated):
            widget.setVisible(bool(views))
        self._unrated_hint.setVisible(bool(views) and not read_only)

    def _show_cell(
        self, seen: Seen, cell: Cell | None, views: Sequence[RiskView], picked: str
    ) -> None:
        """List the risks of a cell; without one, the heaviest."""
        if cell is None:
            self._head.setText(_("The heaviest"))
        else:
            self._head.setText(f"{scored_words(seen.scales, cell)} – {counted(len(views))}")
        self.list.show_risks(views, picked)
        self.list.setVisible(bool(views))
        self._head.setVisible(bool(views) or cell is not None)
        self.to_register.setVisible(cell is not None)
