"""One session: when, where and in which part; its agenda, its people, what came out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.records import LEVEL_FIELD, Field
from entente.domain.sessions_plan import parse_time
from entente.errors import InvalidValueError
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente.services.mediation_sessions import Attendee
from entente_ui.difficulties.sessions import deeds
from entente_ui.difficulties.sessions.agenda import AgendaPart
from entente_ui.difficulties.sessions.attendance import AttendancePart
from entente_ui.formats import number
from entente_ui.kit import (
    FlowLayout,
    IconButton,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.typed import read_typed

#: Names of the small fields and how wide they are, px at 100 %.
_SMALL: Final = {
    "held_on": 152,
    "starts_at": 84,
    "minutes": 84,
    "kind": 120,
    "place": 150,
    "hat": 150,
    "status": 110,
    LEVEL_FIELD: 110,
}
_TIME: Final = "starts_at"


@dataclass(frozen=True, slots=True)
class Shown:
    """All there is to show of a session.

    Attributes:
        row: Its values.
        agenda: Its items in their order.
        people: Who is expected.
        actors: Names of all actors, by key.
    """

    row: Mapping[str, Any]
    agenda: Sequence[Mapping[str, Any]]
    people: Sequence[Attendee]
    actors: Mapping[str, str]


class SessionEditor(QWidget):
    """Everything about one session, edited where it stands.

    Signals:
        run_asked: Emitted when the session is to be led.
        copy_asked: Emitted when another one like it is to be planned.
        calendar_asked: Emitted when it is to go into a calendar.
        minutes_asked: Emitted when its minutes are to be prepared.
        remove_asked: Emitted when it is to be taken away.

    Attributes:
        boxes: Its fields by name.
        agenda: Its items.
        attendance: Its people.
    """

    run_asked = Signal()
    copy_asked = Signal()
    calendar_asked = Signal()
    minutes_asked = Signal()
    remove_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self.boxes: dict[str, FieldBox] = {}
        self.agenda = AgendaPart(context, self)
        self.attendance = AttendancePart(context, self)
        self._open = PlainLabel("", "muted", self, wrap=True)
        self._actions = QWidget(self)
        self._run = PrimaryButton(
            _("Lead the session"),
            self.run_asked.emit,
            self,
            icon_name="player-play",
            tip=_("Measure speaking times and follow the agenda"),
        )
        self._hold = SecondaryButton(_("Mark as held"), self._mark_held, self, icon_name="check")
        self._build()

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 16)
        layout.addWidget(self._action_row())
        layout.addWidget(self._box("title"))
        fields = spaced(FlowLayout(), 0, 10)
        for name, width in _SMALL.items():
            box = self._box(name)
            sized(box, width=width)
            fields.addWidget(box)
        layout.addLayout(fields)
        layout.addWidget(self.agenda)
        layout.addWidget(self.attendance)
        layout.addWidget(self._open)
        layout.addWidget(self._box("outcome", "outcome_level"))
        layout.addWidget(self._box("notes"))

    def _action_row(self) -> QWidget:
        row = spaced(FlowLayout(self._actions), 0, 8)
        row.addWidget(self._run)
        row.addWidget(self._hold)
        for words, icon_name, signal in (
            (_("Prepare the minutes"), "file-text", self.minutes_asked),
            (_("For the calendar…"), "calendar-plus", self.calendar_asked),
            (_("Duplicate"), "copy", self.copy_asked),
        ):
            row.addWidget(SecondaryButton(words, signal.emit, self, icon_name=icon_name))
        row.addWidget(IconButton("trash", _("Delete the session"), self.remove_asked.emit, self))
        return self._actions

    def _box(self, name: str, level: str = "") -> FieldBox:
        field = MEDIATION_SESSION.field(name)
        box = FieldBox(field, MEDIATION_SESSION.field(level) if level else None, self)
        box.committed.connect(partial(self._commit, box))
        if name == _TIME:
            box.explain(_("14:00"))
        self.boxes[name] = box
        return box

    def show_session(self, shown: Shown, *, read_only: bool) -> None:
        """Show a session, or what changed in it; what is being typed stays."""
        row = shown.row
        if row["id"] != self._key:
            for box in self.boxes.values():
                box.give_up()
        self._key = row["id"]
        for name, box in self.boxes.items():
            level = row[box.field.level_field] if box.field.level_field else None
            box.show_value(row[name], level)
            box.set_read_only(read_only)
        self.boxes["notes"].setVisible(not read_only)
        self._actions.setVisible(not read_only)
        for button in (self._run, self._hold):
            button.setVisible(row["status"] == "planned")
        self.agenda.show_agenda(row, shown.agenda, read_only=read_only)
        self.attendance.show_people(row["id"], shown.people, shown.actors, read_only=read_only)
        unsaid = sum(one.presence == "invited" for one in shown.people)
        words = ngettext(
            "The session was held: of {count} person it is not said whether they came.",
            "The session was held: of {count} persons it is not said whether they came.",
            unsaid,
        )
        self._open.setText(words.format(count=number(unsaid)))
        self._open.setVisible(row["status"] == "held" and bool(unsaid) and not read_only)

    def begin_new(self) -> None:
        """Put the cursor over the title of a session just planned."""
        title = self.boxes["title"].input
        title.setFocus()
        if isinstance(title, QLineEdit):
            title.selectAll()

    def _mark_held(self) -> None:
        self._context.taken(deeds.hold(self._context.document, self._key))

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        try:
            value = read_typed(field, typed, {})
            if field.name == _TIME and value:
                value = parse_time(str(value))
        except InvalidValueError as error:
            box.refuse(sentence(error))
            return
        problem = deeds.change(self._context.document, self._key, {field.name: value})
        if problem:
            box.refuse(problem)
        else:
            box.forgive()
