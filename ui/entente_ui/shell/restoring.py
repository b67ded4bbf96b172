"""The way back to an earlier version: of the open mission, or of one that is damaged."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from entente.i18n import _
from entente_ui.shell import filecare
from entente_ui.shell.filecare import Damaged
from entente_ui.shell.opening import Opener
from entente_ui.shell.shell import Shell

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile


class Restoring(QObject):
    """Shows the versions there are and opens the one that is chosen, beside the mission."""

    def __init__(self, shell: Shell, opener: Opener) -> None:
        super().__init__(shell)
        self._shell = shell
        self._opener = opener
        self._restored: Path | None = None
        opener.opened.connect(self._on_opened)
        opener.versions_wanted.connect(self.rescue)

    def restore(self) -> None:
        """Show the versions of the open mission."""
        file = self._shell.file
        if file is not None:
            self._shell.background.start(
                _("Looking for versions"),
                partial(filecare.versions, file),
                done=self._choose,
                failed=self._shell.failed.emit,
            )

    def rescue(self, damaged: Damaged) -> None:
        """Show the versions of a mission that does not open."""
        self._shell.background.start_lasting(
            partial(filecare.versions_of_damaged, damaged),
            done=self._choose,
            failed=self._shell.failed.emit,
            title=_("Looking for versions"),
        )

    def _choose(self, versions: filecare.Versions) -> None:
        from entente_ui.shell.restore_dialog import RestoreDialog  # noqa: PLC0415  # on demand

        if not versions.listed:
            self._say_none()
            return

        def restore(version: filecare.Version, passphrase: str) -> None:
            dialog.carry_out(
                self._shell.background,
                _("Restoring"),
                partial(filecare.restore, versions, version, passphrase),
                self._open_restored,
            )

        dialog = RestoreDialog(
            versions.listed, restore, self._shell.window, concealed=self._shell.is_presenting
        )
        dialog.open()

    def _say_none(self) -> None:
        from entente_ui.kit.dialog import tell  # noqa: PLC0415  # rarely needed

        none = _("There is no backup of this mission yet.")
        if self._shell.workspace is not None:
            self._shell.toast_wanted.emit(none, False)
            return
        told = _("No backup of this mission was found on this computer.")
        tell(self._shell.window, _("Restore a version"), told)

    def _open_restored(self, path: Path) -> None:
        self._restored = path
        self._opener.open(path)

    def _on_opened(self, file: "MissionFile") -> None:
        """Say that this is not the mission itself: both are called the same."""
        if file.path == self._restored:
            told = _("This is the restored version: {name}. The mission is as it was, beside it.")
            self._shell.toast_wanted.emit(told.format(name=file.path.name), False)
        self._restored = None
