"""When to lock, and how: by key, after a while without anybody, and before sleep."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from entente.errors import EntenteError, FileGoneError
from entente_ui.shell import clipboard, geometry, leaving
from entente_ui.shell.choose import forget_folders
from entente_ui.shell.input import InputFilter
from entente_ui.shell.opening import commit_editors
from entente_ui.shell.power import PowerWatch
from entente_ui.shell.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn


class LockKeeper(QObject):
    """Locks the mission."""

    def __init__(
        self,
        shell: Shell,
        inputs: InputFilter,
        leave: "Callable[[Sequence[str]], NoReturn]" = leaving.leave,
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._leave = leave
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.lock)
        shell.actions.connect_all({"lock": self.lock})
        shell.preferences.idle_changed.connect(self.restart)
        shell.opened.connect(self.restart)
        inputs.touched.connect(self.restart)
        PowerWatch(self).leaving.connect(self.lock)

    def restart(self) -> None:
        """Begin to wait anew: somebody is there."""
        minutes = self._shell.preferences.idle_minutes
        if minutes:
            self._idle.start(60_000 * minutes)
        else:
            self._idle.stop()

    def lock(self) -> None:
        """Leave this process with all it knows, and come back asking for the passphrase."""
        file = self._shell.file
        if file is None:
            return
        commit_editors()
        state = self._shell.state()
        self._shell.settle()
        path = file.path
        try:
            file.close()
        except FileGoneError as error:
            # Leaving now would lose what is nowhere else.
            self._shell.failed.emit(error)
            return
        except EntenteError:
            # Closed; what is in the journal beside the file is taken over at opening.
            pass
        geometry.remember(self._shell.window, self._shell.preferences.store)
        if self._shell.workspace is not None:
            self._shell.workspace.remember()
            self._shell.workspace.rest()
        self._shell.preferences.store.sync()
        clipboard.take_back()
        forget_folders()
        self._shell.window.hide()
        self._leave(leaving.command(path, state))
