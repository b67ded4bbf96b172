"""The main window: menus, and either a front page or an open mission."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from entente.i18n import LANGUAGES as CODES
from entente.i18n import _
from entente_ui import actions as commands
from entente_ui.actions import Actions
from entente_ui.look.icons import app_icon, icon
from entente_ui.shell import geometry
from entente_ui.shell.drops import dropped_files
from entente_ui.shell.places import Place

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        painted: Emitted once, after the window was drawn for the first time.
        closing: Emitted with the event when the user closes it; ignoring that keeps it.
        activated: Emitted when the user comes back to the window.
        file_dropped: Emitted with the path of a file that no pane took.
        recent_chosen: Emitted with the path of a recent file.
        language_chosen: Emitted with the code of a language.
        place_chosen: Emitted with the name of a place.
    """

    painted = Signal()
    closing = Signal(QCloseEvent)
    file_dropped = Signal(Path)
    recent_chosen = Signal(Path)
    language_chosen = Signal(str)
    place_chosen = Signal(str)
    activated = Signal()

    def __init__(self, actions: Actions, places: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle("Entente")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self._commands = actions
        self._places = places
        self._was_painted = False
        self.recent: Callable[[], Sequence[Path]] = list
        self.pane_commands: Callable[[], Sequence[QAction]] = tuple
        self._pages = QStackedWidget(self)
        self.setCentralWidget(self._pages)
        self.place_actions = [self._place_action(place) for place in places]
        self.language_actions = [self._language_action(code) for code in CODES]
        self.addActions(list(actions))
        self.addActions(self.place_actions)
        self.fill_menus()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)

    def show_page(self, page: QWidget) -> None:
        """Show a front page or a workspace in place of what was shown, which goes."""
        old = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None and old is not page:
            self._pages.removeWidget(old)
            old.deleteLater()

    @property
    def page(self) -> QWidget | None:
        """What is shown."""
        return self._pages.currentWidget()

    def fill_menus(self) -> None:
        """Make the menus in the language in use."""
        self.menuBar().clear()
        self.menuBar().setAccessibleName(_("Menus"))
        for title, entries in commands.MENUS:
            menu = self.menuBar().addMenu(_(title))
            for entry in entries:
                self._add_entry(menu, entry)
        for action, place in zip(self.place_actions, self._places, strict=True):
            action.setText(_(place.label))

    def _add_entry(self, menu: QMenu, entry: str) -> None:
        match entry:
            case commands.SEPARATOR:
                menu.addSeparator()
            case commands.RECENT:
                recent = menu.addMenu(_("Recent missions"))
                recent.aboutToShow.connect(lambda: self._fill_recent(recent))
            case commands.OF_PANE:
                end = menu.addSeparator()
                menu.aboutToShow.connect(lambda: self._fill_pane_commands(menu, end))
            case commands.PLACES:
                menu.addActions(self.place_actions)
            case commands.LANGUAGES:
                menu.addMenu(_("Language")).addActions(self.language_actions)
            case _:
                menu.addAction(self._commands[entry])

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        paths = self.recent()
        for path in paths:
            entry = menu.addAction(path.stem.replace("&", "&&"))
            entry.setEnabled(path.exists())
            entry.triggered.connect(lambda _on=False, chosen=path: self.recent_chosen.emit(chosen))
        if not paths:
            menu.addAction(_("None yet")).setEnabled(False)

    def _fill_pane_commands(self, menu: QMenu, end: QAction) -> None:
        listed = menu.property("of_pane") or []
        for action in listed:
            menu.removeAction(action)
        now = [action for action in self.pane_commands() if action.text()]
        menu.insertActions(end, now)
        menu.setProperty("of_pane", now)

    def _place_action(self, place: Place) -> QAction:
        action = QAction(_(place.label), self)
        action.setShortcuts([QKeySequence(f"Ctrl+{key}") for key in place.key])
        action.setIcon(icon(place.icon))
        action.setProperty("icon_name", place.icon.value)
        action.setIconVisibleInMenu(False)
        action.triggered.connect(lambda: self.place_chosen.emit(place.name))
        return action

    def _language_action(self, code: str) -> QAction:
        action = QAction(LANGUAGE_NAMES[code], self)
        action.setCheckable(True)
        action.triggered.connect(lambda: self.language_chosen.emit(code))
        return action

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            # The program the file came from waits until the drop has been answered.
            QTimer.singleShot(0, lambda: self.file_dropped.emit(files[0]))

    def _on_screen_removed(self) -> None:
        QTimer.singleShot(0, lambda: geometry.keep_on_screen(self))
