"""All there is to say of the causes, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from entente.domain.cause_figures import Bar, Month
from entente.domain.difficulty import Scope
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _
from entente_ui.charts.twin import Figures
from entente_ui.difficulties.causes.heat_table import Cells, scope_words
from entente_ui.formats import month_year, number, percent

_NUMBER, _NAME = 0, 1
#: Px at 100 %.
_WIDTHS: Final = {_NUMBER: 40, _NAME: 240}


@dataclass(frozen=True, slots=True)
class CauseFigures:
    """What every drawing of the causes is made of."""

    bars: Sequence[Bar] = ()
    cells: Cells | None = None
    months: Sequence[Month] = ()

    def as_table(self) -> Figures:
        """Return a row for each cause that was named: weight, share, each scope, each month."""
        cells = self.cells or {}
        scopes = [*Scope, *([None] if any(scope is None for _cause, scope in cells) else [])]
        heads = [
            *("#", _("Cause"), _("Weight"), _("Share"), _("Cumulative share")),
            *map(scope_words, scopes),
            *(month_year(month.first_day) for month in self.months),
        ]
        rows = [
            [
                *(number(bar.cause.number), _(CAUSE_LABELS[bar.cause]), number(bar.weight)),
                *(percent(bar.share), percent(bar.cumulative)),
                *(
                    number(cell.weight) if (cell := cells.get((bar.cause, s))) else ""
                    for s in scopes
                ),
                *(
                    number(m.weights[bar.cause]) if bar.cause in m.weights else ""
                    for m in self.months
                ),
            ]
            for bar in self.bars
        ]
        return Figures(heads, rows, frozenset(range(len(heads))) - {_NAME}, _WIDTHS)
