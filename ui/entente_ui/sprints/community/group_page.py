"""A working group: who came to which meeting, and what its members would like to see."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.working_group import GROUP_MEMBER, WORKING_GROUP
from entente.i18n import _, ngettext
from entente.services import working_groups
from entente.services.working_groups import Group, Member
from entente_ui.formats import number, percent
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    Segments,
    make_action,
    spaced,
)
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.community.attendance_table import AttendanceTable
from entente_ui.sprints.community.group_asking import GroupAsking
from entente_ui.sprints.community.group_deeds import GroupDeeds
from entente_ui.sprints.community.group_menu import menu_of
from entente_ui.sprints.community.members_panel import MembersPanel

MATRIX: Final = "matrix"
MEMBERS: Final = "members"


class GroupPage(ReadingView):
    """One working group at a time.

    Attributes:
        groups: All of them, as they were read.
        mode: Says whether the matrix or the members are shown.
        table: Who came.
        members: The members and their visions; made when first looked at.
        figures: How often members come.
        deeds: Writes.
    """

    name = "group"
    tables = frozenset(
        {WORKING_GROUP.name, GROUP_MEMBER.name, INTERACTION.name, PRESENCE.name, ACTOR.name}
    )
    # The cell that was pressed is not taken away under the mouse.
    pause = 0

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.groups: tuple[Group, ...] = ()
        self._key = ""
        self._told: Selection | None = None
        self.deeds = GroupDeeds(context)
        self._asking = GroupAsking(self, self.deeds, self._show_meeting)
        self.mode = Segments(
            [(MATRIX, _("Who came")), (MEMBERS, _("Members and visions"))], MATRIX, self
        )
        self.mode.setAccessibleName(_("Working group"))
        self.table = AttendanceTable(self)
        self.members: MembersPanel | None = None
        self.figures = PlainLabel("", "body", self)
        self._title = PlainLabel("", "section", self)
        self._purpose = PlainLabel("", "small", self, wrap=True)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.mode)
        self._meet = PrimaryButton(_("New meeting"), self.begin_meeting, self, icon_name="plus")
        self._join = SecondaryButton(_("Add a member"), self.ask_member, self)
        self._another = SecondaryButton(_("Another group…"), self._offer_groups, self)
        self._writing = (self._meet, self._join, self._another)
        for button in self._writing:
            bar.addWidget(button)
        line = spaced(FlowLayout(), 0, 12)
        line.addWidget(self._title)
        line.addWidget(self.figures)
        self._empty = EmptyState(
            "actors",
            _("No working group yet."),
            _("Found a working group"),
            self.ask_name,
            self,
            hint=_("People who prepare what is decided, each with a vision of their own."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self.table, self._empty, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(bar)
        layout.addLayout(line)
        layout.addWidget(self._purpose)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        table = self.table
        self.mode.chosen.connect(self._turn)
        table.chosen.connect(self._tell)
        table.headed.connect(lambda key: self._emit(Selection(INTERACTION, (key,))))
        table.asked.connect(self.run)
        table.joined.connect(self._join_all)
        table.menu_wanted.connect(lambda at: self.make_menu().popup(at))

    @property
    def group(self) -> Group | None:
        """The group one is at; None where there is none."""
        found = (group for group in self.groups if group.id == self._key)
        return next(found, self.groups[0] if self.groups else None)

    @property
    @override
    def status(self) -> str:
        group = self.group
        if group is None:
            return ""
        count = len(group.members)
        return ngettext("{count} member", "{count} members", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, is_written = document.viewer, not document.is_presenting
        self.groups = document.read(lambda s: working_groups.overview(s, viewer))
        group = self.group
        self.table.attendance.attend = self.deeds.attend if is_written else None
        self.table.attendance.show_group(group)
        self.table.fit()
        self._title.setText(f"{group.row['ref']} {group.row['name']}" if group else "")
        self._purpose.setText(str(group.row["purpose"] or "") if group else "")
        self._purpose.setVisible(bool(self._purpose.text()))
        self.figures.setText(_figures(group))
        for button in self._writing:
            button.setVisible(is_written and group is not None)
        self.mode.setVisible(group is not None)
        if self.members is not None:
            self.members.show_group(group)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        """Show what is asked for, or that there is nothing."""
        if self.group is None:
            self._stack.setCurrentIndex(2 if self.context.document.is_presenting else 1)
        elif self.mode.current == MEMBERS:
            self._stack.setCurrentWidget(self._panel())
        else:
            self._stack.setCurrentWidget(self.table)
        self._tell()

    def _panel(self) -> MembersPanel:
        if self.members is None:
            self.members = MembersPanel(self.context, self)
            self.members.selected.connect(self._emit)
            self._stack.addWidget(self.members)
            self.members.show_group(self.group)
        return self.members

    @override
    def add_record(self) -> bool:
        if self.group is None:
            self.ask_name()
        else:
            self.begin_meeting()
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        if self.context.document.is_presenting:
            return ()
        offered = [make_action(self, _("Found a working group"), self.ask_name, "users-group")]
        if self.group is not None:
            offered.append(make_action(self, _("New meeting"), self.begin_meeting, "plus"))
            offered.append(make_action(self, _("Add a member"), self.ask_member))
        return offered

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        if record_type == WORKING_GROUP.name and any(group.id == key for group in self.groups):
            self.show_group(key)
            self._emit(Selection(WORKING_GROUP, (key,)))
            return True
        for group in self.groups:
            if any(member.id == key for member in group.members):
                self.show_group(group.id)
                self.mode.set_current(MEMBERS)
                self._turn()
                self._panel().register.reveal(key)
                return True
        return False

    def show_group(self, key: str) -> None:
        """Turn to a group."""
        self._key = key
        self.refresh()

    @override
    def focus_filter(self) -> None:
        if self.mode.current == MEMBERS:
            self._panel().register.focus_filter()
        else:
            self.table.setFocus()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"mode": self.mode.current, "group": self._key}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._key = str(state.get("group", ""))
        if state.get("mode") in {MATRIX, MEMBERS}:
            self.mode.set_current(str(state["mode"]))
        self.refresh()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name`."""
        match name:
            case "open":
                focus_inspector(self.window())
            case "new":
                self.begin_meeting()
            case "delete":
                self.deeds.remove_members(self._picked())

    def ask_name(self) -> None:
        """Ask what a new group is called."""
        self._asking.name(self._another if self._another.isVisible() else self._empty)

    @Slot()
    def begin_meeting(self) -> None:
        """Ask what a meeting of today is about."""
        self._asking.meeting(self.group, self._meet)

    @Slot()
    def _offer_groups(self) -> None:
        self._asking.which(self._another)

    def _show_meeting(self, key: str) -> None:
        self.refresh()
        self.mode.set_current(MATRIX)
        self._turn()
        self._emit(Selection(INTERACTION, (key,)))

    @Slot()
    def ask_member(self) -> None:
        """Ask who else is in the group."""
        self._asking.member(self.group, self._join)

    @Slot(list)
    def _join_all(self, actors: list[str]) -> None:
        group, known = self.group, self.context.document.labels(ACTOR)
        mine = [actor for actor in actors if actor in known]
        if group is not None and mine:
            self.deeds.add_members(group.id, mine)

    def make_menu(self) -> Menu:
        """Return what can be done with the meeting or the members selected."""
        return menu_of(self, self.group, self.table, self._picked())

    def _picked(self) -> list[Member]:
        """Return the members with something selected."""
        lines = self.table.attendance.lines
        found = (lines[row].member for row in self.table.rows)
        return [member for member in found if member is not None]

    @Slot()
    def _tell(self) -> None:
        if self.mode.current == MEMBERS:
            self._emit(self.members.selection if self.members is not None else None)
            return
        keys = tuple(member.id for member in self._picked())
        if keys:
            self._emit(Selection(GROUP_MEMBER, keys))

    @Slot(object)
    def _emit(self, chosen: Selection | None) -> None:
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)


def _figures(group: Group | None) -> str:
    """Return how often members come, in words."""
    if group is None:
        return ""
    count = len(group.meetings)
    held = ngettext("{count} meeting", "{count} meetings", count).format(count=number(count))
    share = group.overall.share
    if share is None:
        return held
    return _("{meetings}, {share} of the members present").format(
        meetings=held, share=percent(share)
    )
