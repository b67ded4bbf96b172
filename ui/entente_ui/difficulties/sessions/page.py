"""The sessions of a difficulty: the list, the one that is open, the one that is led."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.mediation_session import AGENDA_ITEM, MEDIATION_SESSION
from entente.i18n import _, ngettext
from entente.services import agendas, mediation_sessions, records
from entente.store.session import Session
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.difficulties.sessions import calendar_file, deeds
from entente_ui.difficulties.sessions.editor import SessionEditor, Shown
from entente_ui.difficulties.sessions.listing import SessionList
from entente_ui.difficulties.sessions.meter import Meter
from entente_ui.difficulties.sessions.running import RunPanel
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    make_action,
    sized,
    spaced,
)
from entente_ui.pane import Context, paper

_EDITOR, _RUNNING, _EMPTY, _PRIVATE = range(4)
_KINDS: Final = MEDIATION_SESSION.field("kind").choices or {}


class SessionsPage(DifficultyPage):
    """Plan sessions, lead them, note what came out.

    Attributes:
        list: The sessions of the difficulty.
        editor: The one that is open.
        running: The one that is led.
    """

    name: ClassVar[str] = "sessions"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._difficulty = ""
        self._rows: Sequence[Mapping[str, Any]] = ()
        self._kept: Mapping[str, Any] = {}
        self._meter = Meter.of(context.document)
        self._summary = PlainLabel("", "muted", self)
        self._plan = PrimaryButton(
            _("Plan a session"), self.offer_plans, self, icon_name="calendar-plus"
        )
        self._export = QuietButton(
            _("For the calendar…"), self._export_all, self, icon_name="file-export"
        )
        self.list = SessionList(self)
        self.editor = SessionEditor(context, self)
        self.running = RunPanel(context, self)
        self._head = QWidget(self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QWidget(self)
        whole = spaced(QVBoxLayout(inside), (20, 12, 20, 24), 12)
        head = spaced(QVBoxLayout(self._head), 0, 8)
        line = spaced(FlowLayout(), 0, 8)
        line.addWidget(self._plan)
        line.addWidget(self._export)
        line.addWidget(self._summary)
        head.addLayout(line)
        head.addWidget(self.list)
        whole.addWidget(self._head)
        whole.addWidget(self.editor)
        whole.addStretch(1)
        sized(self._summary, height=34)
        self._stack.addWidget(ScrollArea(inside, self, name=_("Session")))
        self._stack.addWidget(ScrollArea(self.running, self, name=_("Running session")))
        self._stack.addWidget(
            EmptyState(
                "difficulties",
                _("No session is planned."),
                _("Plan a session"),
                self.offer_plans,
                self,
                hint=_("Parties are invited by themselves; a proposed agenda is a good start."),
            )
        )
        self._stack.addWidget(
            EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        )
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_current)
        self.list.run_asked.connect(lambda _key: self.run())
        self.list.remove_asked.connect(lambda _key: self.remove())
        self.editor.run_asked.connect(self.run)
        self.editor.copy_asked.connect(self.duplicate)
        self.editor.remove_asked.connect(self.remove)
        self.editor.calendar_asked.connect(self._export_one)
        self.editor.minutes_asked.connect(self.prepare_minutes)
        self.running.left.connect(self._show_current)

    @override
    def show_difficulty(self, key: str) -> None:
        wanted = self._meter.session if key != self._difficulty else ""
        self._difficulty = key
        kept, self._kept = self._kept, {}
        self._read(wanted or str(kept.get("session", "")))
        self._lead_again(kept.get("led"))

    def _read(self, wanted: str = "") -> None:
        document = self.context.document
        viewer = document.viewer
        self._rows = document.read(
            lambda s: mediation_sessions.of_difficulty(s, self._difficulty, viewer)
        )
        self.list.blockSignals(True)  # it is shown below, once
        self.list.show_rows(self._rows, wanted)
        self.list.blockSignals(False)
        self._plan.setVisible(not document.is_presenting)
        self._export.setVisible(not document.is_presenting and bool(self._rows))
        held = sum(row["status"] == "held" for row in self._rows)
        planned = sum(row["status"] == "planned" for row in self._rows)
        words = (
            ngettext("{count} planned", "{count} planned", planned),
            ngettext("{count} held", "{count} held", held),
        )
        counts = zip(words, (planned, held), strict=True)
        text = " · ".join(word.format(count=number(count)) for word, count in counts)
        self._summary.setText(text if self._rows else "")
        self.status_changed.emit(text if self._rows else "")
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        document = self.context.document
        row = next((row for row in self._rows if row["id"] == self.list.key), None)
        if row is None:
            self._stack.setCurrentIndex(_PRIVATE if document.is_presenting else _EMPTY)
            return
        actors = document.labels(ACTOR)
        shown = document.read(partial(self._gather, row=row, actors=actors))
        if self._is_led(row):
            self._stack.setCurrentIndex(_RUNNING)
            self.running.show_session(row, shown.people, shown.agenda)
        else:
            self._stack.setCurrentIndex(_EDITOR)
            self.editor.show_session(shown, read_only=document.is_presenting)

    def _is_led(self, row: Mapping[str, Any]) -> bool:
        return row["id"] == self._meter.session and not self.context.document.is_presenting

    def _gather(self, session: Session, row: Mapping[str, Any], actors: Mapping[str, str]) -> Shown:
        viewer = self.context.document.viewer
        return Shown(
            row,
            mediation_sessions.agenda(session, row["id"], viewer),
            mediation_sessions.attendees(session, row["id"], viewer),
            actors,
        )

    def offer_plans(self) -> None:
        """Open the menu of sessions to plan."""
        if self.context.document.is_presenting:
            return
        menu = Menu("", self)
        for each in agendas.proposals():
            action = menu.addAction(each.title)
            action.triggered.connect(partial(self.plan, each.kind, each.name))
        menu.addSeparator()
        for kind, label in _KINDS.items():
            words = _("Without an agenda: {kind}").format(kind=_(label))
            menu.addAction(words).triggered.connect(partial(self.plan, kind, ""))
        menu.aboutToHide.connect(menu.deleteLater)
        if self._plan.isVisible():
            menu.popup(self._plan.mapToGlobal(self._plan.rect().bottomLeft()))
        else:
            menu.popup(self._stack.mapToGlobal(self._stack.rect().center()))

    def plan(self, kind: str, proposed: str, _on: bool = False) -> None:
        """Plan a session with the parties invited, and open it."""
        key, problem = deeds.plan(self.context.document, self._difficulty, kind, proposed)
        self._open_new(key, problem)

    @Slot()
    def duplicate(self) -> None:
        """Plan another session like the one that is open."""
        self._open_new(*deeds.duplicate(self.context.document, self.list.key))

    def _open_new(self, key: str, problem: str) -> None:
        if self.context.taken(problem):
            self._read(key)
            self.editor.begin_new()

    @Slot()
    def remove(self) -> None:
        """Take the session that is open away; undo brings it back."""
        key = self.list.key
        if not key or self.context.document.is_presenting:
            return
        if key == self._meter.session:
            self._meter.end()
        if self.context.taken(deeds.remove(self.context.document, MEDIATION_SESSION, [key])):
            self.context.toast(_("The session is deleted."), True)

    @Slot()
    def run(self) -> None:
        """Lead the session that is open: measure who speaks, follow the agenda."""
        row = next((row for row in self._rows if row["id"] == self.list.key), None)
        if row is None or self.context.document.is_presenting:
            return
        if row["held_on"] is None:
            # What is noted meanwhile is then noted in this session.
            today = self.context.document.read(lambda s: s.today)
            values = {"held_on": today}
            self.context.taken(deeds.change(self.context.document, row["id"], values))
        self._meter.begin(row["id"], row["ref"])
        self._show_current()
        self.running.setFocus()

    @Slot()
    def prepare_minutes(self) -> None:
        """Go to the documents with the minutes of the session that is open chosen."""
        if self.list.key:
            self.context.reveal(paper("minutes"), self.list.key)

    def _export_one(self) -> None:
        calendar_file.export(self.context, [self.list.key], self.window())

    def _export_all(self) -> None:
        calendar_file.export(self.context, None, self.window())

    @override
    def focus_on(self, record_type: str, key: str) -> None:
        owner = self.context.document.read(partial(_session_of, record_type=record_type, key=key))
        self.list.choose(owner)
        if record_type == AGENDA_ITEM.name:
            self.editor.agenda.focus_on(key)

    @override
    def take_actors(self, keys: Sequence[str]) -> bool:
        if not self.list.key or self.context.document.is_presenting:
            return False
        self.editor.attendance.invite(keys)
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        commands = [make_action(self, _("Plan a session"), self.offer_plans, "calendar-plus")]
        if self.list.key:
            commands += [
                make_action(self, _("Lead the session"), self.run, "player-play"),
                make_action(self, _("Prepare the minutes"), self.prepare_minutes, "file-text"),
                make_action(self, _("Planned sessions for the calendar"), self._export_all),
            ]
        return commands

    @override
    def state(self) -> Mapping[str, Any]:
        if self._kept:
            return self._kept
        state: dict[str, Any] = {"session": self.list.key}
        if self._meter.session:
            state["led"] = {"session": self._meter.session, "taken": dict(self._meter.taken())}
        return state

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._kept = state  # nothing is shown yet

    def _lead_again(self, led: object) -> None:
        """Go on leading the session that was led before the mission was left."""
        if not isinstance(led, Mapping) or self._meter.session:
            return
        key, taken = str(led.get("session", "")), led.get("taken")
        row = next((row for row in self._rows if row["id"] == key), None)
        if row is None or not isinstance(taken, Mapping):
            return
        known = {str(item): spent for item, spent in taken.items() if isinstance(spent, int)}
        self._meter.begin(key, row["ref"], known)
        self._show_current()


def _session_of(session: Session, record_type: str, key: str) -> str:
    """Return the session that a record is or belongs to."""
    if record_type in {"", MEDIATION_SESSION.name}:
        return key
    return str(records.get(session, RECORD_TYPES[record_type], key)["session_id"])
