"""Ambassadors: what is asked of them, who they are, whom they have reached."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from entente.domain.change.spreading import AMBASSADOR, RELAY
from entente.i18n import _
from entente_ui.change.spreading import words
from entente_ui.change.spreading.deeds import Deeds
from entente_ui.change.spreading.forms import AMBASSADORS, RELAYS
from entente_ui.change.spreading.reach_card import ReachCard
from entente_ui.change.spreading.reading import Read
from entente_ui.change.spreading.share_chart import Bar, ShareChart
from entente_ui.charts.card import ChartCard
from entente_ui.kit import FlowLayout, SecondaryButton, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.record_cards import RecordCards
from entente_ui.registers.writing import LabelsByKind

#: Px at 100 %: a table of a few people leaves no hole below a few bars.
_TABLE: Final = 180


class PeoplePart(QWidget):
    """Reach, load, the ambassadors and those they have reached.

    Attributes:
        reach: Coverage and reach.
        load: What is asked of each.
        ambassadors, relays: Lists.
        by, whom: Say who has reached whom.
        reached: Notes it.
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
        self.reach = ReachCard(context.reveal, self)
        self.bars = ShareChart(_("What is asked of the ambassadors"), self)
        self.load = ChartCard(_("What is asked of the ambassadors"), self.bars, say, self)
        sized(self.load.table, height=_TABLE)
        self.ambassadors = RecordCards(context, AMBASSADORS, (), self)
        self.relays = RecordCards(context, RELAYS, (), self)
        self.by, self.whom = QComboBox(self), QComboBox(self)
        self.by.setAccessibleName(_(AMBASSADOR.label))
        self.whom.setAccessibleName(_("Who was reached"))
        self.reached = SecondaryButton(_("Note as reached"), self._relay, self, icon_name="plus")
        self._row = QWidget(self)
        line = spaced(FlowLayout(self._row), 0, 8)
        for box in (self.by, self.whom):
            sized(box, width=240)
            line.addWidget(box)
        line.addWidget(self.reached)
        column = spaced(QVBoxLayout(self), 0, 16)
        for part in (self.reach, self.load, self.ambassadors, self.relays, self._row):
            column.addWidget(part)

    def show_people(self, seen: Read, labels: LabelsByKind, *, read_only: bool) -> None:
        """Show how far ambassadors carry and what they carry themselves."""
        found = seen.found
        self.reach.show_reach(seen, read_only=read_only)
        known = [each for each in found.ambassadors if each.load is not None]
        bars = [
            Bar(each.name, each.load, words.load_words(each), each.is_overloaded) for each in known
        ]
        self.bars.show_bars(bars, 1.0)
        self.load.show_figures(words.load_sentence(found), words.load_figures(found))
        self.load.setVisible(bool(found.ambassadors))
        rows = seen.rows
        self.ambassadors.show_rows(rows[AMBASSADOR.name], labels, read_only=read_only)
        self.relays.show_rows(rows[RELAY.name], labels, read_only=read_only)
        self._row.setVisible(bool(found.ambassadors) and not read_only)
        _offer(self.by, [(each.id, each.name) for each in found.ambassadors])
        _offer(self.whom, list(seen.people.items()))

    def _relay(self) -> None:
        key = self._deeds.relay(str(self.by.currentData()), str(self.whom.currentData()))
        if key:
            self.relays.focus_on(key)


def _offer(box: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Offer others; what was chosen stays chosen if it is still there."""
    if [(box.itemData(n), box.itemText(n)) for n in range(box.count())] == choices:
        return
    chosen = box.currentData()
    box.clear()
    for key, name in choices:
        box.addItem(name, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
