"""Who is expected at a session, and who came."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.mediation_session import ATTENDANCE
from entente.i18n import _
from entente.services.mediation_sessions import Attendee
from entente_ui.difficulties.sessions import deeds
from entente_ui.difficulties.sessions.attendance_model import PRESENCES, PeopleColumn, PeopleModel
from entente_ui.difficulties.sessions.layout import TallTable
from entente_ui.kit import (
    FlowLayout,
    PlainLabel,
    headline,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers.choices import ReferenceInput

_WIDTHS: Final = {
    PeopleColumn.PRESENT: 76,
    PeopleColumn.ABSENT: 76,
    PeopleColumn.EXCUSED: 76,
    PeopleColumn.SPOKEN: 72,
}
#: P, A, E and I are the first letters in both languages.
_KEYS: Final = {
    Qt.Key.Key_P: "present",
    Qt.Key.Key_A: "absent",
    Qt.Key.Key_E: "excused",
    Qt.Key.Key_I: "invited",
}


class PeopleTable(TallTable):
    """The people; a click on a circle or a letter says whether they came.

    Signals:
        noted: Emitted with records of attendance and what they say now.
        dropped: Emitted with records of attendance to take away.
    """

    noted = Signal(list, str)
    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.people = PeopleModel()
        super().__init__(self.people, _("Attendance"), _WIDTHS, PeopleColumn.NAME, parent)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        presence = PRESENCES.get(PeopleColumn(index.column()))
        if presence is None:
            return
        one = self.people.row_at(index)
        # Once more takes it back: then nobody knows yet.
        self.noted.emit([one.id], "invited" if one.presence == presence else presence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        presence = _KEYS.get(Qt.Key(event.key()))
        plain = not event.modifiers()
        if presence and plain and self.keys:
            self.noted.emit(self.keys, presence)
        elif event.key() == Qt.Key.Key_Delete and self.keys:
            self.dropped.emit(self.keys)
        else:
            super().keyPressEvent(event)


class AttendancePart(QWidget):
    """Who is expected, with a line to add others.

    Attributes:
        table: The people.
        more: Where others are chosen.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = ""
        self.table = PeopleTable(self)
        self.more = ReferenceInput(ATTENDANCE.field("actor_id"), {}, self)
        self.more.setAccessibleName(_("Add somebody"))
        self._labels: Mapping[str, str] = {}
        sized(self.more, width=240)
        self._hint = PlainLabel(
            _("P present, A absent, E excused, I invited; Delete takes somebody off the list."),
            "small",
            self,
            wrap=True,
        )
        self._empty = PlainLabel(_("Nobody is expected yet."), "muted", self)
        head = spaced(FlowLayout(), 0, 8)
        head.addWidget(headline(_("Attendance"), self))
        head.addWidget(self.more)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addWidget(self.table)
        layout.addWidget(self._hint)
        self.more.committed.connect(self._invite)
        self.table.noted.connect(self._note)
        self.table.dropped.connect(self._drop)

    def show_people(
        self,
        session: str,
        people: Sequence[Attendee],
        labels: Mapping[str, str],
        *,
        read_only: bool,
    ) -> None:
        """Show who is expected at a session.

        Args:
            session: Its key.
            people: Who is expected.
            labels: Names of all actors, by key.
            read_only: Whether nothing may be changed, because others look on.
        """
        self._session = session
        self.table.people.show_rows(people)
        self.table.setColumnHidden(
            PeopleColumn.SPOKEN, read_only or not any(one.spoken for one in people)
        )
        self.table.setEnabled(not read_only)
        self.table.fit()
        expected = {one.actor_id for one in people}
        offered = {key: name for key, name in labels.items() if key not in expected}
        if offered != self._labels or not self.more.hasFocus():
            self._labels = offered
            self.more.offer_later(lambda: self._labels)
            self.more.show_several(_("Add somebody…"))
        for widget, is_shown in (
            (self.table, bool(people)),
            (self._hint, bool(people) and not read_only),
            (self._empty, not people),
            (self.more, not read_only),
        ):
            widget.setVisible(is_shown)

    def invite(self, actors: Sequence[str]) -> None:
        """Expect these actors as well."""
        self._context.taken(deeds.invite(self._context.document, self._session, actors))

    @Slot()
    def _invite(self) -> None:
        typed = str(self.more.typed())
        if typed in self._labels:
            self.invite([typed])
        elif typed:
            self._context.toast(_("Nobody of that name is in the mission."), False)

    def _note(self, attendance: Sequence[str], presence: str) -> None:
        self._context.taken(deeds.note_presence(self._context.document, attendance, presence))

    def _drop(self, attendance: Sequence[str]) -> None:
        self._context.taken(deeds.remove(self._context.document, ATTENDANCE, attendance))
