"""The icons, in the colours of the theme in use."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from entente_ui.look.svg import pixmap
from entente_ui.look.theme import theme
from entente_ui.look.tokens import ROLES

#: How much of a colour is left on a control that cannot be used.
_DISABLED: Final = 0.38


class IconName(StrEnum):
    """Every icon there is, by the name of its file."""

    ACTIVITY = "activity"
    ADJUSTMENTS = "adjustments"
    AFFILIATE = "affiliate"
    ALERT_CIRCLE = "alert-circle"
    ALERT_TRIANGLE = "alert-triangle"
    ARCHIVE = "archive"
    ARROW_DOWN = "arrow-down"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP = "arrow-up"
    ARROWS_MAXIMIZE = "arrows-maximize"
    ARROWS_SORT = "arrows-sort"
    BELL = "bell"
    BOOK = "book"
    BOOK_2 = "book-2"
    BUG = "bug"
    BUILDING = "building"
    BUILDING_COMMUNITY = "building-community"
    BULB = "bulb"
    CALENDAR = "calendar"
    CALENDAR_EVENT = "calendar-event"
    CALENDAR_PLUS = "calendar-plus"
    CHART_DOTS = "chart-dots"
    CHART_LINE = "chart-line"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CHEVRONS_LEFT = "chevrons-left"
    CHEVRONS_RIGHT = "chevrons-right"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_X = "circle-x"
    CLIPBOARD = "clipboard"
    CLOCK = "clock"
    COLUMNS = "columns"
    COMMAND = "command"
    COPY = "copy"
    DASH = "dash"
    DATABASE = "database"
    DEVICE_FLOPPY = "device-floppy"
    DOTS = "dots"
    DOTS_VERTICAL = "dots-vertical"
    DOWNLOAD = "download"
    EDIT = "edit"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE = "file"
    FILE_EXPORT = "file-export"
    FILE_IMPORT = "file-import"
    FILE_PLUS = "file-plus"
    FILE_TEXT = "file-text"
    FILES = "files"
    FILTER = "filter"
    FILTER_OFF = "filter-off"
    FLAG = "flag"
    FOLDER = "folder"
    FOLDER_OPEN = "folder-open"
    GRID_DOTS = "grid-dots"
    GRIP_VERTICAL = "grip-vertical"
    HEART_HANDSHAKE = "heart-handshake"
    HELP = "help"
    HISTORY = "history"
    HOME = "home"
    HOURGLASS = "hourglass"
    INFO_CIRCLE = "info-circle"
    KEY = "key"
    KEYBOARD = "keyboard"
    LANGUAGE = "language"
    LAYOUT_GRID = "layout-grid"
    LAYOUT_KANBAN = "layout-kanban"
    LAYOUT_SIDEBAR = "layout-sidebar"
    LAYOUT_SIDEBAR_LEFT_COLLAPSE = "layout-sidebar-left-collapse"
    LAYOUT_SIDEBAR_LEFT_EXPAND = "layout-sidebar-left-expand"
    LAYOUT_SIDEBAR_RIGHT = "layout-sidebar-right"
    LAYOUT_SIDEBAR_RIGHT_COLLAPSE = "layout-sidebar-right-collapse"
    LAYOUT_SIDEBAR_RIGHT_EXPAND = "layout-sidebar-right-expand"
    LINK = "link"
    LINK_OFF = "link-off"
    LIST = "list"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    LOGOUT = "logout"
    MAIL = "mail"
    MAP_2 = "map-2"
    MAP_PIN = "map-pin"
    MAXIMIZE = "maximize"
    MESSAGE = "message"
    MESSAGE_CIRCLE = "message-circle"
    MESSAGES = "messages"
    MINIMIZE = "minimize"
    MINUS = "minus"
    MOON = "moon"
    NOTE = "note"
    NOTES = "notes"
    PENCIL = "pencil"
    PHONE = "phone"
    PLAYER_PAUSE = "player-pause"
    PLAYER_PLAY = "player-play"
    PLUS = "plus"
    PRESENTATION = "presentation"
    PRINTER = "printer"
    QUOTE = "quote"
    REDO = "redo"
    REFRESH = "refresh"
    REPORT = "report"
    RESTORE = "restore"
    ROUTE = "route"
    SCALE = "scale"
    SCISSORS = "scissors"
    SEARCH = "search"
    SELECTOR = "selector"
    SETTINGS = "settings"
    SHIELD_LOCK = "shield-lock"
    SORT_ASCENDING = "sort-ascending"
    SORT_DESCENDING = "sort-descending"
    SQUARE = "square"
    SQUARE_CHECK = "square-check"
    STAIRS = "stairs"
    STAR = "star"
    STAR_FILLED = "star-filled"
    SUN = "sun"
    SUN_MOON = "sun-moon"
    TABLE = "table"
    TAG = "tag"
    TARGET = "target"
    TICK = "tick"
    TIMELINE = "timeline"
    TRASH = "trash"
    TYPOGRAPHY = "typography"
    UNDO = "undo"
    UPLOAD = "upload"
    USER = "user"
    USER_CIRCLE = "user-circle"
    USER_PLUS = "user-plus"
    USERS = "users"
    USERS_GROUP = "users-group"
    X = "x"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ZOOM_RESET = "zoom-reset"


class _Engine(QIconEngine):
    """Paints an icon when asked, so that it follows the theme and is sharp on any screen."""

    def __init__(self, name: str, role: str, checked: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._checked = checked

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        colour = theme().colour(self._checked if state is QIcon.State.On else self._role)
        if mode is QIcon.Mode.Disabled:
            colour.setAlphaF(_DISABLED)
        drawn = pixmap(self._name, colour, size * scale)
        drawn.setDevicePixelRatio(scale)
        return drawn

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._checked)

    @override
    def key(self) -> str:
        return f"entente/{self._name}"

    @override
    def isNull(self) -> bool:
        return False


def icon(name: str, role: str = "muted", *, checked: str = "accent") -> QIcon:
    """Return an icon that is always in the colours of the theme in use.

    Args:
        name: A value of `IconName`.
        role: The role of its colour.
        checked: The role of its colour on a control that is switched on.

    Raises:
        ValueError: If there is no such icon or role.
    """
    if role not in ROLES or checked not in ROLES:
        raise ValueError(f"no colour {role}, {checked}")
    return QIcon(_Engine(IconName(name).value, role, checked))


def draw_icon(painter: QPainter, name: str, rect: QRect, role: str = "muted") -> None:
    """Draw an icon into `rect` with a painter: for delegates, scenes and own widgets."""
    icon(name, role).paint(painter, rect)


def icon_pixmap(name: str, side: int, role: str = "muted", ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture, `side` in px, for a screen of a given pixel ratio."""
    drawn = pixmap(IconName(name).value, theme().colour(role), QSize(side, side) * ratio)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def app_icon() -> QIcon:
    """Return the icon of the program, which keeps its own colours."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("entente", theme().colour("accent"), QSize(side, side)))
    return made
