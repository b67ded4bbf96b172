"""From a path to an open mission on screen, and back."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from entente.errors import DamagedFileError, EntenteError, FileInUseError, FileMissingError
from entente.i18n import _
from entente_ui.shell import clipboard, filework
from entente_ui.shell.filecare import Damaged
from entente_ui.shell.filework import Ways
from entente_ui.shell.front import PassphrasePage, TroublePage, UnlockedPage, WaitingPage
from entente_ui.shell.shell import Shell
from entente_ui.shell.trouble import sentence

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile

#: What a further button says and does.
Way: TypeAlias = tuple[str, Callable[[], object]]

_PLAIN: Final = b"SQLite format 3\0"
_PAGE: Final = 4096
#: After so many ms the panes one may go to are imported: not while the first is drawn.
_LATER: Final = 2_000


class Opener(QObject):
    """Opens and closes missions; one at a time.

    Signals:
        opened: Emitted with the `MissionFile` once its mission is on screen.
        versions_wanted: Emitted with what is `Damaged` when an earlier version is asked for.
    """

    opened = Signal(object)
    versions_wanted = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._path = Path()
        self._state: Mapping[str, Any] = {}
        self._is_ready = False
        #: Whether the open mission was opened with its sheet, its passphrase being lost.
        self.recovered_by_sheet = False
        self._waiting: Callable[[], None] | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._prepare_panes)

    def become_ready(self) -> None:
        """Do from now on what is asked for: the window has been painted."""
        self._is_ready = True
        self._shell.background.start_lasting(
            partial(filework.prepare, filework.FIRST_NEEDED),
            done=lambda _none: None,
            failed=self._shell.failed.emit,
        )
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        self._later.start()

    def _prepare_panes(self) -> None:
        self._shell.background.start_lasting(
            filework.prepare_panes,
            done=lambda _none: None,
            failed=self._shell.failed.emit,
        )

    def open(
        self, path: Path, state: Mapping[str, Any] | None = None, *, locked: bool = False
    ) -> None:
        """Open a mission in place of the one that is open.

        Args:
            path: Its file.
            state: Where to come back to.
            locked: Whether it was open until the program locked itself.
        """
        if self._shell.file is not None:
            if self._may_be_mission(path):
                self.close(lambda: self.open(path, state, locked=locked))
            return
        self._path = path.absolute()
        self._state = state or {}
        if locked and not _looks_encrypted(path):
            page = UnlockedPage(path)
            page.opened.connect(self._try)
            page.left.connect(self._shell.show_front)
            self._show(page)
        elif _looks_encrypted(path):
            self._ask(locked=locked)
        else:
            self._try()

    def _may_be_mission(self, path: Path) -> bool:
        """Return whether to leave the open mission for a file; if not, the user is told why."""
        from entente.store import unlock  # noqa: PLC0415  # there while a mission is open

        try:
            unlock.is_encrypted(path)
        except EntenteError as error:
            self._shell.failed.emit(error)
            return False
        return True

    def replace(self, file: "MissionFile", then: Callable[[], object] | None = None) -> None:
        """Show a mission just made in place of the one that is open."""

        def show() -> None:
            self._state = {}
            self.show(file)
            if then is not None:
                then()

        self.close(show)

    def show(self, file: "MissionFile") -> None:
        """Bring a mission on screen that has just been opened."""
        try:
            self._shell.show_mission(file, self._state)
        except EntenteError as error:
            self._cannot_show(file, error)
            return
        self._state = {}
        self._shell.preferences.remember(file.path)
        self.opened.emit(file)

    def _cannot_show(self, file: "MissionFile", error: EntenteError) -> None:
        """Say why nothing can be shown of a file that has been opened: it is damaged."""
        self._shell.forget_mission()
        with suppress(EntenteError):
            file.close(abandon=True)
        ways = [self._way_back(Damaged(file.path, key=file.key))]
        self._tell_trouble(file.path, error, ways)

    def _way_back(self, damaged: Damaged) -> Way:
        return _("Restore a version…"), partial(self.versions_wanted.emit, damaged)

    def _tell_trouble(
        self,
        path: Path,
        error: BaseException,
        ways: Sequence[Way],
    ) -> None:
        trouble = TroublePage(path, sentence(error), ways)
        trouble.left.connect(self._shell.show_front)
        self._show(trouble)

    def close(self, then: Callable[[], object]) -> None:
        """Close the open mission, if there is one, and go on."""
        file = self._shell.file
        if file is None:
            then()
            return
        commit_editors()
        state = self._shell.state()
        self._shell.settle()
        clipboard.take_back()
        self._shell.forget_mission()
        self._shell.window.show_page(WaitingPage(_("Closing the mission…")))
        self._shell.background.start_lasting(
            partial(filework.close_mission, file),
            done=lambda _none: _call(then),
            failed=lambda error: self._not_closed(file, state, error),
        )

    def _not_closed(
        self, file: "MissionFile", state: Mapping[str, Any], error: BaseException
    ) -> None:
        self._shell.show_mission(file, state)
        self._shell.failed.emit(error)

    def _ask(self, *, locked: bool) -> None:
        page = PassphrasePage(self._path, locked=locked)
        page.passphrase_given.connect(lambda text: self._try(passphrase=text))
        page.recovery_given.connect(lambda text: self._try(recovery=text))
        page.left.connect(self._shell.show_front)
        self._show(page)

    def _try(self, passphrase: str = "", recovery: str = "", ways: Ways | None = None) -> None:
        self.recovered_by_sheet = bool(recovery)
        page = self._shell.window.page
        if isinstance(page, PassphrasePage):
            page.wait(on=True)
        else:
            self._show(WaitingPage(_("Opening the mission…")))
        if not self._is_ready:
            self._waiting = partial(self._try, passphrase, recovery, ways)
            return
        self._shell.background.start_lasting(
            partial(filework.open_mission, self._path, passphrase, recovery, ways or Ways()),
            done=self.show,
            failed=lambda error: self._failed(error, passphrase, recovery),
        )

    def _failed(self, error: BaseException, passphrase: str, recovery: str) -> None:
        page = self._shell.window.page
        if not isinstance(error, (EntenteError, OSError)):
            # Whoever is told of the fault must find a page that answers.
            if isinstance(page, PassphrasePage):
                page.wait(on=False)
            else:
                self._shell.show_front()
            raise error
        if isinstance(error, FileMissingError):
            self._shell.preferences.forget(self._path)
        ways: list[Way] = [
            (words, partial(self._try, passphrase, recovery, way)) for words, way in ways_out(error)
        ]
        if isinstance(error, DamagedFileError):
            ways.insert(0, self._way_back(Damaged(self._path, passphrase, recovery)))
        if isinstance(page, PassphrasePage):
            page.wait(on=False)
            page.say(sentence(error), ways)
            return
        self._tell_trouble(self._path, error, ways)

    def _show(self, page: QWidget) -> None:
        self._shell.window.show_page(page)
        QTimer.singleShot(0, page, page.setFocus)


def ways_out(error: BaseException) -> Sequence[tuple[str, Ways]]:
    """Return what can still be tried after a file did not open, and what the button says."""
    if isinstance(error, FileInUseError):
        ways = [(_("Open it for reading only"), Ways(read_only=True))]
        if error.holder:
            words = _("Open it anyway: nobody works on it there")
            ways.append((words, Ways(take_over=True)))
        return ways
    if isinstance(error, DamagedFileError):
        return [(_("Look at what is left of it"), Ways(read_only=True, examine=False))]
    return []


def commit_editors() -> None:
    """Have the field one types in hand over what is in it."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()


def _call(then: Callable[[], object]) -> None:
    then()


def _looks_encrypted(path: Path) -> bool:
    """Return whether to ask for a passphrase before the store has been imported.

    Only a first look, so that the page is there at once: the store looks again.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_PAGE)
    except OSError:
        return False
    return len(head) == _PAGE and not head.startswith(_PLAIN)
