"""In which folder a question for a file begins."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


class _Used:
    """The folder used last. It is kept nowhere else: its name may tell whose mission it is."""

    folder: Path | None = None


def documents_folder() -> Path:
    """Return where this user keeps documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()


def start_folder() -> Path:
    """Return the folder used last since the program began, or that of documents."""
    used = _Used.folder
    return used if used is not None and used.is_dir() else documents_folder()


def remember_folder(file: Path) -> None:
    """Begin the next time where `file` is."""
    _Used.folder = file.parent


def forget_folder() -> None:
    """Begin the next time where documents are."""
    _Used.folder = None
