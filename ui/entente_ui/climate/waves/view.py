"""The tab of the waves: which there are, and collecting what people answer."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE, WAVE_GROUP
from entente.i18n import _, ngettext
from entente.services import climate_signals, waves
from entente.services.waves import State, state_of
from entente_ui.climate.waves.deeds import WaveDeeds
from entente_ui.climate.waves.entry import EntryPanel
from entente_ui.climate.waves.head import WaveHead
from entente_ui.climate.waves.kiosk import Kiosk
from entente_ui.climate.waves.listing import WaveList
from entente_ui.climate.waves.new_wave import NewWaveDialog
from entente_ui.climate.waves.words import Row, ballots_words, closed_words, closing_words
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    PrimaryButton,
    ScrollArea,
    ask,
    make_action,
    sized,
    spaced,
    tooltip,
)
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView

_FILLED, _EMPTY, _PRIVATE = range(3)
_LIST: Final = 320
CHARTS: Final = "charts"


class WavesView(ReadingView):
    """The waves at the left; beside, the one chosen and what can be done with it.

    Attributes:
        list: The waves.
        entry: Where paper ballots are keyed in, while a wave is open.
        kiosk: The screen respondents have; None while it is not handed over.
    """

    name = "waves"
    tables = frozenset({QUESTIONNAIRE.name, QUESTION.name, WAVE.name, WAVE_GROUP.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._deeds = WaveDeeds(context.document)
        self._rows: list[Row] = []
        self._key = ""
        self._names: dict[str, str] = {}
        self.kiosk: Kiosk | None = None
        self.list = WaveList(self)
        self.new = PrimaryButton(_("New wave"), self.plan, self)
        self.head = WaveHead(self)
        self.entry = EntryPanel(self._cast, self._take_back, self)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        tooltip(self.new, _("Plan a wave after the last one"), "N")
        left = QWidget(self)
        sized(left, width=_LIST)
        column = spaced(QVBoxLayout(left), 0, 8)
        column.addWidget(self.new)
        column.addWidget(self.list, 1)
        page = QWidget(self)
        page.setProperty("page", "true")
        right = spaced(QVBoxLayout(page), (0, 0, 8, 16), 12)
        right.addWidget(self.head)
        right.addWidget(self.entry)
        right.addStretch(1)
        whole = QWidget(self)
        row = spaced(QHBoxLayout(whole), (0, 8, 0, 0), 16)
        row.addWidget(left)
        row.addWidget(ScrollArea(page, whole, name=_("Wave")), 1)
        self._pages.addWidget(whole)
        hint = _("A wave asks the same questions again: what counts is what changes between them.")
        said, verb = _("Nobody was asked yet."), _("New wave")
        self._pages.addWidget(EmptyState("welcome", said, verb, self.plan, self, hint=hint))
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    def _connect(self) -> None:
        head = self.head
        self.list.chosen.connect(self._on_chosen)
        self.entry.counted.connect(self._recount)
        head.open_wanted.connect(self.open)
        head.kiosk_wanted.connect(self.hand_over)
        head.collect_wanted.connect(self.collect)
        head.close_wanted.connect(self.close_wave)
        head.charts_wanted.connect(self._see_charts)
        head.next_wanted.connect(self.plan_next)
        head.paper_wanted.connect(self._print)

    @property
    def wave(self) -> Row | None:
        """The wave one looks at."""
        return next((row for row in self._rows if row["id"] == self._key), None)

    @property
    @override
    def status(self) -> str:
        count = len(self._rows)
        text = ngettext("{count} wave", "{count} waves", count)
        return text.format(count=number(count)) if count else ""

    @override
    def refresh(self) -> None:
        document = self.context.document
        found = document.table(WAVE).dicts()
        self._rows = list(reversed(list(found)))
        self._names = document.labels(QUESTIONNAIRE)
        counts = {str(row["id"]): self._deeds.count(str(row["id"])) for row in self._rows}
        self.list.show_waves(self._rows, counts, self._key)
        self._key = self.list.key
        empty = _PRIVATE if document.is_presenting else _EMPTY
        self._pages.setCurrentIndex(_FILLED if self._rows else empty)
        self.new.setVisible(not document.is_presenting)
        self._show()

    def _show(self) -> None:
        """Show the wave one looks at."""
        wave, document = self.wave, self.context.document
        if wave is None:
            self.entry.hide()
            return
        state = state_of(wave)
        groups = document.read(lambda s: waves.group_names(s, self._key))
        name = self._names.get(str(wave["questionnaire_id"]), "")
        can_act = not document.is_presenting
        self.head.show_wave(wave, name, groups, can_act=can_act)
        self.entry.setVisible(can_act and state is State.OPEN)
        self._recount()

    @Slot()
    def _recount(self) -> None:
        """Say how many ballots there are, which no step of the history tells."""
        wave = self.wave
        if wave is None:
            return
        count = self._deeds.count(self._key)
        self.head.show_count(count)
        if state_of(wave) is State.OPEN and not self.context.document.is_presenting:
            key = self._key
            form = self.context.document.read(lambda s: waves.form(s, key))
            self.entry.show_form(form, count)
        self.list.waves.counts = {**self.list.waves.counts, self._key: count}
        self.list.waves.show_rows(self._rows)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key and key != self._key:
            self._key = key
            self._show()
        self.selected.emit(Selection(WAVE, (key,)) if key else None)

    @Slot(str)
    def _print(self, kind: str) -> None:
        self.context.reveal(paper(kind), self._key)

    @Slot()
    def plan(self, questionnaire: str = "") -> None:
        """Ask for a new wave, of one questionnaire above all if it is named."""
        if self.context.document.is_presenting:
            return
        dialog = NewWaveDialog(self.context.document, self.window())
        if questionnaire:
            place = dialog.questionnaire.findData(questionnaire)
            dialog.questionnaire.setCurrentIndex(max(0, place))
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.make is not None:
            self._come_to(self._deeds.plan(dialog.make))

    @Slot()
    def plan_next(self) -> None:
        """Plan the wave after the newest."""
        self._come_to(self._deeds.plan_next(self._key))

    def _come_to(self, key: str) -> None:
        if key:
            self.reveal(WAVE.name, key)

    @Slot()
    def open(self) -> None:
        """Let the wave take answers."""
        if self._deeds.open(self._key):
            self.entry.paper.setFocus()

    @Slot()
    def close_wave(self) -> None:
        """Ask, then count the ballots and erase them."""
        wave = self.wave
        if wave is None:
            return
        words = closing_words(wave, self._deeds.count(self._key))
        title = _("Close “{wave}”?").format(wave=wave["name"])
        if ask(self.window(), title, words, _("Close for good"), is_danger=True):
            closed = self._deeds.close(self._key)
            if closed is not None:
                self.entry.forget()
                found = self.context.document.read(climate_signals.proposed)
                self.context.toast(closed_words(closed, len(found)), False)

    @Slot()
    def collect(self) -> None:
        """Take over what was answered elsewhere."""
        from entente_ui.climate.waves import collect_dialog  # noqa: PLC0415  # readers are heavy

        key = self._key
        form = self.context.document.read(lambda s: waves.form(s, key))
        found = collect_dialog.collect(self.context, form, self.window())
        if found is not None and self._deeds.cast_all(key, found):
            self._recount()
            self.context.toast(ballots_words(len(found.ballots)), False)

    @Slot()
    def hand_over(self) -> None:
        """Give the whole screen to respondents."""
        wave, key = self.wave, self._key
        if wave is None or self.kiosk is not None:
            return
        form = self.context.document.read(lambda s: waves.form(s, key))
        self.kiosk = Kiosk(
            form,
            lambda answers, group: bool(self._deeds.cast(key, answers, group)),
            self.context.proves,
        )
        self.kiosk.destroyed.connect(self._on_kiosk_gone)
        self.kiosk.showFullScreen()

    @Slot()
    def _on_kiosk_gone(self) -> None:
        self.kiosk = None
        self._recount()

    def _cast(self, answers: Mapping[str, int | str | None], group: str) -> str:
        return self._deeds.cast(self._key, answers, group)

    def _take_back(self, ballot: str) -> bool:
        return self._deeds.take_back(self._key, ballot)

    @Slot()
    def _see_charts(self) -> None:
        self.view_wanted.emit(CHARTS, self._key)

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        found = [make_action(self, _("New wave"), self.plan, "plus")]
        wave = self.wave
        if wave is not None and state_of(wave) is State.OPEN:
            hand = partial(make_action, self)
            found.append(hand(_("Hand over the screen…"), self.hand_over, "users"))
            found.append(hand(_("Take over answers…"), self.collect, "file-import"))
            found.append(hand(_("Close the wave…"), self.close_wave, "lock"))
        return found

    @override
    def add_record(self) -> bool:
        self.plan()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != WAVE.name:
            return False
        self.read_now()
        if any(row["id"] == key for row in self._rows):
            self.list.choose(key)
            self._key = key
            self._show()
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        if isinstance(wanted, Selection) and wanted.record_type is QUESTIONNAIRE:
            self.plan(wanted.keys[0])

    @override
    def print_out(self) -> None:
        wave = self.wave
        if wave is not None and not self.context.document.is_presenting:
            self._print("wave" if state_of(wave) is State.CLOSED else "ballot")

    @override
    def state(self) -> Mapping[str, Any]:
        return {"wave": self._key}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._key = str(state.get("wave") or "")
        self.expire()
