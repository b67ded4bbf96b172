"""What is done to a sprint as a whole: begun, filled up to, closed, opened again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from entente.domain.sprint import SPRINT
from entente.i18n import _
from entente.services.sprints import SprintState, SprintView
from entente_ui.kit import Menu, Popover, make_action, with_keys
from entente_ui.pane import Context, paper
from entente_ui.sprints.board.asking import ValuePopover
from entente_ui.sprints.cycle.closing import CloseDialog
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.new_sprint import NewSprintDialog


class Steps(QObject):
    """Asks what has to be known, and does it.

    Signals:
        come_to: Emitted with the key of a sprint that is to be looked at from now on.
        opened: Emitted when the sprint is to be shown in the inspector.
    """

    come_to = Signal(str)
    opened = Signal()

    def __init__(
        self,
        owner: QWidget,
        context: Context,
        deeds: Deeds,
        sprint: Callable[[], SprintView | None],
    ) -> None:
        """Ask nothing yet.

        Args:
            owner: The widget questions are asked over.
            context: What the shell hands out.
            deeds: Writes what is decided.
            sprint: Tells the sprint one looks at.
        """
        super().__init__(owner)
        self._owner, self._context, self._deeds = owner, context, deeds
        self._sprint = sprint

    @property
    def _free(self) -> SprintView | None:
        """The sprint one looks at, None while nothing may be changed."""
        return None if self._context.document.is_presenting else self._sprint()

    @Slot()
    def begin(self) -> None:
        """Ask for a new sprint, its dates proposed, and go to it."""
        if self._context.document.is_presenting:
            return
        dialog = NewSprintDialog(self._context, self._deeds, self._owner)
        if dialog.exec() and dialog.made:
            self.come_to.emit(dialog.made)
        dialog.deleteLater()

    @Slot()
    def close(self) -> None:
        """Ask what came of the cards, close the sprint and go to the next one."""
        view = self._free
        if view is None or view.state is SprintState.CLOSED:
            return
        dialog = CloseDialog(self._context, self._deeds, view, self._owner)
        if dialog.exec() and dialog.next:
            self.come_to.emit(dialog.next)
        dialog.deleteLater()

    @Slot()
    def reopen(self) -> None:
        """Open the sprint again that was closed."""
        view = self._free
        if view is not None and view.state is SprintState.CLOSED:
            self._deeds.reopen(view)

    @Slot()
    def remove(self) -> None:
        """Delete the sprint; its cards stay in the backlog."""
        view = self._free
        if view is not None:
            self._deeds.remove(view)

    @Slot(str)
    def set_goal(self, goal: str) -> None:
        """Give the sprint another goal."""
        view = self._free
        if view is not None:
            self._deeds.change(view, {"goal": goal or None}, _(SPRINT.field("goal").label))

    def ask_capacity(self, target: QRect) -> Popover | None:
        """Ask how much fits into the sprint, beside `target` in the coordinates of the owner."""
        view = self._free
        if view is None:
            return None
        field = SPRINT.field("capacity")

        def answer(capacity: float | None) -> None:
            self._deeds.change(view, {"capacity": capacity}, _(field.label))

        popover = ValuePopover(self._owner, _(field.label), field, {}, answer)
        popover.ask(target, view.capacity)
        return popover

    @Slot()
    def report(self) -> None:
        """Prepare the progress report of the sprint."""
        view = self._sprint()
        if view is not None:
            self._context.reveal(paper("progress"), view.id)

    def offered(self, owner: QObject) -> Sequence[QAction]:
        """Return what can be done to the sprint, and that another one can be begun."""
        if self._context.document.is_presenting:
            return ()
        new = make_action(owner, _("New sprint"), self.begin, "plus")
        view = self._free
        if view is None:
            return (new,)
        if view.state is SprintState.CLOSED:
            change = make_action(owner, _("Open again"), self.reopen, "lock-open")
        else:
            change = make_action(owner, _("Close the sprint…"), self.close, "lock")
        return (new, change, make_action(owner, _("Report…"), self.report, "report"))

    def make_menu(self) -> Menu:
        """Return the menu of the sprint."""
        menu = Menu(_("Sprint"), self._owner)
        show = partial(self.opened.emit)
        menu.addAction(make_action(menu, _("Show in the inspector"), show, "layout-sidebar-right"))
        for action in self.offered(menu):
            menu.addAction(action)
        if self._free is not None:
            menu.addSeparator()
            menu.addAction(make_action(menu, with_keys(_("Delete"), "Del"), self.remove, "trash"))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
