"""The sessions of a difficulty in the order of their days."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from entente.i18n import _
from entente_ui.difficulties.sessions.words import about_text, status_text
from entente_ui.kit import dress_list
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = Mapping[str, Any]

_ROOT: Final = QModelIndex()
_ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_ROW_HEIGHT: Final = 54
#: More are scrolled: below the list is the session one works on.
_SHOWN: Final = 4
_SIGNS: Final = {
    "planned": ("calendar-event", "accent"),
    "held": ("circle-check", "good"),
    "cancelled": ("circle-x", "muted"),
}


class SessionsModel(QAbstractListModel):
    """Shows sessions as they are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other sessions, or the same ones changed."""
        if [row["id"] for row in rows] == [row["id"] for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def key_at(self, index: Index) -> str:
        """Return the key of a session, empty where there is none."""
        return str(self._rows[index.row()]["id"]) if index.isValid() else ""

    def row_of(self, key: str) -> int:
        """Return where a session stands, −1 if it does not."""
        return next((place for place, row in enumerate(self._rows) if row["id"] == key), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        title = f"{row['ref']} {row['title'] or ''}"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}, {status_text(row)}, {about_text(row)}"
            case _ if role == _ROW_ROLE:
                return row
        return None


class SessionDelegate(QStyledItemDelegate):
    """Paints a session on two lines: what it is called, and when, what and where it is."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        box = option.rect.adjusted(0, theme().px(2), 0, -theme().px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "surface"
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "accent_soft"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.setPen(theme().colour("border"))
        painter.setBrush(theme().colour(ground))
        radius = theme().px(8)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_words(painter, box.adjusted(theme().px(12), 0, -theme().px(12), 0), row)
        painter.restore()

    @staticmethod
    def _paint_words(painter: QPainter, box: QRect, row: Row) -> None:
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
        room = box.right() - width - theme().px(12) - left
        lines = (
            (f"{row['ref']} · {row['title'] or ''}", "strong", "text"),
            (about_text(row), "small", "muted"),
        )
        heights = [QFontMetrics(theme().font(font)).height() for _words, font, _role in lines]
        top = box.center().y() - sum(heights) // 2
        for (words, font, colour), height in zip(lines, heights, strict=True):
            painter.setFont(theme().font(font))
            painter.setPen(theme().colour(colour))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, top + metrics.ascent(), shown)
            top += height


class SessionList(QListView):
    """Choose a session by mouse or arrows.

    Signals:
        chosen: Emitted with the key of another session, or nothing.
        run_asked: Emitted with the key of a session that is to be led: Enter.
        remove_asked: Emitted with the key of one to take away: Delete.
    """

    chosen = Signal(str)
    run_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions = SessionsModel(self)
        self.setModel(self.sessions)
        dress_list(self)
        self.setItemDelegate(SessionDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Sessions"))
        theme().changed.connect(self._fit)

    @property
    def key(self) -> str:
        """Key of the session chosen, empty for none."""
        return self.sessions.key_at(self.currentIndex())

    def show_rows(self, rows: Sequence[Row], wanted: str = "") -> None:
        """Show sessions and choose one: that wanted, the one that was, or the first to come."""
        kept = wanted or self.key
        self.sessions.show_rows(rows)
        self._fit()
        if self.sessions.row_of(kept) < 0:
            coming = [row["id"] for row in rows if row["status"] == "planned"]
            kept = next(iter(coming), rows[-1]["id"] if rows else "")
        self.choose(kept)

    def choose(self, key: str) -> None:
        """Choose a session, if it is there."""
        row = self.sessions.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.sessions.index(row))

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
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.run_asked.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.remove_asked.emit(self.key)
        else:
            super().keyPressEvent(event)
