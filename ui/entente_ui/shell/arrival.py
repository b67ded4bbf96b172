"""What the user is told when a mission has been opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from entente.i18n import _
from entente_ui.background import Report
from entente_ui.shell.opening import Opener
from entente_ui.shell.shell import Shell

if TYPE_CHECKING:
    from entente.store.location import Hazard
    from entente.store.mission_file import MissionFile


class Arrival(QObject):
    """Says what is special about the file: read only, recovered, in a risky place."""

    def __init__(self, shell: Shell, opener: Opener) -> None:
        super().__init__(shell)
        self._shell = shell
        opener.opened.connect(self._on_opened)

    def _on_opened(self, file: "MissionFile") -> None:
        workspace = self._shell.workspace
        if workspace is None:
            return
        if file.read_only:
            copy = self._shell.actions["save_copy"]
            workspace.banner.say(why_read_only(file), copy.text(), copy.trigger)
        elif file.recovered:
            self._shell.toast_wanted.emit(
                _("The last session ended abruptly; every change that was saved is here."), False
            )
        path = file.path

        def look(report: Report) -> "Hazard | None":
            from entente.store import location  # noqa: PLC0415  # after the first paint

            report(0)
            return location.hazard_of(path)

        self._shell.background.start(
            "",
            look,
            done=lambda hazard: self._warn(path, hazard),
            failed=self._shell.failed.emit,
        )

    def _warn(self, path: Path, hazard: "Hazard | None") -> None:
        """Warn once of a place where a mission is not safe."""
        workspace = self._shell.workspace
        if hazard is None or workspace is None or not self._shell.preferences.warn_once(path):
            return
        copy = self._shell.actions["save_copy"]
        workspace.banner.say(_danger(hazard), copy.text(), copy.trigger)


def why_read_only(file: "MissionFile") -> str:
    """Return what to tell of a mission that was opened for reading."""
    from entente.store import lock  # noqa: PLC0415  # after the first paint

    if file.holder == lock.this_process().computer:
        return _(
            "Another window has this mission open: here is what it held a moment ago, to be "
            "read only. Save a copy to work on."
        )
    if file.holder:
        return _(
            "{computer} has this mission open: here it can only be read. Save a copy to work on."
        ).format(computer=file.holder)
    return _(
        "This file can only be read: its disk or folder is protected, or part of it is damaged. "
        "Save a copy to work on."
    )


def _danger(hazard: "Hazard") -> str:
    from entente.store.location import Danger  # noqa: PLC0415  # after the first paint

    if hazard.danger is Danger.NETWORK:
        return _(
            "This mission lies on a network drive, where a change can be lost when the "
            "connection breaks. Better work on a copy on this computer."
        )
    service = hazard.service or _("a synchronisation service")
    return _(
        "{service} synchronises this folder and may replace the file while you work on it. "
        "Better work on a copy elsewhere, and put it back when you are done."
    ).format(service=service)
