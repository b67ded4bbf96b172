"""The sprints as chips in a line, one of which is looked at."""

from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.sprints import SprintView
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme
from entente_ui.sprints.cycle.words import (
    STATE_LABELS,
    STATE_MARKS,
    dates_words,
    share_words,
    spoken,
)

#: Px at 100 %.
_WIDE: Final = 192
_HIGH: Final = 68
_LOW: Final = 34
_BAR: Final = 14
_SIDE: Final = 10


class ChipModel(KeyedList[SprintView]):
    """Lists sprints."""

    @override
    def key_of(self, row: SprintView) -> str:
        return row.id

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        view = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{view.ref} {view.name}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(view)
            case Qt.ItemDataRole.UserRole:
                return view
        return None


class ChipDelegate(RowDelegate):
    """Paints a sprint: its name, its dates, its state in words and what is done of it.

    Attributes:
        is_low: Whether there is room for one line only.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_low = False

    @override
    def room(self, row: QRect) -> QRect:
        return row.adjusted(0, 0, -theme().px(8), -theme().px(2))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(_WIDE), theme().px(_LOW if self.is_low else _HIGH))

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: SprintView) -> None:
        px = theme().px
        inside = box.adjusted(px(_SIDE), px(6), -px(_SIDE), -px(4))
        if self.is_low:
            self._paint_line(painter, inside, row)
            return
        used = paint_line(painter, inside, row.ref, "small_strong", "muted")
        name = inside.adjusted(used + px(6), -px(1), 0, 0)
        paint_line(painter, name, row.name, "strong")
        line = painter.fontMetrics().height()
        second = inside.adjusted(0, line, 0, 0)
        paint_line(painter, second, dates_words(row.starts_on, row.ends_on), "small", "muted")
        self._paint_state(painter, second.adjusted(0, line - px(2), 0, 0), row)

    def _paint_line(self, painter: QPainter, box: QRect, row: SprintView) -> None:
        px = theme().px
        icon, role = STATE_MARKS[row.state]
        draw_icon(painter, icon, QRect(box.left(), box.top() + px(2), px(_BAR), px(_BAR)), role)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        words = box.adjusted(px(_BAR + 6), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight), share_words(row))
        used = painter.fontMetrics().horizontalAdvance(share_words(row))
        room = words.adjusted(0, 0, -used - px(6), 0)
        paint_line(painter, room, f"{row.ref} {row.name}".strip(), "small_strong")

    def _paint_state(self, painter: QPainter, box: QRect, row: SprintView) -> None:
        px = theme().px
        icon, role = STATE_MARKS[row.state]
        draw_icon(painter, icon, QRect(box.left(), box.top() + px(1), px(_BAR), px(_BAR)), role)
        words = box.adjusted(px(_BAR + 5), 0, 0, 0)
        used = paint_line(painter, words, _(STATE_LABELS[row.state]), "small", role)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        room = words.adjusted(used + px(6), 0, 0, 0)
        room.setHeight(painter.fontMetrics().height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), share_words(row))


class ChipList(RowList):
    """Sprints from left to right, the earliest first.

    Signals:
        asked: Emitted with what a key asks for.
        menu_wanted: Emitted with the place for a context menu, on the screen.
    """

    asked = Signal(str)
    menu_wanted = Signal(QPoint)

    _KEYS: Final = {
        Qt.Key.Key_Return: "open",
        Qt.Key.Key_Enter: "open",
        Qt.Key.Key_N: "new",
        Qt.Key.Key_Delete: "delete",
        Qt.Key.Key_Down: "cards",
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        self.chips = ChipModel()
        self._face = ChipDelegate()
        super().__init__(self.chips, self._face, _("Sprints"), parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.doubleClicked.connect(lambda _index: self.asked.emit("open"))
        theme().changed.connect(self._fit)
        self._fit()

    def show_sprints(self, views: tuple[SprintView, ...], key: str) -> None:
        """Show sprints, one of them chosen; nobody is told."""
        self._is_filling = True
        self.chips.show_rows(views)
        self.choose(key)
        self._is_filling = False
        self._fit()

    def set_low(self, on: bool) -> None:
        """Take one line only, or as many as there are."""
        if on != self._face.is_low:
            self._face.is_low = on
            self._fit()

    def _fit(self) -> None:
        high = theme().px(_LOW if self._face.is_low else _HIGH)
        wide = theme().px(_WIDE) * len(self.chips.rows)
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() else 0
        self.setFixedHeight(high + bar + theme().px(2))
        self.doItemsLayout()

    @override
    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._KEYS.get(Qt.Key(event.key()))
        if asked and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.visualRect(self.currentIndex()).center()
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if self.key:
            self.menu_wanted.emit(self.viewport().mapToGlobal(at) if is_key else event.globalPos())
