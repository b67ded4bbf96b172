"""The file in which the program remembers its user's choices."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

FILE_NAME: Final = "entente.ini"
THEME_KEY: Final = "look/theme"


def open_settings() -> QSettings:
    """Return the store of this user and computer; it does not roam with a profile."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return QSettings(str(Path(folder) / FILE_NAME), QSettings.Format.IniFormat)
