"""How fast a tool is taken up: one tool and group at a time, its counts below."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.i18n import N_, _
from entente.services.indicators import Adoption
from entente_ui.change.indicators import words
from entente_ui.change.indicators.adoption_chart import AdoptionChart
from entente_ui.change.indicators.deeds import Deeds
from entente_ui.change.indicators.forms import COUNTS
from entente_ui.charts.card import ChartCard
from entente_ui.charts.twin import Figures
from entente_ui.kit import spaced
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCards
from entente_ui.registers.writing import LabelsByKind


class AdoptionPart(QWidget):
    """The chart of one tool in one group.

    Attributes:
        choice: Which tool and group.
        chart: Its counts and the curve.
        card: Holds the chart.
        counts: The counts of that tool and group.
    """

    def __init__(
        self,
        context: Context,
        deeds: Deeds,
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._found: Sequence[Adoption] = ()
        self._rows: Sequence[Mapping[str, Any]] = ()
        self._labels: LabelsByKind = {}
        self._read_only = False
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(_("Tool and group"))
        self.choice.activated.connect(self._show)
        self.chart = AdoptionChart(self)
        self.card = ChartCard(_("How fast it is taken up"), self.chart, say, self)
        adds = (
            (N_("Count again today"), self._count),
            (N_("Count another tool"), self._count_other),
        )
        self.counts = RecordCards(context, COUNTS, adds, self)
        column = spaced(QVBoxLayout(self), 0, 12)
        for widget in (self.choice, self.card, self.counts):
            column.addWidget(widget)

    @property
    def shown(self) -> Adoption | None:
        """The tool and group that is shown."""
        place = self.choice.currentIndex()
        return self._found[place] if 0 <= place < len(self._found) else None

    def show_adoptions(
        self,
        found: Sequence[Adoption],
        rows: Sequence[Mapping[str, Any]],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show how tools are taken up; one stays at the same tool and group."""
        before = self.shown
        self._found, self._rows, self._labels = found, rows, labels
        self._read_only = read_only
        groups = labels.get(FUNCTIONAL_GROUP.name, {})
        self.choice.clear()
        for each in found:
            name = " · ".join(filter(None, (each.tool, groups.get(each.group, ""))))
            self.choice.addItem(name)
        if before is not None:
            self._choose(before.tool, before.group)
        self._show()

    def go_to(self, key: str) -> bool:
        """Show the tool and group of a count; say whether it is there."""
        row = next((row for row in self._rows if row["id"] == key), None)
        if row is None:
            return False
        self._choose(row["tool"], row["group_id"] or "")
        self._show()
        return key in self.counts.cards

    def _choose(self, tool: str, group: str) -> None:
        places = [
            n for n, each in enumerate(self._found) if (each.tool, each.group) == (tool, group)
        ]
        if places:
            self.choice.setCurrentIndex(places[0])

    def _show(self) -> None:
        found = self.shown
        self.card.setVisible(found is not None)
        self.choice.setVisible(len(self._found) > 1)
        said = words.adoption_sentence(found) if found else ""
        self.chart.show_adoption(found, said)
        self.card.show_figures(said, words.adoption_figures(found) if found else Figures())
        own = [
            row
            for row in self._rows
            if found and (row["tool"], row["group_id"] or "") == (found.tool, found.group)
        ]
        own.sort(key=lambda row: row["read_on"], reverse=True)
        self.counts.show_rows(own, self._labels, read_only=self._read_only)
        self.counts.buttons[0].setVisible(found is not None and not self._read_only)

    def _count(self) -> tuple[str, str]:
        found = self.shown
        return self._deeds.count_again(found.tool, found.group) if found else ("", "")

    def _count_other(self) -> tuple[str, str]:
        key, problem = self._deeds.add_tool()
        if key:
            self.go_to(key)
        return key, problem
