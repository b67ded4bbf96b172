"""The commands that find: palette, search, and the next result."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from entente.i18n import _
from entente_ui.actions import COMMANDS
from entente_ui.shell.entries import Entry
from entente_ui.shell.palette import TAB, Palette
from entente_ui.shell.places import known_places
from entente_ui.shell.search import Found, Search
from entente_ui.shell.shell import Shell


class FindCommands(QObject):
    """Carries out the commands that find."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._recent: list[str] = []
        self._words = ""
        self._found: list[Found] = []
        self._place = -1
        shell.actions.connect_all(
            {
                "palette": self.open_palette,
                "search": self.open_search,
                "next_result": lambda: self._step(1),
                "previous_result": lambda: self._step(-1),
            }
        )
        shell.opened.connect(self._forget)

    def open_palette(self) -> None:
        """Open the command palette over the window."""
        host, document = self._shell.window.pages, self._shell.document
        tabs = self._tabs if document is not None else tuple
        reveal = self._shell.reveal
        Palette(host, self._commands, document, reveal, self._recent, tabs).open()

    def open_search(self) -> None:
        """Open the search over the window."""
        document, host = self._shell.document, self._shell.window.pages
        if document is not None:
            Search(host, document, self._shell.reveal, self._remember, self._words).open()

    def _commands(self) -> Iterable[tuple[str, QAction]]:
        for action in self._shell.pane_commands():
            if action.isEnabled() and action.text():
                yield f"pane:{action.text()}", action
        for place, action in enumerate(self._shell.menus.places):
            if action.isEnabled():
                yield f"place:{place}", action
        for name, action in self._shell.actions.named():
            if COMMANDS[name].listed and action.isEnabled():
                yield name, action

    def _tabs(self) -> Iterable[Entry]:
        for place in known_places():
            for tab in place.tabs():
                for part, title in (("", tab.title), *tab.parts):
                    words = _("{place} › {tab}").format(place=_(place.label), tab=_(title))
                    go = partial(self._shell.open_tab, place.name, tab.name, part)
                    name = f"{TAB}{place.name}/{tab.name}/{part}"
                    yield Entry(words, go, place.icon, name=name)

    def _remember(self, found: list[Found], place: int) -> None:
        self._found, self._place = found, place

    def _step(self, by: int) -> None:
        if not self._found:
            self.open_search()
            return
        self._place = (self._place + by) % len(self._found)
        found = self._found[self._place]
        self._shell.reveal(found.record_type.name, found.key)

    def _forget(self) -> None:
        self._found, self._words, self._recent = [], "", []
