"""The headings of a register: a click sorts, the funnel filters, dragging moves."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

_FUNNEL: Final = 16
_GAP: Final = 4
#: Room the arrow of the sorted column takes on the right.
_ARROW: Final = 18


class RegisterHeader(QHeaderView):
    """Headings with a funnel that shows under the pointer, and wherever a filter is set.

    Signals:
        filter_asked: Emitted with the column whose funnel was pressed.
    """

    filter_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._filtered: frozenset[int] = frozenset()
        self._under = -1
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(False)
        self.setMouseTracking(True)
        # A long heading of a narrow column would else lose its first letters.
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def mark_filtered(self, columns: frozenset[int]) -> None:
        """Show which columns have a filter."""
        self._filtered = columns
        self.viewport().update()

    def section_rect(self, column: int) -> QRect:
        """Return where a heading is, in the coordinates of the header."""
        left = self.sectionViewportPosition(column)
        return QRect(left, 0, self.sectionSize(column), self.height())

    def funnel_rect(self, column: int) -> QRect:
        """Return where the funnel of a heading is."""
        side = theme().px(_FUNNEL)
        section = self.section_rect(column)
        top = section.center().y() - side // 2
        if self._is_right_aligned(column):
            return QRect(section.left() + theme().px(_GAP), top, side, side)
        sorted_by = self.sortIndicatorSection() == column and self.isSortIndicatorShown()
        right = section.right() - theme().px(_GAP) - (theme().px(_ARROW) if sorted_by else 0)
        return QRect(right - side, top, side, side)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        is_set = logicalIndex in self._filtered
        if is_set or logicalIndex == self._under:
            funnel = self.funnel_rect(logicalIndex)
            painter.fillRect(funnel.adjusted(-3, -2, 2, 2), theme().colour("surface"))
            draw_icon(painter, "filter", funnel, "accent" if is_set else "muted")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._funnel_at(event.position().toPoint())
        if column >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.filter_asked.emit(column)
            return
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._funnel_at(event.position().toPoint()) < 0:
            super().mouseReleaseEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._funnel_at(event.pos()) >= 0:
            QToolTip.showText(event.globalPos(), _("Filter this column"), self)
            return True
        return super().viewportEvent(event)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width() + theme().px(_ARROW), size.height())

    def _is_right_aligned(self, column: int) -> bool:
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment = self.model().headerData(column, self.orientation(), role)
        return bool(int(alignment or 0) & int(Qt.AlignmentFlag.AlignRight))

    def _funnel_at(self, point: QPoint) -> int:
        column = self.logicalIndexAt(point)
        if column < 0 or (column != self._under and column not in self._filtered):
            return -1
        return column if self.funnel_rect(column).adjusted(-3, -6, 2, 6).contains(point) else -1

    def _hover(self, column: int) -> None:
        if column != self._under:
            self._under = column
            self.viewport().update()
