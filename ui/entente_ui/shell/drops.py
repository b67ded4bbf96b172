"""Files dropped on the window: only local ones, and only of kinds we read."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

MISSION_SUFFIX: Final = ".entente"
CONTACT_SUFFIXES: Final = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".ods", ".vcf"})


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files among what is dropped; addresses on other machines are not taken."""
    if not data.hasUrls():
        return []
    # A host in the address would have Windows knock at another computer.
    local = [url for url in data.urls() if url.isLocalFile() and not url.host()]
    paths = [Path(url.toLocalFile()) for url in local]
    return [path for path in paths if is_known(path) and not _is_remote(path)]


def is_mission(path: Path) -> bool:
    """Return whether a file is named as a mission is."""
    return path.suffix.lower() == MISSION_SUFFIX


def is_known(path: Path) -> bool:
    """Return whether a file is named as something we read."""
    return is_mission(path) or path.suffix.lower() in CONTACT_SUFFIXES


def _is_remote(path: Path) -> bool:
    return str(path).startswith(("//", "\\\\"))
