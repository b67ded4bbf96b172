"""The tab of the progress: the eight steps, what holds people back, the ICAP barometer."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADKAR, KOTTER_STEP
from entente.domain.climate.survey import QUESTIONNAIRE
from entente.domain.records import RecordType
from entente.i18n import _, ngettext
from entente.services import adkar
from entente.services.change_figures import Change
from entente.services.progress_words import barriers_words, course_words, wave_words
from entente_ui.change.progress.barrier_part import BarrierGrid, MarkPanel
from entente_ui.change.progress.deeds import Deeds
from entente_ui.change.progress.icap_chart import IcapChart
from entente_ui.change.progress.nothing_yet import NothingYet
from entente_ui.change.progress.phase_board import PhaseBoard
from entente_ui.change.progress.reading import TABLES, Read, Source
from entente_ui.change.progress.who_menu import who_menu
from entente_ui.change.progress.words import barrier_figures, course_figures, icap_figures
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import (
    NOWHERE,
    FlowLayout,
    IconButton,
    PrimaryButton,
    ScrollArea,
    ask_beside,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView

#: Px at 100 % of the panel beside the grid.
_PANEL: Final = 280
_PAPER: Final = "change"


class ProgressView(ReadingView):
    """How far the change has come.

    Attributes:
        board: The eight steps.
        grid: People and groups by element.
        panel: The element one is at.
        chart: The rates of the barometer.
    """

    name = "progress"
    tables = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        # Heard before this view is: what it keeps of others' waves is forgotten by then.
        source = Source(context.document)
        super().__init__(context, parent)
        self._source = source
        self.deeds = Deeds(context)
        self._found: Read | None = None
        self.board = PhaseBoard(self)
        self.steps = ChartCard(_("Eight steps in four phases"), self.board, self._say, self)
        self.grid = BarrierGrid(self)
        self.barriers = ChartCard(_("What holds people back"), self.grid, self._say, self)
        self.panel = MarkPanel(self)
        self.chart = IcapChart(self)
        self.rates = ChartCard(_("ICAP barometer"), self.chart, self._say, self)
        self.nobody = NothingYet(
            _("What holds people back"),
            _(
                "Nobody is followed yet. Add those whose change matters most, or a whole group: "
                "five marks show where help is needed first."
            ),
            _("Add a person or a group"),
            self.ask_who,
            self,
        )
        self.no_wave = NothingYet(
            _("ICAP barometer"),
            _(
                "No wave has asked about information, understanding, adhesion and participation "
                "yet. The questions are in the library; plan a wave with them in the climate."
            ),
            _("Go to the questions"),
            self.go_to_questions,
            self,
        )
        self.add_button = PrimaryButton(
            _("Add a person or a group"), self.ask_who, self, icon_name="plus"
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.add_button)
        bar.addWidget(IconButton("file-text", _("The change on two pages"), self.print_out, self))
        page = self._page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 8, 16), 16)
        column.addWidget(self.steps)
        self._beside = QWidget(page)
        line = spaced(QHBoxLayout(self._beside), 0, 0)
        line.addWidget(self.barriers, 1)
        sized(self.panel, width=_PANEL)
        line.addWidget(self.panel)
        for part in (self._beside, self.nobody, self.rates, self.no_wave):
            column.addWidget(part)
        column.addStretch(1)
        self._area = ScrollArea(page, self, name=_("Progress"))
        whole = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        whole.addLayout(bar)
        whole.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.board.judged.connect(self._on_judged)
        self.board.card_wanted.connect(self._on_card_wanted)
        self.board.opened.connect(partial(self.context.reveal, BACKLOG_ITEM.name))
        self.grid.picked.connect(self._show_place)
        self.grid.rated.connect(self._on_marked)
        self.panel.marked.connect(self._on_marked)
        self.panel.opened.connect(self._open)
        self.panel.left.connect(self.deeds.remove)

    @property
    @override
    def status(self) -> str:
        steps = self._found.course.steps if self._found else ()
        judged = sum(step.score is not None for step in steps)
        words = ngettext("{count} step of 8 judged", "{count} steps of 8 judged", judged)
        return words.format(count=number(judged))

    @override
    def refresh(self) -> None:
        document = self.context.document
        found = self._found = self._source.read()
        locked = document.is_presenting
        self.add_button.setVisible(not locked)
        said = course_words(found.course)
        self.board.show_course(found.course, said, read_only=locked)
        self.steps.show_figures(said, course_figures(found.course))
        self._beside.setVisible(bool(found.changes))
        self.nobody.setVisible(not found.changes and not locked)
        said = barriers_words(found.changes)
        self.grid.show_changes(found.changes, said, is_editable=not locked)
        self.barriers.show_figures(said, barrier_figures(found.changes))
        self.rates.setVisible(bool(found.waves))
        self.no_wave.setVisible(not found.waves and not locked)
        told = wave_words(found.waves[-1]) if found.waves else ""
        self.chart.show_waves(found.waves, told)
        self.rates.show_figures(told, icap_figures(found.waves))
        self._show_place()

    @override
    def add_record(self) -> bool:
        self.ask_who()
        return True

    def ask_who(self) -> None:
        """Offer the people and groups whose change is not followed yet."""
        document = self.context.document
        if document.is_presenting:
            return
        menu = who_menu(self, document, self._add)
        if menu.isEmpty():
            self._say(_("Nobody is left to add: first enter actors or functional groups."))
            return
        button = self.add_button if self.add_button.isVisible() else self.nobody
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _add(self, key: str, name: str) -> None:
        made = self.deeds.add(key, name)
        if made:
            self.go_to(made, "awareness")

    def go_to(self, key: str, element: str = "") -> bool:
        """Go to a person or group of the grid; say whether they are there."""
        self.read_now()
        if self.grid.part_of(key, element) == NOWHERE:
            return False
        self.grid.go_to(key, element)
        self._area.ensureWidgetVisible(self.barriers)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_place()
        return True

    def go_to_questions(self) -> None:
        """Go to the questions on the four axes, out of the library if they are not there."""
        key = self.deeds.take_survey()
        if key:
            self.context.reveal(QUESTIONNAIRE.name, key)

    @override
    def offered(self) -> Sequence[QAction]:
        told = make_action(self, _("The change on two pages"), self.print_out, "file-text")
        if self.context.document.is_presenting:
            return (told,)
        return (make_action(self, _("Add a person or a group"), self.ask_who, "plus"), told)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type == ADKAR.name:
            return self.go_to(key)
        steps = self._found.course.steps if self._found else ()
        step = next((each for each in steps if each.id == key), None)
        if record_type != KOTTER_STEP.name or step is None:
            return False
        box = self.board.boxes[step.name]
        self._area.ensureWidgetVisible(box)
        box.scores.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def focus_filter(self) -> None:
        self.grid.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper(_PAPER), "")

    @override
    def state(self) -> Mapping[str, Any]:
        subject, element = self.grid.place
        return {"subject": subject, "element": element}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.refresh()
        self.grid.go_to(str(state.get("subject", "")), str(state.get("element", "")))
        self._show_place()

    def _change(self, key: str) -> Change | None:
        found = self._found.changes if self._found else ()
        return next((each for each in found if each.id == key), None)

    @Slot()
    def _show_place(self) -> None:
        """Show the element one is at."""
        key, element = self.grid.place
        found = self._change(key)
        self.panel.setVisible(found is not None)
        if found is None:
            return
        document = self.context.document
        told = (
            document.read(lambda s: adkar.history(s, key, element, document.viewer))
            if element
            else ()
        )
        self.panel.show_element(found, element, told, read_only=document.is_presenting)

    @Slot(str, int)
    def _on_judged(self, step: str, score: int) -> None:
        rating = self.deeds.judge(step, score)
        if rating:
            box = self.board.boxes[step].scores
            self._ask(box, box.rect(), _("What shows it?"), KOTTER_STEP, rating)

    @Slot(str)
    def _on_card_wanted(self, step: str) -> None:
        button = self.board.boxes[step].add_button
        target = QRect(button.mapTo(self, QPoint(0, 0)), button.size())
        ask_beside(self, target, _("What is to be done?"), partial(self.deeds.add_card, step))

    @Slot(str, str, object)
    def _on_marked(self, key: str, element: str, value: int | None) -> None:
        found = self._change(key)
        rating = self.deeds.mark(found, element, value) if found else ""
        part = self.grid.part_of(key, element)
        if rating and value is not None and part != NOWHERE:
            box = self.grid.box(part).toRect()
            self._ask(self.grid, box, _("What was seen or heard?"), ADKAR, rating)

    def _ask(
        self, widget: QWidget, box: QRect, question: str, kind: RecordType, rating: str
    ) -> None:
        target = QRect(widget.mapTo(self, box.topLeft()), box.size())
        ask_beside(self, target, question, partial(self.deeds.explain, kind, rating))

    def _open(self, found: Change) -> None:
        kind = FUNCTIONAL_GROUP if found.is_group else ACTOR
        self.context.reveal(kind.name, found.subject)

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
