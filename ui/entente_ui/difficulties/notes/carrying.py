"""Notes on their way from one place of a page to another."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from entente.domain.note import NOTE
from entente_ui.drag import dragged_records
from entente_ui.look.theme import theme


def carried_notes(event: QDropEvent) -> Sequence[str]:
    """Return the keys of the notes that are dragged; nothing for anything else."""
    kind, keys = dragged_records(event.mimeData())
    return keys if kind == NOTE.name else ()


def take_up(event: QDropEvent) -> None:
    """Let something be dropped: it moves."""
    event.setDropAction(Qt.DropAction.MoveAction)
    event.accept()


def carry(view: QAbstractItemView, data: QMimeData) -> None:
    """Carry notes about, as the card looks that the cursor is on, until they are dropped."""
    drag = QDrag(view)
    drag.setMimeData(data)
    drag.setPixmap(view.viewport().grab(view.visualRect(view.currentIndex())))
    drag.setHotSpot(QPoint(theme().px(24), theme().px(16)))
    drag.exec(Qt.DropAction.MoveAction)
