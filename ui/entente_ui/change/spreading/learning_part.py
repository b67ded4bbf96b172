"""Learning communities: who is in them, how often they meet, and what was shared."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.change.spreading import SHARING
from entente.domain.working_group import WORKING_GROUP
from entente.i18n import N_, _
from entente.services.learning import Community
from entente_ui.change.spreading import words
from entente_ui.change.spreading.deeds import Deeds
from entente_ui.change.spreading.forms import SHARINGS
from entente_ui.change.spreading.reading import Read
from entente_ui.change.spreading.share_chart import Bar, ShareChart
from entente_ui.charts.card import ChartCard
from entente_ui.formats import month_year
from entente_ui.kit import LinkButton, PlainLabel, QuietButton, headline, sized, spaced
from entente_ui.pane import Context
from entente_ui.registers.children import keep_in_step
from entente_ui.registers.record_cards import RecordCards
from entente_ui.registers.writing import LabelsByKind

#: Px at 100 %.
_TABLE: Final = 140


class CommunityCard(ChartCard):
    """One community: its members, and month by month how often it met and shared."""

    def __init__(
        self,
        opened: Callable[[], object],
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        self.bars = ShareChart(_("Meetings and sharings by month"))
        super().__init__(_("Meetings and sharings by month"), self.bars, say, parent)
        sized(self.table, height=_TABLE)
        self.link = LinkButton("", opened, self)
        self.members = PlainLabel("", "body", self, wrap=True)
        line = spaced(QHBoxLayout(), 0, 0)
        line.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        self.body.insertLayout(0, line)
        self.body.insertWidget(1, self.members)

    def show_community(self, found: Community) -> None:
        """Show it as it is now."""
        self.link.setText(str(found.group.row["name"]))
        self.members.setText(words.members_words(found))
        self.bars.show_bars(
            [
                Bar(
                    month_year(each.day),
                    each.meetings + each.sharings,
                    words.month_words(each.meetings, each.sharings),
                )
                for each in found.months
            ]
        )
        self.show_figures("", words.month_figures(found))


class LearningPart(QWidget):
    """The communities, and the log of what was shared.

    Attributes:
        cards: Communities by key.
        sharings: The log.
        new: Founds a community.
    """

    def __init__(
        self,
        context: Context,
        deeds: Deeds,
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._deeds, self._say = context, deeds, say
        self.cards: dict[str, CommunityCard] = {}
        self.new = QuietButton(
            _("Found a learning community"), lambda: None, self, icon_name="plus"
        )
        self._none = PlainLabel(
            _("No learning community yet: a group in which everybody shows something."),
            "small",
            self,
            wrap=True,
        )
        adds = ((N_("Add a sharing"), self._add_sharing),)
        self.sharings = RecordCards(context, SHARINGS, adds, self)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(headline(_("Learning community"), self))
        head.addWidget(self.new)
        head.addStretch(1)
        self._list = spaced(QVBoxLayout(), 0, 8)
        column = spaced(QVBoxLayout(self), 0, 8)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.sharings)

    def show_learning(self, seen: Read, labels: LabelsByKind, *, read_only: bool) -> None:
        """Show communities and what was shared."""
        keep_in_step(self.cards, [{"id": e.id} for e in seen.communities], self._make, self._list)
        for each in seen.communities:
            self.cards[each.id].show_community(each)
        self._none.setVisible(not seen.communities)
        self.new.setVisible(not read_only)
        self.sharings.show_rows(seen.rows[SHARING.name], labels, read_only=read_only)

    def _make(self, key: str) -> CommunityCard:
        opened = partial(self._context.reveal, WORKING_GROUP.name, key)
        return CommunityCard(opened, self._say, self)

    def _add_sharing(self) -> tuple[str, str]:
        return self._deeds.add_sharing(next(iter(self.cards), ""))
