"""Cards on their way from one place to another."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from entente_ui.drag import dragged_records
from entente_ui.formats import number
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
    """Carry cards about until they are dropped.

    They look as the one does that the cursor is on; of several the number is said.
    """
    drag = QDrag(view)
    drag.setMimeData(data)
    picture = view.viewport().grab(view.visualRect(view.currentIndex()))
    count = len(view.selectedIndexes())
    if count > 1:
        _write_count(picture, count)
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(theme().px(24), theme().px(16)))
    drag.exec(Qt.DropAction.MoveAction)


def _write_count(picture: QPixmap, count: int) -> None:
    """Write how many cards there are into the top right corner of the picture of one."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme().font("strong")
    painter.setFont(font)
    high = theme().px(26)
    wide = max(high, QFontMetrics(font).horizontalAdvance(number(count)) + theme().px(14))
    right = picture.deviceIndependentSize().width()
    box = QRectF(right - wide - theme().px(4), theme().px(2), wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setPen(theme().colour("on_accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(count))
    painter.end()
