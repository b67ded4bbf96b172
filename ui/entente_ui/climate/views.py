"""The views of the climate, in the order of their tabs. A new one is a line here."""

from typing import Final

from entente.domain.climate.survey import WAVE
from entente.i18n import N_
from entente_ui.tabbed import ViewEntry

WAVES: Final = "waves"
CHARTS: Final = "charts"

VIEWS: Final = (
    ViewEntry(WAVES, WAVE.plural, "entente_ui.climate.waves.view:WavesView", (WAVE.name,)),
    ViewEntry(CHARTS, N_("Charts"), "entente_ui.climate.charts.view:ChartsView"),
)
