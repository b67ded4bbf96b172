"""What would help now: what the community needs, and the activities that answer it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.follow_up import COMMITMENT
from entente.domain.objective import STANCE
from entente.domain.relation import RELATION
from entente.domain.sprint import SPRINT, SPRINT_ITEM
from entente.i18n import N_, _, ngettext
from entente.services.recommender import Advice, Need, Recommended, recommend
from entente_ui.formats import number, signed
from entente_ui.kit import (
    Card,
    FlowLayout,
    LinkButton,
    Pill,
    PlainLabel,
    ScrollArea,
    SecondaryButton,
    make_action,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.activities import deeds
from entente_ui.sprints.activities.need_bar import NeedBar
from entente_ui.sprints.activities.words import half_days

#: How many are proposed before all are asked for.
_FIRST: Final = 8
_KINDS: Final = (BACKLOG_ITEM, RELATION, COMMITMENT, STANCE)
_PLAIN: Final = (ACTIVITY_TYPE, COMMON_CAUSE, SUPPORTER, SPRINT, SPRINT_ITEM)
_NEEDS: Final = {
    "divergence": N_("Ideas (+) or agreement (−)"),
    "measures": N_("To know how it is"),
    "empowers": N_("To engage"),
    "connects_number": N_("To connect many"),
    "connects_quality": N_("To connect well"),
}


class RecommendedCard(Card):
    """One activity, its score and its reason.

    Attributes:
        take_button: Puts it into the backlog.
        reason: Why, in words.
    """

    def __init__(self, place: int, found: Recommended, page: "AdvicePage") -> None:
        title = _("{place}. {activity}").format(place=number(place), activity=found.name)
        super().__init__(title, page)
        self.found = found
        score = Pill(signed(found.score, 1), "neutral", self)
        score.setAccessibleName(_("Score {score}").format(score=signed(found.score, 1)))
        if found.effort is not None:
            self.head.addWidget(PlainLabel(half_days(found.effort), "muted", self))
        self.head.addWidget(score, 0, Qt.AlignmentFlag.AlignTop)
        self.reason = PlainLabel(found.reason, "body", self, wrap=True)
        self.body.addWidget(self.reason)
        foot = spaced(FlowLayout(), 0, 8)
        self.take_button = SecondaryButton(
            _("Take into the backlog"), lambda: page.take(found), self
        )
        self.take_button.setAccessibleDescription(found.name)
        foot.addWidget(self.take_button)
        if found.activity_id:
            open_ = LinkButton(_("See how to run it"), lambda: page.open(found), self)
            foot.addWidget(open_)
        self.body.addLayout(foot)


class AdvicePage(ReadingView):
    """Needs above, activities below, the best first.

    Attributes:
        cards: Those shown.
    """

    name = "recommended"
    tables = frozenset(
        {kind.name for kind in (*_KINDS, *_PLAIN)} | {kind.rating_name for kind in _KINDS}
    )
    pause = 150

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.advice: Advice | None = None
        self.cards: list[RecommendedCard] = []
        self._shows_all = False
        self._page = QWidget(self)
        self._page.setProperty("page", "true")
        self._needs = Card(_("What the community needs now"), self)
        self._grid = spaced(QGridLayout(), 0, 8)
        self._needs.body.addLayout(self._grid)
        self._sized = PlainLabel("", "muted", self, wrap=True)
        self._list = spaced(QVBoxLayout(), 0, 8)
        self._all = LinkButton("", self.show_all, self)
        column = spaced(QVBoxLayout(self._page), (0, 12, 8, 16), 10)
        column.addWidget(self._needs)
        column.addWidget(self._sized)
        column.addLayout(self._list)
        line = spaced(QHBoxLayout(), 0, 0)
        line.addWidget(self._all)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        area = ScrollArea(self._page, self, name=_("Recommended"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)

    @property
    @override
    def status(self) -> str:
        count = len(self.advice.ranked) if self.advice else 0
        return ngettext("{count} activity weighed", "{count} activities weighed", count).format(
            count=number(count)
        )

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("activity-cards"), "")

    @override
    def refresh(self) -> None:
        viewer = self.context.document.viewer
        self.advice = self.context.document.read(lambda session: recommend(session, viewer))
        self._show_needs(self.advice.needs)
        self._sized.setText(_scale_words(self.advice))
        self._show_cards()

    @override
    def offered(self) -> Sequence[QAction]:
        return [
            make_action(self, _("Take the first into the backlog"), self.take_first, "plus"),
        ]

    def take(self, found: Recommended) -> None:
        """Put an activity into the backlog."""
        deeds.take(self.context, found.activity_id, found.key, found.name)

    def take_first(self) -> None:
        """Put the activity that would help most into the backlog."""
        self.read_now()
        if self.advice and self.advice.ranked:
            self.take(self.advice.ranked[0])

    def open(self, found: Recommended) -> None:
        """Show an activity in the library."""
        self.context.reveal(ACTIVITY_TYPE.name, found.activity_id)

    def show_all(self) -> None:
        """Show every activity, or the first alone again."""
        self._shows_all = not self._shows_all
        self._show_cards()

    def _show_needs(self, needs: Sequence[Need]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, need in enumerate(needs):
            label = PlainLabel(_(_NEEDS[need.dimension]), "strong", self)
            bar = NeedBar(need, self)
            words = PlainLabel(need.sentence, "body", self, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 2)
        self._grid.setColumnStretch(2, 1)

    def _show_cards(self) -> None:
        ranked = self.advice.ranked if self.advice else ()
        focused = next((n for n, card in enumerate(self.cards) if card.take_button.hasFocus()), -1)
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        chosen = ranked if self._shows_all else ranked[:_FIRST]
        self.cards = [RecommendedCard(n, each, self) for n, each in enumerate(chosen, 1)]
        is_free = not self.context.document.is_presenting
        for card in self.cards:
            card.take_button.setVisible(is_free)
            self._list.addWidget(card)
        if 0 <= focused < len(self.cards):
            # One step changes the order; whoever works by keys stays where they were.
            self.cards[focused].take_button.setFocus()
        rest = len(ranked) - _FIRST
        self._all.setVisible(rest > 0)
        self._all.setText(
            _("Show the first ones alone")
            if self._shows_all
            else ngettext("Show {count} more", "Show {count} more", rest).format(count=number(rest))
        )


def _scale_words(advice: Advice) -> str:
    """Return how scores are reckoned, and what could not be."""
    said = _(
        "A score adds what an activity gives to each need, and takes off half a point if there was "
        "one in the last sprint and the part of the sprint it takes."
    )
    if advice.capacity is None:
        return _("{said} No sprint has a capacity yet: effort does not count.").format(said=said)
    words = ngettext(
        "{said} The sprint has {count} half-day.",
        "{said} The sprint has {count} half-days.",
        round(advice.capacity),
    )
    return words.format(said=said, count=number(advice.capacity))
