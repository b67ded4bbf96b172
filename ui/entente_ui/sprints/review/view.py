"""The tab of the review: a sprint looked back on before the group, and what comes of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine
from entente.domain.records import RecordType
from entente.domain.review import REVIEW_NOTE, TENSION
from entente.domain.sprint import SPRINT, SPRINT_ITEM
from entente.i18n import _, ngettext
from entente.services import reviews
from entente.services.reviews import Column, Review, Said, What
from entente_ui.formats import number
from entente_ui.kit import EmptyState, make_action, spaced
from entente_ui.kit.cards import Looks
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.review.commands import Commands
from entente_ui.sprints.review.deeds import Deeds
from entente_ui.sprints.review.head import ReviewHead
from entente_ui.sprints.review.lanes import WIDE, ReviewLanes
from entente_ui.sprints.review.typed import read_line
from entente_ui.sprints.review.words import COLUMN_LABELS, READERS, counted, entry_words, read_as
from entente_ui.sprints.views import CYCLE

_TYPES: Final[Mapping[What, RecordType]] = {
    What.ITEM: BACKLOG_ITEM,
    What.NOTE: REVIEW_NOTE,
    What.TENSION: TENSION,
    What.ADVICE: ACTIVITY_TYPE,
}
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
            *(BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name, ACTOR.name, ACTIVITY_TYPE.name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._told: Selection | None = None
        self._read = Review()
        self._said: Sequence[Said] = ()
        #: Where each card stood when one came: votes given meanwhile do not move them.
        self._order: dict[tuple[str, str], int] = {}
        self._is_late = False
        self._wanted = ""
        self._viewer = context.document.viewer
        self.head = ReviewHead(self)
        self.lanes = ReviewLanes(
            lambda column, text: read_line(self._read, column, text),
            lambda line: read_as(self._read, line),
            self,
        )
        self._deeds = Deeds(context)
        self.commands = Commands(self, context, self.lanes, self._deeds)
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
        lanes.typed.connect(self._note)
        lanes.voted.connect(lambda key, by: self._deeds.vote(self._of([key]), by))
        lanes.gauged.connect(lambda key, gap: self._deeds.gauge(self._of([key]), gap))
        lanes.dropped.connect(lambda to, keys, _on: self.commands.carrying.put(self._of(keys), to))
        lanes.carried.connect(lambda to: self.commands.carrying.put(lanes.selected, to))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(self._open_menu)
        lanes.released.connect(self._catch_up)
        lanes.celebration.written.connect(self._deeds.celebrate)

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen: nothing is changed then."""
        return self.context.document.is_presenting

    @property
    def found(self) -> Review:
        """What was read."""
        return self._read

    @property
    @override
    def status(self) -> str:
        if self._read.sprint is None:
            return ""
        wanted = self._seek()
        if wanted is None:
            return counted(self._read)
        words = ngettext("{found} of {count} card", "{found} of {count} cards", len(self._said))
        return words.format(found=number(len(wanted)), count=number(len(self._said)))

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
        viewer, wanted = document.viewer, self._wanted
        self._viewer = viewer
        found = self._read = document.read(lambda s: reviews.review(s, wanted, viewer))
        self._deeds.sprint = found.sprint.id if found.sprint else ""
        self._said = self._ordered(found.said)
        rows = sorted(document.table(SPRINT).dicts(), key=lambda r: r["starts_on"], reverse=True)
        sprints = [(row["id"], entry_words(row)) for row in rows]
        self.head.show_review(found, sprints, is_presenting=document.is_presenting)
        self._show()

    def _ordered(self, said: Sequence[Said]) -> Sequence[Said]:
        """Return cards where they stood, new ones at the end; unchanged ones as they were."""
        before = {each.id: each for each in self._said}
        order, last = self._order, len(self._order)
        kept = [before[each.id] if before.get(each.id) == each else each for each in said]
        # Advice stays below what was decided.
        kept.sort(key=lambda each: (each.what is What.ADVICE, order.get(_place(each), last)))
        for each in kept:
            order.setdefault(_place(each), len(order))
        return kept

    @Slot()
    def _show(self) -> None:
        lanes: dict[str, list[Said]] = {column: [] for column in COLUMN_LABELS}
        for each in self._said:
            lanes[each.column].append(each)
        looks = Looks(self._seek(), not self.is_presenting, wide=WIDE)
        self.lanes.show_review(self._read, lanes, looks)
        has_sprint = self._read.sprint is not None
        self.head.setVisible(has_sprint)
        nothing = self._private if self.is_presenting else self.empty
        self._stack.setCurrentWidget(self.lanes if has_sprint else nothing)
        self._tell_selected()
        self.status_changed.emit(self.status)

    def _seek(self) -> frozenset[str] | None:
        return self.lanes.holding(self.head.words.text(), self._said)

    @Slot()
    def _tell_selected(self) -> None:
        some = [each for each in self.lanes.selected if each.key]
        chosen = None
        if some:
            kind = some[0].what
            keys = tuple(dict.fromkeys(each.key for each in some if each.what is kind))
            chosen = Selection(_TYPES[kind], keys)
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)

    @Slot()
    def _catch_up(self) -> None:
        if self._is_late and not self.lanes.is_editing:
            self._is_late = False
            self.expire()

    @Slot(str, object)
    def _note(self, column: str, line: CardLine) -> None:
        key = self._deeds.add(column, line, self.head.chosen_level)
        if key:
            self.lanes.lines[column].taken()
            prefix = {Column.TENSION.value: "tension:", Column.NEXT.value: "next:"}
            self.commands.carrying.show(prefix.get(column, "note:"), [key], takes_focus=False)

    @Slot(str, str)
    def _reword(self, key: str, words: str) -> None:
        for said in self._of([key]):
            if words.strip() and words != said.text:
                self._deeds.reword(said, words)

    def _of(self, keys: Sequence[str]) -> list[Said]:
        wanted = set(keys)
        return [each for each in self._said if each.id in wanted]

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the cards selected."""
        if name == "filter":
            self.focus_filter()
        else:
            self.commands.run(name)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self.commands.menu().popup(at)

    @Slot(str)
    def turn_to(self, key: str) -> None:
        """Look back on another sprint; the one whose review is due if empty."""
        self._wanted = key
        self._order.clear()
        self.expire()

    @Slot()
    def _enter(self) -> None:
        """Go from the filter to the first card that is looked for."""
        wanted = self._seek()
        found = (each.id for each in self._said if wanted is None or each.id in wanted)
        self.lanes.reveal(next(found, ""))

    @Slot()
    def report(self) -> None:
        """Prepare the progress report of the sprint."""
        if self._read.sprint is not None:
            self.context.reveal(paper("progress"), self._read.sprint.id)

    @Slot()
    def draft(self) -> None:
        """Draft the next sprint of what stands under the next cycle, and show it."""
        key = self._deeds.draft()
        if key:
            self.context.reveal(SPRINT.name, key)

    @override
    def offered(self) -> Sequence[QAction]:
        report = make_action(self, _("Progress report"), self.report, "file-text")
        if self._read.sprint is None:
            return []
        if self.is_presenting:
            return [report]
        draft = make_action(self, _("Draft the next sprint"), self.draft, "calendar-plus")
        new = make_action(self, _("Note something of the review"), self.lanes.begin_line, "plus")
        return [new, draft, report]

    @override
    def add_record(self) -> bool:
        if self._read.sprint is None or self.is_presenting:
            return False
        self.lanes.begin_line()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        prefixes = _PREFIXES.get(record_type, ())
        if any(self.lanes.reveal(f"{prefix}{key}") for prefix in prefixes):
            return True
        owner = self._sprint_of(record_type, key)
        if owner is None:
            return False
        self.turn_to(owner)
        self.read_now()
        return any(self.lanes.reveal(f"{prefix}{key}") for prefix in prefixes)

    def _sprint_of(self, record_type: str, key: str) -> str | None:
        """Return the sprint a note or a tension was raised at, None if there is no such."""
        kind = {REVIEW_NOTE.name: REVIEW_NOTE, TENSION.name: TENSION}.get(record_type)
        rows = self.context.document.table(kind).dicts() if kind is not None else []
        return next((row["sprint_id"] or "" for row in rows if row["id"] == key), None)

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
        self._order.clear()
        self.expire()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"sprint": self._wanted, "level": self.head.chosen_level}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if str(state.get("level")) in READERS:
            self.head.level.show_value(str(state["level"]))
        if isinstance(state.get("sprint"), str):
            self.turn_to(state["sprint"])


def _place(said: Said) -> tuple[str, str]:
    """Return what a card is known by in its column: in another one it stands last."""
    return said.column, said.id
