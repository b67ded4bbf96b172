"""The effort table: how many of each activity, and what they come to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.effort import EffortTable, Line
from entente.domain.mission import MISSION
from entente.i18n import N_, _, ngettext
from entente.services.effort_table import effort_table
from entente.services.quantities import Verdict, verdict
from entente_ui.charts.twin import Figures, FiguresTable
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    IconButton,
    LinkButton,
    PlainLabel,
    PrimaryButton,
    make_action,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.activities import deeds
from entente_ui.sprints.activities.words import band_words, range_words, total_words

_FILLED, _EMPTY, _PRIVATE = range(3)
_VERDICTS: Final = {
    Verdict.BELOW: N_("not yet"),
    Verdict.WITHIN: N_("within it"),
    Verdict.ABOVE: N_("above it"),
    Verdict.OPEN: "",
}
_NUMBERS: Final = frozenset({1, 2, 3, 5, 6})
_WIDTHS: Final = {0: 174, 1: 85, 2: 65, 3: 55, 4: 95, 5: 112, 6: 112}


class _Table(FiguresTable):
    """The table; Enter goes to the activity of a row."""

    def __init__(self, page: "EffortPage") -> None:
        super().__init__(_("Effort table"), page)
        self._effort_page = page

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._effort_page.open_row(self.currentIndex())
        else:
            super().keyPressEvent(event)


class EffortPage(ReadingView):
    """Every activity with its band, what is planned and done, and what it takes.

    Attributes:
        table: The same figures as the estimate that can be printed.
        total: What it all comes to, in a sentence.
    """

    name = "effort"
    tables = frozenset(
        {ACTIVITY_TYPE.name, BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name, MISSION.name}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found = EffortTable(())
        self.total = PlainLabel("", "strong", self, wrap=True)
        self._rate = PlainLabel("", "muted", self, wrap=True)
        self._to_mission = LinkButton(_("Set the daily rate"), self._go_to_mission, self)
        self.table = _Table(self)
        self._pages = QStackedWidget(self)
        self._build()
        self.table.doubleClicked.connect(self.open_row)

    @property
    @override
    def status(self) -> str:
        count = len(self._found.lines)
        return ngettext("{count} activity", "{count} activities", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        self._found = document.read(lambda session: effort_table(session, document.viewer))
        empty = _PRIVATE if document.is_presenting else _EMPTY
        self._pages.setCurrentIndex(_FILLED if self._found.lines else empty)
        self.total.setText(total_words(self._found))
        has_rate = self._found.day_rate is not None
        can_set = not has_rate and not document.is_presenting and bool(self._found.estimated)
        self._rate.setText(_("Double-click a line to change its quantity or its effort."))
        self._rate.setVisible(not document.is_presenting)
        self._to_mission.setVisible(can_set)
        self.table.show_figures(effort_figures(self._found))

    @override
    def offered(self) -> Sequence[QAction]:
        return [make_action(self, _("Print the estimate…"), self.print_out, "printer")]

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("estimate"), "")

    def open_row(self, index: QModelIndex) -> None:
        """Show the activity of a row in the library."""
        if index.isValid() and index.row() < len(self._found.lines):
            self.context.reveal(ACTIVITY_TYPE.name, self._found.lines[index.row()].key)

    def _build(self) -> None:
        page = QWidget(self)
        column = spaced(QVBoxLayout(page), (0, 12, 0, 0), 8)
        top = spaced(QHBoxLayout(), 0, 8)
        top.addWidget(self.total, 1)
        copy = IconButton("copy", _("Copy the table"), self._copy, self)
        top.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        flow = spaced(FlowLayout(), 0, 8)
        flow.addWidget(PrimaryButton(_("Print the estimate…"), self.print_out, self))
        flow.addWidget(self._to_mission)
        column.addLayout(flow)
        column.addWidget(self._rate)
        column.addWidget(self.table, 1)
        self._pages.addWidget(page)
        self._pages.addWidget(
            EmptyState(
                "documents",
                _("There is no activity to reckon with yet."),
                _("Load the library"),
                lambda: deeds.load(self.context),
                self,
                hint=_("Its activities come with usual quantities and efforts, to be changed."),
            )
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    def _copy(self) -> None:
        self.table.copy()
        self.context.toast(_("The table is on the clipboard."), False)

    def _go_to_mission(self) -> None:
        self.context.reveal(MISSION.name, "")


def effort_figures(found: EffortTable) -> Figures:
    """Return the effort table with its total as the last line."""
    heads = (
        _("Activity"),
        _("Band"),
        _("Planned"),
        _("Done"),
        _("So far"),
        _("Effort each"),
        _("Half-days"),
    )
    rows = [_row(line) for line in found.lines]
    if found.estimated:
        whole = range_words(found.effort_min, found.effort_max)
        rows.append((_("Total of the estimate"), "", "", "", "", "", whole))
    return Figures(heads, rows, _NUMBERS, _WIDTHS)


def _row(line: Line) -> tuple[str, ...]:
    unit = "" if line.unit is None else number(line.unit)
    subtotal = range_words(line.effort_min, line.effort_max) if line.is_estimated else "–"
    if line.is_flat:
        return (line.name, _("flat"), "", "", "", unit, subtotal)
    return (
        line.name,
        band_words(line.least, line.most) or "–",
        number(line.planned),
        number(line.done),
        _(_VERDICTS[verdict(line.done, line.least, line.most)]),
        unit,
        subtotal,
    )
