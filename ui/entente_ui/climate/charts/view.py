"""The tab of the charts: what people answered over the waves, and what it means."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.climate.survey import ANSWER_COUNT, QUESTION, QUESTIONNAIRE, WAVE, WAVE_GROUP
from entente.domain.follow_up import DECISION
from entente.domain.sprint import SPRINT
from entente.i18n import _, ngettext
from entente_ui.charts.card import ChartCard
from entente_ui.climate.charts import reading, words
from entente_ui.climate.charts.heat_chart import HeatPanel
from entente_ui.climate.charts.reading import NOTHING, Read
from entente_ui.climate.charts.series_chart import SeriesChart
from entente_ui.climate.charts.spread_chart import SpreadChart
from entente_ui.climate.charts.told import Happening, Series
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    PlainLabel,
    ScrollArea,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView

_FILLED, _EMPTY, _PRIVATE = range(3)
_CHOICE: Final = 230


class ChartsView(ReadingView):
    """Index, one item, its spread in a wave, all items over all waves, the recommendation.

    Attributes:
        questionnaire, group, item, wave: What is looked at.
        index, line, spread, heat, score: The cards.
    """

    name = "charts"
    tables = frozenset(
        {
            *(QUESTIONNAIRE.name, QUESTION.name, WAVE.name, WAVE_GROUP.name, ANSWER_COUNT.name),
            *(DECISION.name, SPRINT.name, BACKLOG_ITEM.name, "difficulty", "mediation_session"),
        }
    )
    pause = 120

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found = NOTHING
        self._wanted: dict[str, str] = {}
        self.questionnaire = self._choice(_("Questionnaire"))
        self.group = self._choice(_("Group of respondents"))
        self.item = self._choice(_("Question"))
        self.wave = self._choice(_("Wave"))
        self.index_chart = SeriesChart(_("Index over the waves"), self)
        self.item_chart = SeriesChart(_("Item over the waves"), self)
        self.spread_chart = SpreadChart(self)
        self.panel = HeatPanel(self)
        self.score_chart = SeriesChart(_("Recommendation"), self)
        self.index = self._card(_("Index over the waves"), self.index_chart)
        self.line = self._card(_("Item over the waves"), self.item_chart)
        self.spread = self._card(_("Spread of the answers"), self.spread_chart)
        self.heat = self._card(_("Items and waves"), self.panel)
        self.score = self._card(_("Recommendation"), self.score_chart)
        self._item_name = PlainLabel("", "strong", self, wrap=True)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        sized(choice, width=_CHOICE)
        return choice

    def _card(self, title: str, chart: QWidget) -> ChartCard:
        return ChartCard(title, chart, lambda text: self.context.toast(text, False), self)

    def _build(self) -> None:
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 12, 8, 16), 16)
        for card in (self.index, self.line, self.spread, self.heat, self.score):
            column.addWidget(card)
        self.line.body.insertWidget(1, self._item_name)
        column.addStretch(1)
        whole = QWidget(self)
        bar = spaced(FlowLayout(), 0, 8)
        for choice in (self.questionnaire, self.group, self.item, self.wave):
            bar.addWidget(choice)
        outer = spaced(QVBoxLayout(whole), (0, 8, 0, 0), 4)
        outer.addLayout(bar)
        outer.addWidget(ScrollArea(page, whole, name=_("Charts of the climate")), 1)
        self._pages.addWidget(whole)
        hint = _("Once a wave is closed, this page says what people answered: signal or noise.")
        self._pages.addWidget(
            EmptyState("found-nothing", _("No wave is closed yet."), parent=self, hint=hint)
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    def _connect(self) -> None:
        self.questionnaire.activated.connect(self._on_questionnaire)
        self.group.activated.connect(self._on_group)
        self.item.activated.connect(self._show_item)
        self.wave.activated.connect(self._on_wave)
        self.spread_chart.picked.connect(self.show_item)
        self.panel.chart.picked.connect(self._on_cell)
        for chart in (self.index_chart, self.item_chart, self.score_chart):
            chart.opened.connect(self.context.reveal)

    @property
    @override
    def status(self) -> str:
        count = len(self.found.waves)
        text = ngettext("{count} wave", "{count} waves", count)
        return text.format(count=number(count)) if count else ""

    @override
    def refresh(self) -> None:
        document = self.context.document
        known = reading.questionnaires(document)
        _fill(self.questionnaire, known, self._kept("questionnaire", self.questionnaire))
        self.questionnaire.setVisible(len(known) > 1)
        key = str(self.questionnaire.currentData() or "")
        group = self._kept("group", self.group)
        self.found = reading.read(document, key, group) if key else NOTHING
        if group and group not in self.found.groups:
            group, self.found = "", reading.read(document, key) if key else NOTHING
        groups = [("", _("Everybody")), *((name, name) for name in self.found.groups)]
        _fill(self.group, groups, group)
        self.group.setVisible(len(groups) > 1)
        empty = _PRIVATE if document.is_presenting else _EMPTY
        self._pages.setCurrentIndex(_FILLED if self.found.waves else empty)
        self._show(self.found)

    def _kept(self, name: str, choice: QComboBox) -> str:
        """Return what was chosen, or what is to be come back to."""
        return self._wanted.pop(name, "") or str(choice.currentData() or "")

    def _show(self, found: Read) -> None:
        items = [(line.key, line.title) for line in found.items]
        _fill(self.item, items, self._kept("item", self.item))
        waves = [(wave.wave_id, wave.name) for wave in found.waves]
        kept = self._kept("wave", self.wave)
        known = any(key == kept for key, _name in waves)
        _fill(self.wave, waves, kept if known or not waves else waves[-1][0])
        _show_series(self.index, self.index_chart, found.index, found.events)
        self._show_item()
        self._show_wave()
        sentence = words.heat_sentence(found.items)
        self.panel.chart.show_rows(found.items, sentence)
        self.heat.show_figures(sentence, words.heat_figures(found.items))
        self.heat.setVisible(bool(found.items))
        self._show_score(found)

    @Slot()
    def _show_item(self) -> None:
        key = self.item.currentData()
        line = next((line for line in self.found.items if line.key == key), None)
        self._item_name.setText(line.title if line else "")
        _show_series(self.line, self.item_chart, line, self.found.events)

    def _show_wave(self) -> None:
        key = self.wave.currentData()
        wave = next((wave for wave in self.found.waves if wave.wave_id == key), None)
        items = reading.answers(wave) if wave else []
        withheld = wave.withheld if wave else ()
        sentence = words.spread_sentence(items, wave.name if wave else "", withheld)
        self.spread_chart.show_items(items, sentence)
        self.spread.show_figures(sentence, words.spread_figures(items))
        self.spread.setVisible(bool(items))

    def _show_score(self, found: Read) -> None:
        series, names = found.recommendation, [wave.name for wave in found.waves]
        self.score.setVisible(series is not None)
        self.score_chart.show_series(series, found.events)
        figures = words.recommendation_figures(names, found.scores)
        self.score.show_figures(series.sentence if series else "", figures)

    @Slot()
    def _on_questionnaire(self) -> None:
        self.group.setCurrentIndex(0)
        self.refresh()

    @Slot()
    def _on_group(self) -> None:
        self.refresh()

    @Slot()
    def _on_wave(self) -> None:
        self._show_wave()
        self.selected.emit(Selection(WAVE, (str(self.wave.currentData()),)))

    @Slot(str)
    def show_item(self, key: str) -> None:
        """Show another item over the waves."""
        place = self.item.findData(key)
        if place >= 0:
            self.item.setCurrentIndex(place)
            self._show_item()

    @Slot(int, int)
    def _on_cell(self, item: int, wave: int) -> None:
        self.show_item(self.found.items[item].key)
        self.wave.setCurrentIndex(wave)
        self._on_wave()

    @override
    def offered(self) -> Sequence[QAction]:
        return [make_action(self, _("Copy the index over the waves"), self.index.copy, "copy")]

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        place = self.wave.findData(key)
        if record_type != WAVE.name or place < 0:
            return False
        self.wave.setCurrentIndex(place)
        self._on_wave()
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        self.reveal(WAVE.name, str(wanted))

    @override
    def focus_filter(self) -> None:
        self.item.setFocus()

    def _choices(self) -> dict[str, QComboBox]:
        return {
            "questionnaire": self.questionnaire,
            "group": self.group,
            "item": self.item,
            "wave": self.wave,
        }

    @override
    def state(self) -> Mapping[str, Any]:
        chosen = {name: str(each.currentData() or "") for name, each in self._choices().items()}
        # The name of a group is a word of the mission: it is not kept outside of it.
        return {**chosen, "group": ""}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._wanted = {
            name: str(state[name]) for name in self._choices() if isinstance(state.get(name), str)
        }
        self.expire()


def _fill(choice: QComboBox, rows: Sequence[tuple[str, str]], kept: str) -> None:
    """Offer other choices; the one that was chosen stays while it is there."""
    choice.clear()
    for key, name in rows:
        choice.addItem(name, key)
    choice.setCurrentIndex(max(0, choice.findData(kept)) if rows else -1)


def _show_series(
    card: ChartCard, chart: SeriesChart, series: Series | None, events: Sequence[Happening]
) -> None:
    card.setVisible(series is not None)
    chart.show_series(series, events)
    if series is not None:
        card.show_figures(series.sentence, words.series_figures(series, events))
