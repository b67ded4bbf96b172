"""One factor of one organisation: how strong, what shows it, and how it was before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.actor import ORGANISATION
from entente.domain.cooperation.factors import FACTOR_LABELS, FACTOR_MAX
from entente.i18n import _
from entente.services.cooperation import Partner
from entente_ui.change.cooperation.words import maturity_words, score_words
from entente_ui.formats import long_date, number
from entente_ui.kit import LinkButton, PlainLabel, Segments, spaced

_NONE = ""


class FactorPanel(QWidget):
    """Beside the grid.

    Attributes:
        scores: Says how strong.

    Signals:
        rated: Emitted with the key of the organisation, the factor and the score.
        opened: Emitted with the key of the organisation.
    """

    rated = Signal(str, str, object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = self._factor = ""
        self._name = LinkButton("", lambda: self.opened.emit(self._key), self)
        self._title = PlainLabel("", "section", self, wrap=True)
        self._facts = PlainLabel("", "muted", self, wrap=True)
        self._help = PlainLabel("", "small", self, wrap=True)
        choices = [(_NONE, "–"), *((str(n), number(n)) for n in range(FACTOR_MAX + 1))]
        self.scores = Segments(choices, _NONE, self)
        self.scores.setAccessibleName(_("Score"))
        self._now = PlainLabel("", "strong", self, wrap=True)
        self._past = PlainLabel("", "body", self, wrap=True)
        column = spaced(QVBoxLayout(self), (12, 0, 12, 12), 8)
        column.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._facts, self._help, self.scores, self._now, self._past):
            column.addWidget(widget)
        column.addStretch(1)
        self.scores.chosen.connect(self._rate)

    def show_factor(self, partner: Partner, factor: str, *, read_only: bool) -> None:
        """Show one factor; the organisation itself where none is named."""
        self._key, self._factor = partner.id, factor
        self._name.setText(partner.name)
        self._facts.setText(maturity_words(partner))
        self._facts.setVisible(bool(self._facts.text()) and not factor)
        for widget in (self._title, self._help, self.scores, self._now, self._past):
            widget.setVisible(bool(factor))
        if not factor:
            return
        words = _(FACTOR_LABELS[factor])
        self._title.setText(words[:1].upper() + words[1:])
        self._help.setText(_(ORGANISATION.field(factor).help))
        score = partner.scores[factor]
        self.scores.set_current(_NONE if score is None else str(score))
        self.scores.setEnabled(not read_only)
        self._now.setText(score_words(score))
        told = [
            _("{date}: {score}. {fact}").format(
                date=long_date(each.dated_on), score=number(each.score), fact=each.fact
            )
            for each in reversed(partner.history.get(factor, ()))
        ]
        self._past.setText("\n".join(line.strip() for line in told))

    def _rate(self, name: str) -> None:
        if name == _NONE:
            return
        self.rated.emit(self._key, self._factor, int(name))
