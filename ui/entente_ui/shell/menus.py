"""The menu bar, and what of it changes while the program runs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from entente.i18n import LANGUAGES as CODES
from entente.i18n import _
from entente_ui import actions as commands
from entente_ui.actions import Actions
from entente_ui.kit.label import without_mnemonic
from entente_ui.look.icons import icon
from entente_ui.shell.places import Place

LANGUAGE_NAMES: Final = {"fr": "Français", "en": "English"}


class Menus(QObject):
    """The menus of the window.

    Attributes:
        places, languages: Actions that go to a place and choose a language.
        recent: Returns the files opened lately.
        pane_commands: Returns what the pane one is at offers.

    Signals:
        recent_chosen: Emitted with the path of a recent file.
        language_chosen: Emitted with the code of a language.
        place_chosen: Emitted with the name of a place.
    """

    recent_chosen = Signal(Path)
    language_chosen = Signal(str)
    place_chosen = Signal(str)

    def __init__(self, window: QMainWindow, actions: Actions, places: Sequence[Place]) -> None:
        super().__init__(window)
        self._bar = window.menuBar()
        self._commands = actions
        self._places = places
        self._of_pane: list[QAction] = []
        self.recent: Callable[[], Sequence[Path]] = list
        self.pane_commands: Callable[[], Sequence[QAction]] = tuple
        self.places = [self._place_action(place) for place in places]
        self.languages = [self._language_action(code) for code in CODES]
        window.addActions(list(actions))
        window.addActions(self.places)

    def fill(self) -> None:
        """Make the menus in the language in use."""
        self._bar.clear()
        self._bar.setAccessibleName(_("Menus"))
        for title, entries in commands.MENUS:
            menu = self._bar.addMenu(_(title))
            for entry in entries:
                self._add(menu, entry)
        for action, place in zip(self.places, self._places, strict=True):
            action.setText(_(place.label))

    def _add(self, menu: QMenu, entry: str) -> None:
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
                menu.addActions(self.places)
            case commands.LANGUAGES:
                menu.addMenu(_("Language")).addActions(self.languages)
            case _:
                menu.addAction(self._commands[entry])

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        paths = self.recent()
        for path in paths:
            entry = menu.addAction(without_mnemonic(path.stem))
            entry.setEnabled(path.exists())
            entry.triggered.connect(lambda _on=False, chosen=path: self.recent_chosen.emit(chosen))
        if not paths:
            menu.addAction(_("None yet")).setEnabled(False)

    def _fill_pane_commands(self, menu: QMenu, end: QAction) -> None:
        for action in self._of_pane:
            menu.removeAction(action)
        self._of_pane = [action for action in self.pane_commands() if action.text()]
        menu.insertActions(end, self._of_pane)

    def _place_action(self, place: Place) -> QAction:
        action = QAction(_(place.label), self)
        action.setShortcuts([QKeySequence(f"Ctrl+{key}") for key in place.key if key])
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
