"""The tab of the charts: what people answered over the waves, and what it means."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.climate.survey import (
    ANSWER_COUNT,
    ANSWERED,
    QUESTION,
    QUESTIONNAIRE,
    WAVE,
    WAVE_GROUP,
)
from entente.domain.follow_up import DECISION
from entente.domain.sprint import SPRINT
from entente.i18n import _, ngettext
from entente.services import climate_signals
from entente.services.climate_signals import WeakSignal
from entente_ui.climate.charts import reading
from entente_ui.climate.charts.page import ChartsPage
from entente_ui.climate.charts.reading import NOTHING, Read
from entente_ui.climate.charts.signals_card import SignalsCard
from entente_ui.formats import number
from entente_ui.kit import EmptyState, FlowLayout, ScrollArea, make_action, sized, spaced
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.turns import in_turns

_FILLED, _EMPTY, _PRIVATE = range(3)
_CHOICE: Final = 230
_WIDE: Final = 380
_WAVES: Final = "waves"


class ChartsView(ReadingView):
    """What is looked at is chosen above the cards.

    Attributes:
        questionnaire, group, item, wave: What is looked at.
        page: The cards.
        signals: What is proposed to be noted as a difficulty.
    """

    name = "charts"
    tables = frozenset(
        {
            *(QUESTIONNAIRE.name, QUESTION.name, WAVE.name, WAVE_GROUP.name, ANSWER_COUNT.name),
            *(DECISION.name, SPRINT.name, BACKLOG_ITEM.name, ANSWERED.name),
            *("difficulty", "mediation_session"),
        }
    )
    pause = 120

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found = NOTHING
        self._wanted: dict[str, str] = {}
        self.questionnaire = self._choice(_("Questionnaire"))
        self.group = self._choice(_("Group of respondents"))
        self.item = self._choice(_("Question"), _WIDE)
        self.wave = self._choice(_("Wave"))
        self.page = ChartsPage(lambda text: context.toast(text, False), self)
        self.signals = SignalsCard(self)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    def _choice(self, name: str, width: int = _CHOICE) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        sized(choice, width=width)
        return choice

    def _build(self) -> None:
        self.page.column.insertWidget(0, self.signals)
        whole = QWidget(self)
        bar = spaced(FlowLayout(), 0, 8)
        for choice in (self.questionnaire, self.group, self.item, self.wave):
            bar.addWidget(choice)
        outer = spaced(QVBoxLayout(whole), (0, 8, 0, 0), 4)
        outer.addLayout(bar)
        outer.addWidget(ScrollArea(self.page, whole, name=_("Charts of the climate")), 1)
        self._pages.addWidget(whole)
        hint = _("Once a wave is closed, this page says what people answered: signal or noise.")
        said, verb = _("No wave is closed yet."), _("Go to the waves")
        self._pages.addWidget(
            EmptyState("found-nothing", said, verb, self._to_waves, self, hint=hint)
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    def _connect(self) -> None:
        self.questionnaire.activated.connect(self._on_questionnaire)
        self.group.activated.connect(self._on_group)
        self.item.activated.connect(self._show_item)
        self.wave.activated.connect(self._on_wave)
        self.page.item_picked.connect(self.show_item)
        self.page.cell_picked.connect(self._on_cell)
        self.page.opened.connect(self.context.reveal)
        self.signals.noted.connect(self.note)

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
        if document.is_presenting:
            self.signals.show_signals(())
        self._show(self.found)
        in_turns(self, self._propose())

    def _propose(self) -> Iterator[None]:
        """Show what is worth noting, which takes as long to read as all charts do."""
        document = self.context.document
        if not self.isVisible():
            self.expire()
            return
        if not document.is_presenting:
            self.signals.show_signals(document.read(climate_signals.proposed))
        yield

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
        self.page.show_found(found)
        self._show_item()
        self._show_wave()

    @Slot()
    def _show_item(self) -> None:
        self.page.show_item(str(self.item.currentData()))

    def _show_wave(self) -> None:
        self.page.show_wave(str(self.wave.currentData()))

    @Slot(object)
    def note(self, signal: WeakSignal) -> None:
        """Note a weak signal as a difficulty; it is proposed no more."""
        label = _("Note a weak signal")
        if self.context.document.run(label, lambda s: climate_signals.note(s, signal)):
            self.context.toast(_("Noted as a difficulty: {title}").format(title=signal.label), True)

    @Slot()
    def _to_waves(self) -> None:
        self.view_wanted.emit(_WAVES, "")

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
        return [make_action(self, _("Copy the index over the waves"), self.page.index.copy, "copy")]

    @override
    def zoom(self, steps: int) -> None:
        for chart in self.page.series:
            chart.zoom(steps)

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
