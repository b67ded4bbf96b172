"""What can be dropped on the pane of the actors: actors, and lists of people."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from entente.domain.actor import ACTOR
from entente_ui.drag import dragged_records, pack_records
from entente_ui.shell.drops import dropped_files, is_mission


def actors_in(data: QMimeData) -> tuple[str, ...]:
    """Return the keys of the actors among what is dragged; nothing for other things."""
    kind, keys = dragged_records(data)
    return tuple(keys) if kind == ACTOR.name else ()


def mime_of(keys: Sequence[str]) -> QMimeData:
    """Return actors as something to drag."""
    return pack_records(ACTOR.name, keys)


def list_in(data: QMimeData) -> Path | None:
    """Return the file among what is dragged that may hold a list of people."""
    return next((path for path in dropped_files(data) if not is_mission(path)), None)
