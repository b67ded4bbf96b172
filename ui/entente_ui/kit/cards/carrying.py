"""Cards on their way from one place to another."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from entente_ui.drag import dragged_records
from entente_ui.look.theme import theme


def carried(event: QDropEvent, kind: str) -> Sequence[str]:
    """Return the keys of the records of a kind that are dragged; nothing for anything else."""
    found, keys = dragged_records(event.mimeData())
    return keys if found == kind else ()


def take_up(event: QDropEvent) -> None:
    """Let something be dropped: it moves."""
    event.setDropAction(Qt.DropAction.MoveAction)
    event.accept()


def carry(view: QAbstractItemView, data: QMimeData) -> None:
    """Carry cards about, as the one looks that the cursor is on, until they are dropped."""
    drag = QDrag(view)
    drag.setMimeData(data)
    drag.setPixmap(view.viewport().grab(view.visualRect(view.currentIndex())))
    drag.setHotSpot(QPoint(theme().px(24), theme().px(16)))
    drag.exec(Qt.DropAction.MoveAction)
