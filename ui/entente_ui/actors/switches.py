"""What of the grid is shown: names, trails, the table, the lists; remembered for the user."""

from typing import TYPE_CHECKING

from entente_ui.actors.prefs import Pref, is_on, keep
from entente_ui.actors.trails import TrailMode

if TYPE_CHECKING:
    from entente_ui.actors.grid_tab import GridTab


class Switches:
    """Carries out the switches of one grid."""

    def __init__(self, tab: "GridTab") -> None:
        self._tab = tab
        self._settings = tab.context.settings
        self._by_itself = False
        self._was_waiting = False

    def recall(self) -> None:
        """Switch everything as it was when last seen."""
        commands = self._tab.commands
        commands.names.setChecked(is_on(self._settings, Pref.NAMES, default=True))
        commands.trails.setChecked(is_on(self._settings, Pref.TRAILS, default=False))
        commands.table.setChecked(is_on(self._settings, Pref.TABLE, default=False))
        commands.side.setChecked(is_on(self._settings, Pref.SIDE, default=False))
        self._tab.side.setVisible(commands.side.isChecked())

    def show_names(self, on: bool) -> None:
        """Show or hide the names on the grid."""
        keep(self._settings, Pref.NAMES, on=on)
        self._tab.view.board.show_names(on=on)

    def show_trails(self, on: bool) -> None:
        """Show everybody's earlier positions, or those of the selected alone."""
        keep(self._settings, Pref.TRAILS, on=on)
        self._tab.view.board.show_trails(TrailMode.ALL if on else TrailMode.SELECTED)

    def show_table(self, on: bool) -> None:
        """Show the table in place of the grid, or the grid again."""
        keep(self._settings, Pref.TABLE, on=on)
        self._tab.turn_to_table(on=on)

    def show_side(self, on: bool) -> None:
        """Show or fold the lists beside the grid."""
        self._tab.side.setVisible(on)
        if not self._by_itself:
            keep(self._settings, Pref.SIDE, on=on)

    def follow_waiting(self, *, waiting: bool) -> None:
        """Open the lists while somebody has no position: nobody looks for who is nowhere."""
        if waiting == self._was_waiting:
            return
        self._was_waiting = waiting
        self._by_itself = True
        wished = is_on(self._settings, Pref.SIDE, default=False)
        self._tab.commands.side.setChecked(waiting or wished)
        self._by_itself = False
