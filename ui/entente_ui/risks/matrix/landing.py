"""What is dragged onto the matrix from elsewhere: risks to be rated, records to be linked."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from entente.domain.risk import RISK
from entente.domain.risk_layout import Mark
from entente.i18n import _
from entente.services.risk_edits import LINKED
from entente_ui.drag import dragged_records

if TYPE_CHECKING:
    from entente_ui.risks.matrix.chart import MatrixChart


class Landing:
    """Shows with the hand of a matrix where a drop would land, and takes it."""

    def __init__(self, chart: "MatrixChart") -> None:
        self._chart = chart

    def enter(self, event: QDragEnterEvent) -> None:
        """Take risks, and what risks are linked with."""
        self.move(event)

    def move(self, event: QDragMoveEvent) -> None:
        """Show where what is dragged would land, if it may."""
        chart, hand, at = self._chart, self._chart.hand, event.position()
        kind, keys = dragged_records(event.mimeData())
        stop = chart.plan.stop_at(at.x(), at.y())
        hand.point, hand.target, hand.words = (at.x(), at.y()), None, ""
        takes = False
        if chart.is_locked or not keys:
            pass
        elif kind == RISK.name:
            hand.target = chart.plan.grid.cell_at(at.x(), at.y())
            takes = hand.target is not None
        elif kind in LINKED and isinstance(stop, Mark):
            ref = chart.seen.by_key[stop.risk].ref
            hand.words = _("Link with {ref}").format(ref=ref)
            takes = True
        chart.update()
        if takes:
            event.acceptProposedAction()
        else:
            event.setAccepted(kind in {RISK.name, *LINKED})

    def leave(self) -> None:
        """Forget what was dragged over the matrix."""
        self._chart.hand.cancel()

    def drop(self, event: QDropEvent) -> None:
        """Take what was dragged here."""
        chart, at = self._chart, event.position()
        kind, keys = dragged_records(event.mimeData())
        self.leave()
        if chart.is_locked or not keys:
            return
        event.acceptProposedAction()
        cell = chart.plan.grid.cell_at(at.x(), at.y())
        stop = chart.plan.stop_at(at.x(), at.y())
        if kind == RISK.name and cell is not None:
            chart.placed.emit(keys, cell)
        elif kind in LINKED and isinstance(stop, Mark):
            chart.linked.emit(stop.risk, kind, keys)
