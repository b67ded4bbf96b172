"""A list of painted rows one of which is chosen."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from entente_ui.kit.label import set_look
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.kit.table import dress_list
from entente_ui.look.theme import theme


class RowDelegate(QStyledItemDelegate):
    """Paints each row on a ground of its own."""

    def room(self, row: QRect) -> QRect:
        """Return where the ground of a row is."""
        return row.adjusted(0, theme().px(2), 0, -theme().px(2))

    def paint_row(self, painter: QPainter, box: QRect, row: Any) -> None:  # noqa: ANN401  # of any kind
        """Paint what a row says into its ground."""
        raise NotImplementedError

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = self.room(option.rect)
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
        self.paint_row(painter, box, index.data(Qt.ItemDataRole.UserRole))
        painter.restore()


def paint_line(
    painter: QPainter, box: QRect, words: str, font: str = "body", role: str = "text"
) -> int:
    """Paint one line from the top left of a box, shortened to its width.

    Returns:
        How wide it is.
    """
    painter.setFont(theme().font(font))
    painter.setPen(theme().colour(role))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box.left(), box.top() + metrics.ascent(), shown)
    return metrics.horizontalAdvance(shown)


class RowList(QListView):
    """Choose a row by mouse or arrows. Its model hands the row out under `UserRole`.

    Signals:
        chosen: Emitted with the key of another row, or nothing.
    """

    chosen = Signal(str)

    #: While rows are listed anew, none of them is being chosen.
    _is_filling = False

    def __init__(
        self,
        rows: KeyedList[Any],
        delegate: RowDelegate,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show rows.

        Args:
            rows: The model.
            delegate: Paints them.
            name: What a screen reader calls the list.
            parent: Its widget.
        """
        super().__init__(parent)
        self._model = rows
        rows.setParent(self)
        delegate.setParent(self)
        self.setModel(rows)
        dress_list(self)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        set_look(self, "bare", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    @property
    def key(self) -> str:
        """Key of the row chosen, empty for none."""
        index = self.currentIndex()
        return self._model.key_of(self._model.row_at(index)) if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose a row, if it is there."""
        row = self._model.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_filling:
            self.chosen.emit(self.key)
