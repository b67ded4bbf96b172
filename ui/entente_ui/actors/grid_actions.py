"""Everything that can be done on the grid, for its menus, its buttons and the palette."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from entente.domain.actor import ACTOR, ORGANISATION
from entente.i18n import _
from entente_ui.actors.output import FORMATS
from entente_ui.kit import Menu, make_action, make_switch
from entente_ui.pane import Selection
from entente_ui.registers.inspecting import focus_inspector

if TYPE_CHECKING:
    from entente_ui.actors.grid_tab import GridTab


class GridActions(QObject):
    """The actions of the grid; keys are shown here, the grid itself listens to them.

    Attributes:
        names, trails, table, side: Switches of what is shown.
    """

    def __init__(self, tab: "GridTab") -> None:
        super().__init__(tab)
        self._tab = tab
        make, switch = partial(make_action, self), partial(make_switch, self)
        self.place = make(_("Set the position…"), self.ask_position, "target")
        self.note = make(_("Note the observed fact…"), self.ask_fact, "quote", "Enter")
        self.open = make(_("Show in the inspector"), self.open_inspector, "user", "F2")
        self.relations = make(_("Show the relations"), self.show_relations, "affiliate")
        self.history = make(_("History"), self.show_history, "history")
        self.take_off = make(_("Take off the grid"), self.leave, "x", "Delete")
        self.everybody = make(_("Select everybody on the grid"), self.select_all, "", "Ctrl+A")
        self.names = switch(_("Show the names"), tab.switches.show_names, "tag")
        self.trails = switch(_("Show everybody’s trail"), tab.switches.show_trails, "route")
        self.table = switch(_("Show as a table"), tab.switches.show_table, "table")
        self.side = switch(
            _("Show the list beside the grid"), tab.switches.show_side, "layout-sidebar-right"
        )
        self.fit = make(_("Show the whole grid"), tab.view.zooming.reset, "arrows-maximize", "0")
        self.copy = make(_("Copy the picture"), tab.output.copy, "copy")
        self.print = make(_("Print the grid…"), tab.output.print_out, "printer", "Ctrl+P")
        self.exports = tuple(
            make(
                _("Export the grid: {format}…").format(format=_(chosen.name)),
                partial(tab.output.save, chosen),
                "file-export",
            )
            for chosen in FORMATS
        )

    @property
    def offered(self) -> Sequence[QAction]:
        """What the command palette shows."""
        about = (self.place, self.note, self.relations, self.history, self.take_off)
        shown = (self.names, self.trails, self.table, self.side, self.fit)
        return (*about, *shown, self.copy, self.print, *self.exports)

    def ask_position(self) -> None:
        """Ask for the position of those selected."""
        tab = self._tab
        tab.work.ask_position(tab.keys, tab.rect_of(tab.keys))

    def ask_fact(self) -> None:
        """Ask what stands behind the position of those selected."""
        self._tab.work.ask_fact(self._tab.keys)

    def leave(self) -> None:
        """Leave those selected without a position."""
        self._tab.work.take_off(self._tab.keys)

    def select_all(self) -> None:
        """Select everybody on the grid."""
        self._tab.pick(
            [person.key for person in self._tab.sieve.admitted if person.score is not None]
        )

    def open_inspector(self) -> None:
        """Show those selected in the inspector, with the keyboard in it."""
        tab = self._tab
        if tab.keys:
            tab.selected.emit(Selection(ACTOR, tab.keys))
        focus_inspector(tab.window())

    def show_relations(self) -> None:
        """Go to the relations of the first selected."""
        if self._tab.keys:
            self._tab.relations_wanted.emit(self._tab.keys[0])

    def show_history(self) -> None:
        """Show what became of those selected."""
        from entente_ui.registers.past import HistoryDialog  # noqa: PLC0415  # rarely asked

        tab = self._tab
        if tab.keys:
            labels = {ORGANISATION.name: tab.context.document.labels(ORGANISATION)}
            HistoryDialog(tab.context, ACTOR, tab.keys, labels, tab).open()

    def menu(self, *, about_somebody: bool) -> Menu:
        """Return the context menu.

        Args:
            about_somebody: Whether actors are selected.
        """
        menu = Menu("", self._tab)
        if about_somebody:
            menu.addActions([self.place, self.note])
            menu.addSeparator()
            menu.addActions([self.open, self.relations, self.history])
            menu.addSeparator()
            menu.addAction(self.take_off)
        else:
            menu.addAction(self.everybody)
            menu.addActions([self.names, self.trails, self.table, self.side, self.fit])
            menu.addSeparator()
            menu.addActions([self.copy, self.print])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def export_menu(self) -> Menu:
        """Return what the button « Export » offers."""
        menu = Menu("", self._tab)
        menu.addActions(list(self.exports))
        menu.addSeparator()
        menu.addActions([self.copy, self.print])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def offer(self, *, placed: bool, rated: bool, presenting: bool, past: bool) -> None:
        """Enable what makes sense for the actors selected.

        Args:
            placed: Whether some of them stand on the grid.
            rated: Whether some of them have an assessment that can be seen.
            presenting: Whether others look at the screen.
            past: Whether no place can be given: an earlier day is not edited.
        """
        self.place.setEnabled(not past)
        self.take_off.setEnabled(placed and not past)
        self.note.setEnabled(rated and not presenting and not past)
        self.history.setEnabled(not presenting)
