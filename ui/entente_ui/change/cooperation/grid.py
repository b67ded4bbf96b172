"""Organisations by factor, rated from 0 to 4 by keys: darker where weaker."""

from PySide6.QtWidgets import QWidget

from entente.domain.cooperation.factors import FACTOR_LABELS, FACTOR_MAX
from entente.i18n import _
from entente.services.cooperation import Cooperation, Partner
from entente_ui.change.cooperation.words import (
    NONE,
    maturity_words,
    mean_words,
    score_words,
    sentence,
)
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.charts.rating_grid import RatingGrid, Scale


class FactorGrid(RatingGrid):
    """One line an organisation, one column a factor; the mean at the end and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        scale = Scale(0, FACTOR_MAX, lambda score: FACTOR_MAX - score)
        super().__init__(_("Organisations and factors"), scale, parent)

    def show_cooperation(self, found: Cooperation, *, is_editable: bool) -> None:
        """Show how a cooperation stands; one stays at the same cell if it is still there."""
        means = tuple(mean_words(found.means[name]) for name in FACTOR_LABELS)
        grid = Grid(
            tuple((name, _(label)) for name, label in FACTOR_LABELS.items()),
            tuple(map(_line, found.partners)),
            (_("Mean"),),
            ((_("Mean of the members"), means),),
        )
        self.show_grid(grid, sentence(found), is_editable=is_editable)


def _line(partner: Partner) -> Line:
    known = [score for score in partner.scores.values() if score is not None]
    mean = mean_words(sum(known) / len(known)) if known else NONE
    return Line(
        partner.id,
        partner.name,
        maturity_words(partner),
        tuple(
            Mark(partner.scores[name], score_words(partner.scores[name])) for name in FACTOR_LABELS
        ),
        (mean,),
        is_struck=not partner.is_in,
    )
