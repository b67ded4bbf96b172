"""The cards of the charts, one below the other."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from entente.i18n import _
from entente.services.climate import WaveFigures
from entente_ui.charts.card import ChartCard
from entente_ui.charts.overlay import ShapesLegend
from entente_ui.climate.charts import reading, wave_words, words
from entente_ui.climate.charts.camps_chart import CampsChart
from entente_ui.climate.charts.heat_chart import HeatPanel
from entente_ui.climate.charts.reading import NOTHING, Read
from entente_ui.climate.charts.series_chart import SeriesChart
from entente_ui.climate.charts.spread_chart import SpreadChart
from entente_ui.climate.charts.told import Happening, Series
from entente_ui.climate.charts.waves_radar import WavesRadar
from entente_ui.kit import PlainLabel, sized, spaced

_CHOICE: Final = 200
#: Fewer items make no shape.
_SPOKES: Final = 3


class ChartsPage(QWidget):
    """Index, one item, its spread in a wave, camps, two waves, all items, the recommendation.

    Attributes:
        index, ranges, line, spread, camps, radar, heat, score: The cards.
        other: The wave that the radar lays below the one looked at.

    Signals:
        item_picked: Emitted with the key of an item that was chosen in a chart.
        cell_picked: Emitted with the place of an item and the place of a wave.
        opened: Emitted with the kind and the key of an event that was chosen.
    """

    item_picked = Signal(str)
    cell_picked = Signal(int, int)
    opened = Signal(str, str)

    def __init__(self, say: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._found, self._wave = NOTHING, ""
        self.index_chart = SeriesChart(_("Index over the waves"), self)
        self.ranges_chart = SeriesChart(_("Index from one wave to the next"), self)
        self.item_chart = SeriesChart(_("Item over the waves"), self)
        self.spread_chart = SpreadChart(self)
        self.camps_chart = CampsChart(self)
        self.radar_chart = WavesRadar(self)
        self.panel = HeatPanel(self)
        self.score_chart = SeriesChart(_("Recommendation"), self)
        self.index = self._card(_("Index over the waves"), self.index_chart)
        self.ranges = self._card(_("Index from one wave to the next"), self.ranges_chart)
        self.line = self._card(_("Item over the waves"), self.item_chart)
        self.spread = self._card(_("Spread of the answers"), self.spread_chart)
        self.camps = self._card(_("Two camps"), self.camps_chart)
        self.radar = self._card(_("Two waves laid over each other"), self.radar_chart)
        self.heat = self._card(_("Items and waves"), self.panel)
        self.score = self._card(_("Recommendation"), self.score_chart)
        self._item_name = PlainLabel("", "strong", self, wrap=True)
        self._key = ShapesLegend(self)
        self.other = QComboBox(self)
        self.column = spaced(QVBoxLayout(self), (0, 12, 8, 16), 16)
        self.setProperty("page", "true")
        self._build()

    def _card(self, title: str, chart: QWidget) -> ChartCard:
        return ChartCard(title, chart, self._say, self)

    def _build(self) -> None:
        for card in (
            *(self.index, self.ranges, self.line, self.spread, self.camps),
            *(self.radar, self.heat, self.score),
        ):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.line.body.insertWidget(1, self._item_name)
        sized(self.other, width=_CHOICE)
        self.other.setAccessibleName(_("Laid over the wave"))
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(PlainLabel(_("Laid over the wave"), "muted", self))
        line.addWidget(self.other)
        line.addWidget(self._key, 1)
        self.radar.body.insertLayout(1, line)
        self.other.activated.connect(self._show_radar)
        self.spread_chart.picked.connect(self.item_picked)
        self.camps_chart.picked.connect(self.item_picked)
        self.panel.chart.picked.connect(self.cell_picked)
        for chart in self.series:
            chart.opened.connect(self.opened)

    @property
    def series(self) -> tuple[SeriesChart, ...]:
        """The charts over the waves."""
        return (self.index_chart, self.ranges_chart, self.item_chart, self.score_chart)

    def show_found(self, found: Read) -> None:
        """Show what belongs to no item and to no wave alone."""
        self._found = found
        _show_series(self.index, self.index_chart, found.index, found.events)
        _show_series(self.ranges, self.ranges_chart, reading.ranges(found.index), ())
        sentence = words.heat_sentence(found.items)
        self.panel.chart.show_rows(found.items, sentence)
        self.heat.show_figures(sentence, words.heat_figures(found.items))
        self.heat.setVisible(bool(found.items))
        series, names = found.recommendation, [wave.name for wave in found.waves]
        self.score.setVisible(series is not None)
        self.score_chart.show_series(series, found.events)
        figures = words.recommendation_figures(names, found.scores)
        self.score.show_figures(series.sentence if series else "", figures)

    def show_item(self, key: str) -> None:
        """Show an item over the waves."""
        line = next((line for line in self._found.items if line.key == key), None)
        self._item_name.setText(line.title if line else "")
        _show_series(self.line, self.item_chart, line, self._found.events)

    def show_wave(self, key: str) -> None:
        """Show what was answered in a wave."""
        self._wave = key
        wave = self._at(key)
        items, name = (reading.answers(wave), wave.name) if wave else ([], "")
        withheld = wave.withheld if wave else ()
        sentence = words.spread_sentence(items, name, withheld)
        self.spread_chart.show_items(items, sentence)
        self.spread.show_figures(sentence, words.spread_figures(items))
        before = self._before(key)
        sentence = wave_words.camps_sentence(
            items, name, reading.answers(before) if before else [], before.name if before else ""
        )
        self.camps_chart.show_items(items, sentence)
        self.camps.show_figures(sentence, wave_words.camps_figures(items))
        for card in (self.spread, self.camps):
            card.setVisible(bool(items))
        self._offer_others(key)
        self._show_radar()

    def _at(self, key: str) -> WaveFigures | None:
        return next((wave for wave in self._found.waves if wave.wave_id == key), None)

    def _before(self, key: str) -> WaveFigures | None:
        """Return the wave before one."""
        keys = [wave.wave_id for wave in self._found.waves]
        place = keys.index(key) if key in keys else 0
        return self._found.waves[place - 1] if place else None

    def _offer_others(self, key: str) -> None:
        """Offer every other wave to compare with; the first one until another was chosen."""
        kept = self.other.currentData()
        self.other.clear()
        for wave in self._found.waves:
            if wave.wave_id != key:
                self.other.addItem(wave.name, wave.wave_id)
        self.other.setCurrentIndex(max(0, self.other.findData(kept)))

    @Slot()
    def _show_radar(self) -> None:
        wave, other = self._at(self._wave), self._at(str(self.other.currentData() or ""))
        items = reading.answers(wave) if wave else []
        self.radar.setVisible(other is not None and len(items) >= _SPOKES)
        if wave is None or other is None or len(items) < _SPOKES:
            return
        self._key.show_names([wave.name, other.name])
        others = reading.answers(other)
        sentence = wave_words.radar_sentence(items, wave.name, others, other.name)
        shapes = wave_words.shapes(items, wave.name, others, other.name)
        self.radar_chart.show_shapes(wave_words.axes(items), shapes, sentence)
        self.radar.show_figures(
            sentence, wave_words.radar_table(items, wave.name, others, other.name)
        )


def _show_series(
    card: ChartCard, chart: SeriesChart, series: Series | None, events: Sequence[Happening]
) -> None:
    card.setVisible(series is not None)
    chart.show_series(series, events)
    if series is not None:
        card.show_figures(series.sentence, words.series_figures(series, events))
