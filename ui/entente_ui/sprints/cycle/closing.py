"""Closing a sprint: what came of every card that is not done, and why."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from entente.domain.sprint import OUTCOME_LABELS, Outcome
from entente.i18n import _, ngettext
from entente.services import planning, sprint_edits
from entente.services.sprints import SprintCard, SprintState, SprintView
from entente_ui.formats import long_date, number
from entente_ui.kit import (
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    SecondaryButton,
    sized,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.sprints.board.words import half_days, sentence
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.words import dates_words

#: What may have come of a card, the likeliest first.
_CHOICES: Final = (Outcome.CARRIED, Outcome.RETURNED, Outcome.DROPPED, Outcome.DONE)
#: Px at 100 %.
_WIDTH: Final = 640
_CHOICE: Final = 210
_MOST: Final = 380
_SLACK: Final = 8


class OutcomeBox(QComboBox):
    """Chooses what came of a card."""

    def __init__(self, name: str, parent: QWidget | None = None, *, blank: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        if blank:
            self.addItem(blank, "")
        for outcome in _CHOICES:
            self.addItem(sentence(_(OUTCOME_LABELS[outcome])), outcome.value)
        sized(self, width=_CHOICE)

    @property
    def outcome(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def choose(self, outcome: str) -> None:
        """Choose this."""
        self.setCurrentIndex(max(0, self.findData(outcome)))


class CardRow(QWidget):
    """One card that is not done.

    Attributes:
        box: What came of it.
        reason: Why it was not done.
    """

    def __init__(self, card: SprintCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self.box = OutcomeBox(
            _("What came of {cards}").format(cards=f"{card.ref} {card.title}"), self
        )
        self.reason = QLineEdit(card.why, self)
        self.reason.setPlaceholderText(_("Why was it not done?"))
        self.reason.setAccessibleName(_("Why {cards} was not done").format(cards=card.ref))
        self._kept = card.why
        effort = half_days(card.effort) if card.effort else ""
        title = " · ".join(filter(None, (f"{card.ref} {card.title}".strip(), effort)))
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.box)
        line.addWidget(self.reason, 1)
        column = spaced(QVBoxLayout(self), 0, 4)
        column.addWidget(PlainLabel(title, "strong", self, wrap=True))
        column.addLayout(line)

    @property
    def why(self) -> str:
        """The reason, unless it is the one that was noted before."""
        said = self.reason.text().strip()
        return "" if said == self._kept.strip() else said


class CloseDialog(QDialog):
    """Every card of a sprint that is not done, with what came of it; one choice for all.

    Attributes:
        rows: The cards.
        all: Chooses for all of them at once.
        make_next: Ticked if there is to be a next sprint for what is carried over.
        next: Key of the sprint it went into.
    """

    def __init__(
        self, context: Context, deeds: Deeds, view: SprintView, parent: QWidget | None = None
    ) -> None:
        """Ask about a sprint.

        Args:
            context: What the shell hands out.
            deeds: Closes it.
            view: The sprint.
            parent: The widget it is over.
        """
        super().__init__(parent)
        self._context, self._deeds, self._view = context, deeds, view
        self.next = ""
        self.setWindowTitle(_("Close {sprint}").format(sprint=view.name))
        self._page = QWidget(self)
        self._list = ScrollArea(self._page, self, name=_("Cards that are not done"))
        self.rows = [CardRow(card, self._page) for card in open_cards(view)]
        self.all = OutcomeBox(_("What came of all of them"), self, blank=_("One choice for all…"))
        self.make_next = QCheckBox("", self)
        self.problem = PlainLabel("", "error", self, wrap=True)
        self._build()
        self.all.activated.connect(self._choose_all)
        for row in self.rows:
            row.box.currentIndexChanged.connect(self._offer_next)
        self._say_next()
        self._offer_next()

    @Slot()
    def close_sprint(self) -> None:
        """Close the sprint with what was chosen."""
        outcomes = {row.card.item_id: row.box.outcome for row in self.rows}
        reasons = {row.card.item_id: row.why for row in self.rows if row.why}
        self.next, problem = self._deeds.close(
            self._view,
            outcomes,
            reasons,
            make_next=self.make_next.isChecked() and not self.make_next.isHidden(),
        )
        if problem:
            self.problem.setText(problem)
            self.problem.show()
        else:
            self.accept()

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), 20, 12)
        title = _("Close {sprint}").format(sprint=self._view.name)
        layout.addWidget(PlainLabel(title, "heading", self, wrap=True))
        for words in self._told():
            layout.addWidget(PlainLabel(words, "body", self, wrap=True))
        if self.rows:
            layout.addWidget(self.all)
            column = spaced(QVBoxLayout(self._page), (0, 0, 12, 0), 12)
            for row in self.rows:
                column.addWidget(row)
            column.addStretch(1)
            self._page.setProperty("page", "true")
            layout.addWidget(self._list, 1)
        else:
            self.all.hide()
            self._list.hide()
        layout.addWidget(self.make_next)
        self.problem.hide()
        layout.addWidget(self.problem)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addStretch(1)
        foot.addWidget(SecondaryButton(_("Cancel"), self.reject, self))
        close = PrimaryButton(_("Close the sprint"), self.close_sprint, self)
        close.setDefault(True)
        foot.addWidget(close)
        layout.addLayout(foot)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the cards need, up to a limit."""
        room, px = self.screen().availableGeometry(), theme().px
        rest = self.sizeHint().height()
        if self.rows:
            rest -= self._list.sizeHint().height()
            rest += min(self._page.sizeHint().height() + px(_SLACK), px(_MOST))
        self.resize(min(px(_WIDTH), room.width() - px(40)), min(rest, room.height() - px(80)))

    def _told(self) -> Sequence[str]:
        view = self._view
        done = [card for card in view.held if card.outcome == Outcome.DONE]
        count = len(done)
        words = ngettext(
            "{count} card is done: {effort}.", "{count} cards are done: {effort}.", count
        )
        effort = half_days(sum(card.effort for card in done))
        none = _("No card is done.")
        said = [words.format(count=number(count), effort=effort) if count else none]
        if view.state is SprintState.RUNNING:
            until = _("It goes on until {day}; it can be closed today all the same.")
            said.append(until.format(day=long_date(view.ends_on)))
        if view.state is SprintState.AHEAD:
            begins = _("It begins on {day}; it can be closed today all the same.")
            said.append(begins.format(day=long_date(view.starts_on)))
        if self.rows:
            left = len(self.rows)
            words = ngettext(
                "{count} card is not done. What came of it?",
                "{count} cards are not done. What came of each?",
                left,
            )
            said.append(words.format(count=number(left)))
        return said

    @Slot()
    def _choose_all(self) -> None:
        if self.all.outcome:
            for row in self.rows:
                row.box.choose(self.all.outcome)

    @Slot()
    def _offer_next(self) -> None:
        """Say where what is carried over goes, while anything is."""
        is_carried = any(row.box.outcome == Outcome.CARRIED for row in self.rows)
        self.make_next.setVisible(is_carried)

    def _say_next(self) -> None:
        """Offer to make a sprint for what is carried over, where none is open to take it."""
        document = self._context.document
        name = document.read(partial(planning.following, view=self._view))
        if name:
            words = _("What is carried over goes into {sprint}.").format(sprint=name)
        else:
            values = document.read(sprint_edits.proposed)
            words = _("Make {sprint} for what is carried over ({dates})").format(
                sprint=values["name"], dates=dates_words(values["starts_on"], values["ends_on"])
            )
        self.make_next.setText(words.replace("&", "&&"))
        self.make_next.setChecked(True)
        self.make_next.setEnabled(not name)


def open_cards(view: SprintView) -> list[SprintCard]:
    """Return the cards in a sprint that are not done."""
    return [card for card in view.held if card.outcome != Outcome.DONE]
