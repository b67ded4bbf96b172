"""What is done with working groups, as steps that can be undone."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.interaction import INTERACTION
from entente.domain.working_group import GROUP_MEMBER
from entente.i18n import _, ngettext
from entente.services import records, working_groups
from entente.services.working_groups import Meeting, Member
from entente.store.session import Session
from entente_ui.formats import number, quoted
from entente_ui.pane import Context
from entente_ui.sprints.community.attendance_model import Cells
from entente_ui.writing import do


class GroupDeeds:
    """Writes who is in a group and who came."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def found(self, name: str) -> str:
        """Found a group and return its key, empty if it was refused."""
        made: list[str] = []
        self._do(
            _("Found a working group"), lambda s: made.append(working_groups.found_group(s, name))
        )
        return made[0] if made else ""

    def add_members(self, group: str, actors: Sequence[str]) -> list[str]:
        """Take actors into a group; return the keys of the members added."""
        made: list[str] = []
        label = ngettext("Add a member", "Add {count} members", len(actors))
        done = self._do(
            label.format(count=number(len(actors))),
            lambda s: made.extend(working_groups.add_members(s, group, actors)),
        )
        if done and not made:
            self._context.toast(_("They are in the group already."), False)
        return made

    def leave(self, members: Sequence[Member], day: dt.date | None) -> None:
        """Note the day members left, or that they did not."""
        words = _("Left the group: {who}") if day else _("Back in the group: {who}")
        label = words.format(who=_named(members))
        keys = [member.id for member in members]
        self._do(label, partial(working_groups.leave, members=keys, day=day), label)

    def remove_members(self, members: Sequence[Member]) -> None:
        """Take members out of the group as if they had never been in it."""

        def action(session: Session) -> None:
            for member in members:
                records.remove(session, GROUP_MEMBER, member.id)

        if members:
            told = _("Taken out of the group: {who}").format(who=_named(members))
            self._do(told, action, told)

    def add_meeting(self, group: str, subject: str, day: dt.date) -> str:
        """Note a meeting and return its key, empty if it was refused."""
        made: list[str] = []
        self._do(
            _("New meeting of the group"),
            lambda s: made.append(working_groups.add_meeting(s, group, subject, day)),
        )
        return made[0] if made else ""

    def remove_meeting(self, meeting: Meeting) -> None:
        """Delete a meeting, and offer to take that back."""
        name = f"{meeting.ref} {quoted(meeting.subject)}"
        self._do(
            _("Delete {record}").format(record=name),
            lambda s: records.remove(s, INTERACTION, meeting.id),
            _("Deleted: {record}").format(record=name),
        )

    def attend(self, cells: Cells, came: bool) -> None:
        """Say that people came to meetings, or did not."""
        words = (
            ngettext("Came to a meeting", "{count} presences noted", len(cells))
            if came
            else ngettext("Did not come to a meeting", "{count} absences noted", len(cells))
        )
        label = words.format(count=number(len(cells)))
        self._do(label, partial(working_groups.attend, cells=cells, came=came))

    def _do(self, label: str, action: Callable[[Session], object], told: str = "") -> bool:
        return do(self._context, label, action, told)


def _named(members: Sequence[Member]) -> str:
    if len(members) == 1:
        return members[0].name
    words = ngettext("{count} member", "{count} members", len(members))
    return words.format(count=number(len(members)))
