"""The File menu: what makes, opens, copies, restores and protects missions."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

from entente.i18n import _
from entente_ui.folders import documents_folder
from entente_ui.shell import choose, filecare, filemaking, filework, geometry
from entente_ui.shell.drops import dropped_files, is_mission
from entente_ui.shell.mission import mission_name
from entente_ui.shell.opening import Opener
from entente_ui.shell.restoring import Restoring
from entente_ui.shell.shell import Shell
from entente_ui.shell.welcome import WelcomePage

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile

T = TypeVar("T")


class FileCommands(QObject):
    """Carries out the commands of the File menu."""

    def __init__(self, shell: Shell, opener: Opener) -> None:
        super().__init__(shell)
        self._shell = shell
        self._opener = opener
        self._restoring = Restoring(shell, opener)
        shell.actions.connect_all(
            {
                "new": self.new,
                "open": self.open,
                "example": self.open_example,
                "received": self.open_received,
                "save": self.save,
                "save_copy": self.save_copy,
                "restore": self._restoring.restore,
                "check": self.check,
                "passphrase": self.change_passphrase,
                "recovery": self.show_recovery,
                "close": lambda: opener.close(shell.show_front),
                "quit": shell.window.close,
            }
        )
        shell.make_front = self.make_welcome
        shell.menus.recent_chosen.connect(opener.open)
        shell.window.dragged.connect(_welcome_files)
        shell.window.dropped.connect(self._on_dropped)
        shell.window.closing.connect(self._on_closing)

    def make_welcome(self) -> WelcomePage:
        """Make the page that is there while no mission is open."""
        page = WelcomePage(self._shell.actions, self._shell.preferences)
        page.chosen.connect(self._opener.open)
        return page

    def new(self) -> None:
        """Ask for what a new mission needs, make it and open it."""
        from entente_ui.shell.new_mission import NewMissionDialog  # noqa: PLC0415  # on demand

        def make(plan: filemaking.Plan) -> None:
            work = partial(filemaking.create, plan)
            dialog.carry_out(self._shell.background, _("Making the mission"), work, self._began)

        dialog = NewMissionDialog(make, self._shell.window)
        dialog.open()

    def open(self) -> None:
        """Ask for a mission and open it."""
        path = choose.mission_to_open(self._shell.window, _("Open a mission"))
        if path is not None:
            self._opener.open(path)

    def open_example(self) -> None:
        """Open a new copy of the sample mission; one, however often it is clicked."""
        action = self._shell.actions["example"]
        action.setEnabled(False)

        def done(file: "MissionFile") -> None:
            action.setEnabled(True)
            self._opener.replace(file)

        def failed(error: BaseException) -> None:
            action.setEnabled(True)
            self._shell.failed.emit(error)

        path = choose.free_name(documents_folder(), "CONFLUENT")
        self._shell.background.start_lasting(
            partial(filemaking.make_example, path),
            done=done,
            failed=failed,
            title=_("Copying the example"),
        )

    def open_received(self) -> None:
        """Take over a mission received from somebody else."""
        source = choose.mission_to_open(self._shell.window, _("A file received from somebody"))
        if source is not None:
            self._shell.background.start_lasting(
                partial(filework.needs_passphrase, source),
                done=partial(self._ask_about_received, source),
                failed=self._shell.failed.emit,
            )

    def _ask_about_received(self, source: Path, encrypted: bool) -> None:
        from entente_ui.shell.received_dialog import ReceivedDialog  # noqa: PLC0415  # on demand

        target = choose.free_name(documents_folder(), source.stem)

        def take_over(passphrase: str, new_passphrase: str | None) -> None:
            work = partial(filemaking.receive, source, passphrase, target, new_passphrase)
            dialog.carry_out(self._shell.background, _("Examining the file"), work, self._began)

        dialog = ReceivedDialog(source, target, take_over, self._shell.window, encrypted=encrypted)
        dialog.open()

    def save(self) -> None:
        """Say that all is saved already, and tidy the file."""
        file = self._shell.file
        if file is None:
            return
        self._shell.background.start(
            "",
            partial(filework.settle, file),
            done=lambda _none: self._say(_("Every change is saved as you make it.")),
            failed=self._shell.failed.emit,
        )

    def save_copy(self) -> None:
        """Write a copy somewhere else; the mission stays where it is."""
        file = self._shell.file
        if file is None:
            return
        proposed = choose.free_name(file.path.parent, file.name)
        if not proposed.parent.exists():
            proposed = choose.free_name(documents_folder(), file.name)
        target = choose.mission_to_write(self._shell.window, _("Save a copy"), proposed)
        if target is not None:
            self._shell.background.start(
                _("Saving a copy"),
                partial(filecare.save_copy, file, target),
                done=lambda path: self._say(_("Copy saved: {name}").format(name=path.name)),
                failed=self._shell.failed.emit,
            )

    def check(self) -> None:
        """Look at every page and reference of the file."""
        file = self._shell.file
        if file is not None:
            self._shell.background.start(
                _("Checking the file"),
                partial(filecare.find_faults, file),
                done=self._tell_faults,
                failed=self._shell.failed.emit,
            )

    def _tell_faults(self, faults: list[str]) -> None:
        from entente_ui.kit.dialog import Answer, MessageDialog  # noqa: PLC0415  # rarely needed

        if not faults:
            self._say(_("The file is sound: every page and every reference was looked at."))
            return
        told = _(
            "Parts of the file are damaged. Restore a version from before, and keep this file "
            "for what the version lacks."
        )
        title = _("The file is damaged")
        answers = (Answer(_("Restore a version…"), "restore"), Answer(_("Close"), "close"))
        window, details = self._shell.window, "\n".join(faults)
        dialog = MessageDialog(window, title, told, answers, role="critical", details=details)
        dialog.exec()
        if dialog.answer == "restore":
            self._restoring.restore()

    def change_passphrase(self) -> None:
        """Ask for a new passphrase and encrypt the file with it."""
        from entente_ui.shell.passphrase_dialog import PassphraseDialog  # noqa: PLC0415  # on demand

        file = self._shell.file
        if file is None:
            return

        def change(old: str | None, new: str | None) -> None:
            work = partial(filecare.change_passphrase, file, old, new)
            dialog.carry_out(
                self._shell.background, _("Changing the passphrase"), work, self._changed_passphrase
            )

        ask_old = file.encrypted and not self._opener.recovered_by_sheet
        dialog = PassphraseDialog(change, self._shell.window, ask_old=ask_old)
        dialog.open()

    def _changed_passphrase(self, _none: None) -> None:
        self._shell.show_facts()
        self._say(_("The passphrase is changed."))
        self.show_recovery()

    def show_recovery(self) -> None:
        """Show the recovery sheet of the open mission."""
        from entente_ui.shell.recovery_dialog import RecoveryDialog  # noqa: PLC0415  # on demand

        file, document = self._shell.file, self._shell.document
        if file is None or document is None:
            return
        if not file.encrypted:
            self._say(_("This mission has no passphrase, so it needs no recovery sheet."))
            return
        if self._shell.is_presenting:
            # Whoever reads the sheet can open the mission.
            self._say(_("Hidden during a presentation."))
            return
        name = mission_name(document) or file.name
        RecoveryDialog(file, name, self._shell.window).open()

    def take_dropped(self, path: Path) -> None:
        """Open a dropped mission, or import a dropped contact list."""
        if is_mission(path):
            self._opener.open(path)
        elif self._shell.workspace is not None:
            from entente.domain.actor import ACTOR  # noqa: PLC0415  # rarely needed
            from entente_ui.registers.import_dialog import (  # noqa: PLC0415  # on demand
                import_file,
            )

            self._shell.workspace.go("actors")
            import_file(self._shell.workspace.context, ACTOR, path, self._shell.window)

    def _on_dropped(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            # The program the file came from waits until the drop has been answered.
            QTimer.singleShot(0, self, lambda: self.take_dropped(files[0]))

    def _began(self, file: "MissionFile") -> None:
        """Show a mission just made, and its sheet if it has one."""
        encrypted = file.encrypted
        self._opener.replace(file, self.show_recovery if encrypted else None)

    def _say(self, text: str) -> None:
        self._shell.toast_wanted.emit(text, False)

    def _on_closing(self, event: QCloseEvent) -> None:
        if self._shell.file is None:
            geometry.remember(self._shell.window, self._shell.preferences.store)
            return
        event.ignore()
        self._opener.close(self._shell.window.close)


def _welcome_files(event: QDragEnterEvent) -> None:
    """Show that a file dragged over the window may be dropped there."""
    if dropped_files(event.mimeData()):
        event.acceptProposedAction()
