"""The tab of the scales: what probability, impact and levels mean in this mission."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.mission import MISSION
from entente.domain.risk_levels import Scales
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP
from entente.i18n import _
from entente.services import risks
from entente_ui.kit import PlainLabel, ScrollArea, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.pane_view import ReadingView
from entente_ui.risks.scales.levels import LevelsCard
from entente_ui.risks.scales.steps import IMPACT, PROBABILITY, StepsCard
from entente_ui.risks.scales.writing import ScaleDeeds
from entente_ui.risks.words import holes_words

#: Px at 100 % of width below which the matrix stands under the levels.
_NARROW: Final = 800


class ScalesView(ReadingView):
    """Words and numbers of the matrix.

    Attributes:
        probability, impact: The two scales.
        levels: The levels, the cells set by hand, the limits.
    """

    name = "scales"
    tables = frozenset({MISSION.name, RISK_STEP.name, RISK_BAND.name, RISK_CELL.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        deeds = ScaleDeeds(context.document, self.refresh)
        self.probability = StepsCard(PROBABILITY, deeds.word_step, deeds.usual_steps, self)
        self.impact = StepsCard(IMPACT, deeds.word_step, deeds.usual_steps, self)
        self.levels = LevelsCard(deeds, self)
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 12, 8, 16), 16)
        said = _("These words are shown on the matrix and printed with the register.")
        column.addWidget(PlainLabel(said, "muted", page, wrap=True))
        for card in (self.probability, self.impact, self.levels):
            column.addWidget(card)
        column.addStretch(1)
        area = ScrollArea(page, self, name=_("Scales"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, read_only = document.viewer, document.is_presenting
        scales = document.read(lambda s: risks.scales(s, viewer))
        self.probability.show_steps(scales.probability, shares_words(scales), read_only=read_only)
        self.impact.show_steps(scales.impact, limits_words(scales), read_only=read_only)
        said = " ".join(filter(None, (holes_words(scales), tolerance_words(scales))))
        self.levels.show_scales(scales, said, read_only=read_only)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        way = QBoxLayout.Direction
        self.levels.across.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def shares_words(scales: Scales) -> str:
    """Return that the shares do not rise, or nothing."""
    if scales.is_rising:
        return ""
    return _("The shares do not rise from step to step: a likelier risk would weigh less.")


def limits_words(scales: Scales) -> str:
    """Return which amounts of the impact do not rise, or nothing."""
    said = []
    for name, words in (("money", _("The amounts")), ("days", _("The days"))):
        known = [value for step in scales.impact if (value := getattr(step, name)) is not None]
        if known != sorted(set(known)):
            said.append(_("{what} do not rise from step to step.").format(what=words))
    return " ".join(said)


def tolerance_words(scales: Scales) -> str:
    """Return that the tolerance is below the appetite, or nothing."""
    if scales.appetite is None or scales.tolerance is None or scales.tolerance >= scales.appetite:
        return ""
    return _("The tolerance is below the appetite: what is told would not have to be treated.")
