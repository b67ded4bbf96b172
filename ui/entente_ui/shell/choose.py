"""Asking for files, without the toolkit remembering the folders of clients."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from entente.i18n import _
from entente_ui.folders import remember_folder, start_folder
from entente_ui.shell.drops import MISSION_SUFFIX

_TOOLKIT: Final = "QtProject"
_REMEMBERED: Final = "FileDialog"


def free_name(folder: Path, stem: str, suffix: str = MISSION_SUFFIX) -> Path:
    """Return a file in `folder` that is not there yet, numbered if need be."""
    names = (f"{stem}{suffix}", *(f"{stem} {number}{suffix}" for number in range(2, 1000)))
    free = (folder / name for name in names)
    return next((path for path in free if not path.exists()), folder / names[0])


def mission_to_open(parent: QWidget, title: str) -> Path | None:
    """Ask for a mission to open; None if the user thinks better of it."""
    start = str(start_folder())
    told, _kind = QFileDialog.getOpenFileName(parent, title, start, _missions())
    forget_folders()
    if not told:
        return None
    remember_folder(Path(told))
    return Path(told)


def mission_to_write(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Ask where to write a mission; an existing file has been agreed to be replaced."""
    told, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), _missions())
    forget_folders()
    return _with_suffix(Path(told), MISSION_SUFFIX) if told else None


def pdf_to_write(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Ask where to write a PDF."""
    told, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), "PDF (*.pdf)")
    forget_folders()
    return _with_suffix(Path(told), ".pdf") if told else None


def forget_folders() -> None:
    """Have Qt forget which folders were looked into: their names tell whose missions."""
    kept = QSettings(QSettings.Scope.UserScope, _TOOLKIT)
    kept.remove(_REMEMBERED)
    kept.sync()


def _missions() -> str:
    return _("Missions") + f" (*{MISSION_SUFFIX})"


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
