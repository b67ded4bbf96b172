"""The wheel as a list: each question, how far it is answered, and what is missing."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from entente.domain.wheel import QUESTION_HELP, QUESTION_LABELS, Question
from entente.i18n import _
from entente_ui.difficulties.overview.seen import Seen
from entente_ui.difficulties.wheel_words import missing_words
from entente_ui.formats import percent
from entente_ui.kit import LinkButton, PlainLabel, spaced, tooltip
from entente_ui.look.theme import theme

_NOTHING: Final = "✓"


class RoundPart(QWidget):
    """What the wheel shows, in words.

    Signals:
        asked: Emitted with the name of a `Question` to go to.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.missing: dict[Question, PlainLabel] = {}
        self._shares: dict[Question, PlainLabel] = {}
        grid = spaced(QGridLayout(), 0, 6)
        top = Qt.AlignmentFlag.AlignTop
        for place, question in enumerate(Question):
            link = LinkButton(_(QUESTION_LABELS[question]), partial(self._ask, question), self)
            tooltip(link, _(QUESTION_HELP[question]))
            self._shares[question] = PlainLabel("", "strong", self)
            self.missing[question] = PlainLabel("", "muted", self, wrap=True)
            for label in (self._shares[question], self.missing[question]):
                label.setContentsMargins(0, theme().px(6), 0, 0)  # as the link has above its word
            self.missing[question].setAlignment(top)
            grid.addWidget(link, place, 0, top | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(self._shares[question], place, 1, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self.missing[question], place, 2)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(14)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addWidget(PlainLabel(_("Where the mediation stands"), "section", self))
        layout.addLayout(grid)

    def show_seen(self, seen: Seen) -> None:
        """Show how far it has come; for the mediator alone."""
        self.setVisible(seen.wheel is not None)
        if seen.wheel is None:
            return
        for question, sector in seen.wheel.sectors.items():
            self._shares[question].setText(percent(sector.share))
            said = " · ".join(missing_words(sector))
            self.missing[question].setText(said or _NOTHING)

    def _ask(self, question: Question) -> None:
        self.asked.emit(question.value)
