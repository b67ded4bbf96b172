"""Scrolling on while something is held near the edge of the map."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer
from PySide6.QtWidgets import QWidget

from entente_ui.look.theme import theme

#: Px at 100 % from the edge within which the map scrolls, px a beat, and ms between them.
_EDGE: Final = 26
_SPEED: Final = 14
_BEAT: Final = 30


class Edge(QObject):
    """Feels whether the pointer is near the edge of a widget."""

    def __init__(self, widget: QWidget, pushed: Callable[[QPoint], object]) -> None:
        """Feel for a widget.

        Args:
            widget: Whose edge.
            pushed: Called at each beat with the px to scroll by.
        """
        super().__init__(widget)
        self._widget = widget
        self._pushed = pushed
        self._tip = QPointF()
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._push)

    def feel(self, at: QPointF) -> None:
        """Take note of where the pointer is; near the edge the beat begins."""
        self._tip = at
        near = not self._inner().contains(at) and self._widget.rect().contains(at.toPoint())
        if not near:
            self._beat.stop()
        elif not self._beat.isActive():
            self._beat.start()

    def let_go(self) -> None:
        """Feel nothing any more."""
        self._beat.stop()

    def _inner(self) -> QRectF:
        edge = theme().px(_EDGE)
        return QRectF(self._widget.rect()).adjusted(edge, edge, -edge, -edge)

    def _push(self) -> None:
        inner, tip = self._inner(), self._tip
        by = QPoint(
            _SPEED * ((tip.x() > inner.right()) - (tip.x() < inner.left())),
            _SPEED * ((tip.y() > inner.bottom()) - (tip.y() < inner.top())),
        )
        if by.isNull():
            self._beat.stop()
        else:
            self._pushed(by)
