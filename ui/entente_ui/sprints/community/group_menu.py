"""What can be done with a meeting of a group, and with its members."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from entente.i18n import _
from entente.services.working_groups import Group, Meeting, Member
from entente_ui.kit import Menu, make_action
from entente_ui.sprints.community.attendance_table import AttendanceTable
from entente_ui.sprints.community.group_deeds import GroupDeeds


class Page(Protocol):
    """What the menu asks of the page it belongs to."""

    deeds: GroupDeeds

    def run(self, name: str) -> None:
        """Do what is called `name`."""

    def begin_meeting(self) -> None:
        """Ask what a meeting is about."""


def menu_of(
    page: Page, group: Group | None, table: AttendanceTable, members: Sequence[Member]
) -> Menu:
    """Return the menu of what is selected in the matrix.

    Args:
        page: What it belongs to.
        group: The one that is shown.
        table: The matrix.
        members: Those with something selected.
    """
    menu = Menu(_("Working group"), page if isinstance(page, QWidget) else None)
    open_words = _("Show in the inspector")
    menu.addAction(make_action(menu, open_words, partial(page.run, "open"), "layout-sidebar-right"))
    if group is not None and table.attendance.attend is not None:
        meetings = (each for each in group.meetings if each.id == table.meeting)
        _offer(menu, _of_meeting(page, group, table, next(meetings, None)))
        _offer(menu, _of_members(page, group, members))
        menu.addSeparator()
        menu.addAction(make_action(menu, _("New meeting") + "\tN", page.begin_meeting, "plus"))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _of_meeting(
    page: Page, group: Group, table: AttendanceTable, meeting: Meeting | None
) -> list[tuple[str, Callable[[], object]]]:
    if meeting is None:
        return []
    everybody = [(meeting.id, each.actor) for each in group.members if each.is_in(meeting.held_on)]
    return [
        (_("They came, or did not") + "\t" + _("Space"), table.turn_over),
        (_("All members came"), partial(page.deeds.attend, everybody, came=True)),
        (_("No member came"), partial(page.deeds.attend, everybody, came=False)),
        (_("Delete the meeting"), partial(page.deeds.remove_meeting, meeting)),
    ]


def _of_members(
    page: Page, group: Group, members: Sequence[Member]
) -> list[tuple[str, Callable[[], object]]]:
    if not members:
        return []
    has_left = all(member.left_on is not None for member in members)
    words = _("Still in the group") if has_left else _("Left the group today")
    day = None if has_left else group.today
    return [
        (words, partial(page.deeds.leave, members, day)),
        (_("Take out of the group"), partial(page.run, "delete")),
    ]


def _offer(menu: Menu, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
    if choices:
        menu.addSeparator()
    for words, act in choices:
        menu.addAction(make_action(menu, words, act))
