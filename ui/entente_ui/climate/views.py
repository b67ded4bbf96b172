"""The views of the climate, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.domain.climate.survey import ANSWERED, QUESTION, QUESTIONNAIRE, VERBATIM, WAVE
from entente.i18n import N_
from entente_ui.tabbed import ViewEntry

WAVES: Final = "waves"
CHARTS: Final = "charts"
COMMENTS: Final = "comments"
QUESTIONNAIRES: Final = "questionnaires"

VIEWS: Final = (
    ViewEntry(WAVES, WAVE.plural, "entente_ui.climate.waves.view:WavesView", (WAVE.name,)),
    ViewEntry(CHARTS, N_("Charts"), "entente_ui.climate.charts.view:ChartsView"),
    ViewEntry(
        COMMENTS,
        N_("Words"),
        "entente_ui.climate.comments.view:CommentsView",
        (VERBATIM.name, ANSWERED.name),
    ),
    ViewEntry(
        QUESTIONNAIRES,
        QUESTIONNAIRE.plural,
        "entente_ui.climate.questionnaires.view:QuestionnairesView",
        (QUESTIONNAIRE.name, QUESTION.name),
    ),
)
