"""A small question beside what it is about; Enter answers, Escape skips."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.kit.spacing import spaced
from entente_ui.look.theme import theme

_ARROW: Final = 8


class Popover(QWidget):
    """A bubble over a window with an arrow to what it is about.

    Enter accepts, Escape skips, and so does the focus going elsewhere: then what was typed
    is kept, as in any field. It answers once and deletes itself.

    Attributes:
        body: Layout for the content.

    Signals:
        accepted: Emitted when it is answered.
        skipped: Emitted when Escape was pressed.
        closed: Emitted last in either case.
    """

    accepted = Signal()
    skipped = Signal()
    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        """Make a popover over the window of `owner`, which gets the focus back."""
        super().__init__(owner.window())
        self._owner = owner
        self._target = QRect()
        self._tip = QPoint()
        self._points_up = True
        self._open = False
        edge = SHADOW + _ARROW
        self.body = spaced(QVBoxLayout(self), (edge + 8, edge + 6, edge + 8, edge + 6), 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open_at(self, target: QRect) -> None:
        """Show it beside `target`, a rectangle in the coordinates of the owner."""
        self._target = target
        self._place()
        self._open = True
        self.show()
        self.raise_()
        self._focus_first()
        theme().changed.connect(self._place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)
            app.focusChanged.connect(self._on_focus_changed)

    def accept(self) -> None:
        """Take the answer and close."""
        if self._leave():
            self.accepted.emit()
            self.closed.emit()

    def skip(self) -> None:
        """Close without an answer."""
        if self._leave():
            self.skipped.emit()
            self.closed.emit()

    def _place(self) -> None:
        self.adjustSize()
        window, reach = self.window(), theme().px(SHADOW)
        top_left = self._owner.mapTo(window, self._target.topLeft())
        target = QRect(top_left, self._target.size())
        middle = target.center().x()
        x = min(max(middle - self.width() // 2, 0), max(0, window.width() - self.width()))
        self._points_up = target.bottom() + self.height() - reach <= window.height()
        below, above = target.bottom() + 1 - reach, target.top() - self.height() + reach
        self.move(x, max(below if self._points_up else above, -reach))
        self._tip = QPoint(middle - x, reach if self._points_up else self.height() - reach)
        self.update()

    def _focus_first(self) -> None:
        # Never asked for by the chain of focus: its next may be a widget of somebody else's, which
        # would be taken for a part of this one and go with it.
        inside = self.findChildren(QWidget)
        target = inside[0] if inside else self
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self) -> bool:
        if not self._open:
            return False
        self._open = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._on_focus_changed)
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus:
            self._owner.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
        return True

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._is_away(now):
            self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.skip()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accept()
            case _:
                super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._open and event.type() == QEvent.Type.MouseButtonPress and self._is_away(watched):
            self.accept()
        return False

    def _is_away(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False
        return watched is not self and not self.isAncestorOf(watched)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme().px(SHADOW + _ARROW)
        radius = theme().px(8)
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        paint_shadow(painter, box, radius)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawPath(self._bubble(box, radius))

    def _bubble(self, box: QRectF, radius: float) -> QPainterPath:
        bubble, arrow = QPainterPath(), QPainterPath()
        bubble.addRoundedRect(box, radius, radius)
        half = theme().px(_ARROW)
        x = min(max(float(self._tip.x()), box.left() + radius + half), box.right() - radius - half)
        base = box.top() + 1 if self._points_up else box.bottom() - 1
        arrow.moveTo(QPointF(x - half, base))
        arrow.lineTo(QPointF(x, self._tip.y()))
        arrow.lineTo(QPointF(x + half, base))
        arrow.closeSubpath()
        return bubble.united(arrow)
