"""The tab of the review: a sprint looked back on before the group, and what comes of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.review import OBSERVATION, REVIEW_NOTE, SANDBOX, TENSION
from entente.domain.sprint import SPRINT, SPRINT_ITEM
from entente.i18n import _, ngettext
from entente.services.reviews import Review, Said
from entente_ui.formats import number
from entente_ui.kit import EmptyState, make_action, spaced
from entente_ui.kit.cards import Looks
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.review.commands import Commands
from entente_ui.sprints.review.deeds import Deeds
from entente_ui.sprints.review.head import ReviewHead
from entente_ui.sprints.review.lanes import WIDE, ReviewLanes
from entente_ui.sprints.review.reading import Reader
from entente_ui.sprints.review.typed import read_line
from entente_ui.sprints.review.words import COLUMN_LABELS, READERS, counted, read_as
from entente_ui.sprints.views import CYCLE

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

_PREFIXES: Final = {
    REVIEW_NOTE.name: ("note:",),
    TENSION.name: ("tension:",),
    BACKLOG_ITEM.name: ("shipped:", "next:"),
}


class ReviewView(ReadingView):
    """What was shipped, liked and not, what is tense, and what the next cycle begins with.

    Attributes:
        head: Of which sprint, who will read it, what is made of it.
        lanes: The cards.
        commands: What can be done to those selected.
        empty: What is shown while there is no sprint.
    """

    name = "review"
    tables = frozenset(
        {
            *(REVIEW_NOTE.name, TENSION.name, SPRINT.name, SPRINT_ITEM.name),
            *(SANDBOX.name, OBSERVATION.name),
            *(BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name, ACTOR.name, ACTIVITY_TYPE.name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._told: Selection | None = None
        self._reader = Reader(context.document)
        self._is_late = False
        self._viewer = context.document.viewer
        self.head = ReviewHead(self)
        self.lanes = ReviewLanes(
            lambda column, text: read_line(self.found, column, text),
            lambda line: read_as(self.found, line),
            self,
        )
        self._deeds = Deeds(context)
        self.commands = Commands(self, self._reader, self.lanes, self._deeds)
        self.empty = EmptyState(
            "welcome",
            _("There is no sprint to look back on yet."),
            _("Plan a sprint"),
            lambda: self.view_wanted.emit(CYCLE, None),
            self,
            hint=_("A review is held at the end of a sprint: what it brought, and what is next."),
        )
        self._private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._stack = QStackedWidget(self)
        for page in (self.lanes, self.empty, self._private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        head, lanes = self.head, self.lanes
        head.turned.connect(self.turn_to)
        head.searched.connect(self._show)
        head.words.left_downwards.connect(self._enter)
        head.reported.connect(self.report)
        head.drafted.connect(self.draft)
        lanes.chosen.connect(self._tell_selected)
        lanes.asked.connect(self.run)
        lanes.released.connect(self._catch_up)
        self.commands.listen()

    @override
    def _on_changed(self, change_set: "ChangeSet") -> None:
        self._reader.take_note(change_set.tables)
        super()._on_changed(change_set)

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen: nothing is changed then."""
        return self.context.document.is_presenting

    @property
    def found(self) -> Review:
        """What was read."""
        return self._reader.found

    @property
    @override
    def status(self) -> str:
        if self.found.sprint is None:
            return ""
        wanted = self._seek()
        if wanted is None:
            return counted(self.found)
        words = ngettext(
            "{found} of {count} card", "{found} of {count} cards", len(self._reader.said)
        )
        return words.format(found=number(len(wanted)), count=number(len(self._reader.said)))

    @override
    def refresh(self) -> None:
        document = self.context.document
        if document.viewer != self._viewer:
            self.lanes.finish_edit()
            self.head.words.clear()
        elif self.lanes.is_editing:
            # The columns would take away what is being typed.
            self._is_late = True
            return
        self._viewer = document.viewer
        self._reader.read()
        found = self.found
        self._deeds.sprint = found.sprint.id if found.sprint else ""
        self.head.show_review(found, self._reader.sprints, is_presenting=document.is_presenting)
        self._show()

    @Slot()
    def _show(self) -> None:
        lanes: dict[str, list[Said]] = {column: [] for column in COLUMN_LABELS}
        for each in self._reader.said:
            lanes[each.column].append(each)
        looks = Looks(self._seek(), not self.is_presenting, wide=WIDE)
        self.lanes.show_review(self.found, lanes, looks)
        has_sprint = self.found.sprint is not None
        self.head.setVisible(has_sprint)
        nothing = self._private if self.is_presenting else self.empty
        self._stack.setCurrentWidget(self.lanes if has_sprint else nothing)
        self._tell_selected()
        self.status_changed.emit(self.status)

    def _seek(self) -> frozenset[str] | None:
        return self.lanes.holding(self.head.words.text(), self._reader.said)

    @Slot()
    def _tell_selected(self) -> None:
        chosen = self.commands.selection
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.lanes.is_editing:
            self._is_late = False
            self.expire()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the cards selected."""
        if name == "filter":
            self.focus_filter()
        else:
            self.commands.run(name)

    @Slot(str)
    def turn_to(self, key: str) -> None:
        """Look back on another sprint; the one whose review is due if empty."""
        self._reader.turn_to(key)
        self.expire()

    @Slot()
    def _enter(self) -> None:
        """Go from the filter to the first card that is looked for."""
        wanted = self._seek()
        found = (each.id for each in self._reader.said if wanted is None or each.id in wanted)
        self.lanes.reveal(next(found, ""))

    @Slot()
    def report(self) -> None:
        """Prepare the progress report of the sprint."""
        if self.found.sprint is not None:
            self.context.reveal(paper("progress"), self.found.sprint.id)

    @Slot()
    def draft(self) -> None:
        """Draft the next sprint of what stands under the next cycle, and show it."""
        key = self._deeds.draft()
        if key:
            self.context.reveal(SPRINT.name, key)

    @override
    def offered(self) -> Sequence[QAction]:
        report = make_action(self, _("Progress report"), self.report, "file-text")
        if self.found.sprint is None:
            return []
        if self.is_presenting:
            return [report]
        draft = make_action(self, _("Draft the next sprint"), self.draft, "calendar-plus")
        new = make_action(self, _("Note something of the review"), self.lanes.begin_line, "plus")
        return [new, draft, report]

    @override
    def add_record(self) -> bool:
        if self.found.sprint is None or self.is_presenting:
            return False
        self.lanes.begin_line()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        prefixes = _PREFIXES.get(record_type, ())
        if any(self.lanes.reveal(f"{prefix}{key}") for prefix in prefixes):
            return True
        owner = self._reader.sprint_of(record_type, key)
        if owner is None:
            return False
        self.turn_to(owner)
        self.read_now()
        return any(self.lanes.reveal(f"{prefix}{key}") for prefix in prefixes)

    @override
    def show_wanted(self, wanted: object) -> None:
        if isinstance(wanted, str):
            self.turn_to(wanted)

    @override
    def focus_filter(self) -> None:
        self.head.words.setFocus()
        self.head.words.selectAll()

    @override
    def print_out(self) -> None:
        self.report()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Who comes back finds the most wanted above.
        self._reader.forget_order()
        self.expire()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"sprint": self._reader.wanted, "level": self.head.chosen_level}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if str(state.get("level")) in READERS:
            self.head.level.show_value(str(state["level"]))
        if isinstance(state.get("sprint"), str):
            self.turn_to(state["sprint"])
