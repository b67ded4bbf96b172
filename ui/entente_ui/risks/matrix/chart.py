"""The drawn matrix: it shows, follows pointer and keys, and says what is asked of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
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
from entente_ui.kit.landing import TakesDrops
from entente_ui.look.theme import theme
from entente_ui.risks.matrix.ground import grid_in, rect_of
from entente_ui.risks.matrix.hand import Hand
from entente_ui.risks.matrix.keys import Keys
from entente_ui.risks.matrix.landing import Landing
from entente_ui.risks.matrix.painting import Painting
from entente_ui.risks.matrix.plan import Plan, Stop
from entente_ui.risks.matrix.telling import axis_words, stop_words
from entente_ui.risks.seen import NOTHING, Seen

#: Radii of a mark in px at 100 %, the best first.
_RADII: Final = (19.0, 17.0, 15.0, 13.0, 11.0)
_HINT: Final = (720, 520)
_LEAST: Final = (330, 280)


class MatrixChart(TakesDrops, QWidget):
    """The matrix. It writes nothing: a mark that is let go elsewhere is asked for.

    Attributes:
        seen: What it shows.
        mode: Which readings: one of `plan.MODES`.
        plan: Where everything stands.
        picked: Key of the risk that is selected, or empty.
        trail: Where it stood before.
        chosen: The cell whose risks are listed, or None.
        stop: Where the keyboard is, or None.
        is_locked: Whether nothing may be moved.

    Signals:
        rated: Emitted with a `Mark`, the `Cell` it is to stand in, and whether to ask why.
        let_go: Emitted when the keyboard has moved a mark as far as it was meant to go.
        risk_picked: Emitted with the key of the risk that is selected, or "".
        cell_chosen: Emitted with the `Cell` whose risks are to be listed, or None.
        opened: Emitted with the key of a risk that is to be seen in full.
        placed: Emitted with the keys of risks dropped here and the `Cell`.
        linked: Emitted with the key of a risk, a kind of record and the keys dropped on it.
        menu_wanted: Emitted with the key of a risk and where, in global coordinates.
        refused: Emitted when something was to be moved that may not.
    """

    rated = Signal(object, object, bool)
    let_go = Signal()
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
        self.trail: Sequence[Passed] = ()
        self._still: QPixmap | None = None
        self.plan = Plan(grid_in(1, 1), (), self.mode, _RADII)
        self.hand = Hand(self)
        self.landing = Landing(self)
        self._painting = Painting(self)
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
        if cell != self.chosen:
            self.chosen = cell
            self.repaint_still()

    def show_trail(self, trail: Sequence[Passed]) -> None:
        """Draw where the selected risk stood before."""
        if trail != self.trail:
            self.trail = trail
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

    def follow_hand(self, before: QRegion) -> None:
        """Paint again what the hand has left, given as `hand_reach` was, and where it is."""
        self.update(before + self.hand_reach())

    def hand_reach(self) -> QRegion:
        """Return what the hand covers."""
        return self._painting.reach(self.hand)

    def repaint_still(self) -> None:
        """Draw what does not move anew."""
        self._still = None
        self.update()

    def _stop_again(self, stop: Stop) -> Stop | None:
        mark = self.plan.mark_of(stop.risk) if isinstance(stop, Mark) else None
        return None if mark is None else self.visible_stop(mark)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._still is None:
            self._still = self._painting.still()
        painter.drawPixmap(0, 0, self._still)
        self._painting.paint_moving(painter)

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
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._keys.release(event)
        super().keyReleaseEvent(event)

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
