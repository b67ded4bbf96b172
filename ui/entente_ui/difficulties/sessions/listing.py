"""The sessions of a difficulty in the order of their days."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.difficulties.sessions.words import about_text, status_text
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

Row: TypeAlias = Mapping[str, Any]

_ROW_HEIGHT: Final = 54
#: More are scrolled: below the list is the session one works on.
_SHOWN: Final = 4
_SIGNS: Final = {
    "planned": ("calendar-event", "accent"),
    "held": ("circle-check", "good"),
    "cancelled": ("circle-x", "muted"),
}


class SessionsModel(KeyedList[Row]):
    """Shows sessions as they are given."""

    @override
    def key_of(self, row: Row) -> str:
        return str(row["id"])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        title = f"{row['ref']} {row['title'] or ''}"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}, {status_text(row)}, {about_text(row)}"
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class SessionDelegate(RowDelegate):
    """Paints a session on two lines: what it is called, and when, what and where it is."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW_HEIGHT))

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: Row) -> None:
        box = box.adjusted(theme().px(12), 0, -theme().px(12), 0)
        sign, role = _SIGNS.get(row["status"], _SIGNS["planned"])
        side = theme().px(20)
        draw_icon(painter, sign, QRect(box.left(), box.center().y() - side // 2, side, side), role)
        status = status_text(row)
        painter.setFont(theme().font("small"))
        width = painter.fontMetrics().horizontalAdvance(status)
        painter.setPen(theme().colour(role))
        middle = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box, middle, status)
        left = box.left() + side + theme().px(12)
        lines = (
            (f"{row['ref']} · {row['title'] or ''}", "strong", "text"),
            (about_text(row), "small", "muted"),
        )
        heights = [QFontMetrics(theme().font(font)).height() for _words, font, _role in lines]
        room = QRect(box)
        room.setLeft(left)
        room.setRight(box.right() - width - theme().px(12))
        room.moveTop(box.center().y() - sum(heights) // 2)
        for (words, font, colour), height in zip(lines, heights, strict=True):
            paint_line(painter, room, words, font, colour)
            room.translate(0, height)


class SessionList(RowList):
    """Choose a session by mouse or arrows.

    Signals:
        run_asked: Emitted with the key of a session that is to be led: Enter.
        remove_asked: Emitted with the key of one to take away: Delete.
    """

    run_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.sessions = SessionsModel()
        super().__init__(self.sessions, SessionDelegate(), _("Sessions"), parent)
        self.setUniformItemSizes(True)
        theme().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row], wanted: str = "") -> None:
        """Show sessions and choose one: that wanted, the one that was, or the first to come."""
        kept = wanted or self.key
        self.sessions.show_rows(rows)
        self._fit()
        if self.sessions.row_of(kept) < 0:
            coming = [row["id"] for row in rows if row["status"] == "planned"]
            kept = next(iter(coming), rows[-1]["id"] if rows else "")
        self.choose(kept)

    @Slot()
    def _fit(self) -> None:
        rows = min(max(1, self.sessions.rowCount()), _SHOWN)
        self.setFixedHeight(rows * theme().px(_ROW_HEIGHT) + theme().px(4))
        self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self, self._see_current)

    @Slot()
    def _see_current(self) -> None:
        self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.run_asked.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.remove_asked.emit(self.key)
        else:
            super().keyPressEvent(event)
