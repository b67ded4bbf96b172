"""The tab of the sprints: which there are, planning one before all, charts, closing it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.sprint import DAY_OFF, DOT_VOTE, SPRINT, SPRINT_ITEM
from entente.i18n import ngettext
from entente.services import sprints
from entente.services.sprints import SprintView
from entente.store.journal import ChangeSet
from entente_ui.formats import number
from entente_ui.kit import spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.cycle.charts_page import ChartsPage
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.frame import Frame
from entente_ui.sprints.cycle.nothing import Nothing
from entente_ui.sprints.cycle.planning import PlanningPage
from entente_ui.sprints.cycle.reading import Reader
from entente_ui.sprints.cycle.steps import Steps
from entente_ui.sprints.cycle.telling import Telling
from entente_ui.sprints.views import CHARTS, PLANNING

#: Px at 100 % of height below which the sprints take one line, for the cards need it.
_LOW: Final = 470
#: After these changed alone, the sprints are as they were; after those, the backlog is.
_VOTES: Final = frozenset({DOT_VOTE.name})
_TIES: Final = frozenset({SPRINT_ITEM.name})


class CycleView(ReadingView):
    """The sprints as chips; below, the one chosen: planned card by card, or told in charts.

    Attributes:
        frame: The sprints as chips, what the one chosen is, what can be done to it.
        steps: What is done to it as a whole.
        planning: Its cards and those of the backlog.
        charts: Its charts; made when first looked at.
    """

    name = "cycle"
    tables = frozenset(
        {
            *(SPRINT.name, SPRINT_ITEM.name, DOT_VOTE.name, DAY_OFF.name, "mission"),
            *(BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name, ACTIVITY_TYPE.name, ACTOR.name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = self._away = ""
        self._changed: frozenset[str] = frozenset()
        self._is_late = False
        self._telling = Telling(self._cards, self._sprint, self)
        self._viewer = context.document.viewer
        deeds = Deeds(context)
        self.steps = Steps(self, context, deeds, lambda: self.sprint)
        self._reader = Reader(context.document)
        # Each is made where it stays: moved elsewhere, it would be dressed anew.
        self._pages = QStackedWidget(self)
        self.frame = Frame(self.steps, self._pages)
        self.planning = PlanningPage(context, deeds, self.frame.pages)
        self.charts: ChartsPage | None = None
        self._nothing = Nothing(self._pages, self.steps.begin)
        self.frame.pages.addWidget(self.planning)
        self.frame.lay_out(self.planning.tools)
        self._pages.addWidget(self.frame)
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._pages)
        self._connect()

    def _connect(self) -> None:
        self.frame.chips.chosen.connect(self.choose)
        self._telling.told.connect(self.selected)
        self.frame.chips.clicked.connect(lambda _index: self._telling.turn_to(cards=False))
        self.frame.chips.asked.connect(self.run)
        self.frame.chips.menu_wanted.connect(lambda at: self.steps.make_menu().popup(at))
        self.frame.mode.chosen.connect(self._turn)
        self.frame.head.goal.settled.connect(self.steps.set_goal)
        self.frame.head.capacity_wanted.connect(self.ask_capacity)
        self.planning.chosen.connect(lambda: self._telling.turn_to(cards=True))
        self.planning.released.connect(self._catch_up)
        self.planning.hands.left.connect(self.frame.chips.setFocus)
        self.steps.opened.connect(self.open)
        self.steps.come_to.connect(partial(self.reveal, SPRINT.name))

    @property
    def sprint(self) -> SprintView | None:
        """The sprint one looks at."""
        return self._reader.view(self._key)

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen: nothing is changed then."""
        return self.context.document.is_presenting

    @property
    @override
    def status(self) -> str:
        count = len(self._reader.views)
        words = ngettext("{count} sprint", "{count} sprints", count)
        return words.format(count=number(count)) if count else ""

    @override
    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        self._changed |= change_set.tables
        super()._on_changed(change_set)

    @override
    def refresh(self) -> None:
        changed, self._changed = self._changed & self.tables, frozenset()
        document = self.context.document
        is_new_viewer = document.viewer != self._viewer
        if is_new_viewer:
            self.planning.leave_writing()
        elif self.planning.lanes.is_editing:
            # The lanes would take away what is being typed.
            self._changed, self._is_late = changed, True
            return
        self._viewer = document.viewer
        is_anew = not changed or is_new_viewer
        if is_anew or changed - _VOTES:
            self._reader.read_sprints()
        if is_anew or changed - _VOTES - _TIES:
            self._reader.read_cards()
        views = self._reader.views
        if self._reader.view(self._away) is not None:
            self._key, self._away = self._away, ""
        if self.sprint is None:
            # Back to it once it may be seen again.
            self._away = self._key
            now = sprints.current(views)
            self._key = now.id if now else (views[-1].id if views else "")
        self.frame.chips.show_sprints(views, self._key)
        self._show()

    def _show(self) -> None:
        """Show the sprint one looks at."""
        view = self.sprint
        if view is None:
            self._pages.setCurrentWidget(self._nothing.page(is_private=self.is_presenting))
            self._telling.turn_to(cards=False)
            return
        self._pages.setCurrentWidget(self.frame)
        span = self._reader.span(view)
        self.frame.show_sprint(view, span, is_presenting=self.is_presenting)
        self._show_page(view)
        self._telling.later()

    def _show_page(self, view: SprintView) -> None:
        if self.frame.mode.current == PLANNING:
            plan, mix = self._reader.plan(view), self._reader.mix(view)
            self.planning.show_plan(plan, self._reader.board, mix)
            self.planning.show_tools(on=True)
            self.frame.pages.setCurrentWidget(self.planning)
            return
        self.planning.show_tools(on=False)
        if self.charts is None:
            self.charts = ChartsPage(self.context, self.frame.pages)
            self.frame.pages.addWidget(self.charts)
        self.charts.show_sprint(view, self.context.document)
        self.charts.show_rhythm(self._reader.rhythm())
        self.frame.pages.setCurrentWidget(self.charts)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Look at another sprint."""
        if key and key != self._key:
            self._key, self._away = key, ""
            self.planning.lanes.finish_edit()
            self.frame.chips.show_sprints(self._reader.views, key)
            self._show()
        self._telling.turn_to(cards=False)

    @Slot()
    def _turn(self) -> None:
        view = self.sprint
        if view is not None:
            self._show_page(view)

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.planning.lanes.is_editing:
            self._is_late = False
            self.expire()

    def _cards(self) -> Selection | None:
        cards = tuple(card.id for card in self.planning.selected)
        is_planned = self.frame.mode.current == PLANNING
        return Selection(BACKLOG_ITEM, cards) if is_planned and cards else None

    def _sprint(self) -> Selection | None:
        return Selection(SPRINT, (self._key,)) if self.sprint is not None else None

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what a key on the chips asks for."""
        match name:
            case "open":
                self.open()
            case "cards":
                self.planning.enter()
            case "new":
                self.steps.begin()
            case "delete":
                self.steps.remove()

    @Slot()
    def open(self) -> None:
        """Show the sprint in the inspector, and go there."""
        self._telling.turn_to(cards=False)
        self._telling.tell()
        focus_inspector(self.window())

    @Slot()
    def ask_capacity(self) -> None:
        """Ask how much fits into the sprint."""
        popover = self.steps.ask_capacity(self.frame.head.capacity_rect(self))
        if popover is not None:
            popover.closed.connect(self.frame.head.capacity.setFocus)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.chips.set_low(self.height() < theme().px(_LOW))

    @override
    def offered(self) -> Sequence[QAction]:
        is_planned = self.frame.mode.current == PLANNING and self.sprint is not None
        at_cards = self.planning.hands.offered(self) if is_planned else ()
        return (*self.steps.offered(self), *at_cards)

    @override
    def add_record(self) -> bool:
        self.steps.begin()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != SPRINT.name:
            return False
        self.read_now()
        if self._reader.view(key) is not None:
            self._key, self._away = key, ""
            self.frame.chips.show_sprints(self._reader.views, key)
            self.frame.chips.setFocus()
            self._show()
            self._telling.turn_to(cards=False)
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        if wanted in {PLANNING, CHARTS}:
            self.frame.mode.set_current(str(wanted))
            self._turn()

    @override
    def focus_filter(self) -> None:
        if self.frame.mode.current == PLANNING:
            self.planning.focus_filter()

    @override
    def print_out(self) -> None:
        self.steps.report()

    @override
    def state(self) -> Mapping[str, Any]:
        return {
            "sprint": self._key,
            "mode": self.frame.mode.current,
            "planning": dict(self.planning.state()),
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("mode") in {PLANNING, CHARTS}:
            self.frame.mode.set_current(str(state["mode"]))
        self._key = str(state.get("sprint") or "")
        planning = state.get("planning")
        if isinstance(planning, Mapping):
            self.planning.restore(planning)
        self.expire()
