"""The drawn matrix: it shows, follows pointer and keys, and says what is asked of it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from entente.domain.risk import Reading
from entente.domain.risk_layout import Cell, Mark
from entente.i18n import _
from entente.services.risk_edits import Passed
from entente_ui.kit import tooltip_html
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.risks.matrix.ground import cell_ink, grid_in, paint_ground, rect_of
from entente_ui.risks.matrix.hand import Hand
from entente_ui.risks.matrix.keys import Keys
from entente_ui.risks.matrix.marks import (
    Face,
    paint_arrow,
    paint_chip,
    paint_focus,
    paint_heap,
    paint_mark,
    paint_trail,
)
from entente_ui.risks.matrix.plan import ARROWS, MOST_WAYS, Plan, Stop, Way
from entente_ui.risks.matrix.telling import axis_words, stop_words
from entente_ui.risks.seen import NOTHING, Seen
from entente_ui.risks.words import scored_words

#: Radii of a mark in px at 100 %, the best first.
_RADII: Final = (19.0, 17.0, 15.0, 13.0, 11.0)
_HINT: Final = (720, 520)
_LEAST: Final = (380, 300)


class MatrixChart(QWidget):
    """The matrix. It writes nothing: a mark that is let go elsewhere is asked for.

    Attributes:
        seen: What it shows.
        mode: Which readings: one of `plan.MODES`.
        plan: Where everything stands.
        picked: Key of the risk that is selected, or empty.
        chosen: The cell whose risks are listed, or None.
        stop: Where the keyboard is, or None.
        is_locked: Whether nothing may be moved.

    Signals:
        rated: Emitted with a `Mark`, the `Cell` it is to stand in, and whether to ask why.
        risk_picked: Emitted with the key of the risk that is selected, or "".
        cell_chosen: Emitted with the `Cell` whose risks are to be listed, or None.
        opened: Emitted with the key of a risk that is to be seen in full.
        placed: Emitted with the keys of risks dropped here and the `Cell`.
        linked: Emitted with the key of a risk, a kind of record and the keys dropped on it.
        menu_wanted: Emitted with the key of a risk and where, in global coordinates.
        refused: Emitted when something was to be moved that may not.
    """

    rated = Signal(object, object, bool)
    risk_picked = Signal(str)
    cell_chosen = Signal(object)
    opened = Signal(str)
    placed = Signal(object, object)
    linked = Signal(str, str, object)
    menu_wanted = Signal(str, object)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen: Seen = NOTHING
        self.mode: str = Reading.CURRENT.value
        self.picked = ""
        self.chosen: Cell | None = None
        self.stop: Stop | None = None
        self.is_locked = False
        self._left_out: frozenset[str] = frozenset()
        self._opened: Cell | None = None
        self._trail: Sequence[Passed] = ()
        self._still: QPixmap | None = None
        self.plan = Plan(grid_in(1, 1), (), self.mode, _RADII)
        self.hand = Hand(self)
        self._keys = Keys(self)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Risk matrix"))
        theme().changed.connect(self.lay_out)

    def show_seen(self, seen: Seen, left_out: frozenset[str] = frozenset()) -> None:
        """Show what is known now, without the risks named."""
        self.hand.cancel()
        self.seen, self._left_out = seen, left_out
        self.lay_out()

    def set_mode(self, mode: str) -> None:
        """Show other readings."""
        self.hand.cancel()
        self.mode = mode
        self._opened = None
        self.lay_out()

    def pick(self, key: str) -> None:
        """Select a risk, "" none, without telling anybody."""
        self.picked = key
        mark = self.plan.mark_of(key) if key else None
        if mark is not None:
            self.stop = self.visible_stop(mark)
        self.repaint_still()

    def choose(self, cell: Cell | None) -> None:
        """Mark the cell whose risks are listed, without telling anybody."""
        self.chosen = cell
        self.update()

    def show_trail(self, trail: Sequence[Passed]) -> None:
        """Draw where the selected risk stood before."""
        if trail != self._trail:
            self._trail = trail
            self.repaint_still()

    def open_cell(self, cell: Cell | None) -> None:
        """Lay the heap of a cell open, or put it back together."""
        self._opened = cell if cell != self._opened else None
        closed = self._opened is None
        self.lay_out()
        if self.plan.sheet:
            self.go(self.plan.sheet.spots[0].mark)
        elif closed and cell is not None and self.plan.heap(cell):
            self.go(cell)

    @property
    def is_open(self) -> bool:
        """Whether a heap is laid open."""
        return self.plan.sheet is not None

    @property
    def opened_cell(self) -> Cell | None:
        """The cell whose heap is laid open."""
        return self._opened

    def visible_stop(self, mark: Mark) -> Stop:
        """Return a mark, or the heap it is hidden in."""
        if any(spot.mark == mark for spot in self.plan.spots):
            return mark
        return self.plan.cells.get(mark, mark)

    def go(self, stop: Stop | None) -> None:
        """Put the keyboard on a mark or a heap."""
        self.stop = stop
        words = stop_words(self.seen, self.plan, stop)
        self.setAccessibleDescription(words)
        if words:
            announce(self, words)
        self.update()

    def rect_around(self, stop: Stop) -> QRect:
        """Return the square around a mark or a heap."""
        x, y = self.plan.point_of(stop) or (0.0, 0.0)
        radius = self.plan.arrangement.radius
        return QRectF(x - radius, y - radius, 2 * radius, 2 * radius).toAlignedRect()

    def rect_of_cell(self, cell: Cell) -> QRect:
        """Return where a cell is."""
        return rect_of(self.plan.grid.box(cell)).toAlignedRect()

    def lay_out(self) -> None:
        """Find places for everything anew."""
        radii = [float(theme().px(radius)) for radius in _RADII]
        grid = grid_in(self.width(), self.height())
        self.plan = Plan(grid, self.seen.views, self.mode, radii, self._opened, self._left_out)
        if self.plan.sheet is None:
            self._opened = None
        if self.stop is not None and self.stop not in self.plan.stops():
            self.stop = self._stop_again(self.stop)
        self.repaint_still()

    def repaint_still(self) -> None:
        """Draw what does not move anew."""
        self._still = None
        self.update()

    def _stop_again(self, stop: Stop) -> Stop | None:
        mark = self.plan.mark_of(stop.risk) if isinstance(stop, Mark) else None
        return None if mark is None else self.visible_stop(mark)

    def face(self, mark: Mark) -> Face:
        """Return how a mark looks."""
        view = self.seen.by_key[mark.risk]
        main = self.plan.mark_of(mark.risk)
        return Face(
            view.ref,
            view.is_threat,
            is_ghost=self.mode == ARROWS and mark != main,
            is_overdue=view.is_overdue and mark == main,
            is_selected=mark.risk == self.picked,
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._still is None:
            self._still = self._draw_still()
        painter.drawPixmap(0, 0, self._still)
        if self.chosen is not None:
            self._frame_cell(painter, self.chosen, 3.0)
        if self.plan.sheet is not None:
            self._paint_sheet(painter)
        if self.hasFocus() and self.stop is not None and not self.hand.is_carrying:
            self._paint_focus(painter, self.stop)
        self._paint_carried(painter)

    def _draw_still(self) -> QPixmap:
        """Return the ground and every mark that lies on it."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        still.setDevicePixelRatio(ratio)
        still.fill(Qt.GlobalColor.transparent)
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = self.plan
        paint_ground(painter, plan.grid, self.seen.scales)
        self._paint_past(painter)
        for way in self._ways():
            self._paint_way(painter, way)
        carried = self.hand.mark
        for spot in plan.arrangement.spots:
            if spot.mark != carried:
                paint_mark(painter, spot.point, plan.arrangement.radius, self.face(spot.mark))
        for heap in plan.arrangement.heaps:
            is_picked = any(mark.risk == self.picked for mark in heap.marks)
            paint_heap(painter, heap, plan.arrangement.radius, is_selected=is_picked)
        painter.end()
        return still

    def _ways(self) -> Sequence[Way]:
        ways = self.plan.ways
        if len(self.seen.views) <= MOST_WAYS:
            return ways
        return [way for way in ways if way.start.risk == self.picked]

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        start, end = self.plan.point_of(way.start), self.plan.point_of(way.end)
        if start and end:
            planned = way.end.reading == Reading.TARGET
            paint_arrow(painter, start, end, self.plan.arrangement.radius, is_planned=planned)

    def _paint_past(self, painter: QPainter) -> None:
        """Draw the trail of the selected risk, below the marks, which have to be read."""
        mark = self.plan.mark_of(self.picked) if self.picked else None
        point = self.plan.point_of(mark) if mark else None
        if point is not None and self.mode != ARROWS and self.hand.mark is None:
            paint_trail(painter, self.plan.grid, self._trail, point)

    def _paint_sheet(self, painter: QPainter) -> None:
        sheet = self.plan.sheet
        if sheet is None:
            return
        box = rect_of(sheet.box)
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box, theme().px(8), theme().px(8))
        head = box.adjusted(theme().px(10), theme().px(2), -theme().px(10), 0)
        head.setHeight(self.plan.grid.head)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        words = stop_words(self.seen, self.plan, sheet.cell, more=sheet.left_out)
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, round(head.width())
        )
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), words)
        for spot in sheet.spots:
            if spot.mark != self.hand.mark:
                radius = self.plan.arrangement.radius
                paint_mark(painter, spot.point, radius, self.face(spot.mark))

    def _frame_cell(self, painter: QPainter, cell: Cell, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = rect_of(self.plan.grid.box(cell)).adjusted(2.5, 2.5, -2.5, -2.5)
        for role, more in (("surface", 2.0), ("accent", 0.0)):
            painter.setPen(QPen(theme().colour(role), theme().px(width) + more))
            painter.drawRoundedRect(box, theme().px(4), theme().px(4))

    def _paint_focus(self, painter: QPainter, stop: Stop) -> None:
        point = self.plan.point_of(stop)
        if point is None:
            return
        is_threat = not isinstance(stop, Mark) or self.seen.by_key[stop.risk].is_threat
        paint_focus(painter, point, self.plan.arrangement.radius, is_threat=is_threat)

    def _paint_carried(self, painter: QPainter) -> None:
        hand = self.hand
        if hand.target is not None:
            light = rect_of(self.plan.grid.box(hand.target))
            painter.fillRect(light, theme().colour("accent_soft", 0.55))
            self._frame_cell(painter, hand.target, 3.0)
            painter.setPen(cell_ink(self.seen.scales, hand.target))
        if hand.point is None:
            return
        if hand.mark is not None:
            radius = self.plan.arrangement.radius * 1.12
            paint_mark(painter, hand.point, radius, self.face(hand.mark))
        if words := self._told():
            paint_chip(painter, hand.point, words, QRectF(self.rect()))

    def _told(self) -> str:
        if self.hand.words:
            return self.hand.words
        if self.hand.target is None:
            return _("Let go outside: it stays where it was") if self.hand.mark else ""
        return scored_words(self.seen.scales, self.hand.target)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_HINT[0]), theme().px(_HINT[1]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST[0]), theme().px(_LEAST[1]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = QPointF(event.pos())
            words = axis_words(self.seen, self.plan, point.x(), point.y())
            if words and not self.hand.is_carrying:
                QToolTip.showText(event.globalPos(), tooltip_html(words), self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        stop = self.plan.stop_at(event.position().x(), event.position().y())
        if isinstance(stop, Mark):
            self.opened.emit(stop.risk)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        stop, place = self.stop, event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            stop = self.plan.stop_at(event.pos().x(), event.pos().y())
        elif stop is not None:
            place = self.mapToGlobal(self.rect_around(stop).center())
        if isinstance(stop, Mark):
            self.go(stop)
            self.menu_wanted.emit(stop.risk, place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.take(event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.stop is None:
            self.go(next(iter(self.plan.stops()), None))
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.hand.drag_over(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.hand.drag_over(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hand.cancel()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hand.drop(event)


def positions(chart: MatrixChart) -> Mapping[str, Cell]:
    """Return where each risk is shown, by its key."""
    return {mark.risk: cell for mark, cell in chart.plan.cells.items()}
