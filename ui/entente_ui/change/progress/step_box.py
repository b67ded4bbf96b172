"""One of Kotter's steps: its score, what shows it, the cards that serve it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.change.progress import STEP_MAX
from entente.domain.kotter import KOTTER_LABELS
from entente.i18n import _
from entente.services.kotter import Step, StepCard
from entente_ui.change.progress.words import past_words, scored_words
from entente_ui.formats import labelled, number
from entente_ui.kit import (
    Card,
    ElidedLabel,
    LinkButton,
    PlainLabel,
    QuietButton,
    RatingSegments,
    spaced,
)

_NONE: Final = "none"


class StepBox(Card):
    """One step.

    Attributes:
        scores: Says how far it is; a score that was said is not unsaid here, but undone.

    Signals:
        judged: Emitted with the name of the step and a score.
        card_wanted: Emitted with the name of the step that is to get a card.
        opened: Emitted with the key of a card.
    """

    judged = Signal(str, int)
    card_wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._name = name
        words = _(KOTTER_LABELS[name])
        self.setAccessibleName(words)
        choices = [(_NONE, "–"), *((str(n), number(n)) for n in range(STEP_MAX + 1))]
        self.scores = RatingSegments(choices, _NONE, self)
        self.scores.setAccessibleName(labelled(words, _("Score")))
        self._fact = PlainLabel("", "body", self, wrap=True)
        self._past = PlainLabel("", "small", self, wrap=True)
        self._shown: Sequence[StepCard] = ()
        self.cards: list[LinkButton] = []
        self._list = QWidget(self)
        self._rows = spaced(QVBoxLayout(self._list), 0, 0)
        self.add_button = QuietButton(
            _("Card"), partial(self.card_wanted.emit, name), self, icon_name="plus"
        )
        self.add_button.setAccessibleName(_("Add a card to {step}").format(step=words))
        self.body.addWidget(PlainLabel(words, "strong", self, wrap=True))
        for widget in (self.scores, self._fact, self._past, self._list):
            self.body.addWidget(widget)
        foot = spaced(QHBoxLayout(), 0, 0)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.scores.chosen.connect(self._judge)

    def show_step(self, step: Step, *, read_only: bool) -> None:
        """Show how far it is."""
        self._step = step
        self.scores.set_current(_NONE if step.score is None else str(step.score))
        self.scores.setEnabled(not read_only)
        self._fact.setText(scored_words(step.now) if step.now else _("Not judged yet."))
        self._past.setText(past_words(step.history))
        self._past.setVisible(bool(self._past.text()))
        self.add_button.setVisible(not read_only)
        if self._shown != step.cards:
            self._shown = step.cards
            self._list_cards(step.cards)

    def _list_cards(self, cards: Sequence[StepCard]) -> None:
        self.cards = []
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in cards:
            self._rows.addWidget(self._line(card))
        self._list.setVisible(bool(cards))

    def _line(self, card: StepCard) -> QWidget:
        line = QWidget(self._list)
        row = spaced(QHBoxLayout(line), 0, 6)
        said = _("{title} (done)").format(title=card.title) if card.is_done else card.title
        icon = "check" if card.is_done else ""
        link = LinkButton(card.ref, partial(self.opened.emit, card.id), line, icon_name=icon)
        link.setAccessibleName(f"{card.ref} {said}")
        self.cards.append(link)
        row.addWidget(link)
        row.addWidget(ElidedLabel(card.title, "muted" if card.is_done else "body", line), 1)
        return line

    def _judge(self, name: str) -> None:
        if name == _NONE:
            self.show_step(self._step, read_only=False)
            return
        self.judged.emit(self._name, int(name))
