"""The Help menu, and the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from entente_ui.shell.shell import Shell

if TYPE_CHECKING:
    from entente_ui.help.window import HelpWindow


class HelpCommands(QObject):
    """Carries out the commands of the Help menu."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._window: HelpWindow | None = None
        shell.actions.connect_all(
            {
                "help": lambda: self.show(self._topic()),
                "keys": lambda: self.show("keys"),
                "changes": lambda: self.show("changes"),
                "about": self.show_about,
                "settings": self.show_settings,
            }
        )
        shell.rebuilt.connect(self._close)

    def show(self, topic: str) -> None:
        """Show a page of the help beside the window."""
        from entente_ui.help.window import HelpWindow  # noqa: PLC0415  # on demand

        if self._window is None:
            self._window = HelpWindow(self._shell.window)
            self._window.finished.connect(self._forget)
        self._window.show_topic(topic)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def show_settings(self) -> None:
        """Show the settings."""
        from entente_ui.shell.settings_dialog import SettingsDialog  # noqa: PLC0415  # on demand

        SettingsDialog(self._shell.preferences, self._shell.window).open()

    def show_about(self) -> None:
        """Say what this program is, and whose parts it is built of."""
        from entente_ui.help.about import AboutDialog  # noqa: PLC0415  # on demand

        AboutDialog(self._shell.window).open()

    def _topic(self) -> str:
        return "start" if self._shell.workspace is None else self._shell.workspace.place

    def _close(self) -> None:
        if self._window is not None:
            self._window.close()

    def _forget(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
