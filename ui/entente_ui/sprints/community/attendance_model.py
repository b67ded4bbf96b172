"""Members down, meetings across: who came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.i18n import _
from entente.services.working_groups import Group, Meeting, Member, Rate
from entente_ui.formats import long_date, number, percent, short_date
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: Meetings by their keys and actors by theirs.
Cells: TypeAlias = Sequence[tuple[str, str]]
_ROOT: Final = QModelIndex()
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
#: Before the meetings stand the name and the rate.
FIRST: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a member, or a guest, who has only a name.

    Attributes:
        actor: Key of who it is.
    """

    actor: str
    name: str
    member: Member | None = None


class AttendanceModel(QAbstractTableModel):
    """Shows who came to which meeting. What is ticked leaves through `attend`.

    Attributes:
        group: What is shown; None for nothing.
        lines: Members, then guests.
        attend: Told cells and whether they came; None where nothing may be changed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.group: Group | None = None
        self.lines: Sequence[Line] = ()
        self.attend: Callable[[Cells, bool], object] | None = None

    def show_group(self, group: Group | None) -> None:
        """Show a group; while members and meetings are the same ones, what is selected stays."""
        lines = _lines(group)
        same = [line.actor for line in lines] == [line.actor for line in self.lines]
        same = same and _meetings(group) == _meetings(self.group)
        if not same:
            self.beginResetModel()
        self.group, self.lines = group, lines
        if not same:
            self.endResetModel()
        elif lines:
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def meeting(self, column: int) -> Meeting | None:
        """Return the meeting of a column, if it has one."""
        if self.group is None or not FIRST <= column < self.columnCount():
            return None
        return self.group.meetings[column - FIRST]

    def came(self, row: int, column: int) -> bool:
        """Return whether somebody came to a meeting."""
        meeting = self.meeting(column)
        return meeting is not None and self.lines[row].actor in meeting.present

    def counts(self, row: int, column: int) -> bool:
        """Return whether somebody was a member on the day of a meeting."""
        meeting, member = self.meeting(column), self.lines[row].member
        return meeting is not None and member is not None and member.is_in(meeting.held_on)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() or self.group is None:
            return 0
        return FIRST + len(self.group.meetings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or self.group is None:
            return None
        meeting = self.meeting(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if section else None
        if meeting is None:
            heads = (_("Member"), _("Presence"))
            return heads[section] if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{short_date(meeting.held_on)}\n{_turnout(self.group.turnout(meeting))}"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                words = _about(meeting, self.group)
                return tooltip_html(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.group is None:
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole if column == 0:
                return tooltip_html(self._who(row))
        return self._look(role, row, column)

    def _look(self, role: int, row: int, column: int) -> Any:  # noqa: ANN401  # what Qt asks for
        match role:
            case Qt.ItemDataRole.TextAlignmentRole if column:
                return _CENTRE
            case Qt.ItemDataRole.ForegroundRole:
                return theme().colour(self._ink(row, column))
            case Qt.ItemDataRole.BackgroundRole if self.came(row, column):
                return theme().colour("good_soft")
        return None

    def _text(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column == 0:
            return line.name
        if column == 1:
            return self._rate(row)
        if self.came(row, column):
            return "✓"
        return "–" if self.counts(row, column) else ""

    def _rate(self, row: int) -> str:
        member = self.lines[row].member
        if member is None or self.group is None:
            return _("guest")
        rate = self.group.rate(member)
        if rate.share is None:
            return ""
        return f"{percent(rate.share)} ({number(rate.times)}/{number(rate.held)})"

    def _ink(self, row: int, column: int) -> str:
        if column >= FIRST:
            return "good" if self.came(row, column) else "faint"
        return "text" if self.lines[row].member else "muted"

    def _who(self, row: int) -> str:
        line = self.lines[row]
        if line.member is None:
            guest = _("guest")
            return f"{line.name} ({guest})"
        since = line.member.joined_on
        parts = [line.name, line.member.role]
        if since is not None:
            parts.append(_("since {day}").format(day=long_date(since)))
        if line.member.left_on is not None:
            parts.append(_("until {day}").format(day=long_date(line.member.left_on)))
        return ", ".join(filter(None, parts))

    def _spoken(self, row: int, column: int) -> str:
        meeting = self.meeting(column)
        if meeting is None:
            return self._who(row) if column == 0 else self._rate(row)
        if self.came(row, column):
            word = _("came")
        else:
            word = _("did not come") if self.counts(row, column) else _("not a member then")
        return f"{self.lines[row].name}, {long_date(meeting.held_on)}, {word}"


def _lines(group: Group | None) -> Sequence[Line]:
    if group is None:
        return ()
    members = [Line(member.actor, member.name, member) for member in group.members]
    guests = [Line(actor, name) for actor, name in (group.guests or {}).items()]
    return (*members, *guests)


def _meetings(group: Group | None) -> Sequence[str]:
    return () if group is None else [meeting.id for meeting in group.meetings]


def _turnout(rate: Rate) -> str:
    return f"{number(rate.times)}/{number(rate.held)}"


def _about(meeting: Meeting, group: Group) -> str:
    rate = group.turnout(meeting)
    came = _("{times} of {held} members came").format(
        times=number(rate.times), held=number(rate.held)
    )
    return f"{meeting.ref} {meeting.subject}, {long_date(meeting.held_on)}, {came}"
