"""What the program remembers of its user; never anything of a mission but where it lies."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QSettings, Signal

from entente.i18n import DEFAULT_LANGUAGE, LANGUAGES
from entente_ui.look.theme import Mode
from entente_ui.look.tokens import SIZE_MAX, SIZE_MIN
from entente_ui.settings_file import THEME_KEY

IDLE_MINUTES: Final = 5
RECENT_MAX: Final = 10
SIZE_STEP: Final = 10

_LANGUAGE: Final = "look/language"
_SIZE: Final = "look/size"
_MOTION: Final = "look/reduced_motion"
_IDLE: Final = "lock/idle_minutes"
_KEEP_RECENT: Final = "recent/keep"
_RECENT: Final = "recent/files"
_WARNED: Final = "recent/warned"


def default_language() -> str:
    """Return English where the desktop speaks it, French everywhere else."""
    system = QLocale.system()
    speaks_english = system.language() is QLocale.Language.English
    return "en" if speaks_english else DEFAULT_LANGUAGE


class Preferences(QObject):
    """The choices of the settings dialog, and the recent files.

    Signals:
        look_changed: Emitted when theme, size or motion changed.
        language_changed: Emitted when another language was chosen.
        idle_changed: Emitted when the time until the lock changed.
        recent_changed: Emitted when the list of recent files changed.
    """

    look_changed = Signal()
    language_changed = Signal()
    idle_changed = Signal()
    recent_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store

    @property
    def language(self) -> str:
        """Code of the language of the screen."""
        code = str(self.store.value(_LANGUAGE, ""))
        return code if code in LANGUAGES else default_language()

    @language.setter
    def language(self, code: str) -> None:
        if code != self.language:
            self.store.setValue(_LANGUAGE, code)
            self.language_changed.emit()

    @property
    def theme(self) -> Mode:
        """Light, dark or as the desktop is."""
        stored = str(self.store.value(THEME_KEY, Mode.SYSTEM.value))
        return Mode(stored) if stored in set(Mode) else Mode.SYSTEM

    @theme.setter
    def theme(self, mode: Mode) -> None:
        self._keep_look(THEME_KEY, mode.value)

    @property
    def size(self) -> int:
        """Size of the interface in percent, from 80 to 200."""
        return min(max(self._number(_SIZE, 100), SIZE_MIN), SIZE_MAX)

    @size.setter
    def size(self, percent: int) -> None:
        self._keep_look(_SIZE, min(max(percent, SIZE_MIN), SIZE_MAX))

    @property
    def reduced_motion(self) -> bool | None:
        """Whether nothing should move; None leaves it to the desktop."""
        stored = str(self.store.value(_MOTION, ""))
        return None if stored not in {"yes", "no"} else stored == "yes"

    @reduced_motion.setter
    def reduced_motion(self, wanted: bool | None) -> None:
        self._keep_look(_MOTION, "" if wanted is None else "yes" if wanted else "no")

    @property
    def idle_minutes(self) -> int:
        """Minutes without a hand on the computer until the mission is locked; 0 for never."""
        return max(self._number(_IDLE, IDLE_MINUTES), 0)

    @idle_minutes.setter
    def idle_minutes(self, minutes: int) -> None:
        if minutes != self.idle_minutes:
            self.store.setValue(_IDLE, minutes)
            self.idle_changed.emit()

    @property
    def keeps_recent(self) -> bool:
        """Whether the places of opened missions are remembered."""
        return str(self.store.value(_KEEP_RECENT, "yes")) == "yes"

    @keeps_recent.setter
    def keeps_recent(self, wanted: bool) -> None:
        self.store.setValue(_KEEP_RECENT, "yes" if wanted else "no")
        if not wanted:
            self.forget_recent()

    @property
    def recent(self) -> list[Path]:
        """Files opened lately, the last one first; some may be gone."""
        return [Path(text) for text in self._texts(_RECENT)]

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones, unless the user wants none kept."""
        if not self.keeps_recent:
            return
        kept = [path, *(other for other in self.recent if not _is_same(other, path))]
        self._keep_recent(kept[:RECENT_MAX])

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._keep_recent([other for other in self.recent if not _is_same(other, path)])

    def forget_recent(self) -> None:
        """Empty the list, also on disk."""
        self.store.remove(_WARNED)
        self._keep_recent([])

    def warn_once(self, path: Path) -> bool:
        """Return True the first time it is asked about a file whose place is risky."""
        warned = self._texts(_WARNED)
        if str(path) in warned:
            return False
        if self.keeps_recent:
            self.store.setValue(_WARNED, [str(path), *warned][:RECENT_MAX])
        return True

    def _keep_recent(self, paths: Sequence[Path]) -> None:
        self.store.setValue(_RECENT, [str(path) for path in paths])
        self.store.sync()
        self.recent_changed.emit()

    def _keep_look(self, key: str, value: str | int) -> None:
        if self.store.value(key) != value:
            self.store.setValue(key, value)
            self.look_changed.emit()

    def _number(self, key: str, default: int) -> int:
        try:
            return int(str(self.store.value(key, default)))
        except ValueError:
            return default

    def _texts(self, key: str) -> list[str]:
        # A list of one comes back from an INI file as that one.
        stored = self.store.value(key, [])
        texts = [stored] if isinstance(stored, str) else stored
        return [str(text) for text in texts] if isinstance(texts, list) else []


def _is_same(one: Path, other: Path) -> bool:
    return os.path.normcase(one) == os.path.normcase(other)
