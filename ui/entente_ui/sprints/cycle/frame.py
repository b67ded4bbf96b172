"""What stands around the cards and the charts of a sprint."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from entente.i18n import _
from entente.services.planning import Span
from entente.services.sprints import SprintState, SprintView
from entente_ui.kit import (
    FlowLayout,
    PrimaryButton,
    SecondaryButton,
    Segments,
    spaced,
    tooltip,
)
from entente_ui.sprints.cycle.chips import ChipList
from entente_ui.sprints.cycle.head import SprintHead
from entente_ui.sprints.cycle.steps import Steps
from entente_ui.sprints.views import CHARTS, PLANNING


class Frame(QWidget):
    """The sprints above, then the one chosen, what can be done to it, and its page.

    Attributes:
        chips: The sprints.
        head: The one chosen: its days, its goal, how full it is.
        mode: Says whether it is planned or told in charts.
        new, close_button, reopen_button, report: What can be done.
        pages: Where its cards and its charts are.
    """

    def __init__(self, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChipList(self)
        self.head = SprintHead(self)
        modes = [(PLANNING, _("Planning")), (CHARTS, _("Charts"))]
        self.mode = Segments(modes, PLANNING, self)
        self.mode.setAccessibleName(_("Planning or charts"))
        self.new = PrimaryButton(_("New sprint"), steps.begin, self)
        self.close_button = SecondaryButton(_("Close…"), steps.close, self)
        self.reopen_button = SecondaryButton(_("Open again"), steps.reopen, self)
        self.report = SecondaryButton(_("Report…"), steps.report, self)
        self.pages = QStackedWidget(self)
        tooltip(self.close_button, _("Close the sprint: say what came of its cards"))
        tooltip(self.report, _("Prepare the progress report of this sprint"))
        tooltip(self.new, _("Add a sprint after the last one"), "N")

    def lay_out(self, tools: Sequence[QWidget]) -> None:
        """Put everything where it belongs; the tools of a page stand in line with the rest."""
        top = spaced(QHBoxLayout(), 0, 8)
        top.addWidget(self.chips, 1)
        top.addWidget(self.new)
        bar = spaced(FlowLayout(), 0, 8)
        for widget in (self.mode, self.close_button, self.reopen_button, self.report, *tools):
            bar.addWidget(widget)
        column = spaced(QVBoxLayout(self), 0, 8)
        column.addLayout(top)
        column.addWidget(self.head)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def show_sprint(self, view: SprintView, span: Span, *, is_presenting: bool) -> None:
        """Show a sprint, and offer what can be done to it: nothing while others look on."""
        self.head.show_sprint(view, span, is_presenting=is_presenting)
        is_closed = view.state is SprintState.CLOSED
        self.new.setVisible(not is_presenting)
        self.report.setVisible(not is_presenting)
        self.close_button.setVisible(not is_presenting and not is_closed)
        self.reopen_button.setVisible(not is_presenting and is_closed)
