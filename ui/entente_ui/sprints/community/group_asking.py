"""What has to be known before a group, a meeting or a member is added: asked beside a button."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from entente.domain.actor import ACTOR
from entente.domain.working_group import GROUP_MEMBER
from entente.i18n import _
from entente.services.working_groups import Group
from entente_ui.kit import Menu, ask_beside, make_action
from entente_ui.registers.picking import pick_beside
from entente_ui.sprints.community.group_deeds import GroupDeeds

if TYPE_CHECKING:
    from entente_ui.sprints.community.group_page import GroupPage


class GroupAsking:
    """Asks, has it written, and shows what came of it."""

    def __init__(self, page: "GroupPage", deeds: GroupDeeds, met: Callable[[str], object]) -> None:
        """Make it.

        Args:
            page: The page of the groups.
            deeds: Writes.
            met: Shows the meeting with this key.
        """
        self._page, self._deeds, self._met = page, deeds, met

    @property
    def _is_written(self) -> bool:
        return not self._page.context.document.is_presenting

    def name(self, beside: QWidget) -> None:
        """Ask what a new group is called."""
        if self._is_written:
            ask_beside(self._page, self._rect(beside), _("What is the group called?"), self._found)

    def meeting(self, group: Group | None, beside: QWidget) -> None:
        """Ask what a meeting of today is about; its day can be changed in the inspector."""
        if group is not None and self._is_written:
            question, rect = _("What is the meeting about?"), self._rect(beside)
            ask_beside(self._page, rect, question, partial(self._meet, group))

    def member(self, group: Group | None, beside: QWidget) -> None:
        """Ask who else is in the group."""
        if group is None or not self._is_written:
            return
        held = {member.actor for member in group.members if member.left_on is None}
        names = self._page.context.document.labels(ACTOR)
        pick_beside(
            self._page,
            self._rect(beside),
            _("Who else is in the group?"),
            GROUP_MEMBER.field("actor_id"),
            {key: name for key, name in names.items() if key not in held},
            lambda actor: self._deeds.add_members(group.id, [actor]),
        )

    def which(self, beside: QWidget) -> None:
        """Offer the other groups, and a new one."""
        page = self._page
        menu = Menu(_("Working groups"), page)
        for group in page.groups:
            words = f"{group.row['ref']} {group.row['name']}"
            menu.addAction(make_action(menu, words, partial(page.show_group, group.id)))
        menu.addSeparator()
        menu.addAction(make_action(menu, _("Found a working group"), page.ask_name, "plus"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def _found(self, name: str) -> None:
        key = self._deeds.found(name)
        if key:
            self._page.show_group(key)

    def _meet(self, group: Group, subject: str) -> None:
        key = self._deeds.add_meeting(group.id, subject, group.today)
        if key:
            self._met(key)

    def _rect(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._page, widget.rect().topLeft()), widget.size())
