"""Every command of the window: its words, keys and icon, and the menus they stand in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from entente.i18n import N_, _
from entente_ui.look.icons import IconName, icon


class Needs(Enum):
    """What must be there for a command to make sense."""

    NOTHING = auto()
    MISSION = auto()  # an open mission
    WRITABLE = auto()  # an open mission that can be changed


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        text: What the menu says, in English; translated when shown.
        keys: Its shortcuts; the first is the one shown.
        icon: Shown in the palette.
        needs: When it is offered.
        checkable: Whether it switches something on and off.
        listed: Whether the palette offers it.
    """

    text: str
    keys: tuple[str, ...] = ()
    icon: IconName | None = None
    needs: Needs = Needs.MISSION
    checkable: bool = False
    listed: bool = True


#: By a name that settings and code use. Keys avoid Ctrl+Alt (AltGr on French keyboards)
#: and signs that need Shift there; where they cannot, the unshifted twin is bound as well.
COMMANDS: Final[Mapping[str, Command]] = {
    "new": Command(N_("New mission…"), ("Ctrl+Shift+N",), IconName.FILE_PLUS, needs=Needs.NOTHING),
    "open": Command(N_("Open…"), ("Ctrl+O",), IconName.FOLDER_OPEN, needs=Needs.NOTHING),
    "example": Command(N_("Open the example"), (), IconName.BOOK, needs=Needs.NOTHING),
    "received": Command(
        N_("Open a file received from somebody…"), (), IconName.MAIL, needs=Needs.NOTHING
    ),
    "save": Command(N_("Save"), ("Ctrl+S",), IconName.DEVICE_FLOPPY),
    "save_copy": Command(N_("Save a copy…"), ("Ctrl+Shift+S",), IconName.COPY),
    "restore": Command(N_("Restore a version…"), (), IconName.RESTORE),
    "check": Command(N_("Check the file"), (), IconName.CIRCLE_CHECK),
    "passphrase": Command(N_("Change the passphrase…"), (), IconName.KEY, needs=Needs.WRITABLE),
    "recovery": Command(N_("Recovery sheet…"), (), IconName.FILE_TEXT),
    "print": Command(N_("Print…"), ("Ctrl+P",), IconName.PRINTER),
    "settings": Command(N_("Settings…"), ("Ctrl+,",), IconName.SETTINGS, needs=Needs.NOTHING),
    "lock": Command(N_("Lock"), ("Ctrl+L",), IconName.LOCK),
    "close": Command(N_("Close the mission"), ("Ctrl+W",), IconName.X),
    "quit": Command(N_("Quit"), ("Ctrl+Q",), IconName.LOGOUT, needs=Needs.NOTHING),
    "undo": Command(N_("Undo"), ("Ctrl+Z",), IconName.UNDO, needs=Needs.WRITABLE),
    "redo": Command(N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), IconName.REDO, needs=Needs.WRITABLE),
    "history": Command(N_("History…"), ("Ctrl+H",), IconName.HISTORY),
    "add": Command(N_("New record"), ("Ctrl+N",), IconName.PLUS, needs=Needs.WRITABLE),
    "capture": Command(
        N_("Note a difficulty in one line…"),
        ("Ctrl+Shift+E", "F7"),
        IconName.PENCIL,
        needs=Needs.WRITABLE,
    ),
    "arrangement": Command(
        N_("Put the mediation arrangement in place…"),
        (),
        IconName.STAIRS,
        needs=Needs.WRITABLE,
    ),
    "cut": Command(N_("Cut"), (), IconName.SCISSORS, listed=False),
    "copy": Command(N_("Copy"), (), IconName.COPY, listed=False),
    "paste": Command(N_("Paste"), (), IconName.CLIPBOARD, listed=False),
    "select_all": Command(N_("Select all"), (), None, listed=False),
    "filter": Command(N_("Filter"), ("Ctrl+F",), IconName.FILTER),
    "palette": Command(
        N_("Command palette"),
        ("Ctrl+K", "Ctrl+Shift+P"),
        IconName.COMMAND,
        needs=Needs.NOTHING,
        listed=False,
    ),
    "search": Command(N_("Search everywhere…"), ("Ctrl+Shift+F",), IconName.SEARCH),
    "next_result": Command(N_("Next result"), ("F3",), IconName.ARROW_DOWN),
    "previous_result": Command(N_("Previous result"), ("Shift+F3",), IconName.ARROW_UP),
    "present": Command(N_("Presentation mode"), ("F5",), IconName.PRESENTATION, checkable=True),
    "rail": Command(
        N_("Navigation rail in full"), ("F9",), IconName.LAYOUT_SIDEBAR, checkable=True
    ),
    "inspector": Command(N_("Inspector"), ("F8",), IconName.LAYOUT_SIDEBAR_RIGHT, checkable=True),
    "full_screen": Command(
        N_("Full screen"), ("F11",), IconName.MAXIMIZE, needs=Needs.NOTHING, checkable=True
    ),
    "larger": Command(
        N_("Larger interface"), ("Ctrl++", "Ctrl+="), IconName.ZOOM_IN, needs=Needs.NOTHING
    ),
    "smaller": Command(
        N_("Smaller interface"), ("Ctrl+-",), IconName.ZOOM_OUT, needs=Needs.NOTHING
    ),
    "normal_size": Command(
        N_("Interface at 100 %"), ("Ctrl+0", "Ctrl+À"), IconName.ZOOM_RESET, needs=Needs.NOTHING
    ),
    "zoom_in": Command(N_("Enlarge the drawing"), ("Alt++", "Alt+="), IconName.ZOOM_IN),
    "zoom_out": Command(N_("Reduce the drawing"), ("Alt+-",), IconName.ZOOM_OUT),
    "zoom_fit": Command(
        N_("Fit the drawing to the window"), ("Ctrl+Shift+H",), IconName.ARROWS_MAXIMIZE
    ),
    "system_theme": Command(
        N_("Theme of the desktop"), (), IconName.SUN_MOON, needs=Needs.NOTHING, checkable=True
    ),
    "light_theme": Command(
        N_("Light theme"), (), IconName.SUN, needs=Needs.NOTHING, checkable=True
    ),
    "dark_theme": Command(N_("Dark theme"), (), IconName.MOON, needs=Needs.NOTHING, checkable=True),
    "next_region": Command(N_("Next region of the window"), ("F6",), IconName.ARROW_RIGHT),
    "previous_region": Command(
        N_("Previous region of the window"), ("Shift+F6",), IconName.ARROW_LEFT
    ),
    "help": Command(N_("Help"), ("F1",), IconName.HELP, needs=Needs.NOTHING),
    "keys": Command(N_("Keyboard shortcuts"), ("Ctrl+F1",), IconName.KEYBOARD, needs=Needs.NOTHING),
    "changes": Command(N_("What is new"), (), IconName.NOTES, needs=Needs.NOTHING),
    "about": Command(N_("About Entente"), (), IconName.INFO_CIRCLE, needs=Needs.NOTHING),
}

#: Places a line in a menu, or something made while the menu opens.
SEPARATOR: Final = ""
RECENT: Final = "(recent)"
OF_PANE: Final = "(of the pane)"
PLACES: Final = "(places)"
LANGUAGES: Final = "(languages)"

MENUS: Final = (
    (
        N_("&File"),
        (
            *("new", "open", RECENT, "example", "received", SEPARATOR),
            *("save", "save_copy", "restore", "check", SEPARATOR),
            *("passphrase", "recovery", SEPARATOR, "print", SEPARATOR),
            *("settings", SEPARATOR, "lock", "close", "quit"),
        ),
    ),
    (
        N_("&Edit"),
        (
            *("undo", "redo", "history", SEPARATOR),
            *("add", "capture", "arrangement", OF_PANE, SEPARATOR),
            *("cut", "copy", "paste", "select_all", SEPARATOR),
            *("filter", "palette", "search", "next_result", "previous_result"),
        ),
    ),
    (
        N_("&View"),
        (
            *("present", SEPARATOR, "rail", "inspector", "full_screen", SEPARATOR),
            *("larger", "smaller", "normal_size", SEPARATOR),
            *("zoom_in", "zoom_out", "zoom_fit", SEPARATOR),
            *("system_theme", "light_theme", "dark_theme", LANGUAGES),
        ),
    ),
    (N_("&Go"), (PLACES, SEPARATOR, "next_region", "previous_region")),
    (N_("&Help"), ("help", "keys", "changes", SEPARATOR, "about")),
)


class Actions(QObject):
    """The commands as actions of the window; they are made once and keep their shortcuts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {name: self._make(command) for name, command in COMMANDS.items()}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a name."""
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        """Go through all of them."""
        return iter(self._actions.values())

    def named(self) -> Iterable[tuple[str, QAction]]:
        """Return every action with its name."""
        return self._actions.items()

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Call a function when the command of its name is chosen."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(lambda _on=False, call=handler: call())

    def offer(self, *, has_mission: bool, is_writable: bool) -> None:
        """Enable what makes sense now."""
        for name, action in self._actions.items():
            needs = COMMANDS[name].needs
            action.setEnabled(
                needs is Needs.NOTHING
                or (needs is Needs.MISSION and has_mission)
                or (needs is Needs.WRITABLE and is_writable)
            )

    def retranslate(self) -> None:
        """Say every command in the language in use."""
        for name, action in self._actions.items():
            action.setText(_(COMMANDS[name].text))

    def _make(self, command: Command) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        # Signs in menus are noise on every system but one, and a Mac decides by itself.
        action.setIconVisibleInMenu(False)
        if command.icon is not None:
            action.setIcon(icon(command.icon))
            action.setProperty("icon_name", command.icon.value)
        return action


def words_of(action: QAction) -> str:
    """Return what an action is called, without the mark of its menu key."""
    text = action.text().split("\t")[0]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
