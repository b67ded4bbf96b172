"""Whether tools are useful, usable and used, with the weakest link of each outlined."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.change.progress import MARK_MAX, USAGE_CHECK
from entente.i18n import N_, _
from entente.services.progress_words import NONE, share, weakest_words
from entente.services.usage import LINKS, Use
from entente_ui.change.indicators import words
from entente_ui.change.indicators.deeds import Deeds
from entente_ui.change.indicators.forms import USES
from entente_ui.change.outlined_grid import OutlinedGrid
from entente_ui.charts.card import ChartCard
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.formats import number
from entente_ui.kit import spaced
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCards
from entente_ui.registers.writing import LabelsByKind


class UsePart(QWidget):
    """The grid of the last checks, and all checks below it.

    Attributes:
        grid: One line a tool and group.
        card: Holds the grid.
        checks: All checks, the latest first.
    """

    def __init__(
        self,
        context: Context,
        deeds: Deeds,
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.grid = OutlinedGrid(_("Tools and links of their use"), MARK_MAX, self)
        self.card = ChartCard(_("Useful, usable, used"), self.grid, say, self)
        adds = ((N_("Add a check"), deeds.add_check),)
        self.checks = RecordCards(context, USES, adds, self)
        column = spaced(QVBoxLayout(self), 0, 12)
        column.addWidget(self.card)
        column.addWidget(self.checks)

    def show_uses(
        self,
        uses: Sequence[Use],
        rows: Sequence[Mapping[str, Any]],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show how tools are used."""
        self.card.setVisible(bool(uses))
        columns = tuple((name, _(USAGE_CHECK.field(name).label)) for name in LINKS)
        grid = Grid(columns, tuple(map(_line, uses)), (_("Measured"),))
        outlined = {use.id: use.weakest for use in uses if use.weakest}
        said = words.uses_sentence(uses)
        self.grid.show_outlined(grid, outlined, said, is_editable=False)
        self.card.show_figures(said, words.use_figures(uses))
        latest = sorted(rows, key=lambda row: row["checked_on"], reverse=True)
        self.checks.show_rows(latest, labels, read_only=read_only)


def _line(use: Use) -> Line:
    marks = tuple(
        Mark(mark, _("not marked") if mark is None else _of_most(mark))
        for mark in (use.marks[name] for name in LINKS)
    )
    name = f"{use.tool} · {use.group}" if use.group else use.tool
    measured = NONE if use.measured is None else share(use.measured / 100)
    return Line(use.id, name, weakest_words(use), marks, (measured,))


def _of_most(mark: int) -> str:
    return _("{mark} of {most}").format(mark=number(mark), most=number(MARK_MAX))
