"""A layout that starts a new line when one is full, as words do."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


def _may_shrink(item: QLayoutItem) -> bool:
    """Return whether an item takes the room there is, as fields do and words do not."""
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


class FlowLayout(QLayout):
    """Items side by side in their own sizes, on as many lines as it takes.

    What would take more room if it could takes what is left of a line before it begins one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Whatever holds it asks again and again, mostly for the same few widths.
        self._heights: dict[int, int] = {}

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self._margins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items into `rect`, or only count; return the height it takes."""
        margins = self._margins()
        inner = rect.marginsRemoved(margins)
        gap = max(0, self.spacing())
        x, y, line_height = inner.x(), inner.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), 1), item.sizeHint().height()))
            room = inner.right() + 1 - x
            if x > inner.x() and size.width() > room:
                if _may_shrink(item) and item.minimumSize().width() <= room:
                    size.setWidth(room)
                else:
                    x, y, line_height = inner.x(), y + line_height + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
            line_height = max(line_height, size.height())
        return y + line_height - rect.y() + margins.bottom()

    def _margins(self) -> QMargins:
        return self.contentsMargins()
