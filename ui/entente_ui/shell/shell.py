"""What holds the window together: which mission is open, what is on screen, what comes next."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from entente.i18n import _, use_language
from entente_ui.actions import Actions
from entente_ui.document import Document
from entente_ui.pane import Context
from entente_ui.settings import Preferences
from entente_ui.shell import geometry
from entente_ui.shell.errands import Errands
from entente_ui.shell.menus import Menus
from entente_ui.shell.mission import mission_name
from entente_ui.shell.places import Place, known_places
from entente_ui.shell.translator import Translator
from entente_ui.shell.window import MainWindow
from entente_ui.shell.workspace import Workspace
from entente_ui.turns import in_turns

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet
    from entente.store.mission_file import MissionFile


class Shell(QObject):
    """The program while it runs.

    Attributes:
        file, document, workspace: The open mission and what shows it; None without one.

    Signals:
        opened: Emitted when a mission came on screen.
        rebuilt: Emitted when everything was made anew in another language.
        changed: Emitted with the `ChangeSet` of every change, undo and redo.
        toast_wanted: Emitted with a sentence and whether it offers to undo the last step.
        failed: Emitted with an error to tell the user.
        idle: Emitted when no mission is open any more.
    """

    opened = Signal()
    rebuilt = Signal()
    changed = Signal(object)
    toast_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(
        self, window: MainWindow, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.window = window
        self.preferences = preferences
        self.background = Errands(self)
        self.actions = Actions(self)
        self.menus = Menus(window, self.actions, known_places())
        self.file: MissionFile | None = None
        self.document: Document | None = None
        self.workspace: Workspace | None = None
        self.make_front: Callable[[], QWidget] = QWidget
        self._translator = Translator(self)
        self._translator.install(preferences.language)
        self.menus.place_chosen.connect(self._go)
        self.menus.pane_commands = self.pane_commands
        self.menus.recent = lambda: preferences.recent
        self.menus.fill()
        preferences.language_changed.connect(self._on_language_changed)
        self._offer()

    def show_front(self) -> None:
        """Show the page that is there while no mission is open."""
        page = self.make_front()
        self.window.show_page(page)
        page.setFocus()
        self._show_name()

    def show_mission(self, file: "MissionFile", state: Mapping[str, Any] | None = None) -> None:
        """Show an open mission as it was left, or at its beginning."""
        state = state or {}
        # Of a damaged file this may be what cannot be read.
        self.document = Document(file.gate, self)
        self.file = file
        self.document.changed.connect(self._on_changed)
        self.document.refused.connect(self.failed)
        self.document.viewer_changed.connect(self._on_viewer_changed)
        if state.get("presenting"):
            self.document.present(on=True)
        self._build(state)
        self.opened.emit()

    def forget_mission(self) -> None:
        """Take the mission off the screen; its file is closed by whoever asked."""
        if self.workspace is not None:
            self.workspace.remember()
            self.workspace.rest()
        self.background.forget()
        geometry.remember(self.window, self.preferences.store)
        document, self.document = self.document, None
        self.workspace = None
        self.file = None
        self.show_front()
        self._offer()
        if document is not None:
            document.deleteLater()

    def state(self) -> dict[str, Any]:
        """Return what brings the screen back as it is; no mission text."""
        state = {} if self.workspace is None else self.workspace.state()
        if self.document is not None and self.document.is_presenting:
            state["presenting"] = True
        return state

    def settle(self) -> None:
        """Have written what is still being measured: the mission is about to be left."""
        if self.document is not None:
            self.document.settle()

    def reveal(self, kind: str, key: str) -> None:
        """Go to a record."""
        if self.workspace is not None and not self.workspace.reveal(kind, key):
            self.toast_wanted.emit(_("No page shows this record yet."), False)

    def open_tab(self, place: str, name: str, part: str = "") -> None:
        """Go to a tab of the pane of a place, at one of its parts if that is named."""
        pane = self.workspace.go(place) if self.workspace is not None else None
        if pane is not None:
            pane.open_tab(name, part)

    def pane_commands(self) -> Sequence[QAction]:
        """Return what the pane one is at offers."""
        return () if self.workspace is None else self.workspace.commands()

    @property
    def is_presenting(self) -> bool:
        """Whether others look at the screen."""
        return self.document is not None and self.document.is_presenting

    def _build(self, state: Mapping[str, Any]) -> None:
        self.workspace = Workspace(self._make_context(), self.actions)
        self.workspace.went.connect(self._on_went)
        self.workspace.wanted.connect(lambda name: self.actions[name].trigger())
        self.window.show_page(self.workspace)
        # Of its own, so that nothing goes on in a workspace that has been replaced.
        workspace = self.workspace
        parts = (partial(workspace.restore, state), workspace.add_inspector)
        in_turns(workspace, (part() for part in parts))
        self._offer()
        self._show_name()
        self.show_facts()

    def _make_context(self) -> Context:
        if self.document is None:
            raise RuntimeError("a workspace shows an open mission")
        return Context(
            document=self.document,
            background=self.background,
            settings=self.preferences.store,
            toast=self.toast_wanted.emit,
            reveal=self.reveal,
            tell=self.failed.emit,
            proves=self._proves,
            file=lambda: self.file,
        )

    def _proves(self, window: QWidget) -> bool:
        from entente_ui.shell import proving  # noqa: PLC0415  # after the first paint

        return proving.proves(self.file, window)

    def _go(self, place: str) -> None:
        if self.workspace is not None:
            self.workspace.go(place)

    def _on_went(self, place: Place) -> None:
        for action, known in zip(self.menus.places, known_places(), strict=True):
            action.setChecked(known.name == place.name)

    def _on_changed(self, change_set: "ChangeSet") -> None:
        if self.workspace is None or self.document is None:
            return
        self.workspace.status.show_saved(self.document.saved_at)
        if "mission" in change_set.tables:
            self._show_name()
        self.changed.emit(change_set)

    def _on_viewer_changed(self) -> None:
        self._show_name()
        self.show_facts()

    def _on_language_changed(self) -> None:
        """Say everything in the other language; the file stays open."""
        use_language(self.preferences.language)
        self._translator.install(self.preferences.language)
        self.actions.retranslate()
        self.menus.fill()
        if self.document is None:
            self.show_front()
        else:
            state = self.state()
            if self.workspace is not None:
                self.workspace.remember()
                self.workspace.rest()
            self.background.move_on()
            self._build(state)
        self.rebuilt.emit()

    def _show_name(self) -> None:
        name = "" if self.document is None or self.is_presenting else mission_name(self.document)
        if self.file is not None and not self.is_presenting:
            name = name or self.file.name
        if self.workspace is not None:
            self.workspace.top.set_mission(name)
            self.workspace.top.set_presenting(self.is_presenting)
        # Qt puts a placeholder for [*] into titles; a name may hold one.
        self.window.setWindowTitle(f"{name.replace('[*]', '')} — Entente" if name else "Entente")

    def show_facts(self) -> None:
        """Show how the file is kept, whether all is saved, and who looks."""
        if self.workspace is None or self.file is None or self.document is None:
            return
        status = self.workspace.status
        status.show_file(encrypted=self.file.encrypted, read_only=self.file.read_only)
        status.show_saved(self.document.saved_at)
        status.show_presenting(self.is_presenting)
        self.actions["present"].setChecked(self.is_presenting)

    def _offer(self) -> None:
        has_mission = self.file is not None
        writable = self.file is not None and not self.file.read_only
        self.actions.offer(has_mission=has_mission, is_writable=writable)
        for action in self.menus.places:
            action.setEnabled(has_mission)
