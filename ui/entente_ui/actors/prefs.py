"""What the grid remembers for this user: choices, never mission text."""

from enum import StrEnum

from PySide6.QtCore import QSettings


class Pref(StrEnum):
    """Names in the settings."""

    TAB = "actors/tab"
    NAMES = "actors/names"
    TRAILS = "actors/trails"
    TABLE = "actors/table"
    SIDE = "actors/side"


def is_on(settings: QSettings, pref: Pref, *, default: bool) -> bool:
    """Return whether a switch was on when last seen."""
    return str(settings.value(pref.value, "yes" if default else "no")) == "yes"


def keep(settings: QSettings, pref: Pref, *, on: bool) -> None:
    """Remember a switch."""
    settings.setValue(pref.value, "yes" if on else "no")
