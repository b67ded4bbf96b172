"""The View and Go menus: theme, size, presentation, panels, drawings, regions."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from entente_ui.kit import Popover
from entente_ui.look.theme import Mode, apply
from entente_ui.settings import SIZE_STEP
from entente_ui.shell import regions
from entente_ui.shell.floating_box import FloatingBox
from entente_ui.shell.opening import commit_editors
from entente_ui.shell.shell import Shell


class ViewCommands(QObject):
    """Carries out the commands of the View and Go menus."""

    def __init__(self, shell: Shell, app: QApplication) -> None:
        super().__init__(shell)
        self._shell = shell
        self._app = app
        actions = shell.actions
        actions.connect_all(
            {
                "present": self._present,
                "rail": self._fold_rail,
                "inspector": self._show_inspector,
                "full_screen": self._full_screen,
                "larger": lambda: self.resize(SIZE_STEP),
                "smaller": lambda: self.resize(-SIZE_STEP),
                "normal_size": lambda: self.resize(0),
                "zoom_in": lambda: self._zoom_drawing(1),
                "zoom_out": lambda: self._zoom_drawing(-1),
                "zoom_fit": lambda: self._zoom_drawing(0),
                "system_theme": lambda: self._choose_theme(Mode.SYSTEM),
                "light_theme": lambda: self._choose_theme(Mode.LIGHT),
                "dark_theme": lambda: self._choose_theme(Mode.DARK),
                "next_region": lambda: self._next_region(1),
                "previous_region": lambda: self._next_region(-1),
            }
        )
        shell.preferences.look_changed.connect(self.apply_look)
        shell.opened.connect(self.check_switches)
        shell.rebuilt.connect(self.check_switches)
        shell.menus.language_chosen.connect(self._choose_language)
        self.check_switches()

    def apply_look(self) -> None:
        """Give the program the look that was chosen, live."""
        chosen = self._shell.preferences
        apply(self._app, chosen.theme, chosen.size, reduced_motion=chosen.reduced_motion)
        self.check_switches()

    def check_switches(self) -> None:
        """Show in the menus what is switched on."""
        actions, chosen = self._shell.actions, self._shell.preferences
        for mode in Mode:
            actions[f"{mode.value}_theme"].setChecked(chosen.theme is mode)
        for action, code in zip(self._shell.menus.languages, ("fr", "en"), strict=True):
            action.setChecked(chosen.language == code)
        workspace = self._shell.workspace
        actions["rail"].setChecked(workspace is not None and not workspace.rail.is_folded)
        actions["inspector"].setChecked(workspace is not None and workspace.shows_inspector)

    def _present(self) -> None:
        document = self._shell.document
        if document is not None:
            commit_editors()
            self._clear_screen()
            document.present(not document.is_presenting)

    def _clear_screen(self) -> None:
        """Take away what was said to one viewer and is not for the other."""
        for overlay in self._shell.window.findChildren(FloatingBox):
            if overlay.isVisible():
                overlay.leave()
        for popover in self._shell.window.findChildren(Popover):
            popover.skip()
        if self._shell.workspace is not None:
            self._shell.workspace.toaster.clear()
            self._shell.workspace.banner.withdraw()

    def _fold_rail(self) -> None:
        if self._shell.workspace is not None:
            self._shell.workspace.fold_rail(not self._shell.workspace.rail.is_folded)
        self.check_switches()

    def _show_inspector(self) -> None:
        if self._shell.workspace is not None:
            self._shell.workspace.show_inspector(not self._shell.workspace.shows_inspector)
        self.check_switches()

    def _full_screen(self) -> None:
        window = self._shell.window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._shell.actions["full_screen"].setChecked(window.isFullScreen())

    def zoom(self, steps: int) -> None:
        """Make the interface larger or smaller by steps."""
        self.resize(SIZE_STEP * steps)

    def resize(self, by: int) -> None:
        """Make the interface larger or smaller by so many percent; 0 makes it normal."""
        chosen = self._shell.preferences
        chosen.size = 100 if by == 0 else chosen.size + by

    def _zoom_drawing(self, steps: int) -> None:
        if self._shell.workspace is not None and self._shell.workspace.pane is not None:
            self._shell.workspace.pane.zoom(steps)

    def _choose_theme(self, mode: Mode) -> None:
        self._shell.preferences.theme = mode
        self.check_switches()

    def _choose_language(self, code: str) -> None:
        self._shell.preferences.language = code
        self.check_switches()

    def _next_region(self, step: int) -> None:
        workspace = self._shell.workspace
        if workspace is not None:
            regions.move_focus(workspace.regions(), step)
