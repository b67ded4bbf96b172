"""What is done for an open mission while nobody waits for it: backups and tidying."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from entente.errors import EntenteError
from entente_ui.shell import filework
from entente_ui.shell.shell import Shell

if TYPE_CHECKING:
    from entente.store.backup import Schedule
    from entente.store.mission_file import MissionFile

#: After so many ms without a change the journal is brought into the file.
_QUIET: Final = 4_000
#: Every so many ms it is asked whether a backup is due.
_ROUND: Final = 60_000


class Housekeeper(QObject):
    """Keeps the file of the open mission tidy and backed up."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._schedule: Schedule | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._settle)
        self._round = QTimer(self, interval=_ROUND)
        self._round.timeout.connect(self._back_up_if_due)
        shell.opened.connect(self._on_opened)
        shell.changed.connect(self._quiet.start)
        shell.window.activated.connect(self._look)

    def _on_opened(self) -> None:
        from entente.store.backup import Schedule  # noqa: PLC0415  # after the first paint

        self._schedule = Schedule()
        self._round.start()
        self._back_up()

    def _back_up_if_due(self) -> None:
        file = self._shell.file
        if file is not None and self._schedule is not None and self._schedule.due(file.edits):
            self._back_up()

    def _back_up(self) -> None:
        file = self._shell.file
        if file is None or file.read_only:
            return
        if self._schedule is not None:
            self._schedule.made(file.edits)
        self._start(filework.make_backup, file)

    def _settle(self) -> None:
        file = self._shell.file
        if file is not None and not file.read_only:
            self._start(filework.settle, file)

    def _look(self) -> None:
        """Find out early that the file has gone: before the next change, not at it."""
        file = self._shell.file
        if file is None:
            return
        try:
            file.require_in_place()
        except EntenteError as error:
            self._failed(error)

    def _start(self, work: Any, file: "MissionFile") -> None:  # noqa: ANN401  # two of ours
        self._shell.background.start(
            "", partial(work, file), done=lambda _none: None, failed=self._failed
        )

    def _failed(self, error: BaseException) -> None:
        if self._shell.file is not None:
            self._shell.failed.emit(error)
