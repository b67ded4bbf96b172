"""Errors on screen: one sentence each, where it does not get in the way."""

from PySide6.QtCore import QObject

from entente.errors import (
    DiskFailedError,
    DiskFullError,
    EntenteError,
    FileGoneError,
    JournalLeftError,
    NotSavedError,
)
from entente.i18n import _
from entente_ui.background import was_cancelled
from entente_ui.shell.shell import Shell

#: These mean that what is on screen may not be on disk.
_NOT_ON_DISK = (DiskFailedError, DiskFullError, FileGoneError, JournalLeftError, NotSavedError)


class Trouble(QObject):
    """Tells the user what went wrong."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.failed.connect(self.tell)
        shell.changed.connect(self._on_changed)

    def tell(self, error: BaseException) -> None:
        """Say an error in one sentence; a bug goes to the crash handler."""
        if was_cancelled(error):
            self._shell.toast_wanted.emit(_("Stopped. Nothing was changed."), False)
            return
        if not isinstance(error, (EntenteError, OSError, MemoryError)):
            raise error
        workspace = self._shell.workspace
        if workspace is None:
            self._tell_in_dialog(error)
        elif isinstance(error, _NOT_ON_DISK):
            workspace.status.show_trouble()
            copy = self._shell.actions["save_copy"]
            workspace.banner.say(sentence(error), copy.text(), copy.trigger, role="critical")
        else:
            workspace.banner.say(sentence(error))

    def _tell_in_dialog(self, error: BaseException) -> None:
        from entente_ui.kit.dialog import tell  # noqa: PLC0415  # rarely needed

        tell(self._shell.window, _("This did not work"), sentence(error), role="caution")

    def _on_changed(self) -> None:
        """Take the message back: a change has been kept since."""
        if self._shell.workspace is not None:
            self._shell.workspace.banner.hide()


def sentence(error: BaseException) -> str:
    """Return what to tell the user of an error."""
    from entente import messages  # noqa: PLC0415  # after the first paint

    return messages.sentence(error)
